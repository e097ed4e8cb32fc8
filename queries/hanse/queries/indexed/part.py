"""The graph of a part of a project: of the clusters a question is about, and all it asks of them.

The plain reading then says of these what it would say on the whole graph.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Final

import numpy as np

from hanse.graph.claims import Claim
from hanse.graph.fold import fold
from hanse.graph.index import Index
from hanse.graph.indexing.building import KeptInRows
from hanse.graph.indexing.ties import Codes
from hanse.graph.merging import JUDGEMENTS
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.schema import schema
from hanse.graph.store import Store

# What is asked of a cluster that is only reached through a partnership, and nothing else.
OUTLINE: Final = ("kind", "name", "member_of", *JUDGEMENTS)
# Where clusters lead to what is told of them.
TOLD: Final = ("in_group", "classified_as", "located_in")


class Part:
    """Things of an index, chosen by their numbers, whose claims make up a graph.

    Of those in ``full`` every claim is taken, of those in ``outlines`` only what they are
    called and belong to. Of ``unasked`` relations nothing is taken, nor where they lead.
    """

    def __init__(self, index: Index, full: Codes, *, unasked: Collection[str] = ()) -> None:
        self._index, self._unasked = index, frozenset(unasked)
        self.full = self._with_background(full)
        self.outlines: Codes = np.zeros(0, dtype=np.int32)

    def _with_background(self, clusters: Codes) -> Codes:
        """Return clusters with what is told of them: partnerships, categories, places, markets.

        Regions and markets are few: all of them are taken, for what lies within what may matter.
        """
        index = self._index
        doors = index.out("member_of").of_many(clusters)[1]
        agreements = index.out("party_to").of_many(np.concatenate((clusters, doors)))[1]
        return _together(
            clusters,
            doors,
            *(index.out(r).of_many(clusters)[1] for r in TOLD if r not in self._unasked),
            index.of_kinds("region", "market"),
            agreements,
            index.into("party_to").of_many(agreements)[1],
            index.out("other_end").of_many(agreements)[1],
        )

    def and_(self, things: Codes) -> None:
        """Take further things as a whole."""
        self.full = _together(self.full, things)

    def and_those_behind(self) -> None:
        """Take the outlines of all members of the partnerships taken."""
        behind = self._index.into("member_of").of_many(self.full)[1]
        self.outlines = np.setdiff1d(behind, self.full).astype(np.int32)

    def graph(self, store: Store) -> PartnershipGraph:
        """Return the graph of the part."""
        contents = store.contents()
        folded = fold(self._claims(store), as_of=self._index.as_of, trust=contents.settings.trust)
        return PartnershipGraph(folded, contents, as_of=self._index.as_of)

    def _claims(self, store: Store) -> Iterator[Claim]:
        yield from self._claims_in_full(store)
        outlined = self._ids(self.outlines)
        if isinstance(store, KeptInRows):
            yield from store.claims_about(of=outlined, predicates=OUTLINE)
        else:
            yield from (c for c in store.claims(of=outlined) if c.predicate in OUTLINE)

    def _claims_in_full(self, store: Store) -> Iterator[Claim]:
        ids = self._ids(self.full)
        if self._unasked and isinstance(store, KeptInRows):
            known = (*schema().relations, *schema().attributes)
            asked = [name for name in known if name not in self._unasked]
            return store.claims_about(of=ids, predicates=asked)
        return (c for c in store.claims(of=ids) if c.predicate not in self._unasked)

    def _ids(self, things: Codes) -> set[str]:
        """Return the ids of things, with those of all that was judged to be the same or not."""
        return self._index.with_judged(self._index.ids.some(things))


def _together(*parts: Iterable[int]) -> Codes:
    return np.unique(np.concatenate([np.asarray(part, dtype=np.int32) for part in parts]))
