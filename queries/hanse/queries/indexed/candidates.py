"""Who completes an alliance, on the index: found among all, told in the words of the plain reading.

Which candidates come first, and where each stands among all, is read off the columns. The plain
reading is then asked about these alone, on the graph of the part they stand in.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from hanse.graph.index import Index
from hanse.graph.indexing.ties import Codes, Places
from hanse.graph.model import ValueChain
from hanse.graph.store import Store
from hanse.queries import complementarity
from hanse.queries.answers import Totals
from hanse.queries.chains import Feeds
from hanse.queries.complementarity import Candidates
from hanse.queries.indexed.part import Part
from hanse.queries.indexed.ranking import Ranking, ranking
from hanse.queries.indexed.scoring import Question
from hanse.queries.indexed.signatures import ChainGroups
from hanse.queries.scores import DEFAULT, Weights


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Asked:
    """What is asked, with names resolved: things by their numbers, in order."""

    index: Index
    members: Codes
    targets: Codes
    pool: Codes | None
    without: Codes

    @property
    def left_out(self) -> Places:
        """Return the places among all clusters of those who are no candidates: members first."""
        return self.index.row_of[np.concatenate((self.members, self.without))]

    @property
    def rows(self) -> Places | None:
        """Return the places of those to consider, by id; ``None`` is everybody."""
        if self.pool is None:
            return None
        return np.setdiff1d(self.index.row_of[self.pool], self.left_out)


def asked(
    index: Index,
    *,
    alliance: Sequence[str],
    targets: Sequence[str] = (),
    pool: Sequence[str] | None = None,
    without: Sequence[str] = (),
) -> Asked:
    """Return what is asked about these names.

    Raises
    ------
    UnknownName
        When the index holds no such cluster or market on its day.
    """
    return Asked(
        index=index,
        members=found(index, alliance, "cluster"),
        targets=found(index, targets, "market"),
        pool=None if pool is None else found(index, pool, "cluster"),
        without=found(index, without, "cluster"),
    )


def found(index: Index, names: Sequence[str], kind: str) -> Codes:
    """Return the numbers of the things called so, in order, each once."""
    return np.unique(index.codes([index.find(name, kind) for name in names]))


def candidates(
    index: Index,
    store: Store,
    *,
    alliance: Sequence[str],
    chain: ValueChain,
    targets: Sequence[str] = (),
    pool: Sequence[str] | None = None,
    without: Sequence[str] = (),
    weights: Weights = DEFAULT,
    include_networks: bool = False,
    scale_by_active: bool = False,
    top: int | None = None,
    listed: int | None = None,
    groups: ChainGroups | None = None,
) -> Candidates:
    """Rank the clusters that may complete an alliance: :func:`complementarity.candidates`.

    Parameters
    ----------
    index, store
        What is known on the day, and the claims it was made from.
    without
        Ids of those who are not asked.
    groups
        The groups of the chain, where they are known from an earlier question.
    """
    about = asked(index, alliance=alliance, targets=targets, pool=pool, without=without)
    feeds = Feeds.of(chain)
    groups = groups or ChainGroups.of(index, feeds, scale_by_active=scale_by_active)
    question = Question.of(
        index,
        members=about.members,
        feeds=feeds,
        groups=groups,
        targets=about.targets.tolist(),
        weights=weights,
        include_networks=include_networks,
        scale_by_active=scale_by_active,
    )
    best = ranking(question, top=top, members=about.left_out, rows=about.rows)
    told = complementarity.candidates(
        _part(about, feeds, index.clusters[best.rows]).graph(store),
        alliance=index.ids.some(about.members),
        chain=chain,
        targets=index.ids.some(about.targets),
        pool=index.ids.some(index.clusters[best.rows]),
        weights=weights,
        include_networks=include_networks,
        scale_by_active=scale_by_active,
    )
    return _among_all(told, about, groups, best, listed)


def _part(about: Asked, feeds: Feeds, best: Codes) -> Part:
    index = about.index
    part = Part(index, np.concatenate((about.members, best)))
    part.and_(index.codes(list(feeds.by_category)))
    part.and_those_behind()
    return part


def _among_all(
    told: Candidates, about: Asked, groups: ChainGroups, best: Ranking, listed: int | None
) -> Candidates:
    """Return what was told of the best with their places among all, and all the others."""
    index = about.index
    codes = index.ids.some(index.clusters[best.rows])
    places = dict(zip(codes, zip(best.ranks, best.is_pareto.tolist(), strict=True), strict=True))
    ranked, off_chain, uncategorised = _sorts(about, groups)
    return replace(
        told,
        candidates=tuple(
            replace(one, rank=places[one.id][0], is_pareto=places[one.id][1])
            for one in told.candidates
        ),
        off_chain=tuple(index.ids.some(index.clusters[off_chain[:listed]])),
        uncategorised=tuple(index.ids.some(index.clusters[uncategorised[:listed]])),
        totals=Totals(
            candidates=len(ranked), off_chain=len(off_chain), uncategorised=len(uncategorised)
        ),
    )


def _sorts(about: Asked, groups: ChainGroups) -> tuple[Places, Places, Places]:
    """Return those on the chain, off it, and of unknown categories, members aside, by id."""
    rows = about.rows
    if rows is None:
        rows = np.arange(len(about.index.clusters))
        rows = np.delete(rows, about.left_out)
    is_known = about.index.is_categorised[rows]
    is_on_chain = groups.is_on_chain[groups.of_rows[rows]]
    return rows[is_known & is_on_chain], rows[is_known & ~is_on_chain], rows[~is_known]
