"""The reading on the index: finds among all, and tells of the few that are asked about."""

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Final, overload

import numpy as np

from hanse.graph.index import Index
from hanse.graph.model import Guide, ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.store import Store
from hanse.queries.chains import Feeds
from hanse.queries.complementarity import Candidates
from hanse.queries.indexed import candidates, evaluation, matching, naming, reaching, searching
from hanse.queries.indexed.part import Part
from hanse.queries.indexed.signatures import ChainGroups
from hanse.queries.matching import Match
from hanse.queries.neighbourhood import Neighbourhood
from hanse.queries.reach import Reach
from hanse.queries.readings.reading import CandidatesAsked, MatchesAsked, ReachAsked
from hanse.queries.rubric import Evaluation
from hanse.queries.search import Chosen, Hits, Passing

LISTED: Final = 1000  # ids of those not ranked that an answer lists
# What leads from clusters to what they are members of, in the widest sense.
BELONGING: Final = ("member_of", "in_alliance", "in_group", "state_for")


class Everybody(Sequence[str]):
    """The ids of all clusters of an index, without making them all."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def __len__(self) -> int:
        """Return how many clusters there are."""
        return len(self._index.clusters)

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[str, ...]: ...

    def __getitem__(self, place: int | slice) -> str | tuple[str, ...]:
        """Return the id at a place, or those at some places."""
        if isinstance(place, slice):
            return tuple(self._index.ids.some(self._index.clusters[place]))
        return self._index.ids[int(self._index.clusters[place])]


class IndexedReading:
    """Reads an index, and the claims of the part that is asked about.

    Parameters
    ----------
    store
        The project.
    as_of
        The day; ``None`` is all days together.
    """

    def __init__(self, store: Store, *, as_of: str | None = None) -> None:
        self._store, self._as_of = store, as_of
        self._groups: dict[ValueChain, ChainGroups] = {}
        # one question asks several times what belongs to the same alliance
        self._near = lru_cache(maxsize=8)(self._graph_near)

    @cached_property
    def index(self) -> Index:
        """Return the index, opened or made when it is first asked for."""
        return Index.of(self._store, as_of=self._as_of)

    def find(self, name: str, *kinds: str) -> str:
        """Return the id of the thing called ``name``."""
        return naming.find(self.index, self._store, name, kinds)

    def near(self, thing: str) -> PartnershipGraph:
        """Return the graph of a thing and of all who belong to it."""
        return self._near(thing)

    def _graph_near(self, thing: str) -> PartnershipGraph:
        code = self.index.codes([thing])
        belonging = [self.index.into(relation).of_many(code)[1] for relation in BELONGING]
        return Part(self.index, np.concatenate([code, *belonging])).graph(self._store)

    def part(self, things: Sequence[str]) -> PartnershipGraph:
        """Return the graph of some things, with all that is told of them."""
        part = Part(self.index, np.unique(self.index.codes(things)))
        part.and_those_behind()
        return part.graph(self._store)

    def clusters(self) -> Sequence[str]:
        """Return the ids of all clusters, in order."""
        return Everybody(self.index)

    def search(self, words: str, *, most: int) -> Hits:
        """Find things by what they are called."""
        return searching.search(self.index, words, most=most)

    def passing(self, chosen: Chosen, *, most: int | None) -> Passing:
        """Find clusters by their facets."""
        return searching.passing(self.index, chosen, most=most)

    def neighbourhood(self, thing: str, *, hops: int, most: int) -> Neighbourhood:
        """Find what lies around a thing."""
        return searching.neighbourhood(self.index, thing, hops=hops, most=most)

    def candidates(self, asked: CandidatesAsked) -> Candidates:
        """Find who completes an alliance; of those that are not ranked the first are listed."""
        return candidates.candidates(
            self.index,
            self._store,
            alliance=asked["alliance"],
            chain=asked["chain"],
            targets=asked.get("targets", ()),
            pool=_unless_everybody(asked.get("pool")),
            without=asked.get("without", ()),
            include_networks=asked.get("include_networks", False),
            top=asked.get("top"),
            listed=LISTED,
            groups=self._groups_of(asked["chain"]),
        )

    def _groups_of(self, chain: ValueChain) -> ChainGroups:
        if chain not in self._groups:
            self._groups[chain] = ChainGroups.of(self.index, Feeds.of(chain))
        return self._groups[chain]

    def evaluate(self, guide: Guide, pool: Sequence[str], *, top: int | None) -> Evaluation:
        """Say how well candidates meet a guide: the best ``top`` of them."""
        considered = _unless_everybody(pool)
        return evaluation.evaluate(self.index, self._store, guide, candidates=considered, top=top)

    def reach(self, asked: ReachAsked) -> Reach:
        """Say how far an alliance reaches."""
        return reaching.reach(self.index, self._store, **asked)

    def matches(self, chain: ValueChain, asked: MatchesAsked) -> Iterator[Match]:
        """Find who completes whom."""
        return matching.matches(self.index, chain, **asked)


def _unless_everybody(pool: Sequence[str] | None) -> Sequence[str] | None:
    return None if isinstance(pool, Everybody) else pool
