"""What a reading of a project is asked, however it finds its answers."""

from collections.abc import Iterator, Sequence
from typing import NotRequired, Protocol, Required, TypedDict

from hanse.graph.assumptions import Assumption
from hanse.graph.model import Guide, ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.complementarity import Candidates
from hanse.queries.matching import Match
from hanse.queries.neighbourhood import Neighbourhood
from hanse.queries.reach import Reach
from hanse.queries.rubric import Evaluation
from hanse.queries.search import Chosen, Hits, Passing


class CandidatesAsked(TypedDict):
    """Who is to complete which alliance; ``without`` are ids of those who are not asked.

    Where ``pool`` is missing or ``None``, everybody is considered.
    """

    alliance: Required[Sequence[str]]
    chain: Required[ValueChain]
    targets: NotRequired[Sequence[str]]
    pool: NotRequired[Sequence[str] | None]
    without: NotRequired[Sequence[str]]
    include_networks: NotRequired[bool]
    top: NotRequired[int | None]


class ReachAsked(TypedDict):
    """Whose reach is asked for, on which assumptions, and what candidates would each add."""

    alliance: Required[Sequence[str]]
    include_networks: NotRequired[bool]
    assumptions: NotRequired[Sequence[Assumption]]
    candidates: NotRequired[Sequence[str]]
    with_marginal: NotRequired[bool]


class MatchesAsked(TypedDict):
    """Who completes whom: for which markets, how many for each, and by whose access."""

    targets: NotRequired[Sequence[str]]
    top: NotRequired[int]
    include_networks: NotRequired[bool]


class Reading(Protocol):
    """Answers questions of one project on one day.

    Things go by their ids. Of ``top`` candidates at least those are told, where so many are
    known; a reading to which the rest costs nothing tells all.
    """

    def find(self, name: str, *kinds: str) -> str:
        """Return the id of the thing called ``name``: an id or any known name.

        Raises
        ------
        UnknownName
            When nothing of these kinds has the name, or several have; near ones are named.
        """
        ...

    def near(self, thing: str) -> PartnershipGraph:
        """Return a graph that holds at least a thing and all who belong to it."""
        ...

    def part(self, things: Sequence[str]) -> PartnershipGraph:
        """Return a graph that holds at least some things, with all that is told of them."""
        ...

    def clusters(self) -> Sequence[str]:
        """Return the ids of all clusters, in order."""
        ...

    def search(self, words: str, *, most: int) -> Hits:
        """Find things by what they are called: :func:`hanse.queries.search.search`."""
        ...

    def passing(self, chosen: Chosen, *, most: int | None) -> Passing:
        """Find clusters by their facets: :func:`hanse.queries.search.passing`."""
        ...

    def neighbourhood(self, thing: str, *, hops: int, most: int) -> Neighbourhood:
        """Find what lies around: :func:`hanse.queries.neighbourhood.neighbourhood`."""
        ...

    def candidates(self, asked: CandidatesAsked) -> Candidates:
        """Find who completes an alliance: :func:`hanse.queries.complementarity.candidates`."""
        ...

    def evaluate(self, guide: Guide, pool: Sequence[str], *, top: int | None) -> Evaluation:
        """Say how well candidates meet a guide, by people and by facts."""
        ...

    def reach(self, asked: ReachAsked) -> Reach:
        """Say how far an alliance reaches: :func:`hanse.queries.reach.reach`."""
        ...

    def matches(self, chain: ValueChain, asked: MatchesAsked) -> Iterator[Match]:
        """Find who completes whom: :func:`hanse.queries.matching.matches`."""
        ...
