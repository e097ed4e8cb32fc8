"""The plain reading: on the graph of the whole project, short and to be compared with."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from hanse.graph.indexing.building import KeptInRows
from hanse.graph.indexing.room import OF_A_GRAPH, TooLarge, demand_room
from hanse.graph.model import Guide, ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.store import Store
from hanse.queries import complementarity, matching, neighbourhood, reach, rubric, search
from hanse.queries.assessments import PeopleRatings
from hanse.queries.complementarity import Candidates
from hanse.queries.matching import Match
from hanse.queries.neighbourhood import Neighbourhood
from hanse.queries.reach import Reach
from hanse.queries.readings.reading import CandidatesAsked, MatchesAsked, ReachAsked
from hanse.queries.rubric import Evaluation
from hanse.queries.search import Chosen, Hits, Passing

# More claims than this are never made a graph of as a whole, whatever memory there is.
MOST_OF_A_GRAPH: Final = 4_000_000


class PlainReading:
    """Reads a graph.

    Parameters
    ----------
    store
        The project.
    as_of
        The day; ``None`` is all days together.
    graph
        The graph of the whole project on the day, where it was made already.
    """

    def __init__(
        self, store: Store, *, as_of: str | None = None, graph: PartnershipGraph | None = None
    ) -> None:
        self._store, self._as_of = store, as_of
        if graph is not None:
            self.graph = graph

    @cached_property
    def graph(self) -> PartnershipGraph:
        """Return the graph of the whole project, made when it is first asked for.

        Raises
        ------
        TooLarge
            When it would take more memory than there is, or is too large for any.
        """
        if isinstance(self._store, KeptInRows):
            _demand_room(self._store.size, self._store.address)
        return PartnershipGraph.of(self._store, as_of=self._as_of)

    def find(self, name: str, *kinds: str) -> str:
        """Return the id of the thing called ``name``."""
        return self.graph.find(name, *kinds)

    def near(self, thing: str) -> PartnershipGraph:
        """Return the whole graph: it is there."""
        del thing
        return self.graph

    def part(self, things: Sequence[str]) -> PartnershipGraph:
        """Return the whole graph: it is there."""
        del things
        return self.graph

    def clusters(self) -> Sequence[str]:
        """Return the ids of all clusters, in order."""
        return self.graph.ids("cluster")

    def search(self, words: str, *, most: int) -> Hits:
        """Find things by what they are called."""
        return search.search(self.graph, words, most=most)

    def passing(self, chosen: Chosen, *, most: int | None) -> Passing:
        """Find clusters by their facets."""
        return search.passing(self.graph, chosen, most=most)

    def neighbourhood(self, thing: str, *, hops: int, most: int) -> Neighbourhood:
        """Find what lies around a thing."""
        return neighbourhood.neighbourhood(self.graph, thing, hops=hops, most=most)

    def candidates(self, asked: CandidatesAsked) -> Candidates:
        """Find who completes an alliance: all of them."""
        pool, without = asked.get("pool"), frozenset(asked.get("without", ()))
        considered = self.clusters() if pool is None and without else pool
        return complementarity.candidates(
            self.graph,
            alliance=asked["alliance"],
            chain=asked["chain"],
            targets=asked.get("targets", ()),
            pool=None if considered is None else [c for c in considered if c not in without],
            include_networks=asked.get("include_networks", False),
        )

    def evaluate(self, guide: Guide, pool: Sequence[str], *, top: int | None) -> Evaluation:  # noqa: ARG002  # all are told
        """Say how well candidates meet a guide: all of them."""
        people = PeopleRatings(self.graph, guide)
        return rubric.evaluate(self.graph, guide, candidates=pool, ratings=people)

    def reach(self, asked: ReachAsked) -> Reach:
        """Say how far an alliance reaches."""
        return reach.reach(self.graph, **asked)

    def matches(self, chain: ValueChain, asked: MatchesAsked) -> Iterator[Match]:
        """Find who completes whom."""
        return iter(matching.matches(self.graph, chain, **asked))


def _demand_room(claims: int, where: str) -> None:
    what, hint = "the graph of the whole project", "ask for candidates, reach, a name or a part"
    demand_room(claims, each=OF_A_GRAPH, what=what, where=where, hint=hint)
    if claims > MOST_OF_A_GRAPH:
        size = f"{OF_A_GRAPH * claims / 1e9:,.0f} GB for {claims:,} claims"
        raise TooLarge(f"{what} would take about {size}", where=where, hint=hint)
