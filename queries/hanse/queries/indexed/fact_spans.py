"""The ratings that facts give to many clusters at once: :mod:`hanse.queries.ratings`, as numbers.

A number is a place on a line: a value, or just below or above it where the value itself is not
meant. The next real number stands for the place just beside a value.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hanse.graph.index import Index
from hanse.graph.indexing.facts import BOTH, HIGH_STRICT, LOW_STRICT
from hanse.graph.indexing.ties import Codes
from hanse.graph.model import Band, Criterion, Scale
from hanse.queries.bands import gap_points
from hanse.queries.sizes import PARTS, WHOLES

Reals = NDArray[np.float64]
Mask = NDArray[np.bool_]
WHOLE_OF_PERCENT = 100.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Column:
    """The least and the greatest rating of each cluster by one criterion, and who is rated."""

    low: Reals
    high: Reals
    is_rated: Mask


def fact_column(index: Index, clusters: Codes, criterion: Criterion) -> Column:
    """Return what the facts give by one criterion; without any, the whole scale."""
    if criterion.evidence is None:
        return _blank(criterion.scale, len(clusters))
    if criterion.scale.kind == "yes_no":
        return _listed(index, clusters, criterion)
    low, high = _sizes(index, clusters, criterion.evidence)
    return _by_bands(low, high, criterion.scale)


def _blank(scale: Scale, number: int) -> Column:
    return Column(
        low=np.full(number, float(scale.minimum)),
        high=np.full(number, float(scale.maximum)),
        is_rated=np.zeros(number, dtype=np.bool_),
    )


def _listed(index: Index, clusters: Codes, criterion: Criterion) -> Column:
    column = _blank(criterion.scale, len(clusters))
    things, states = index.flags(str(criterion.evidence))
    places = np.flatnonzero(np.isin(clusters, things))
    found = states[np.searchsorted(things, clusters[places])]
    column.low[places] = found == 1
    column.high[places] = found > 0
    column.is_rated[places] = found != BOTH
    return column


def _sizes(index: Index, clusters: Codes, unit: str) -> tuple[Reals, Reals]:
    """Return the least and the greatest number of a unit, as places; NaN where it is open.

    What is stated of parts bounds the whole from below, what is stated of wholes from above.
    """
    lows = [_ends(index, clusters, u, LOW_STRICT) for u in (unit, *PARTS.get(unit, ()))]
    highs = [_ends(index, clusters, u, HIGH_STRICT) for u in (unit, *WHOLES.get(unit, ()))]
    low, least = (np.fmax.reduce(ends) for ends in zip(*lows, strict=True))
    high, most = (np.fmin.reduce(ends) for ends in zip(*highs, strict=True))
    is_contradicted = low > high
    return np.where(is_contradicted, most, low), np.where(is_contradicted, least, high)


def _ends(index: Index, clusters: Codes, unit: str, mark: int) -> tuple[Reals, Reals]:
    """Return an end of what is stated of a unit: its place, and its value."""
    counts = index.counts(unit)
    found = np.full((2, len(clusters)), np.nan)
    places = np.flatnonzero(np.isin(clusters, counts.things))
    at = np.searchsorted(counts.things, clusters[places])
    values = (counts.lows if mark == LOW_STRICT else counts.highs)[at]
    towards = np.inf if mark == LOW_STRICT else -np.inf
    is_strict = (counts.marks[at] & mark) > 0
    found[0, places] = np.where(is_strict, np.nextafter(values, towards), values)
    found[1, places] = values
    return found[0], found[1]


def _by_bands(low: Reals, high: Reals, scale: Scale) -> Column:
    column = _blank(scale, len(low))
    is_known = ~(np.isnan(low) & np.isnan(high))
    first = np.where(np.isnan(low), 0.0, low)
    last = np.where(np.isnan(high), _end(scale), high)
    if scale.is_whole:
        first, last = np.ceil(first), np.floor(last)
    least, most = np.full(len(low), np.inf), np.full(len(low), -np.inf)
    for band in scale.bands:
        begins, ends = _band(band, scale)
        touches = np.maximum(first, begins) <= np.minimum(last, ends)
        least = np.where(touches, np.minimum(least, band.rating), least)
        most = np.where(touches, np.maximum(most, band.rating), most)
    in_gap = np.zeros(len(low), dtype=np.bool_)
    for gap in gap_points(scale):
        in_gap |= np.maximum(first, _place(gap[0])) <= np.minimum(last, _place(gap[1]))
    is_rated = is_known & (least <= most) & ~in_gap
    column.low[is_rated], column.high[is_rated] = least[is_rated], most[is_rated]
    column.is_rated[:] = is_rated
    return column


def _end(scale: Scale) -> float:
    return WHOLE_OF_PERCENT if scale.unit == "percent" else np.inf


def _band(band: Band, scale: Scale) -> tuple[float, float]:
    """Return where a band begins and ends, as places."""
    first = _place((0 if band.low is None else band.low, 0 if band.is_low_included else 1))
    last = _place((np.inf if band.high is None else band.high, 0 if band.is_high_included else -1))
    return (np.ceil(first), np.floor(last)) if scale.is_whole else (first, last)


def _place(point: tuple[float, int]) -> float:
    value, side = point
    return float(np.nextafter(value, np.inf * side)) if side else float(value)
