"""An alliance on a chain, as the kinds of clusters that a server tells of are held against it.

The rules are those of :mod:`hanse.queries.complementarity`: each component is reckoned by the
one function that reckons it everywhere.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

from hanse.graph.model import ACCESS_KINDS, PARTNERSHIP_KINDS, ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval, exact
from hanse.graph.stores.neo4j.kinds import Apart, Circumstances, Kind
from hanse.queries.access import FULL_AT, WORTH_OF_A_HOP, Surroundings
from hanse.queries.chains import Feeds, StageCover, Standing
from hanse.queries.gains import gains
from hanse.queries.indexed.chain_gains import GroupGains, group_gains
from hanse.queries.markets import TargetMarkets
from hanse.queries.novelty import Footprint, novelty
from hanse.queries.scores import DEFAULT, Components, score
from hanse.queries.served.asking import Ground, Groups

Reals = NDArray[np.float64]
ENOUGH = int(FULL_AT / WORTH_OF_A_HOP)  # so many newly reached clusters are worth all of it
WORTH = [min(1.0, WORTH_OF_A_HOP * number / FULL_AT) for number in range(ENOUGH + 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Who completes an alliance: ids of its members, the chain, the targets.

    ``without`` are ids of those who are not asked.
    """

    alliance: Sequence[str]
    chain: ValueChain
    targets: Sequence[str] = ()
    without: Sequence[str] = ()
    include_networks: bool = False

    @property
    def key(self) -> Hashable:
        """Return what is the same for the same question."""
        named = (tuple(ids) for ids in (self.alliance, self.targets, self.without))
        return (*named, self.chain, self.include_networks)

    @property
    def access_kinds(self) -> Sequence[str]:
        """Return the kinds of partnerships that give access to their members."""
        return PARTNERSHIP_KINDS if self.include_networks else ACCESS_KINDS


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What an alliance has, so that what others add can be reckoned.

    ``graph`` holds its members and what they lead to; ``regions`` what each class of places
    is worth, at least and at most.
    """

    graph: PartnershipGraph
    members: tuple[str, ...]
    targets: tuple[str, ...]
    standing: Standing
    groups: Groups
    gains: GroupGains
    regions: tuple[Interval, ...]
    reached: frozenset[str]
    markets: TargetMarkets
    circumstances: Circumstances
    without: tuple[str, ...]

    @classmethod
    def of(cls, ground: Ground, question: Question) -> Self:
        """Return the situation of an alliance; one that was asked for lately is kept."""
        return ground.once((cls, question.key), lambda: cls._made(ground, question))

    @classmethod
    def _made(cls, ground: Ground, question: Question) -> Self:
        feeds = Feeds.of(question.chain)
        graph = _surroundings(ground, question, feeds)
        members = tuple(sorted({graph.find(one, "cluster") for one in question.alliance}))
        targets = tuple(sorted({graph.find(one, "market") for one in question.targets}))
        records = [graph.cluster(member) for member in members]
        groups = ground.served.saved_chain(_rows(feeds), len(question.chain.stages))
        regions, classes = _classes(ground, groups, Footprint.of(graph, records))
        standing = Standing.of(feeds, records)
        markets = TargetMarkets.of(graph, targets)
        covers = np.array(groups.covers).reshape(-1, len(question.chain.stages))
        return cls(
            graph=graph,
            members=members,
            targets=targets,
            standing=standing,
            groups=groups,
            gains=group_gains(standing, covers, covers),
            regions=regions,
            reached=Surroundings.of(graph, members, question.access_kinds).reached,
            markets=markets,
            circumstances=_circumstances(question, markets, classes),
            without=(*members, *question.without),
        )

    @cached_property
    def apart(self) -> list[Apart]:
        """Return the clusters that must be looked at one by one, members among them."""
        about = self.circumstances
        return self.groups.apart(about, reached=self.reached, without=self.without)

    @cached_property
    def is_on_chain(self) -> NDArray[np.bool_]:
        """Say of each group whether it covers a stage."""
        covers = np.array(self.groups.covers).reshape(-1, len(self.standing.feeds.most))
        on_chain: NDArray[np.bool_] = covers.max(axis=1, initial=0) > 0
        return on_chain

    @cached_property
    def weighed(self) -> tuple[Reals, Reals]:
        """Return what the groups score by the chain alone, at least and at most."""
        return self.gains.weighed(DEFAULT)

    @cached_property
    def region_ends(self) -> tuple[Reals, Reals]:
        """Return what the classes of places add to a score, at least and at most."""
        lows = [DEFAULT.region * (one.low or 0.0) for one in self.regions]
        highs = [DEFAULT.region * (one.high or 0.0) for one in self.regions]
        return np.array(lows), np.array(highs)

    def market(self, kind: Kind) -> Interval:
        """Return the share of the targets that clusters of a kind cover."""
        number = len(self.targets)
        if not number:
            return exact(0.0)
        if kind.sure is None or kind.may is None:
            return Interval(0.0, 1.0)
        return Interval(kind.sure / number, kind.may / number)

    def components(self, kind: Kind, market: Interval | None = None) -> Components:
        """Return the components of the score of a kind, to the last digit."""
        covers = [StageCover(low=one, high=one) for one in self.groups.covers[kind.group]]
        added = gains(self.standing, covers)
        return Components(
            chain_gain=added.chain_gain,
            gap=added.gap,
            thin=added.thin,
            hand_over=added.hand_over,
            region=self.regions[kind.place],
            market=self.market(kind) if market is None else market,
            access=exact(WORTH[kind.behind]),
            redundancy=added.redundancy,
        )

    def score(self, kind: Kind, market: Interval | None = None) -> Interval:
        """Return the score of a kind, by the one formula."""
        return score(self.components(kind, market))


def _surroundings(ground: Ground, question: Question, feeds: Feeds) -> PartnershipGraph:
    own, behind = ground.served.candidate_needs([*question.alliance, *question.without])
    return ground.served.graph([*own, *ground.markets, *feeds.by_category], brief=behind)


def _rows(feeds: Feeds) -> list[tuple[str, int, float]]:
    return [(c, place, worth) for c, fed in feeds.by_category.items() for place, worth in fed]


def _classes(
    ground: Ground, groups: Groups, footprint: Footprint
) -> tuple[tuple[Interval, ...], list[int]]:
    """Return what places may be worth, and for each place which of these it is."""
    graph = ground.places(groups.places)
    known: dict[Interval, int] = {}
    classes = []
    for number in range(len(groups.places)):
        worth = novelty(graph, graph.cluster(str(number)), footprint).value
        classes.append(known.setdefault(worth, len(known)))
    return tuple(known), classes


def _circumstances(
    question: Question, markets: TargetMarkets, classes: Sequence[int]
) -> Circumstances:
    covered, touched = (
        [[m for m, of in by_market.items() if target in of] for target in markets.targets]
        for by_market in (markets.covered_by, markets.touched_by)
    )
    return Circumstances(
        classes=classes,
        covered=covered,
        touched=touched,
        access=question.access_kinds,
        has_networks=question.include_networks,
        enough=ENOUGH,
    )
