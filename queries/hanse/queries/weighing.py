"""Weigh the ratings of many candidates at once: weighted scores, both fits, groups, coverage.

The products are made column by column; the sums are exact to the last digit (``fsum``), so
that a candidate's score does not depend on who else is weighed with it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import fsum

import numpy as np
import numpy.typing as npt

from hanse.graph.model import Criterion, Guide
from hanse.graph.quantities import Interval
from hanse.queries.ratings import Rating

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What the ratings of each candidate come to, one entry a candidate.

    ``groups`` holds a column for each group of the guide. All in rating points, but fit and
    coverage, which are shares from 0 to 1.
    """

    scores: list[Interval]
    fits: list[Interval]
    scaled: list[Interval]
    groups: dict[str, list[Interval]]
    coverage: list[float]


def best(guide: Guide, worths: Sequence[float]) -> float:
    """Return the highest weighted score when one rating point is worth ``worths``."""
    return fsum(w * c.scale.maximum for w, c in zip(worths, guide.criteria, strict=True))


def weights(guide: Guide) -> list[float]:
    """Return what one rating point of each criterion is worth."""
    return [criterion.weight for criterion in guide.criteria]


def scaled_weights(guide: Guide) -> list[float]:
    """Return what one rating point is worth when each whole scale is worth its weight."""
    return [criterion.weight / criterion.scale.maximum for criterion in guide.criteria]


def spans(
    criteria: Sequence[Criterion], ratings: Sequence[Mapping[str, Rating]]
) -> tuple[Numbers, Numbers]:
    """Return the least and the greatest rating, one row a candidate, one column a criterion.

    Without a rating that is the whole scale.
    """
    cells = [[row[criterion.id] for row in ratings] for criterion in criteria]
    lows = [
        [c.scale.minimum if r.low is None else r.low for r in column]
        for c, column in zip(criteria, cells, strict=True)
    ]
    highs = [
        [c.scale.maximum if r.high is None else r.high for r in column]
        for c, column in zip(criteria, cells, strict=True)
    ]
    shape = (len(criteria), len(ratings))
    return (_columns(lows, shape), _columns(highs, shape))


def _columns(cells: list[list[float]], shape: tuple[int, int]) -> Numbers:
    return np.fromiter(chain.from_iterable(cells), dtype=np.float64).reshape(shape).T


def weighed(guide: Guide, ratings: Sequence[Mapping[str, Rating]]) -> Weighed:
    """Return what the ratings of each candidate come to; blanks make intervals."""
    ends = spans(guide.criteria, ratings)
    by_weight, by_scale = weights(guide), scaled_weights(guide)
    points = (ends[0] * np.array(by_weight), ends[1] * np.array(by_weight))
    scaled = (ends[0] * np.array(by_scale), ends[1] * np.array(by_scale))
    scores, shares = _sums(*points), _sums(*scaled)
    rated = np.array([[r.is_rated for r in row.values()] for row in ratings], dtype=np.bool_)
    counted = np.where(rated.reshape(ends[0].shape), np.array(by_weight), 0.0)
    return Weighed(
        scores=scores,
        fits=_shares(scores, of=best(guide, by_weight)),
        scaled=_shares(shares, of=best(guide, by_scale)),
        groups={g: _sums(*(end[:, _places(guide, g)] for end in points)) for g in guide.groups},
        coverage=[fsum(row) for row in counted.tolist()],
    )


def _sums(lows: Numbers, highs: Numbers) -> list[Interval]:
    rows = zip(lows.tolist(), highs.tolist(), strict=True)
    return [Interval(fsum(low), fsum(high)) for low, high in rows]


def _places(guide: Guide, group: str) -> list[int]:
    return [place for place, c in enumerate(guide.criteria) if c.group == group]


def _shares(scores: list[Interval], *, of: float) -> list[Interval]:
    """Return scores as shares of the best; rounding never carries one above 1."""
    return [Interval(min((s.low or 0) / of, 1.0), min((s.high or 0) / of, 1.0)) for s in scores]
