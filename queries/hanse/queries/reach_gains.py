"""Order candidates by what they would add to the reach of an alliance."""

from collections.abc import Iterable
from typing import Final

from hanse.graph.model import UNITS
from hanse.queries.reach import Marginal

GAINS: Final = (*UNITS, "countries", "regions", "markets", "clusters")


def largest_gains(rows: Iterable[Marginal], *, by: str = "companies") -> tuple[Marginal, ...]:
    """Return what candidates would add, the largest gain first.

    Parameters
    ----------
    by
        One of :data:`GAINS`. A unit is ordered by what is certain, the low end, then by the
        high end; an unknown end counts as nothing certain. What is equal is ordered by new
        countries, regions, markets and clusters, then by id: units are never added up.
    """
    gained = [row for row in rows if row.change == "gained"]
    return tuple(sorted(gained, key=lambda row: (*_first(row, by), *_sets(row), row.id)))


def _first(row: Marginal, by: str) -> tuple[float, float]:
    if by not in UNITS:
        return (-len(getattr(row, by)), 0)
    found = row.counts.get(by)
    return (0, 0) if found is None else (-(found.low or 0), -(found.high or 0))


def _sets(row: Marginal) -> tuple[int, ...]:
    return tuple(-len(held) for held in (row.countries, row.regions, row.markets, row.clusters))
