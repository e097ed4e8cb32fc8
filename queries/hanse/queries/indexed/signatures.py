"""Clusters by what they cover of a chain: few groups, however many clusters.

All clusters of a group cover every stage alike, so that what one of them adds to an alliance
along the chain, each of them adds.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from hanse.graph.index import Index
from hanse.queries.chains import FULL_ACTIVITY, Feeds

Reals = NDArray[np.float64]
Places = NDArray[np.int64]
# Combinations of levels up to which groups are counted in a table instead of sorted.
TABLE = 2**22


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ChainGroups:
    """The groups of a chain.

    ``of_rows`` says of each cluster, by its place among all, which group is its own. ``lows``
    and ``highs`` hold the cover of each group at each stage; they differ only where covers are
    scaled by activity. ``rows`` lists the clusters of known categories group by group, those of
    group g from ``starts[g]`` up to ``starts[g + 1]``, by id.
    """

    of_rows: Places
    lows: Reals
    highs: Reals
    rows: Places
    starts: Places

    @classmethod
    def of(cls, index: Index, feeds: Feeds, *, scale_by_active: bool = False) -> Self:
        """Return the groups of a chain; clusters without categories are in none of the lists."""
        levels, worths = _levels(index, feeds)
        groups, of_rows = _grouped(levels, [len(worth) for worth in worths])
        covers = np.stack([worth[groups[:, stage]] for stage, worth in enumerate(worths)], axis=1)
        lows = highs = covers
        if scale_by_active:
            of_rows, lows, highs = _scaled(index, of_rows, covers)
        rows = np.flatnonzero(index.is_categorised)
        rows = rows[np.argsort(of_rows[rows], kind="stable")]
        starts = np.searchsorted(of_rows[rows], np.arange(len(lows) + 1))
        return cls(of_rows=of_rows, lows=lows, highs=highs, rows=rows, starts=starts)

    @property
    def sizes(self) -> Places:
        """Return how many clusters of known categories each group holds."""
        return np.diff(self.starts)

    @property
    def is_on_chain(self) -> NDArray[np.bool_]:
        """Say of each group whether it may cover any stage."""
        return np.asarray((self.highs > 0).any(axis=1))


def _levels(index: Index, feeds: Feeds) -> tuple[list[NDArray[np.int8]], list[Reals]]:
    """Return for each stage the level of every cluster, and how far each level covers."""
    number = len(index.clusters)
    stages = len(feeds.chain.stages)
    relevances = [sorted({f.relevance for f in stage.feeds}) for stage in feeds.chain.stages]
    levels = [np.zeros(number, dtype=np.int8) for _ in range(stages)]
    for category, fed in feeds.by_category.items():
        rows = _classified(index, category)
        for stage, relevance in fed:
            level = levels[stage]
            reached = np.int8(1 + relevances[stage].index(relevance))
            level[rows] = np.maximum(level[rows], reached)
    return levels, [np.array([0.0, *known]) for known in relevances]


def _classified(index: Index, category: str) -> Places:
    """Return the places of the clusters that a category is stated of."""
    code = index.ids.find(category)
    if code is None or not index.is_category[code]:
        return np.zeros(0, dtype=np.int64)
    things = index.into("classified_as").of_one(code)
    rows = index.row_of[things]
    return rows[rows >= 0]


def _grouped(levels: list[NDArray[np.int8]], numbers: list[int]) -> tuple[NDArray[np.int8], Places]:
    """Return the levels of each group, and the group of each cluster."""
    together = np.zeros(len(levels[0]), dtype=np.int64)
    span = 1
    for level, number in zip(levels, numbers, strict=True):
        if span * number >= 2**62:
            together, span = _renumbered(together, span)
        together = together * number + level
        span *= number
    of_rows, found = _renumbered(together, span)
    first = np.zeros(found, dtype=np.int64)
    first[of_rows[::-1]] = np.arange(len(of_rows) - 1, -1, -1)
    return np.stack([level[first] for level in levels], axis=1), of_rows


def _renumbered(together: Places, span: int) -> tuple[Places, int]:
    """Return the values as numbers from 0, in their order, and how many there are."""
    if span > TABLE:
        known, numbers = np.unique(together, return_inverse=True)
        return numbers, len(known)
    is_there = np.zeros(span, dtype=np.int64)
    is_there[together] = 1
    numbers = np.cumsum(is_there) - 1
    return numbers[together], int(is_there.sum())


def _scaled(index: Index, of_rows: Places, covers: Reals) -> tuple[Places, Reals, Reals]:
    """Return the groups taken apart by how active their clusters are, at least and at most."""
    active = index.counts("active_members")
    least, most = np.zeros(len(of_rows)), np.ones(len(of_rows))
    rows = index.row_of[active.things]
    known = rows >= 0
    lows, highs = active.lows[known], active.highs[known]
    least[rows[known]] = np.where(np.isnan(lows), 0.0, np.minimum(1.0, lows / FULL_ACTIVITY))
    most[rows[known]] = np.where(np.isnan(highs), 1.0, np.minimum(1.0, highs / FULL_ACTIVITY))
    keys = np.stack((of_rows.astype(np.float64), least, most), axis=1)
    kinds, numbers = np.unique(keys, axis=0, return_inverse=True)
    kept = kinds[:, 0].astype(np.int64)
    return numbers.reshape(-1), covers[kept] * kinds[:, 1:2], covers[kept] * kinds[:, 2:3]
