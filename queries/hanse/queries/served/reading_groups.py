"""Hold every cluster against an alliance, by the few bytes that a server keeps of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from hanse.graph.quantities import Interval
from hanse.graph.stores.neo4j.kinds import Apart, Kind
from hanse.queries.markets import coverage
from hanse.queries.scores import DEFAULT
from hanse.queries.served.asking import Served
from hanse.queries.served.situation import ENOUGH, WORTH, Situation

Reals = NDArray[np.float64]
Mask = NDArray[np.bool_]
Numbers = NDArray[np.integer[Any]]
# Sums made in another order differ by less: what lies so near is looked at by the one formula.
DOUBT: Final = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Told:
    """Clusters by their numbers, what makes their scores, and the ends of these.

    ``worst`` is what each is held against the others by, at its least.
    """

    numbers: Numbers
    groups: Numbers
    places: Numbers
    behind: Numbers
    markets: tuple[Reals, Reals]
    lows: Reals
    highs: Reals
    worst: Reals

    @classmethod
    def of(
        cls,
        situation: Situation,
        *,
        numbers: Numbers,
        groups: Numbers,
        places: Numbers,
        behind: Numbers,
        markets: tuple[Reals, Reals],
    ) -> Self:
        """Return clusters with their scores, added up for all of them at once."""
        access = np.array(WORTH)[behind]
        lows, highs = (
            np.maximum(
                0.0,
                situation.weighed[end][groups]
                + situation.region_ends[end][places]
                + DEFAULT.market * markets[end]
                + DEFAULT.access * access,
            )
            for end in (0, 1)
        )
        region = (situation.region_ends[0] / DEFAULT.region)[places]
        chain, redundancy = situation.gains.chain[0], situation.gains.redundancy[1]
        return cls(
            numbers=numbers,
            groups=groups,
            places=places,
            behind=behind,
            markets=markets,
            lows=lows,
            highs=highs,
            worst=np.stack((chain[groups], region, markets[0], access, -redundancy[groups])),
        )

    def and_(self, other: "Told") -> "Told":
        """Return both together."""
        names = ("numbers", "groups", "places", "behind", "lows", "highs")
        joined = {n: np.concatenate((getattr(self, n), getattr(other, n))) for n in names}
        first, second = zip(self.markets, other.markets, strict=True)
        worst = np.concatenate((self.worst, other.worst), axis=1)
        markets = (np.concatenate(first), np.concatenate(second))
        return Told(**joined, markets=markets, worst=worst)

    def kind(self, place: int) -> tuple[Kind, Interval]:
        """Return what makes the score of a cluster, and its share of the targets."""
        group, region, behind = (int(of[place]) for of in (self.groups, self.places, self.behind))
        low, high = (float(end[place]) for end in self.markets)
        kind = Kind(group=group, place=region, sure=None, may=None, behind=behind)
        return kind, Interval(low, high)

    def may_be_best(self, top: int) -> Numbers:
        """Return the places of those that may be among the best ``top``."""
        if top >= len(self.lows):
            return np.arange(len(self.lows))
        if top < 1:
            return np.zeros(0, dtype=np.int64)
        least = np.partition(self.lows, len(self.lows) - top)[len(self.lows) - top]
        return np.flatnonzero(self.lows >= least - DOUBT)


class Reader:
    """All clusters on a chain, held against an alliance; those that stand apart by themselves."""

    def __init__(self, served: Served, situation: Situation, *, top: int) -> None:
        self.situation, self.top = situation, top
        self.left_out = {one.id for one in situation.apart}.intersection(situation.without)
        asked = [one for one in situation.apart if one.id not in self.left_out]
        self.found = self._those_alike().and_(self._looked_at(served, asked))

    def _those_alike(self) -> Told:
        """Return all clusters on the chain, but for those that stand apart."""
        situation, columns = self.situation, self.situation.groups.columns
        is_on_chain = np.append(situation.is_on_chain, False)  # who covers no stage has no group
        wanted = is_on_chain[columns.groups]
        wanted[[one.number for one in situation.apart]] = False
        rows = np.flatnonzero(wanted)
        has_networks = situation.circumstances.has_networks
        behind = columns.behind_networks if has_networks else columns.behind
        return Told.of(
            situation,
            numbers=rows,
            groups=columns.groups[rows],
            places=np.array(situation.circumstances.classes, dtype=np.int64)[columns.places[rows]],
            behind=np.minimum(behind[rows], ENOUGH),
            markets=self._markets(rows),
        )

    def _markets(self, rows: Numbers) -> tuple[Reals, Reals]:
        """Return the shares of the targets that clusters cover, at least and at most."""
        columns, about = self.situation.groups.columns, self.situation.circumstances
        aiming = self.situation.groups.aiming({m for of in about.touched for m in of})
        ends = []
        for targets in (about.covered, about.touched):
            number = np.zeros(len(columns.places))
            for markets in targets:
                is_in = np.zeros(len(number), dtype=np.bool_)
                for market in markets:
                    is_in[aiming[market]] = True
                number += is_in
            ends.append(number[rows] / max(1, len(targets)))
        unknown = columns.is_unknown[rows].astype(np.bool_) & bool(about.touched)
        return np.where(unknown, 0.0, ends[0]), np.where(unknown, 1.0, ends[1])

    def _looked_at(self, served: Served, asked: Sequence[Apart]) -> Told:
        """Return the clusters that stand apart, each by itself."""
        situation = self.situation
        kinds = [replace(one.kind, behind=one.fresh) for one in asked]
        is_open = {one.id for one in asked if one.is_open and one.kind.may}
        graph = served.graph([*is_open, *situation.markets.covered_by]) if is_open else None
        shares = [
            coverage(graph, one.id, situation.markets).value
            if graph and one.id in is_open
            else situation.market(kind)
            for one, kind in zip(asked, kinds, strict=True)
        ]
        return Told.of(
            situation,
            numbers=_whole([one.number for one in asked]),
            groups=_whole([kind.group for kind in kinds]),
            places=_whole([kind.place for kind in kinds]),
            behind=_whole([kind.behind for kind in kinds]),
            markets=(
                np.array([share.low or 0.0 for share in shares]),
                np.array([share.high or 0.0 for share in shares]),
            ),
        )


def _whole(numbers: Sequence[int]) -> Numbers:
    return np.array(numbers, dtype=np.int64)
