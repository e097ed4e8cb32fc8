"""What a candidate adds to an alliance's value chain, as ranges.

With everything known each range is one number. Where covers are ranges, the least gain meets
the best provided alliance with the least of the candidate, and the greatest gain the reverse;
the ranges hold every case, and may be somewhat wider than the cases are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Final

from hanse.graph.quantities import UNKNOWN, Interval, exact
from hanse.queries.chains import TOLERANCE, StageCover, Standing, hand_overs, tier

# Less than this is missing: the chain is complete, and a share of what is missing says nothing.
COMPLETE_BELOW: Final = 0.05
ROUNDING: Final = 1e-12

Ends = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class StageGain:
    """What a candidate adds at one stage, as shares of the complete chain.

    ``gap`` is its part in the first provider, ``thin`` its part in the further ones.
    """

    place: int
    gap: Ends
    thin: Ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Gains:
    """What a candidate adds to a chain.

    ``gap`` and ``thin`` are shares of what the alliance lacks, and ``chain_gain`` is their
    sum (at most 1); all three are unknown where the chain is complete already. ``absolute``
    is the gain as a share of the complete chain. ``redundancy`` is the share of the
    candidate's cover that lands on stages with enough providers.
    """

    chain_gain: Interval
    gap: Interval
    thin: Interval
    absolute: Interval
    hand_over: Interval
    redundancy: Interval
    stages: tuple[StageGain, ...]

    @property
    def is_complete(self) -> bool:
        """Say whether the chain is complete without the candidate."""
        return self.chain_gain.is_unknown


def gains(standing: Standing, covers: Sequence[StageCover]) -> Gains:
    """Return what a candidate with these covers adds to an alliance.

    Chain gain C = (F(K with x) - F(K)) / (1 - F(K)), split into the first provider of each
    stage and the further ones.
    """
    stages = tuple(_stage_gain(standing, place, cover) for place, cover in enumerate(covers))
    gap, thin = _sum(stage.gap for stage in stages), _sum(stage.thin for stage in stages)
    missing = (1 - standing.value[1], 1 - standing.value[0])
    parts = _share(gap, missing), _share(thin, missing)
    return Gains(
        chain_gain=_together(*parts),
        gap=parts[0],
        thin=parts[1],
        absolute=Interval(gap[0] + thin[0], gap[1] + thin[1]),
        hand_over=_hand_over(standing, covers),
        redundancy=_redundancy(standing, covers),
        stages=stages,
    )


def _stage_gain(standing: Standing, place: int, cover: StageCover) -> StageGain:
    chain, has = standing.feeds.chain, standing.amounts[place]
    if cover.high == 0:
        return StageGain(place=place, gap=(0.0, 0.0), thin=(0.0, 0.0))
    weight = chain.stages[place].weight
    tiers = []
    for number, share in enumerate(chain.provider_worths):
        low, high = _tier_gain(number, has, (cover.low, cover.high))
        tiers.append((weight * share * low, weight * share * high))
    return StageGain(place=place, gap=tiers[0], thin=_sum(tiers[1:]))


def _tier_gain(number: int, has: Ends, brings: Ends) -> Ends:
    """Return the least and the greatest rise of one tier over all covers in the ranges.

    The rise is piecewise linear in what the alliance has, so its extremes lie at the ends of
    the range or where a piece begins; it never falls with what the candidate brings.
    """
    if has[0] == has[1] and brings[0] == brings[1]:
        rise = tier(has[0] + brings[0], number) - tier(has[0], number)
        return rise, rise
    return min(_rises(number, has, brings[0])), max(_rises(number, has, brings[1]))


def _rises(number: int, has: Ends, cover: float) -> list[float]:
    turns = {number, number + 1, number - cover, number + 1 - cover}
    amounts = {*has, *(turn for turn in turns if has[0] < turn < has[1])}
    return [tier(amount + cover, number) - tier(amount, number) for amount in amounts]


def _sum(parts: Iterable[Ends]) -> Ends:
    every = list(parts)
    return fsum(low for low, _ in every), fsum(high for _, high in every)


def _share(gain: Ends, missing: Ends) -> Interval:
    """Return a gain as a share of what is missing, at most 1; unknown of a complete chain."""
    enough = COMPLETE_BELOW - ROUNDING
    if missing[1] < enough:
        return UNKNOWN
    # Where the chain may be complete, the gain may count for nothing.
    low = gain[0] / missing[1] if missing[0] >= enough else 0.0
    return Interval(min(1.0, low), min(1.0, gain[1] / max(missing[0], enough)))


def _together(gap: Interval, thin: Interval) -> Interval:
    if gap.low is None or gap.high is None or thin.low is None or thin.high is None:
        return UNKNOWN
    return Interval(min(1.0, gap.low + thin.low), min(1.0, gap.high + thin.high))


def _hand_over(standing: Standing, covers: Sequence[StageCover]) -> Interval:
    """Return the rise of the mean hand-over, H(K with x) - H(K)."""
    pairs = list(zip(standing.best, covers, strict=True))
    least = hand_overs([max(best[0], cover.low) for best, cover in pairs])
    most = hand_overs([max(best[1], cover.high) for best, cover in pairs])
    before = standing.hand_overs
    return Interval(max(0.0, least - before[1]), max(0.0, most - before[0]))


def _redundancy(standing: Standing, covers: Sequence[StageCover]) -> Interval:
    """Return the share of the candidate's weighted cover on stages with enough providers.

    How active the candidate is cancels out of a share, unless it may not be active at all.
    """
    chain = standing.feeds.chain
    whole = [stage.weight * c.high for stage, c in zip(chain.stages, covers, strict=True)]
    total = fsum(whole)
    if total == 0:
        return exact(0.0)
    enough = len(chain.provider_worths) - TOLERANCE
    sure, may = (
        fsum(part for part, has in zip(whole, standing.amounts, strict=True) if has[end] >= enough)
        for end in (0, 1)
    )
    may_be_idle = all(cover.low == 0 for cover in covers)
    return Interval(0.0 if may_be_idle else sure / total, may / total)
