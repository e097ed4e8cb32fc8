"""Who is reached through whom, on the index: :mod:`hanse.queries.hops`, as numbers alone.

Where those reached sit and what they count up to is told with it, without documents: enough to
compare many alliances. The reach with its sources is asked of the part, see
:mod:`hanse.queries.indexed.reaching`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from hanse.graph.index import Index
from hanse.graph.indexing.ties import Codes
from hanse.graph.model import ACCESS_KINDS, UNITS
from hanse.graph.quantities import Interval
from hanse.queries.bounds import frechet


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class IndexedExtent:
    """Everything an alliance reaches: members, and clusters behind each access point, in order.

    ``steps`` hold an access point and the clusters first reached through it; ``doors`` are the
    partnerships passed through or made up of members alone.
    """

    members: Codes
    steps: tuple[tuple[int, Codes], ...]
    doors: Codes

    @classmethod
    def of(cls, index: Index, members: Codes, kinds: Sequence[str] = ACCESS_KINDS) -> Self:
        """Return what ``members`` reach through what is of these kinds."""
        gives_access = index.are(*kinds)
        known = set(members.tolist())
        steps: list[tuple[int, Codes]] = []
        passed: list[int] = []
        for member in np.sort(members).tolist():
            doors = index.out("member_of").of_one(member)
            doors = doors[gives_access[doors]]
            places, behind = index.into("member_of").of_many(doors)
            is_fresh = np.array([code not in known for code in behind.tolist()], dtype=np.bool_)
            fresh = np.unique(behind[is_fresh])
            passed += doors[np.unique(places[is_fresh])].tolist()
            known.update(fresh.tolist())
            if len(fresh):
                steps.append((member, fresh))
        inside = _inside(index, members, gives_access)
        doors = np.unique(np.array([*passed, *inside], dtype=np.int32))
        return cls(members=members, steps=tuple(steps), doors=doors)

    @property
    def clusters(self) -> Codes:
        """Return the members and all that are reached through them, in order."""
        return np.unique(np.concatenate([self.members, *(step[1] for step in self.steps)]))


def _inside(index: Index, members: Codes, gives_access: np.ndarray) -> list[int]:
    """Return the partnerships all of whose members belong to the alliance."""
    held, numbers = np.unique(index.out("member_of").of_many(members)[1], return_counts=True)
    sizes = index.into("member_of").numbers(held.astype(np.int32))
    kept = gives_access[held] & (sizes == numbers)
    return [int(door) for door in held[kept]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outline:
    """What clusters come to: regions as stated, countries, sure markets, bounds of each unit."""

    regions: Codes
    countries: tuple[str, ...]
    markets: Codes
    counts: dict[str, Interval]


def outline(index: Index, clusters: Codes, doors: Codes) -> Outline:
    """Return what clusters, and partnerships that speak for them, come to together.

    The bounds of a unit are from the largest to the sum of what is stated of single clusters;
    what is stated of groups, or in other units, may narrow them.
    """
    regions = np.unique(index.out("located_in").of_many(clusters)[1])
    places = index.places.of_clusters[index.row_of[clusters]]
    countries = np.unique(
        np.concatenate((index.places.countries[places], index.countries[regions]))
    )
    markets = index.sure_targets.of_many(np.concatenate((clusters, doors)))[1]
    return Outline(
        regions=regions,
        countries=tuple(sorted(filter(None, map(index.text_of, countries.tolist())))),
        markets=np.unique(markets),
        counts={unit: _bounds(index, clusters, unit) for unit in UNITS},
    )


def _bounds(index: Index, clusters: Codes, unit: str) -> Interval:
    counts = index.counts(unit)
    if not len(counts.things):
        return Interval(None, None)
    places = np.searchsorted(counts.things, clusters)
    places[places == len(counts.things)] = 0
    is_stated = counts.things[places] == clusters
    lows = np.where(is_stated, counts.lows[places], np.nan).tolist()
    highs = np.where(is_stated, counts.highs[places], np.nan).tolist()
    return frechet(Interval(_end(low), _end(high)) for low, high in zip(lows, highs, strict=True))


def _end(value: float) -> float | None:
    return None if value != value else value  # NaN is an end that is open
