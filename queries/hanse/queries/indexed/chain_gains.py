"""What each group of clusters adds to an alliance along a chain.

The rules are those of :mod:`hanse.queries.gains`, for all groups at once; a test holds the two
against each other.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hanse.queries.chains import TOLERANCE, Standing
from hanse.queries.gains import COMPLETE_BELOW, ROUNDING, Ends
from hanse.queries.scores import Weights

Reals = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GroupGains:
    """What each group adds, lowest and highest; the chain gain of a complete chain counts 0."""

    chain: tuple[Reals, Reals]
    hand_over: tuple[Reals, Reals]
    redundancy: tuple[Reals, Reals]

    def weighed(self, weights: Weights) -> tuple[Reals, Reals]:
        """Return what the groups score by the chain alone, at least and at most."""
        gains = [
            weights.chain_gain * chain + weights.hand_over * hand_over
            for chain, hand_over in zip(self.chain, self.hand_over, strict=True)
        ]
        low, high = self.redundancy
        return gains[0] - weights.redundancy * high, gains[1] - weights.redundancy * low


def group_gains(standing: Standing, lows: Reals, highs: Reals) -> GroupGains:
    """Return what groups with these covers, by stage, add to an alliance."""
    return GroupGains(
        chain=_chain(standing, lows, highs),
        hand_over=_hand_over(standing, lows, highs),
        redundancy=_redundancy(standing, lows, highs),
    )


def _chain(standing: Standing, lows: Reals, highs: Reals) -> tuple[Reals, Reals]:
    chain = standing.feeds.chain
    gap = np.zeros((2, len(lows)))
    thin = np.zeros((2, len(lows)))
    for place, (stage, has) in enumerate(zip(chain.stages, standing.amounts, strict=True)):
        low = lows[:, place]
        high = low if lows is highs else highs[:, place]
        for number, share in enumerate(chain.provider_worths):
            rise = _tier_gain(number, has, low, high)
            part = gap if number == 0 else thin
            part += stage.weight * share * np.stack(rise)
    missing = (1 - standing.value[1], 1 - standing.value[0])
    if missing[1] < COMPLETE_BELOW - ROUNDING:
        nothing = np.zeros(len(lows))
        return nothing, nothing
    shares = [_share(part, missing) for part in (gap, thin)]
    least, most = (np.minimum(1.0, first + second) for first, second in zip(*shares, strict=True))
    return least, most


def _share(gain: Reals, missing: Ends) -> tuple[Reals, Reals]:
    enough = COMPLETE_BELOW - ROUNDING
    low = gain[0] / missing[1] if missing[0] >= enough else np.zeros(len(gain[0]))
    return np.minimum(1.0, low), np.minimum(1.0, gain[1] / max(missing[0], enough))


def _tier_gain(number: int, has: Ends, low: Reals, high: Reals) -> tuple[Reals, Reals]:
    """Return the least and the greatest rise of one tier over all covers in the ranges."""
    if low is high and has[0] == has[1]:  # nothing is a range: one sum is both ends
        rise = _tier(has[0] + low, number) - _tier(np.array(has[0]), number)
        return rise, rise
    return _rises(number, has, low).min(axis=0), _rises(number, has, high).max(axis=0)


def _rises(number: int, has: Ends, cover: Reals) -> Reals:
    ends = [np.full(len(cover), end) for end in has]
    turns = [np.full(len(cover), float(turn)) for turn in (number, number + 1)]
    turns += [number - cover, number + 1 - cover]
    inside = [np.where((has[0] < turn) & (turn < has[1]), turn, has[0]) for turn in turns]
    amounts = np.stack([*ends, *inside] if has[0] < has[1] else ends[:1])
    rises: Reals = _tier(amounts + cover, number) - _tier(amounts, number)
    return rises


def _tier(amounts: Reals, number: int) -> Reals:
    return np.minimum(1.0, np.maximum(0.0, amounts - number))


def _hand_over(standing: Standing, lows: Reals, highs: Reals) -> tuple[Reals, Reals]:
    best = np.array(standing.best)
    least, most = (
        _hand_overs(np.maximum(best[:, end], covers)) for end, covers in enumerate((lows, highs))
    )
    before = standing.hand_overs
    return np.maximum(0.0, least - before[1]), np.maximum(0.0, most - before[0])


def _hand_overs(best: Reals) -> Reals:
    links = np.minimum(best[:, :-1], best[:, 1:])
    stages = links.shape[1]
    mean: Reals = links.sum(axis=1) / stages if stages else np.zeros(len(best))
    return mean


def _redundancy(standing: Standing, lows: Reals, highs: Reals) -> tuple[Reals, Reals]:
    chain = standing.feeds.chain
    whole = highs * np.array([stage.weight for stage in chain.stages])
    total = whole.sum(axis=1)
    covered = np.where(total > 0, total, 1.0)
    enough = len(chain.provider_worths) - TOLERANCE
    is_deep = np.array(standing.amounts) >= enough
    sure, may = (
        np.where(total > 0, whole[:, is_deep[:, end]].sum(axis=1) / covered, 0.0) for end in (0, 1)
    )
    may_be_idle = (lows == 0).all(axis=1)
    return np.where(may_be_idle, 0.0, sure), may
