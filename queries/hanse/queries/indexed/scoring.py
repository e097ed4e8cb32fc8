"""The scores of many clusters at once: what :mod:`hanse.queries.complementarity` weighs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from hanse.graph.index import Index
from hanse.graph.indexing.ties import Codes, Places
from hanse.graph.model import ACCESS_KINDS, PARTNERSHIP_KINDS, ClusterOrganisation, Count
from hanse.graph.quantities import Interval, exact
from hanse.queries.chains import Feeds, StageCover, Standing
from hanse.queries.gains import gains
from hanse.queries.indexed.access_parts import IndexedSurroundings, access_parts
from hanse.queries.indexed.chain_gains import GroupGains, group_gains
from hanse.queries.indexed.market_parts import IndexedTargets, market_parts
from hanse.queries.indexed.region_parts import IndexedFootprint, region_parts
from hanse.queries.indexed.signatures import ChainGroups
from hanse.queries.scores import Components, Weights, score

Reals = NDArray[np.float64]
Ends = tuple[Reals, Reals]
WORST: Final = 5  # components that candidates are held against each other by


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scored:
    """Clusters, by their places among all, with the ends of their scores.

    ``worst`` holds, one column a cluster, chain gain, region, market, access and the redundancy
    taken off, each at its worst.
    """

    rows: Places
    lows: Reals
    highs: Reals
    worst: Reals

    @classmethod
    def none(cls) -> Self:
        """Return no clusters."""
        nothing = np.zeros(0)
        return cls(
            rows=np.zeros(0, dtype=np.int64), lows=nothing, highs=nothing,
            worst=np.zeros((WORST, 0)),
        )  # fmt: skip

    def and_(self, other: "Scored") -> "Scored":
        """Return both together."""
        return Scored(
            rows=np.concatenate((self.rows, other.rows)),
            lows=np.concatenate((self.lows, other.lows)),
            highs=np.concatenate((self.highs, other.highs)),
            worst=np.concatenate((self.worst, other.worst), axis=1),
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Question:
    """An alliance on a chain, as every cluster of an index is held against it."""

    index: Index
    weights: Weights
    standing: Standing
    groups: ChainGroups
    gains: GroupGains
    regions: Ends
    targets: IndexedTargets
    around: IndexedSurroundings

    @classmethod
    def of(
        cls,
        index: Index,
        *,
        members: Codes,
        feeds: Feeds,
        groups: ChainGroups,
        targets: Sequence[int],
        weights: Weights,
        include_networks: bool = False,
        scale_by_active: bool = False,
    ) -> Self:
        """Return the question for an alliance of ``members``."""
        known = [_member(index, int(code)) for code in members]
        standing = Standing.of(feeds, known, scale_by_active=scale_by_active)
        kinds = PARTNERSHIP_KINDS if include_networks else ACCESS_KINDS
        return cls(
            index=index,
            weights=weights,
            standing=standing,
            groups=groups,
            gains=group_gains(standing, groups.lows, groups.highs),
            regions=region_parts(index, IndexedFootprint.of(index, members)),
            targets=IndexedTargets.of(index, targets),
            around=IndexedSurroundings.of(index, members, kinds),
        )

    def bounds(self) -> Ends:
        """Return what no cluster of each group exceeds: by its low end, and by its high end."""
        low, high = self.gains.weighed(self.weights)
        most = [self.weights.region * float(np.max(end, initial=0.0)) for end in self.regions]
        rest = self.weights.market * bool(self.targets.number) + self.weights.access
        return np.maximum(0.0, low + most[0] + rest), np.maximum(0.0, high + most[1] + rest)

    def scored(self, rows: Places) -> Scored:
        """Return the scores of clusters, given by their places among all."""
        index, weights = self.index, self.weights
        group, place = self.groups.of_rows[rows], index.places.of_clusters[rows]
        clusters = index.clusters[rows]
        market = market_parts(index, self.targets, clusters)
        access = access_parts(index, self.around, clusters)
        ends = [
            np.maximum(
                0.0,
                base[group]
                + weights.region * region[place]
                + weights.market * part
                + weights.access * access,
            )
            for base, region, part in zip(
                self.gains.weighed(weights), self.regions, market, strict=True
            )
        ]
        chain, redundancy = self.gains.chain[0][group], self.gains.redundancy[1][group]
        worst = np.stack((chain, self.regions[0][place], market[0], access, -redundancy))
        return Scored(rows=rows, lows=ends[0], highs=ends[1], worst=worst)

    def exactly(self, row: int) -> Interval:
        """Return the score of one cluster as the plain reading adds it up, to the last digit."""
        group, place = self.groups.of_rows[row], self.index.places.of_clusters[row]
        ends = zip(self.groups.lows[group].tolist(), self.groups.highs[group].tolist(), strict=True)
        covers = [StageCover(low=low, high=high) for low, high in ends]
        cluster = self.index.clusters[row : row + 1]
        added = gains(self.standing, covers)
        access = float(access_parts(self.index, self.around, cluster)[0])
        region = Interval(*(float(end[place]) for end in self.regions))
        market = Interval(
            *map(float, np.concatenate(market_parts(self.index, self.targets, cluster)))
        )
        return score(
            Components(
                chain_gain=added.chain_gain,
                gap=added.gap,
                thin=added.thin,
                hand_over=added.hand_over,
                region=region,
                market=market,
                access=exact(access),
                redundancy=added.redundancy,
            ),
            self.weights,
        )


def _member(index: Index, code: int) -> ClusterOrganisation:
    """Return a member with what a chain asks of it: its categories and how active it is."""
    categories = index.out("classified_as").of_one(code)
    active = index.counts("active_members")
    place = int(np.searchsorted(active.things, np.int32(code)))
    counts = {}
    if place < len(active.things) and active.things[place] == code:
        ends = (float(end[place]) for end in (active.lows, active.highs))
        interval = Interval(*(None if np.isnan(end) else end for end in ends))
        counts["active_members"] = Count(
            unit="active_members", interval=interval, qualifier=None, is_preferred=False
        )
    known = tuple(index.ids.some(categories[index.is_category[categories]]))
    return ClusterOrganisation(
        id=index.ids[code],
        name="",
        categories={"all": known} if known else {},
        counts=counts,
    )
