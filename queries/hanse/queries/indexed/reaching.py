"""How far an alliance reaches, on the index: the plain reading, on the part that is reached."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from hanse.graph.assumptions import Assumption
from hanse.graph.index import Index
from hanse.graph.indexing.ties import Codes, Ties
from hanse.graph.model import ACCESS_KINDS, PARTNERSHIP_KINDS, UNITS
from hanse.graph.store import Store
from hanse.queries.figures import UNION_KINDS
from hanse.queries.indexed.extents import IndexedExtent
from hanse.queries.indexed.part import Part
from hanse.queries.reach import Reach
from hanse.queries.reach import reach as plain_reach

# What categories clusters have takes as long to read as all that reach asks, and bears on none.
UNASKED: Final = ("classified_as",)


def reach(
    index: Index,
    store: Store,
    *,
    alliance: Sequence[str],
    include_networks: bool = False,
    assumptions: Sequence[Assumption] = (),
    candidates: Sequence[str] = (),
    with_marginal: bool = True,
) -> Reach:
    """Return how far the clusters of ``alliance`` reach: :func:`hanse.queries.reach.reach`.

    Parameters
    ----------
    index, store
        What is known on the day, and the claims it was made from.
    """
    members = tuple(dict.fromkeys(index.find(name, "cluster") for name in alliance))
    joining = tuple(dict.fromkeys(index.find(name, "cluster") for name in candidates))
    kinds = PARTNERSHIP_KINDS if include_networks else ACCESS_KINDS
    assumed = [name for one in assumptions for f in one.figures for name in f.clusters]
    codes = index.codes(members)
    reached = [IndexedExtent.of(index, codes, kinds).clusters]
    for more in index.codes(joining).tolist():
        together = np.append(codes, np.int32(more))
        reached.append(IndexedExtent.of(index, together, kinds).clusters)
    clusters = np.unique(np.concatenate([*reached, index.codes(assumed)]))
    return plain_reach(
        Part(index, with_figured_groups(index, clusters), unasked=UNASKED).graph(store),
        alliance=members,
        include_networks=include_networks,
        assumptions=assumptions,
        candidates=joining,
        with_marginal=with_marginal,
    )


def with_figured_groups(index: Index, clusters: Codes) -> Codes:
    """Return clusters with all that figures of groups tie to them, near or far, and the groups.

    A figure of a group is a statement about all of its members together, so that the size of
    each of them matters.
    """
    is_figured = np.zeros(len(index), dtype=np.bool_)
    for unit in UNITS:
        is_figured[index.counts(unit).things] = True
    is_figured &= index.are(*UNION_KINDS)
    things, fresh = clusters, clusters
    while len(fresh):
        groups = _neighbours(index.out, fresh)
        groups = groups[is_figured[groups]]
        members = _neighbours(index.into, groups)
        fresh = np.setdiff1d(np.concatenate((groups, members)), things)
        things = np.union1d(things, fresh)
    return things.astype(np.int32)


def _neighbours(ties: Callable[[str], Ties], things: Codes) -> Codes:
    found = [ties(relation).of_many(things)[1] for relation in ("member_of", "in_group")]
    return np.unique(np.concatenate(found))
