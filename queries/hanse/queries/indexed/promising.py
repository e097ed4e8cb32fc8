"""Which clusters may add most to the reach of an alliance, estimated for all at once.

The estimate takes from the arrays what a candidate and those behind it have that is not
reached yet: it counts twice who stands behind two doors, and takes a figure of a group to
bound each cluster in it, and nothing more. It chooses whom to ask exactly, and is never shown.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hanse.graph.index import Index
from hanse.graph.indexing.ties import Codes, Ties
from hanse.graph.model import ACCESS_KINDS, PARTNERSHIP_KINDS, UNITS
from hanse.queries.indexed.extents import IndexedExtent, outline
from hanse.queries.reach_gains import DEFAULT, KNOWN_PLACE, NO_PLACE, SETS, UNKNOWN_PLACE
from hanse.queries.sizes import PARTS, WHOLES

Numbers = NDArray[np.float64]


def promising(
    index: Index,
    alliance: Sequence[str],
    *,
    most: int,
    by: str = DEFAULT,
    without: Collection[str] = (),
    include_networks: bool = False,
) -> tuple[str, ...]:
    """Return the ids of the ``most`` clusters that seem to add most to an alliance.

    Parameters
    ----------
    by
        One of :data:`hanse.queries.reach_gains.GAINS`; ordered as gains are there.
    without
        Ids of those who are not asked, besides the members.
    """
    kinds = PARTNERSHIP_KINDS if include_networks else ACCESS_KINDS
    ground = _Ground.of(index, index.codes(alliance), kinds)
    added = {name: ground.through(_new(ground, name)) for name in SETS}
    first = _unit_keys(ground, by) if by in UNITS else (-added[by],)
    keys = (*first, *(-added[name] for name in SETS))
    order = np.lexsort(tuple(reversed(keys)))
    aside = index.row_of[index.codes([*alliance, *without])]
    chosen = order[~np.isin(order, aside)][:most]
    return tuple(index.ids.some(index.clusters[chosen]))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Ground:
    """What is reached now, and who is behind whom: ``ends`` (rows) through ``doors``."""

    index: Index
    reached: Codes
    passed: Codes
    is_fresh: NDArray[np.bool_]
    ends: NDArray[np.int64]
    doors: Codes

    @classmethod
    def of(cls, index: Index, members: Codes, kinds: Sequence[str]) -> "_Ground":
        now = IndexedExtent.of(index, members, kinds)
        ties = index.out("member_of")
        rows = index.row_of[ties.ends]
        opens = index.are(*kinds)[ties.others] & (rows >= 0)
        return cls(
            index=index,
            reached=now.clusters,
            passed=now.doors,
            is_fresh=~np.isin(index.clusters, now.clusters),
            ends=rows[opens],
            doors=ties.others[opens],
        )

    def through(self, own: Numbers) -> Numbers:
        """Return what each cluster and those behind it have together of what is new."""
        new = np.where(self.is_fresh, own, 0.0)
        behind = np.bincount(self.doors, weights=new[self.ends], minlength=len(self.index))
        others = behind[self.doors] - new[self.ends]
        behind_each = np.bincount(self.ends, weights=others, minlength=len(new))
        return np.asarray(new + behind_each, dtype=np.float64)

    def largest(self, own: Numbers) -> Numbers:
        """Return the largest that each cluster or one of those behind it has."""
        new = np.where(self.is_fresh, own, 0.0)
        behind = np.zeros(len(self.index))
        np.maximum.at(behind, self.doors, new[self.ends])
        found = new.copy()
        np.maximum.at(found, self.ends, behind[self.doors])
        return found


def _new(ground: _Ground, name: str) -> Numbers:
    """Return how many regions, countries ... each cluster has that are not reached yet."""
    index = ground.index
    if name == "clusters":
        return np.ones(len(index.clusters))
    if name == "countries":
        held = index.places.countries[index.places.of_clusters]
        known = held[index.row_of[ground.reached]]
        return np.where((held >= 0) & ~np.isin(held, known), 1.0, 0.0)
    ties = index.out("located_in") if name == "regions" else index.sure_targets
    things = ground.reached if name == "regions" else np.append(ground.reached, ground.passed)
    return _unheld(index, ties, things)


def _unheld(index: Index, ties: Ties, things: Codes) -> Numbers:
    places, others = ties.of_many(index.clusters)
    is_new = ~np.isin(others, ties.of_many(things)[1])
    return np.bincount(places[is_new], minlength=len(index.clusters)).astype(np.float64)


def _unit_keys(ground: _Ground, unit: str) -> tuple[Numbers, ...]:
    """Return the keys of :func:`hanse.queries.reach_gains.unit_key`, estimated."""
    lows, highs = _bounded(ground.index, unit)
    total = outline(ground.index, ground.reached, ground.passed).counts[unit].high
    sure = ground.largest(np.nan_to_num(lows))
    low = np.maximum(0.0, sure - total) if total is not None else np.zeros(len(sure))
    high = ground.through(np.nan_to_num(highs))
    is_open = ground.through(np.isnan(highs).astype(np.float64)) > 0
    unknown, none = is_open & (low == 0), ~is_open & (high == 0)
    place = np.select([unknown, none], [UNKNOWN_PLACE, NO_PLACE], KNOWN_PLACE)
    return place.astype(np.float64), -low, -np.where(is_open, np.inf, high)


def _bounded(index: Index, unit: str) -> tuple[Numbers, Numbers]:
    """Return what bounds a unit of each cluster, other units included; NaN where nothing does."""
    lows, highs = _stated(index, unit)
    for part in PARTS.get(unit, ()):
        lows = np.fmax(lows, _stated(index, part)[0])
    for whole in WHOLES.get(unit, ()):
        highs = np.fmin(highs, _stated(index, whole)[1])
    for known in (unit, *WHOLES.get(unit, ())):
        highs = np.fmin(highs, _of_groups(index, known))
    return lows, highs


def _of_groups(index: Index, unit: str) -> Numbers:
    """Return for each cluster the least that is stated of a group it is in; NaN where nothing."""
    counts, ties = index.counts(unit), index.out("in_group")
    stated = np.full(len(index), np.nan)
    stated[counts.things] = counts.highs
    rows = index.row_of[ties.ends]
    least = np.full(len(index.clusters), np.nan)
    np.fmin.at(least, rows[rows >= 0], stated[ties.others[rows >= 0]])
    return least


def _stated(index: Index, unit: str) -> tuple[Numbers, Numbers]:
    """Return what is stated of each cluster; NaN where nothing is."""
    counts = index.counts(unit)
    rows = index.row_of[counts.things]
    ends = np.full((2, len(index.clusters)), np.nan)
    ends[0, rows[rows >= 0]] = counts.lows[rows >= 0]
    ends[1, rows[rows >= 0]] = counts.highs[rows >= 0]
    return ends[0], ends[1]
