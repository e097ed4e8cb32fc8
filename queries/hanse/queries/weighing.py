"""Weigh the ratings of many candidates at once: weighted scores, both fits, groups, coverage.

The products are made column by column; the sums are exact to the last digit (``fsum``), so
that a candidate's score does not depend on who else is weighed with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

import numpy as np
import numpy.typing as npt

from hanse.graph.model import Guide
from hanse.graph.quantities import Interval

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spans:
    """The least and the greatest rating, one row a candidate, one column a criterion.

    Without a rating that is the whole scale, and ``is_rated`` is false.
    """

    low: Numbers
    high: Numbers
    is_rated: Flags


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


def weights(guide: Guide) -> list[float]:
    """Return what one rating point of each criterion is worth."""
    return [criterion.weight for criterion in guide.criteria]


def scaled_weights(guide: Guide) -> list[float]:
    """Return what one rating point is worth when each whole scale is worth its weight."""
    return [criterion.weight / criterion.scale.maximum for criterion in guide.criteria]


def best(guide: Guide, worths: Sequence[float]) -> float:
    """Return the highest score when a rating point of each criterion is worth ``worths``."""
    return fsum(w * c.scale.maximum for w, c in zip(worths, guide.criteria, strict=True))


def weighed(guide: Guide, spans: Spans) -> Weighed:
    """Return what the ratings of each candidate come to; blanks make intervals."""
    by_weight, by_scale = weights(guide), scaled_weights(guide)
    points = (spans.low * np.array(by_weight), spans.high * np.array(by_weight))
    scores = _sums(*points)
    scaled = _sums(spans.low * np.array(by_scale), spans.high * np.array(by_scale))
    counted = np.where(spans.is_rated, np.array(by_weight), 0.0)
    return Weighed(
        scores=scores,
        fits=_shares(scores, of=best(guide, by_weight)),
        scaled=_shares(scaled, of=best(guide, by_scale)),
        groups={g: _sums(*(end[:, _places(guide, g)] for end in points)) for g in guide.groups},
        coverage=_rows(counted),
    )


def _sums(lows: Numbers, highs: Numbers) -> list[Interval]:
    return [Interval(low, high) for low, high in zip(_rows(lows), _rows(highs), strict=True)]


def _rows(points: Numbers) -> list[float]:
    """Return the sum of each row; slices of one long list, for lists of lists are slow."""
    count, width = points.shape
    flat = points.ravel().tolist()
    return [fsum(flat[row * width : (row + 1) * width]) for row in range(count)]


def _places(guide: Guide, group: str) -> list[int]:
    return [place for place, c in enumerate(guide.criteria) if c.group == group]


def _shares(scores: list[Interval], *, of: float) -> list[Interval]:
    """Return scores as shares of the best; rounding never carries one above 1."""
    return [Interval(min((s.low or 0) / of, 1.0), min((s.high or 0) / of, 1.0)) for s in scores]
