"""Which reading answers a question: the plain one on the graph, or the one on the index.

This is the only place where that is decided, by the size of the project. Both give the same
answer; of a large project it lists the first and says how many there are.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, overload

import numpy as np

from hanse.graph.assumptions import Assumption
from hanse.graph.index import Index
from hanse.graph.indexing.building import KeptInRows
from hanse.graph.indexing.room import OF_A_GRAPH, TooLarge, demand_room
from hanse.graph.indexing.ties import Codes
from hanse.graph.model import Guide, Settings, ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.store import Definition, Store
from hanse.queries import matching, neighbourhood, reach, rubric, search
from hanse.queries.assessments import PeopleRatings
from hanse.queries.chains import Feeds
from hanse.queries.complementarity import Candidates, candidates
from hanse.queries.indexed import candidates as indexed_candidates
from hanse.queries.indexed import evaluation, reaching, searching
from hanse.queries.indexed import matching as indexed_matching
from hanse.queries.indexed.part import Part
from hanse.queries.indexed.signatures import ChainGroups
from hanse.queries.matching import Match
from hanse.queries.neighbourhood import Neighbourhood
from hanse.queries.reach import Reach
from hanse.queries.rubric import Evaluation
from hanse.queries.search import ANYTHING, Chosen, Hits, Passing

# From so many claims on (about 5,000 clusters) the index answers, and lists are cut.
LARGE: Final = 100_000
# To hold every cluster against every other takes long much sooner.
MANY_PAIRS: Final = 2_000
# More claims than this are never made a graph of as a whole, whatever memory there is.
MOST_OF_A_GRAPH: Final = 4_000_000
LISTED: Final = 1000  # ids of those not ranked that an answer lists of a large project
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


class Engine:
    """Answers questions of one project on one day.

    Parameters
    ----------
    store
        The project.
    as_of
        The day; ``None`` is all days together.
    graph
        The graph of the whole project on the day, where it was made already: it then answers.
    """

    def __init__(
        self, store: Store, *, as_of: str | None = None, graph: PartnershipGraph | None = None
    ) -> None:
        self._store, self._graph = store, graph
        self.as_of = as_of if graph is None else graph.as_of
        self._groups: dict[ValueChain, ChainGroups] = {}

    @cached_property
    def is_large(self) -> bool:
        """Say whether the project is so large that the index answers, and lists are cut."""
        is_known = self._graph is not None
        return not is_known and isinstance(self._store, KeptInRows) and self._store.size > LARGE

    @cached_property
    def graph(self) -> PartnershipGraph:
        """Return the graph of the whole project.

        Raises
        ------
        TooLarge
            When it would take more memory than there is, or is too large for any.
        """
        if self._graph is not None:
            return self._graph
        if isinstance(self._store, KeptInRows):
            self._demand_room(self._store.size)
        return PartnershipGraph.of(self._store, as_of=self.as_of)

    def _demand_room(self, claims: int) -> None:
        what, hint = "the graph of the whole project", "ask for candidates, reach, a name or a part"
        where = self._store.address
        demand_room(claims, each=OF_A_GRAPH, what=what, where=where, hint=hint)
        if claims > MOST_OF_A_GRAPH:
            size = f"{OF_A_GRAPH * claims / 1e9:,.0f} GB for {claims:,} claims"
            raise TooLarge(f"{what} would take about {size}", where=where, hint=hint)

    @cached_property
    def index(self) -> Index:
        """Return the index of the project."""
        return Index.of(self._store, as_of=self.as_of)

    @cached_property
    def settings(self) -> Settings:
        """Return what the project takes when nothing else is asked for."""
        return self._graph.settings if self._graph else self._store.contents().settings

    def definitions(self, kind: str) -> tuple[Definition, ...]:
        """Return the chains, guides, rules or assumptions that the project keeps."""
        if self._graph is not None:
            return self._graph.definitions(kind)
        return tuple(d for d in self._store.contents().definitions if d.kind == kind)

    # -- things and their names --------------------------------------------------------------

    def find(self, name: str, *kinds: str) -> str:
        """Return the id of the thing called ``name``: an id or any known name."""
        return (self.index if self.is_large else self.graph).find(name, *kinds)

    def near(self, thing: str) -> PartnershipGraph:
        """Return a graph that holds a thing and what belongs to it, all of a small project."""
        if not self.is_large:
            return self.graph
        code = self.index.codes([thing])
        belonging = [self.index.into(relation).of_many(code)[1] for relation in BELONGING]
        return self.part_of(np.concatenate([code, *belonging]))

    def part(self, things: Sequence[str]) -> PartnershipGraph:
        """Return a graph of some things, by their ids, with all that is told of them."""
        return self.part_of(self.index.codes(things)) if self.is_large else self.graph

    def part_of(self, codes: Codes) -> PartnershipGraph:
        """Return a graph of some things, by their numbers in the index."""
        part = Part(self.index, np.unique(codes).astype(np.int32))
        part.and_those_behind()
        return part.graph(self._store)

    def clusters(self) -> Sequence[str]:
        """Return the ids of all clusters, in order."""
        return Everybody(self.index) if self.is_large else self.graph.ids("cluster")

    def search(self, words: str, *, most: int = 20) -> Hits:
        """Find things by what they are called."""
        if self.is_large:
            return searching.search(self.index, words, most=most)
        return search.search(self.graph, words, most=most)

    def passing(self, chosen: Chosen = ANYTHING, *, most: int | None = None) -> Passing:
        """Find clusters by country and category, and count what they have."""
        if self.is_large:
            return searching.passing(self.index, chosen, most=most)
        return search.passing(self.graph, chosen, most=most)

    def neighbourhood(self, thing: str, *, hops: int, most: int) -> Neighbourhood:
        """Find what lies around a thing."""
        if self.is_large:
            return searching.neighbourhood(self.index, thing, hops=hops, most=most)
        return neighbourhood.neighbourhood(self.graph, thing, hops=hops, most=most)

    # -- the questions -----------------------------------------------------------------------

    def candidates(
        self,
        *,
        alliance: Sequence[str],
        chain: ValueChain,
        targets: Sequence[str] = (),
        pool: Sequence[str] | None = None,
        without: Sequence[str] = (),
        include_networks: bool = False,
        top: int | None = None,
    ) -> Candidates:
        """Ask who completes an alliance; of a large project the best ``top`` alone.

        ``without`` are ids of those who are not to be asked.
        """
        if self.is_large:
            return indexed_candidates.candidates(
                self.index,
                self._store,
                alliance=alliance,
                chain=chain,
                targets=targets,
                pool=None if isinstance(pool, Everybody) else pool,
                without=without,
                include_networks=include_networks,
                top=top,
                listed=LISTED,
                groups=self._groups_of(chain),
            )
        asked = self.graph.ids("cluster") if pool is None and without else pool
        return candidates(
            self.graph,
            alliance=alliance,
            chain=chain,
            targets=targets,
            pool=None if asked is None else [one for one in asked if one not in without],
            include_networks=include_networks,
        )

    def _groups_of(self, chain: ValueChain) -> ChainGroups:
        if chain not in self._groups:
            self._groups[chain] = ChainGroups.of(self.index, Feeds.of(chain))
        return self._groups[chain]

    def evaluate(self, guide: Guide, pool: Sequence[str], *, top: int | None = None) -> Evaluation:
        """Ask how well candidates meet a guide; of a large project the best ``top`` alone."""
        if self.is_large:
            asked = None if isinstance(pool, Everybody) else pool
            return evaluation.evaluate(self.index, self._store, guide, candidates=asked, top=top)
        people = PeopleRatings(self.graph, guide)
        return rubric.evaluate(self.graph, guide, candidates=pool, ratings=people)

    def reach(
        self,
        *,
        alliance: Sequence[str],
        include_networks: bool = False,
        assumptions: Sequence[Assumption] = (),
        candidates: Sequence[str] = (),
        with_marginal: bool = True,
    ) -> Reach:
        """Ask how far an alliance reaches."""
        if self.is_large:
            return reaching.reach(
                self.index,
                self._store,
                alliance=alliance,
                include_networks=include_networks,
                assumptions=assumptions,
                candidates=candidates,
                with_marginal=with_marginal,
            )
        return reach.reach(
            self.graph,
            alliance=alliance,
            include_networks=include_networks,
            assumptions=assumptions,
            candidates=candidates,
            with_marginal=with_marginal,
        )

    def matches(
        self,
        chain: ValueChain,
        *,
        targets: Sequence[str] = (),
        top: int = matching.TOP,
        include_networks: bool = False,
    ) -> Iterator[Match]:
        """Ask who completes whom, among all; clusters by clusters, so that few are many."""
        if isinstance(self._store, KeptInRows) and self._store.size > MANY_PAIRS:
            return indexed_matching.matches(
                self.index, chain, targets=targets, top=top, include_networks=include_networks
            )
        return iter(
            matching.matches(
                self.graph, chain, targets=targets, top=top, include_networks=include_networks
            )
        )
