"""Ask a graph that lies in a server, part by part, with the answers that a whole graph gives.

What travels is bounded by the answer. Of reach: what the alliance reaches, and what that rests
on. Of the best candidates: the server keeps for each chain which clusters cover it alike; the
groups are taken in falling order of the most they may score, the clusters of a group likewise,
and the exact score is computed here, until what remains cannot be among the best.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import islice, takewhile
from typing import Final, Protocol

from hanse.graph.model import ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.neo4j.bounds import Beside
from hanse.queries.chains import Feeds, StageCover, Standing
from hanse.queries.complementarity import Candidate, Candidates, candidates
from hanse.queries.gains import gains
from hanse.queries.markets import TargetMarkets
from hanse.queries.novelty import Footprint
from hanse.queries.reach import Reach, reach
from hanse.queries.scores import DEFAULT

PAGE: Final = 50  # clusters taken from the server at a time
_SAME: Final = 1e-9  # bounds that differ by less differ by rounding only

Covers = tuple[float, ...]
Feed = tuple[str, int, float]
Bounded = tuple[float, str]  # the most that a cluster may score, negative, and its id


class Served(Protocol):
    """A project in a server, asked part by part."""

    def graph(
        self, ids: Iterable[str], *, brief: Iterable[str] = (), as_of: str | None = None
    ) -> PartnershipGraph:
        """Return the graph of some things alone; of those in ``brief`` names and memberships."""
        ...

    def of_kind(self, kind: str) -> list[str]:
        """Return the ids of all things of a kind."""
        ...

    def reach_needs(self, members: Iterable[str]) -> list[str]:
        """Return the ids of all that the reach of clusters rests on."""
        ...

    def candidate_needs(self, clusters: Iterable[str]) -> tuple[list[str], list[str]]:
        """Return the ids of all that the scores of clusters rest on, the second in brief."""
        ...

    def signatures(self, feeds: Sequence[Feed], stages: int) -> list[tuple[Covers, int]]:
        """Return the ways in which clusters cover a chain, and how many do so each."""
        ...

    def group(
        self,
        feeds: Sequence[Feed],
        covers: Sequence[float],
        beside: Beside,
        *,
        without: Sequence[str],
        skip: int,
        limit: int,
    ) -> list[tuple[str, float]]:
        """Return clusters that cover a chain alike, with the most each may add beside it."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Who completes an alliance: its members, the chain, the targets, the day."""

    alliance: Sequence[str]
    chain: ValueChain
    targets: Sequence[str] = ()
    as_of: str | None = None
    include_networks: bool = False


def served_reach(
    served: Served,
    *,
    alliance: Sequence[str],
    as_of: str | None = None,
    include_networks: bool = False,
) -> Reach:
    """Return how far an alliance, named by ids, reaches; as :func:`hanse.queries.reach.reach`."""
    part = served.graph(served.reach_needs(alliance), as_of=as_of)
    return reach(part, alliance=alliance, include_networks=include_networks)


def served_candidates(
    served: Served, question: Question, *, top: int = 20
) -> tuple[Candidate, ...]:
    """Return the best candidates, as :func:`hanse.queries.complementarity.candidates` does.

    Scores, ranks and reasons are those of the whole graph; so is who is beaten by nobody,
    because clusters are asked for until none that remains could beat one of the best.
    """
    fed = Feeds.of(question.chain).by_category
    own, behind = served.candidate_needs(question.alliance)
    base = [*own, *served.of_kind("market"), *fed]
    bounded = _bounded(served, question, served.graph(base, as_of=question.as_of))
    more = [cluster for _, cluster in islice(bounded, max(PAGE, 2 * top))]
    asked: list[str] = []
    best: tuple[Candidate, ...] = ()
    while True:
        asked += more
        best = _scored(served, question, (base, behind), asked).candidates
        # What must be reached only rises: each round closes most of what the last left open.
        enough = _enough(best[:top]) - _SAME if len(best) >= top else 0.0
        left = takewhile(_reaching(enough), bounded)
        more = [cluster for _, cluster in islice(left, 3 * len(asked))]
        if not more:
            break
    return best[:top]


def _reaching(enough: float) -> Callable[[Bounded], bool]:
    return lambda one: -one[0] >= enough


def _enough(best: Sequence[Candidate]) -> float:
    """Return what must be reached to change anything about the best.

    One that beats a candidate on all that is held against it may score less only by what it
    hands over less.
    """
    weight = DEFAULT.hand_over
    lows = ((c.score.low or 0.0) - weight * (c.components.hand_over.low or 0.0) for c in best)
    return min(lows)


def _scored(
    served: Served,
    question: Question,
    base: tuple[Sequence[str], Sequence[str]],
    asked: Sequence[str],
) -> Candidates:
    own, behind = served.candidate_needs(asked)
    needs, brief = [*base[0], *own], [*base[1], *behind]
    part = served.graph(needs, brief=brief, as_of=question.as_of)
    return candidates(
        part,
        alliance=question.alliance,
        chain=question.chain,
        targets=question.targets,
        pool=[cluster for cluster in asked if cluster in part],
        include_networks=question.include_networks,
    )


def _bounded(served: Served, question: Question, part: PartnershipGraph) -> Iterator[Bounded]:
    """Yield all clusters that touch the chain in falling order of the most they may score."""
    feeds = Feeds.of(question.chain)
    rows = [(c, place, r) for c, fed in feeds.by_category.items() for place, r in fed]
    members = [part.cluster(part.find(member, "cluster")) for member in question.alliance]
    standing = Standing.of(feeds, members)
    beside = _beside(part, question, Footprint.of(part, members))
    without = tuple(member.id for member in members)
    groups = [
        (_most(standing, covers), covers)
        for covers, _ in served.signatures(rows, len(question.chain.stages))
    ]
    ordered = sorted(groups, key=lambda group: (-group[0], group[1]))
    return _best_first(served, rows, ordered, beside, without)


def _most(standing: Standing, covers: Covers) -> float:
    """Return the most that the chain may count for a cluster of these covers, at most."""
    added = gains(standing, [StageCover(low=cover, high=cover) for cover in covers])
    chain = DEFAULT.chain_gain * (added.chain_gain.high or 0.0)
    return chain + DEFAULT.hand_over * (added.hand_over.high or 0.0)


def _beside(part: PartnershipGraph, question: Question, footprint: Footprint) -> Beside:
    targets = tuple(sorted({part.find(market, "market") for market in question.targets}))
    touched = TargetMarkets.of(part, targets).touched_by
    return Beside(
        region=DEFAULT.region,
        market=DEFAULT.market,
        access=DEFAULT.access,
        countries=tuple(sorted(footprint.countries)),
        targets=len(targets),
        touching=tuple(sorted(market for market, of in touched.items() if of)),
        most=max((len(of) for of in touched.values()), default=0),
        is_one_day=question.as_of is not None,
    )


def _best_first(
    served: Served,
    feeds: Sequence[Feed],
    groups: Sequence[tuple[float, Covers]],
    beside: Beside,
    without: Sequence[str],
) -> Iterator[Bounded]:
    """Merge the groups; one is opened only when what its best may score comes next."""
    waiting = [(-(most + beside.limit), "", place) for place, (most, _) in enumerate(groups)]
    heapify(waiting)
    readers: dict[int, Iterator[tuple[str, float]]] = {}
    while waiting:
        bound, cluster, place = heappop(waiting)
        if cluster:
            yield bound, cluster
        most, covers = groups[place]
        reader = readers.setdefault(place, _read(served, feeds, covers, beside, without))
        following = next(reader, None)
        if following:
            heappush(waiting, (-(most + following[1]), following[0], place))


def _read(
    served: Served,
    feeds: Sequence[Feed],
    covers: Covers,
    beside: Beside,
    without: Sequence[str],
) -> Iterator[tuple[str, float]]:
    """Yield the clusters of a group, a page at a time as they are asked for."""
    skip = 0
    while page := served.group(feeds, covers, beside, without=without, skip=skip, limit=PAGE):
        yield from page
        skip += len(page)
