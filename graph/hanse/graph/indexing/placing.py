"""Where clusters sit, as few places that many share: a country with its regions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from hanse.graph.indexing.facts import Numbers
from hanse.graph.indexing.ties import Ties


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Places:
    """The places that occur: ``of_clusters`` says which is that of each cluster.

    ``countries`` holds a country each (-1: unknown), ``regions`` ties a place to its regions;
    a place without any is one of unknown regions.
    """

    of_clusters: Numbers
    countries: Numbers
    regions: Ties


def wider_of(within: Ties) -> Ties:
    """Return all that contains a region or market, at whatever distance; never itself."""
    outwards = _as_lists(within)
    pairs = [(thing, outer) for thing in outwards for outer in _wider(thing, outwards)]
    ends, others = np.array(pairs, dtype=np.int32).reshape(-1, 2).T
    return Ties.of(ends, others)


def _as_lists(ties: Ties) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for end, other in zip(ties.ends.tolist(), ties.others.tolist(), strict=True):
        found.setdefault(end, []).append(other)
    return found


def _wider(thing: int, outwards: Mapping[int, list[int]]) -> set[int]:
    found: set[int] = set()
    queue = list(outwards[thing])
    while queue:
        outer = queue.pop()
        if outer not in found and outer != thing:
            found.add(outer)
            queue.extend(outwards.get(outer, ()))
    return found


def places_of(clusters: Numbers, countries: Numbers, located: Ties, wider: Ties) -> Places:
    """Return where ``clusters`` sit; of two regions the one that contains the other is left out.

    Parameters
    ----------
    clusters, countries
        Clusters by their numbers, in order, and the country of each.
    located, wider
        The regions stated of clusters, and what contains each region.
    """
    sets = np.full(len(clusters), -1, dtype=np.int64)  # a region, or the number of a set of them
    numbers = located.numbers(clusters)
    one = numbers == 1
    _, regions = located.of_many(clusters[one])
    sets[one] = regions
    first = int(max(located.others, default=0)) + 1  # the number of the first set of several
    sets[numbers > 1], several = _several(clusters[numbers > 1], located, wider, first)
    span = first + len(several) + 1  # both parts are moved up by one, for -1 is unknown
    kinds, of_clusters = np.unique(
        (countries.astype(np.int64) + 1) * span + sets + 1, return_inverse=True
    )
    members = [_members(int(kind % span) - 1, first, several) for kind in kinds]
    return Places(
        of_clusters=of_clusters.astype(np.int32),
        countries=(kinds // span - 1).astype(np.int32),
        regions=_tied(members),
    )


def _several(
    clusters: Numbers, located: Ties, wider: Ties, first: int
) -> tuple[list[int], list[tuple[int, ...]]]:
    """Return the smallest region of each cluster, or the number of a set of them; and the sets.

    Where one region is left it is the place of all who name it alone, too.
    """
    contains = {thing: set(outer) for thing, outer in _as_lists(wider).items()}
    sets: dict[tuple[int, ...], int] = {}
    found = []
    for cluster in clusters:
        regions = _smallest(located.of_one(int(cluster)).tolist(), contains)
        is_one = len(regions) == 1
        found.append(regions[0] if is_one else sets.setdefault(regions, first + len(sets)))
    return found, list(sets)


def _smallest(stated: list[int], contains: Mapping[int, set[int]]) -> tuple[int, ...]:
    """Return the regions without those that contain another one stated of the same cluster."""
    nothing: set[int] = set()
    return tuple(
        region
        for region in stated
        if not any(
            region in contains.get(other, nothing) and other not in contains.get(region, nothing)
            for other in stated
        )
    )


def _members(one: int, first: int, several: list[tuple[int, ...]]) -> tuple[int, ...]:
    if one >= first:
        return several[one - first]
    return (one,) if one >= 0 else ()


def _tied(members: Iterable[tuple[int, ...]]) -> Ties:
    pairs = [(place, region) for place, regions in enumerate(members) for region in regions]
    ends, others = np.array(pairs, dtype=np.int32).reshape(-1, 2).T
    return Ties.of(ends, others)
