"""Who completes an alliance along a value chain, with the reasons for every point.

What a candidate adds to the chain, on the map, in the target markets and by its partnerships is
weighed into one score; what is unknown makes it a range.

A candidate whose categories touch no stage is *off the chain* and is not ranked. One whose
categories nobody states is *uncategorised*, which says nothing about what it can do.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from hanse.graph.model import (
    ACCESS_KINDS,
    PARTNERSHIP_KINDS,
    Category,
    ClusterOrganisation,
    ValueChain,
)
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval
from hanse.queries.access import Surroundings, access
from hanse.queries.answers import RankRange, Totals, rank_ranges
from hanse.queries.chain_reasons import Explanation
from hanse.queries.chains import Feeds, StageCover, StageState, Standing
from hanse.queries.frames import to_frame as as_frame
from hanse.queries.gains import Gains, gains
from hanse.queries.markets import TargetMarkets, coverage
from hanse.queries.novelty import Footprint, novelty
from hanse.queries.reasons import Reason
from hanse.queries.scores import (
    DEFAULT,
    SAME_TO,
    Components,
    Weights,
    at_worst,
    pareto_front,
    score,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A candidate's place, score, components and reasons.

    ``is_pareto``: no other candidate is at least as good on chain gain, region, market, access
    and redundancy and better on one of them, each taken at its worst.
    """

    id: str
    name: str
    country: str | None
    score: Interval
    rank: RankRange
    components: Components
    is_pareto: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Who completes an alliance, best first.

    The order is by the low end of the score, then the high end, then the id. ``off_chain`` and
    ``uncategorised`` are ids of those that are not ranked. Where only the first of each were
    asked for, ``totals`` says how many there are.
    """

    alliance: tuple[str, ...]
    chain: str
    targets: tuple[str, ...]
    stages: tuple[StageState, ...]
    candidates: tuple[Candidate, ...]
    off_chain: tuple[str, ...]
    uncategorised: tuple[str, ...]
    totals: Totals
    lens: Literal["complementarity"] = "complementarity"
    to_frame = as_frame


@dataclass(frozen=True, slots=True, kw_only=True)
class _Situation:
    """An alliance as every candidate is held against it."""

    graph: PartnershipGraph
    standing: Standing
    states: tuple[StageState, ...]
    categories: Mapping[str, Category]
    footprint: Footprint
    surroundings: Surroundings
    markets: TargetMarkets


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    cluster: ClusterOrganisation
    components: Components
    score: Interval
    reasons: tuple[Reason, ...]


def candidates(
    graph: PartnershipGraph,
    *,
    alliance: Sequence[str],
    chain: ValueChain,
    targets: Sequence[str] = (),
    pool: Sequence[str] | None = None,
    weights: Weights = DEFAULT,
    include_networks: bool = False,
    scale_by_active: bool = False,
    top: int | None = None,
    listed: int | None = None,
) -> Candidates:
    """Rank the clusters that may complete an alliance along a value chain.

    Parameters
    ----------
    graph
        What is known on the day asked for.
    alliance
        Ids or names of the members; none of them is a candidate.
    chain
        The value chain.
    targets
        Ids or names of target markets. Without any, markets add nothing to a score.
    pool
        Ids or names of those to consider; ``None`` is every cluster.
    weights
        What each component counts.
    include_networks
        Whether a network, too, gives access to its members.
    scale_by_active
        Whether covers are scaled by the number of active members.
    top, listed
        How many candidates, and how many ids of those not ranked, to return; ``None`` is all.

    Raises
    ------
    UnknownName
        When the graph holds no such cluster or market on its day.
    """
    members = _found(graph, alliance, "cluster")
    situation = _situation(
        graph,
        alliance=members,
        chain=chain,
        targets=_found(graph, targets, "market"),
        kinds=PARTNERSHIP_KINDS if include_networks else ACCESS_KINDS,
        scale_by_active=scale_by_active,
    )
    considered = _considered(graph, members, pool)
    feeds = situation.standing.feeds
    covers = {
        c.id: feeds.covers(c, scale_by_active=scale_by_active) for c in considered if c.category_ids
    }
    return first(_answer(situation, considered, covers, weights), top=top, listed=listed)


def first(answer: Candidates, *, top: int | None = None, listed: int | None = None) -> Candidates:
    """Return the answer with the first of its candidates, and of the ids of the others."""
    return replace(
        answer,
        candidates=answer.candidates[:top],
        off_chain=answer.off_chain[:listed],
        uncategorised=answer.uncategorised[:listed],
    )


def _answer(
    situation: _Situation,
    considered: Sequence[ClusterOrganisation],
    covers: Mapping[str, Sequence[StageCover]],
    weights: Weights,
) -> Candidates:
    """Rank those of known categories that touch a stage, and list the others apart."""
    on_chain = [c for c in considered if any(cover.high for cover in covers.get(c.id, ()))]
    ranked = {cluster.id for cluster in on_chain}
    judged = [_judge(situation, cluster, covers[cluster.id], weights) for cluster in on_chain]
    off_chain = tuple(c for c in covers if c not in ranked)
    uncategorised = tuple(c.id for c in considered if c.id not in covers)
    return Candidates(
        alliance=tuple(situation.standing.covers),
        chain=situation.standing.feeds.chain.id,
        targets=situation.markets.targets,
        stages=situation.states,
        candidates=_ranked(judged),
        off_chain=off_chain,
        uncategorised=uncategorised,
        totals=Totals(
            candidates=len(judged), off_chain=len(off_chain), uncategorised=len(uncategorised)
        ),
    )


def _found(graph: PartnershipGraph, names: Iterable[str], kind: str) -> tuple[str, ...]:
    return tuple(sorted({graph.find(name, kind) for name in names}))


def _considered(
    graph: PartnershipGraph, members: Sequence[str], pool: Sequence[str] | None
) -> list[ClusterOrganisation]:
    if pool is None:
        return [c for c in graph.clusters() if c.id not in members]
    return [graph.cluster(c) for c in _found(graph, pool, "cluster") if c not in members]


def _situation(
    graph: PartnershipGraph,
    *,
    alliance: Sequence[str],
    chain: ValueChain,
    targets: Sequence[str],
    kinds: Sequence[str],
    scale_by_active: bool,
) -> _Situation:
    members = [graph.cluster(member) for member in alliance]
    feeds = Feeds.of(chain)
    standing = Standing.of(feeds, members, scale_by_active=scale_by_active)
    return _Situation(
        graph=graph,
        standing=standing,
        states=standing.states(),
        categories={c: graph.category(c) for c in feeds.by_category if c in graph},
        footprint=Footprint.of(graph, members),
        surroundings=Surroundings.of(graph, alliance, kinds),
        markets=TargetMarkets.of(graph, targets),
    )


def _judge(
    situation: _Situation,
    cluster: ClusterOrganisation,
    covers: Sequence[StageCover],
    weights: Weights,
) -> _Judged:
    graph = situation.graph
    added = gains(situation.standing, covers)
    region = novelty(graph, cluster, situation.footprint)
    market = coverage(graph, cluster.id, situation.markets)
    door = access(graph, cluster.id, situation.surroundings)
    components = _components(added, region.value, market.value, door.value)
    explained = Explanation(
        graph=graph,
        cluster=cluster.id,
        covers=covers,
        standing=situation.standing,
        states=situation.states,
        categories=situation.categories,
    )
    others = (*region.reasons, *market.reasons, *door.reasons)
    return _Judged(
        cluster=cluster,
        components=components,
        score=score(components, weights),
        reasons=(*explained.reasons(added), *others, explained.evidence()),
    )


def _components(added: Gains, region: Interval, market: Interval, access: Interval) -> Components:
    return Components(
        chain_gain=added.chain_gain,
        gap=added.gap,
        thin=added.thin,
        hand_over=added.hand_over,
        region=region,
        market=market,
        access=access,
        redundancy=added.redundancy,
    )


def _ranked(judged: Sequence[_Judged]) -> tuple[Candidate, ...]:
    ranks = rank_ranges({one.cluster.id: one.score for one in judged})
    front = pareto_front({one.cluster.id: at_worst(one.components) for one in judged})
    return tuple(
        Candidate(
            id=one.cluster.id,
            name=one.cluster.name,
            country=one.cluster.country,
            score=one.score,
            rank=ranks[one.cluster.id],
            components=one.components,
            is_pareto=one.cluster.id in front,
            reasons=one.reasons,
        )
        for one in sorted(judged, key=_order)
    )


def _order(one: _Judged) -> tuple[float, float, str]:
    low, high = one.score.low or 0.0, one.score.high or 0.0
    return (-round(low, SAME_TO), -round(high, SAME_TO), one.cluster.id)
