"""Order candidates by what they would add to the reach of an alliance."""

from collections.abc import Iterable
from dataclasses import replace
from math import inf
from typing import Final

from hanse.graph.errors import BadInput
from hanse.graph.model import UNITS
from hanse.graph.quantities import UNKNOWN, Interval
from hanse.queries.reach import Marginal, Reach

SETS: Final = ("countries", "regions", "markets", "clusters")
GAINS: Final = (*UNITS, *SETS)
DEFAULT: Final = "companies"
# A gain that may be some comes first, then one of which nothing is known, then none at all.
KNOWN_PLACE, UNKNOWN_PLACE, NO_PLACE = range(3)


def gain_named(name: str, *, where: str = "") -> str:
    """Return what gains are ordered by.

    Raises
    ------
    BadInput
        When it is neither a unit nor a set that gains are told in.
    """
    if name not in GAINS:
        hint = f"gains are told in {', '.join(GAINS)}"
        raise BadInput(f"no gain is told in {name!r}", where=where, hint=hint)
    return name


def largest_gains(rows: Iterable[Marginal], *, by: str = DEFAULT) -> tuple[Marginal, ...]:
    """Return what candidates would add, the largest gain first.

    Parameters
    ----------
    by
        One of :data:`GAINS`. A unit is ordered by what is certain, the low end, then by what
        is possible, the high end; an open high end is the largest. A gain of which nothing is
        known is no 0: it comes after those that are known, and before those that are known to
        be none. What is equal is ordered by new countries, regions, markets and clusters, then
        by id: units are never added up.
    """
    gained = [row for row in rows if row.change == "gained"]
    return tuple(sorted(gained, key=lambda row: (*_first(row, by), *_sets(row), row.id)))


def with_largest_gains(answer: Reach, number: int, *, by: str = DEFAULT) -> Reach:
    """Return an answer that tells the ``number`` largest gains alone, after what is lost."""
    lost = [row for row in answer.marginal if row.change == "lost"]
    best = largest_gains(answer.marginal, by=by)[:number]
    return replace(answer, marginal=(*lost, *best))


def unit_key(gain: Interval) -> tuple[int, float, float]:
    """Return where a gain in a unit stands: known, unknown, none; then by low and high end."""
    if gain.is_unknown:
        return UNKNOWN_PLACE, 0, 0
    high = inf if gain.high is None else gain.high
    return (KNOWN_PLACE if high > 0 else NO_PLACE), -(gain.low or 0), -high


def _first(row: Marginal, by: str) -> tuple[int, float, float]:
    if by in UNITS:
        return unit_key(row.counts.get(by, UNKNOWN))
    return KNOWN_PLACE, -len(getattr(row, by)), 0


def _sets(row: Marginal) -> tuple[int, ...]:
    return tuple(-len(getattr(row, name)) for name in SETS)
