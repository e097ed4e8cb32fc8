"""What every answer is made of: evidence that leads back to a document, and ranks as ranges."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.quantities import Interval

ROUNDING: Final = 1e-12  # scores closer than this differ only by the order of their sums


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Evidence:
    """Where a part of an answer stands: source id, place in it, and its own day if it has one."""

    document: str
    locator: str
    as_of: str | None = None

    @classmethod
    def of(cls, claim: Claim) -> "Evidence":
        """Return where ``claim`` stands."""
        return cls(document=claim.source, locator=claim.locator, as_of=claim.as_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class RankRange:
    """The best and the worst place that intervals allow; equal when nothing is in doubt."""

    best: int
    worst: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How many candidates there are, and how many clusters that are not ranked.

    An answer may list only the first of each.
    """

    candidates: int
    off_chain: int
    uncategorised: int


def rank_ranges(scores: Mapping[str, Interval]) -> dict[str, RankRange]:
    """Return the range of ranks of each score.

    Best: 1 + those whose low end exceeds my high end. Worst: 1 + those whose high end exceeds
    my low end. An unknown low end is as low as can be, an open high end as high as can be.

    Examples
    --------
    >>> ranks = rank_ranges({"a": Interval(3.7, 3.7), "b": Interval(2.7, 3.8)})
    >>> ranks["b"]
    RankRange(best=1, worst=2)
    """
    lows = sorted(_low(score) for score in scores.values())
    highs = sorted(_high(score) for score in scores.values())
    return {
        name: RankRange(
            best=1 + _above(lows, _high(score)),
            worst=1 + _above(highs, _low(score)) - (_high(score) > _low(score) + ROUNDING),
        )
        for name, score in scores.items()
    }


def _low(score: Interval) -> float:
    return -inf if score.low is None else score.low


def _high(score: Interval) -> float:
    return inf if score.high is None else score.high


def _above(ordered: list[float], value: float) -> int:
    """Count the values above ``value``; one that differs only by rounding is not above."""
    return len(ordered) - bisect_right(ordered, value + ROUNDING)
