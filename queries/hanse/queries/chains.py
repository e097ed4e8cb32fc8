"""How far clusters cover a value chain, stage by stage.

A cluster covers a stage as far as the most relevant of its categories reaches: the maximum,
so that two words for one thing do not add up. The covers of an alliance's members add up, and
the first provider of a stage is worth more than the second. Since a further provider is never
worth more than the one before, what a member adds never grows as the alliance grows.

A member whose categories nobody states may cover anything: its cover is a range.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from math import fsum
from typing import Final, Literal, Self

from hanse.graph.ids import category_id
from hanse.graph.model import ClusterOrganisation, Feed, ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval

State = Literal["covered", "thin", "gap"]

# Members active in the field that make a cluster count in full, when covers are scaled: the
# number the search of LASER-GO D4.1 (section 2) asked of a partner.
FULL_ACTIVITY: Final = 30
# Sums of covers that differ by less are the same.
TOLERANCE: Final = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class StageCover:
    """How far one cluster covers one stage, 0 to 1, and the ids of the categories that earn it.

    ``low`` and ``high`` differ where it is not known; equal ends are a known cover.
    """

    low: float = 0.0
    high: float = 0.0
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StageState:
    """How an alliance stands at one stage.

    ``cover`` is the sum of its members' covers, in providers. The stage is *covered* when that
    reaches the depth asked for (two providers by default), a *gap* when nobody covers it, and
    *thin* in between; a stage that only members of unknown categories may cover is thin.
    ``providers`` are the members that cover it, ``unknown`` those whose categories nobody
    states.
    """

    id: str
    label: str
    cover: Interval
    state: State
    providers: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StageSummary:
    """A stage, the categories that feed it, and the ids of the clusters that cover it."""

    id: str
    label: str
    feeds: tuple[Feed, ...]
    clusters: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeds:
    """A chain turned round: for each category the stages it feeds, and how relevant it is.

    ``by_category`` maps a category id to places in the order of stages and relevances;
    ``most`` is the highest relevance at each stage.
    """

    chain: ValueChain
    by_category: Mapping[str, tuple[tuple[int, float], ...]] = field(hash=False)
    most: tuple[float, ...]

    @classmethod
    def of(cls, chain: ValueChain) -> Self:
        """Return the feeds of a chain; categories of all schemes count."""
        found: dict[str, dict[int, float]] = {}
        for place, stage in enumerate(chain.stages):
            for feed in stage.feeds:
                stages = found.setdefault(category_id(feed.scheme, feed.label), {})
                stages[place] = max(feed.relevance, stages.get(place, 0.0))
        most = (max((f.relevance for f in s.feeds), default=0.0) for s in chain.stages)
        by_category = {category: tuple(stages.items()) for category, stages in found.items()}
        return cls(chain=chain, by_category=by_category, most=tuple(most))

    def covers(
        self, cluster: ClusterOrganisation, *, scale_by_active: bool = False
    ) -> tuple[StageCover, ...]:
        """Return how far a cluster covers each stage, in the order of stages.

        A cluster without categories may cover anything: from 0 to the stage's highest
        relevance. With ``scale_by_active`` a cover is multiplied by the share of
        :data:`FULL_ACTIVITY` that its active members reach; where their number is unknown the
        cover lies between 0 and the full one.
        """
        activity = _activity(cluster) if scale_by_active else (1.0, 1.0)
        if not cluster.category_ids:
            return tuple(StageCover(high=most * activity[1]) for most in self.most)
        return tuple(
            StageCover(low=best * activity[0], high=best * activity[1], categories=earners)
            for best, earners in self._best(cluster.category_ids)
        )

    def _best(self, categories: Iterable[str]) -> list[tuple[float, tuple[str, ...]]]:
        best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())] * len(self.chain.stages)
        for category in categories:
            for place, relevance in self.by_category.get(category, ()):
                reached, earners = best[place]
                if relevance >= reached:
                    tied = earners if relevance == reached else ()
                    best[place] = (relevance, (*tied, category))
        return best


def _activity(cluster: ClusterOrganisation) -> tuple[float, float]:
    count = cluster.counts.get("active_members")
    low, high = (count.interval.low, count.interval.high) if count else (None, None)
    least = 0.0 if low is None else min(1.0, low / FULL_ACTIVITY)
    return (least, 1.0 if high is None else min(1.0, high / FULL_ACTIVITY))


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where an alliance stands on a chain: the covers of its members by id, stage by stage."""

    feeds: Feeds
    covers: Mapping[str, tuple[StageCover, ...]] = field(hash=False)
    unknown: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        feeds: Feeds,
        members: Iterable[ClusterOrganisation],
        *,
        scale_by_active: bool = False,
    ) -> Self:
        """Return where ``members`` together stand on a chain."""
        by_id = {member.id: member for member in members}
        covers = {m: feeds.covers(by_id[m], scale_by_active=scale_by_active) for m in sorted(by_id)}
        unknown = tuple(member for member in covers if not by_id[member].category_ids)
        return cls(feeds=feeds, covers=covers, unknown=unknown)

    @cached_property
    def amounts(self) -> tuple[tuple[float, float], ...]:
        """Return the sum of the members' covers at each stage, lowest and highest."""
        return tuple((fsum(low), fsum(high)) for low, high in self._by_stage)

    @cached_property
    def best(self) -> tuple[tuple[float, float], ...]:
        """Return the best cover at each stage, lowest and highest."""
        return tuple((max(low, default=0), max(high, default=0)) for low, high in self._by_stage)

    @property
    def _by_stage(self) -> Iterable[tuple[list[float], list[float]]]:
        for place in range(len(self.feeds.chain.stages)):
            at_stage = [covers[place] for covers in self.covers.values()]
            yield [cover.low for cover in at_stage], [cover.high for cover in at_stage]

    @cached_property
    def value(self) -> tuple[float, float]:
        """Return the chain value F, lowest and highest: a share of the complete chain."""
        low, high = zip(*self.amounts, strict=True) if self.amounts else ((), ())
        return chain_value(self.feeds.chain, low), chain_value(self.feeds.chain, high)

    @cached_property
    def hand_overs(self) -> tuple[float, float]:
        """Return how well work can be handed on along the chain, lowest and highest."""
        low, high = zip(*self.best, strict=True) if self.best else ((), ())
        return hand_overs(low), hand_overs(high)

    def states(self) -> tuple[StageState, ...]:
        """Return how the alliance stands at each stage, in the order of stages."""
        depth = len(self.feeds.chain.provider_worths)
        return tuple(
            StageState(
                id=stage.id,
                label=stage.label,
                cover=Interval(*amount),
                state=_state(*amount, depth=depth),
                providers=tuple(m for m, covers in self.covers.items() if covers[place].categories),
                unknown=self.unknown,
            )
            for place, (stage, amount) in enumerate(
                zip(self.feeds.chain.stages, self.amounts, strict=True)
            )
        )


def _state(low: float, high: float, *, depth: int) -> State:
    if low >= depth - TOLERANCE:
        return "covered"
    return "gap" if high <= TOLERANCE else "thin"


def tier(amount: float, place: int) -> float:
    """Return how much of provider number ``place`` (from 0) an amount of cover fills, 0 to 1.

    >>> tier(1.6, 0), round(tier(1.6, 1), 6)
    (1.0, 0.6)
    """
    return min(1.0, max(0.0, amount - place))


def worth(amount: float, provider_worths: Sequence[float]) -> float:
    """Return what an amount of cover is worth at one stage, 0 to 1.

    h(A) = sum over k of worth(k) times the part of the k-th provider that A fills.

    >>> round(worth(1.6, (0.7, 0.3)), 6)
    0.88
    """
    return fsum(share * tier(amount, place) for place, share in enumerate(provider_worths))


def chain_value(chain: ValueChain, amounts: Sequence[float]) -> float:
    """Return the value F of covers summed by stage, as a share of the complete chain."""
    worths = chain.provider_worths
    pairs = zip(chain.stages, amounts, strict=True)
    return fsum(stage.weight * worth(amount, worths) for stage, amount in pairs)


def hand_overs(best: Sequence[float]) -> float:
    """Return the mean over neighbouring stages of the weaker of the two best covers, 0 to 1.

    A chain of one stage has nothing to hand over: 0.

    >>> hand_overs([1, 1, 0.5]), hand_overs([1])
    (0.75, 0.0)
    """
    links = [min(pair) for pair in pairwise(best)]
    return fsum(links) / len(links) if links else 0.0


def stage_summary(graph: PartnershipGraph, chain: ValueChain) -> tuple[StageSummary, ...]:
    """Return each stage with what feeds it and the clusters of the graph that cover it.

    Clusters without categories are in none of the lists, which says nothing about them.
    """
    feeds = Feeds.of(chain)
    covers = {c.id: feeds.covers(c) for c in graph.clusters() if c.category_ids}
    return tuple(
        StageSummary(
            id=stage.id,
            label=stage.label,
            feeds=stage.feeds,
            clusters=tuple(c for c, covered in covers.items() if covered[place].high > 0),
        )
        for place, stage in enumerate(chain.stages)
    )


def clusters_per_stage(graph: PartnershipGraph, chain: ValueChain) -> dict[str, int]:
    """Return how many clusters of the graph cover each stage, by the stage's id."""
    return {stage.id: len(stage.clusters) for stage in stage_summary(graph, chain)}
