"""One figure for near and far together: an index, kept apart from all counts.

What is reached directly counts whole, what is only reached through a partnership counts half:
direct + discount * (total - direct). Such a figure orders alliances and counts nobody, so it is
no number of companies, and has no unit. Clusters count once, at their first hop.
"""

from typing import Final

from hanse.graph.quantities import UNKNOWN, Interval
from hanse.queries.reach import Reach

DISCOUNT: Final = 0.5  # what counts at one hop, as a share of what counts directly


def reach_index(answer: Reach, *, discount: float = DISCOUNT) -> dict[str, Interval]:
    """Return the discounted index of each unit, as a range.

    Direct and total weigh (1 - discount) and discount, neither less than 0, so that their
    bounds give bounds of the index. It is unknown where either is, and open upwards where
    either is open.

    Raises
    ------
    ValueError
        When the discount is no share from 0 to 1.
    """
    if not 0 <= discount <= 1:
        raise ValueError(f"a discount of {discount:g} is no share from 0 to 1")
    total = answer.total.counts
    return {
        unit: _mixed(direct.interval, total[unit].interval, discount)
        for unit, direct in answer.hops[0].counts.items()
    }


def _mixed(direct: Interval, total: Interval, discount: float) -> Interval:
    if direct.is_unknown or total.is_unknown:
        return UNKNOWN
    low = _sum(direct.low or 0.0, total.low or 0.0, discount)
    has_end = direct.high is not None and total.high is not None
    high = _sum(direct.high, total.high, discount) if has_end else None
    return Interval(low, high)


def _sum(direct: float | None, total: float | None, discount: float) -> float:
    return (1 - discount) * (direct or 0.0) + discount * (total or 0.0)
