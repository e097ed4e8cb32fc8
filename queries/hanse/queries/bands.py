"""Turn a number into a rating by published bands, with their gaps and overlaps.

Every band that a range touches counts. A range that reaches into a gap says so; nothing is
rated there, and nothing is filled in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import ceil, floor, inf, isinf

from hanse.graph.model import Band, Scale
from hanse.graph.quantities import Interval
from hanse.queries.sizes import Size

# A place on the number line: the value, and -1 just below it, 0 on it, 1 just above it.
_Point = tuple[float, int]


@dataclass(frozen=True, slots=True)
class _Span:
    """Everything from one point to another, both included; empty when they are crossed."""

    first: _Point
    last: _Point

    def touches(self, other: "_Span") -> bool:
        return max(self.first, other.first) <= min(self.last, other.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Banded:
    """What a range earns: every rating it touches, rising, and every gap it reaches into."""

    ratings: tuple[int, ...]
    gaps: tuple[Interval, ...]


def banded(scale: Scale, size: Size) -> Banded:
    """Return the ratings of the bands that ``size`` touches, and the gaps it touches.

    Whole numbers only, where the scale counts whole things: "more than 100" begins at 101. A
    number in two bands has both ratings. An unknown end is as low or as high as can be.

    Examples
    --------
    >>> few = Band(rating=1, low=5, high=20)
    >>> many = Band(rating=2, low=31, high=None)
    >>> scale = Scale(kind="bands", maximum=2, bands=(few, many))
    >>> banded(scale, Size(unit="companies", interval=Interval(15, 25)))
    Banded(ratings=(1,), gaps=(Interval(low=21, high=30),))
    """
    span = _span_of(size, scale)
    spans = [(_of_band(band, scale), band.rating) for band in scale.bands]
    return Banded(
        ratings=tuple(sorted({rating for band, rating in spans if band.touches(span)})),
        gaps=tuple(_interval(gap) for gap in _gaps(scale) if gap.touches(span)),
    )


def gaps(scale: Scale) -> tuple[Interval, ...]:
    """Return the ranges that no band holds, from 0 upwards; an open end stays open.

    >>> gaps(Scale(kind="bands", maximum=1, bands=(Band(rating=1, low=5, high=20),)))
    (Interval(low=0, high=4), Interval(low=21, high=None))
    """
    return tuple(_interval(gap) for gap in _gaps(scale))


def gap_points(scale: Scale) -> tuple[tuple[_Point, _Point], ...]:
    """Return the first and the last point of each gap: a value, and -1, 0 or 1 beside it."""
    return tuple((gap.first, gap.last) for gap in _gaps(scale))


def overlaps(scale: Scale) -> tuple[Interval, ...]:
    """Return the values that stand in two bands, rising, each once.

    >>> few = Band(rating=1, low=5, high=10)
    >>> more = Band(rating=2, low=10, high=25)
    >>> overlaps(Scale(kind="bands", maximum=2, bands=(few, more)))
    (Interval(low=10, high=10),)
    """
    spans = [_of_band(band, scale) for band in scale.bands]
    shared = (
        _Span(max(one.first, other.first), min(one.last, other.last))
        for one, other in combinations(spans, 2)
        if one.touches(other)
    )
    ordered = sorted(shared, key=lambda span: span.first)
    return tuple(dict.fromkeys(map(_interval, ordered)))


def _gaps(scale: Scale) -> Iterator[_Span]:
    bands = sorted((_of_band(band, scale) for band in scale.bands), key=lambda s: s.first)
    free: _Point = (0, 0)
    for band in bands:
        if band.first > free:
            yield _Span(free, _before(band.first, scale))
        free = max(free, _after(band.last, scale))
    if free <= _end(scale):
        yield _Span(free, _end(scale))


def _end(scale: Scale) -> _Point:
    """Return the last point there can be: a share ends at 100 percent."""
    return (100, 0) if scale.unit == "percent" else (inf, 0)


def _after(point: _Point, scale: Scale) -> _Point:
    value, side = point
    return (value, side + 1) if isinf(value) or not scale.is_whole else (value + 1, 0)


def _before(point: _Point, scale: Scale) -> _Point:
    value, side = point
    return (value - 1, 0) if scale.is_whole else (value, side - 1)


def _span_of(size: Size, scale: Scale) -> _Span:
    low, high = size.interval.low, size.interval.high
    first = (0 if low is None else low, 1 if size.is_low_strict else 0)
    last = _end(scale) if high is None else (high, -1 if size.is_high_strict else 0)
    return _whole(first, last) if scale.is_whole else _Span(first, last)


def _of_band(band: Band, scale: Scale) -> _Span:
    first = (0 if band.low is None else band.low, 0 if band.is_low_included else 1)
    last = (inf if band.high is None else band.high, 0 if band.is_high_included else -1)
    return _whole(first, last) if scale.is_whole else _Span(first, last)


def _whole(first: _Point, last: _Point) -> _Span:
    """Return the span of the whole numbers between two points, both included."""
    low = floor(first[0]) + 1 if first[1] > 0 else ceil(first[0])
    high = last[0]
    if not isinf(high):
        high = ceil(high) - 1 if last[1] < 0 else floor(high)
    return _Span((low, 0), (high, 0))


def _interval(span: _Span) -> Interval:
    return Interval(span.first[0], None if isinf(span.last[0]) else span.last[0])
