"""What clusters add on the map, place by place: :mod:`hanse.queries.novelty` on the index."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from hanse.graph.index import Index
from hanse.graph.indexing.ties import Codes
from hanse.queries.novelty import NEW_REGION

Reals = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class IndexedFootprint:
    """Where the members of an alliance sit, as :class:`hanse.queries.novelty.Footprint` says.

    ``countries`` and ``unplaced`` hold countries by their numbers, -1 for an unknown one.
    """

    countries: Codes
    regions: Codes
    around: Codes
    unplaced: Codes

    @classmethod
    def of(cls, index: Index, members: Codes) -> Self:
        """Return the footprint of an alliance."""
        return cls.of_places(index, index.places.of_clusters[index.row_of[members]])

    @classmethod
    def of_places(cls, index: Index, places: Codes) -> Self:
        """Return the footprint of an alliance of which a member sits at each of some places."""
        countries = index.places.countries[places]
        _, regions = index.places.regions.of_many(places)
        return cls(
            countries=np.unique(countries),
            regions=np.unique(regions),
            around=np.unique(index.wider.of_many(regions)[1]),
            unplaced=np.unique(countries[index.places.regions.numbers(places) == 0]),
        )


def region_parts(index: Index, footprint: IndexedFootprint) -> tuple[Reals, Reals]:
    """Return what each place of the index adds on the map, lowest and highest."""
    countries = index.places.countries
    low, high = _shares_of_new(index, footprint)
    low, high = NEW_REGION * low, NEW_REGION * high
    is_held = np.isin(countries, footprint.countries)
    is_sure = -1 not in footprint.countries.tolist()
    low = np.where(is_held, low, 1.0 if is_sure else low)
    high = np.where(is_held, high, 1.0)
    is_unknown = countries < 0
    return np.where(is_unknown, 0.0, low), np.where(is_unknown, 1.0, high)


def _shares_of_new(index: Index, footprint: IndexedFootprint) -> tuple[Reals, Reals]:
    """Return the share of the regions of each place that are new; 0 to 1 where none is known."""
    regions = index.places.regions
    number = len(index.places.countries)
    heads, counts = regions.heads, np.diff(regions.starts)
    low, high = np.zeros(number), np.ones(number)
    if len(heads):
        countries = np.repeat(index.places.countries[heads], counts)
        is_new, may_be_new = _are_new(index, regions.others, countries, footprint)
        low[heads] = np.add.reduceat(is_new, regions.starts[:-1], dtype=np.float64) / counts
        high[heads] = np.add.reduceat(may_be_new, regions.starts[:-1], dtype=np.float64) / counts
    return low, high


def _are_new(
    index: Index, regions: Codes, countries: Codes, footprint: IndexedFootprint
) -> tuple[Mask, Mask]:
    """Say of regions, each with the country of its cluster, whether they are or may be new."""
    is_held = np.isin(regions, footprint.regions)
    places, wider = index.wider.of_many(regions)
    is_held[places[np.isin(wider, footprint.regions)]] = True
    is_open = np.isin(regions, footprint.around) | np.isin(countries, footprint.unplaced)
    is_open |= -1 in footprint.unplaced.tolist()
    return ~is_held & ~is_open, ~is_held
