"""Which reading answers a question: the plain one on the graph, or the one on the index.

This is the only place where that is decided, by the size of the project. All readings give the
same answer; of a large project it lists the first and says how many there are.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, Unpack

from hanse.graph.index import Index
from hanse.graph.indexing.building import KeptInRows
from hanse.graph.model import Guide, Settings, Source, ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.store import Definition, Store
from hanse.queries.complementarity import Candidates
from hanse.queries.matching import Match
from hanse.queries.neighbourhood import HOPS, MOST, Neighbourhood
from hanse.queries.paths import Way, path
from hanse.queries.reach import Reach
from hanse.queries.readings.indexed import IndexedReading
from hanse.queries.readings.plain import PlainReading
from hanse.queries.readings.reading import CandidatesAsked, MatchesAsked, ReachAsked, Reading
from hanse.queries.rubric import Evaluation
from hanse.queries.search import ANYTHING, Chosen, Hits, Passing
from hanse.queries.served.asking import KeptInServer

if TYPE_CHECKING:
    from hanse.queries.readings.served import ServedReading

# From so many claims on (about 5,000 clusters) the index answers, and lists are cut.
LARGE: Final = 100_000
# To hold every cluster against every other takes long much sooner.
MANY_PAIRS: Final = 2_000


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
        self._store, self._given = store, graph
        self.as_of = as_of if graph is None else graph.as_of
        self._plain = PlainReading(store, as_of=self.as_of, graph=graph)
        self._indexed = IndexedReading(store, as_of=self.as_of)

    # -- which reading -----------------------------------------------------------------------

    @cached_property
    def is_large(self) -> bool:
        """Say whether the project is so large that lists are cut, and its graph is not made."""
        return self._given is None and self._has_more_than(LARGE)

    @cached_property
    def reading(self) -> Reading:
        """Return the reading that answers everything but who completes whom."""
        if not self.is_large:
            return self._plain
        return self._indexed if self._served is None else self._served

    @cached_property
    def _served(self) -> "ServedReading | None":
        if not self.is_large or self.as_of is not None or not isinstance(self._store, KeptInServer):
            return None
        # the driver of the server takes longer to load than an index takes to answer
        from hanse.queries.readings.served import ServedReading

        return ServedReading(self._store, self._store.parts())

    @cached_property
    def _reading_of_pairs(self) -> Reading:
        return self._indexed if self._has_more_than(MANY_PAIRS) else self._plain

    def _has_more_than(self, claims: int) -> bool:
        return isinstance(self._store, KeptInRows | KeptInServer) and self._store.size > claims

    # -- what is known before any question ---------------------------------------------------

    @property
    def graph(self) -> PartnershipGraph:
        """Return the graph of the whole project.

        Raises
        ------
        TooLarge
            When it would take more memory than there is, or is too large for any.
        """
        return self._plain.graph

    @property
    def index(self) -> Index:
        """Return the index of the project."""
        return self._indexed.index

    def prepare(self) -> bool:
        """Make the index of a large project now, so that no question waits for it.

        Returns whether the project is large; of a small one nothing is made.
        """
        return self.is_large and self.index.as_of == self.as_of

    @cached_property
    def settings(self) -> Settings:
        """Return what the project takes when nothing else is asked for."""
        return self._given.settings if self._given else self._store.contents().settings

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return the documents that the project rests on, in order."""
        if self._given is not None:
            return tuple(self._given.sources.values())
        return self._store.contents().sources

    def definitions(self, kind: str) -> tuple[Definition, ...]:
        """Return the chains, guides, rules or assumptions that the project keeps."""
        if self._given is not None:
            return self._given.definitions(kind)
        return tuple(d for d in self._store.contents().definitions if d.kind == kind)

    # -- things and their names --------------------------------------------------------------

    def find(self, name: str, *kinds: str) -> str:
        """Return the id of the thing called ``name``: an id or any known name."""
        return self.reading.find(name, *kinds)

    def near(self, thing: str) -> PartnershipGraph:
        """Return a graph that holds a thing and what belongs to it, all of a small project."""
        return self.reading.near(thing)

    def part(self, things: Sequence[str]) -> PartnershipGraph:
        """Return a graph of some things, by their ids, with all that is told of them."""
        return self.reading.part(things)

    def clusters(self) -> Sequence[str]:
        """Return the ids of all clusters, in order."""
        return self.reading.clusters()

    def search(self, words: str, *, most: int = 20) -> Hits:
        """Find things by what they are called."""
        return self.reading.search(words, most=most)

    def passing(self, chosen: Chosen = ANYTHING, *, most: int | None = None) -> Passing:
        """Find clusters by country and category, and count what they have."""
        return self.reading.passing(chosen, most=most)

    def neighbourhood(self, thing: str, *, hops: int = HOPS, most: int = MOST) -> Neighbourhood:
        """Find what lies around a thing."""
        return self.reading.neighbourhood(thing, hops=hops, most=most)

    def path(self, start: str, end: str, *, include_networks: bool = False) -> Way:
        """Find the shortest way between two: :func:`hanse.queries.paths.path`."""
        if self._served is not None:
            return self._served.path(start, end, include_networks=include_networks)
        return path(self.graph, start, end, include_networks=include_networks)

    # -- the questions -----------------------------------------------------------------------

    def candidates(self, **asked: Unpack[CandidatesAsked]) -> Candidates:
        """Ask who completes an alliance; of a large project the best ``top`` alone."""
        return self.reading.candidates(asked)

    def evaluate(self, guide: Guide, pool: Sequence[str], *, top: int | None = None) -> Evaluation:
        """Ask how well candidates meet a guide; of a large project the best ``top`` alone."""
        return self.reading.evaluate(guide, pool, top=top)

    def reach(self, **asked: Unpack[ReachAsked]) -> Reach:
        """Ask how far an alliance reaches."""
        return self.reading.reach(asked)

    def matches(self, chain: ValueChain, **asked: Unpack[MatchesAsked]) -> Iterator[Match]:
        """Ask who completes whom, among all."""
        return self._reading_of_pairs.matches(chain, asked)
