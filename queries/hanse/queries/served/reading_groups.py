"""Read groups of clusters from a server, best first, and only as many as may matter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from hanse.graph.quantities import Interval
from hanse.graph.stores.neo4j.kinds import Kind
from hanse.queries.markets import coverage
from hanse.queries.scores import DEFAULT
from hanse.queries.served.asking import Served
from hanse.queries.served.situation import WORTH, Situation

Reals = NDArray[np.float64]
Mask = NDArray[np.bool_]
# Clusters looked through at first, and then; what they score bounds what is read of the rest.
FIRST_READ: Final = 400
NEXT_READ: Final = 4000
# Sums made in another order differ by less: what lies so near is read, not left out.
DOUBT: Final = 1e-9
LOWEST: Final = -10.0  # no sum is as low


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Told:
    """Kinds of clusters with the ends of their scores, and the market of those that need it."""

    kinds: tuple[Kind, ...]
    markets: tuple[Interval, ...]
    lows: Reals
    highs: Reals
    worst: Reals
    many: NDArray[np.int64]

    @classmethod
    def of(
        cls, situation: Situation, kinds: Sequence[Kind], markets: Sequence[Interval | None]
    ) -> Self:
        """Return kinds with their scores, added up for all of them at once."""
        shares = [m or situation.market(kind) for kind, m in zip(kinds, markets, strict=True)]
        groups = np.array([kind.group for kind in kinds], dtype=np.int64)
        places = np.array([kind.place for kind in kinds], dtype=np.int64)
        access = np.array([WORTH[kind.behind] for kind in kinds])
        ends = []
        for end, base in enumerate(situation.weighed):
            market = np.array([(m.low, m.high)[end] or 0.0 for m in shares])
            more = situation.region_ends[end][places] + DEFAULT.market * market
            ends.append(np.maximum(0.0, base[groups] + more + DEFAULT.access * access))
        region = situation.region_ends[0][places] / DEFAULT.region
        lows = np.array([m.low or 0.0 for m in shares])
        chain, redundancy = situation.gains.chain[0], situation.gains.redundancy[1]
        return cls(
            kinds=tuple(kinds),
            markets=tuple(shares),
            lows=ends[0],
            highs=ends[1],
            worst=np.stack((chain[groups], region, lows, access, -redundancy[groups])),
            many=np.array([kind.many for kind in kinds], dtype=np.int64),
        )

    def and_(self, other: "Told") -> "Told":
        """Return both together."""
        return Told(
            kinds=self.kinds + other.kinds,
            markets=self.markets + other.markets,
            lows=np.concatenate((self.lows, other.lows)),
            highs=np.concatenate((self.highs, other.highs)),
            worst=np.concatenate((self.worst, other.worst), axis=1),
            many=np.concatenate((self.many, other.many)),
        )

    def least(self, top: int) -> float:
        """Return the low end of the last place held so far; as low as can be while one is free."""
        order = np.argsort(-self.lows, kind="stable")
        held = np.cumsum(self.many[order])
        place = int(np.searchsorted(held, top))
        return float(self.lows[order[place]]) if place < len(order) else -np.inf


class Reader:
    """What was read of the groups: the kinds that may be among the best."""

    def __init__(
        self, served: Served, situation: Situation, *, without: Sequence[str], top: int
    ) -> None:
        self.situation, self.top = situation, top
        groups = situation.groups
        about = situation.circumstances
        self.apart = groups.apart(about, reached=situation.reached, without=without)
        self.left_out = {a.kind.ids[0] for a in self.apart}.intersection(without)
        self.sizes = np.array(groups.sizes, dtype=np.int64)
        covers = np.array(groups.covers).reshape(
            len(self.sizes), len(situation.standing.feeds.most)
        )
        self.is_on_chain: Mask = covers.max(axis=1, initial=0) > 0
        self.looked_at = self._looked_at(served)
        self.found = self.looked_at

    def _looked_at(self, served: Served) -> Told:
        """Return the clusters that stand apart, each by itself."""
        asked = [one for one in self.apart if one.kind.ids[0] not in self.left_out]
        kinds = [replace(one.kind, behind=one.fresh) for one in asked]
        is_open = {one.kind.ids[0] for one in asked if one.is_open and one.kind.may}
        graph = served.graph([*is_open, *self.situation.markets.covered_by]) if is_open else None
        markets = [
            coverage(graph, one.ids[0], self.situation.markets).value
            if graph and one.ids[0] in is_open
            else None
            for one in kinds
        ]
        return Told.of(self.situation, kinds, markets)

    def read(self, groups: NDArray[np.int64], floor: float) -> None:
        """Read what scores ``floor`` or more of some groups."""
        if not len(groups):
            return
        kinds = self.situation.groups.kinds(
            self.situation.circumstances,
            groups.tolist(),
            self.situation.worths(0),
            floor=floor,
            apart=[one.kind.ids[0] for one in self.apart],
            top=self.top,
        )
        self.found = self.found.and_(Told.of(self.situation, kinds, [None] * len(kinds)))

    def read_best(self) -> None:
        """Read the groups that may score most at their low ends, then what is as good elsewhere."""
        situation = self.situation
        most = situation.region_ends[0].max(initial=0.0) + situation.beside
        bound = np.maximum(0.0, situation.weighed[0] + most)
        left = np.flatnonzero(self.is_on_chain)
        left = left[np.argsort(-bound[left], kind="stable")]
        sizes = np.cumsum(self.sizes[left])
        start, floor = 0, LOWEST
        for wanted in (
            max(FIRST_READ, 2 * self.top),
            NEXT_READ,
            int(sizes[-1]) if len(left) else 0,
        ):
            end = int(np.searchsorted(sizes, wanted)) + 1
            groups = left[start:end]
            self.read(groups[bound[groups] >= floor], floor)
            start, floor = max(start, end), max(LOWEST, self.found.least(self.top) - DOUBT)
