"""Who completes whom, among all: the best candidates of every cluster, on the index.

Clusters that cover the chain alike have the same candidates, but for where they sit and whom
they know. So candidates are sought for all of them together, among the groups of which any may
be one of the best; then the access that is left to each pair is counted where it is in doubt.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from hanse.graph.index import Index
from hanse.graph.indexing.ties import Codes, Places, spans
from hanse.graph.model import ACCESS_KINDS, PARTNERSHIP_KINDS, ValueChain
from hanse.queries.chains import Feeds
from hanse.queries.indexed.candidates import found
from hanse.queries.indexed.market_parts import IndexedTargets, market_parts
from hanse.queries.indexed.pair_access import PairAccess
from hanse.queries.indexed.pair_bases import PairBases
from hanse.queries.indexed.region_parts import IndexedFootprint, region_parts
from hanse.queries.indexed.signatures import ChainGroups
from hanse.queries.matching import TOP
from hanse.queries.scores import DEFAULT, SAME_TO, Weights

Reals = NDArray[np.float64]
_DOUBT: Final = 1e-9
_GRAIN: Final = 10.0**-SAME_TO
SLACK: Final = 6  # more candidates than asked for, lest some fall behind when access is counted
FIRST_GROUPS: Final = 48  # groups looked at, at first
TOGETHER: Final = 128  # clusters that candidates are sought for at a time


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pairs:
    """Pairs of clusters by their places among all, with the scores of the second for the first.

    By the first, and best first. Scores are rounded to the decimals at which they are told
    apart.
    """

    ones: Places
    others: Places
    lows: Reals
    highs: Reals


class Pairing:
    """Every cluster as a candidate for every other.

    Parameters
    ----------
    index, chain
        What is known, and the value chain.
    targets
        Ids or names of target markets, the same for all.
    """

    def __init__(
        self,
        index: Index,
        chain: ValueChain,
        *,
        targets: Sequence[str] = (),
        weights: Weights = DEFAULT,
        include_networks: bool = False,
    ) -> None:
        feeds = Feeds.of(chain)
        self._index, self._weights = index, weights
        self._groups = ChainGroups.of(index, feeds)
        self._bases = PairBases(feeds, self._groups, weights)
        self._access = PairAccess(index, PARTNERSHIP_KINDS if include_networks else ACCESS_KINDS)
        self._regions: dict[int, tuple[Reals, Reals]] = {}
        aims = IndexedTargets.of(index, found(index, targets, "market").tolist())
        markets = market_parts(index, aims, index.clusters)
        self._market = tuple(weights.market * end for end in markets)
        self._most_access = weights.access * self._access.at_most(index.clusters)
        self._is_open = self._groups.is_on_chain & (self._groups.sizes > 0)
        self._most = self._most_of_groups()

    def _most_of_groups(self) -> Reals:
        """Return what no member of each group exceeds by its market and its access."""
        groups = self._groups
        own = (self._market[0] + self._most_access)[groups.rows]
        most = np.zeros(len(groups.lows))
        filled = np.flatnonzero(groups.sizes)
        if len(filled):
            most[filled] = np.maximum.reduceat(own, groups.starts[filled])
        return most

    def pairs(self, top: int = TOP) -> Iterator[Pairs]:
        """Yield the best ``top`` candidates of each cluster, for some clusters at a time."""
        for rows in self._alike():
            yield from self._best(rows, top, top + SLACK)

    def _alike(self) -> Iterator[Places]:
        """Yield clusters that have the same candidates along the chain, some at a time."""
        is_known = self._index.is_categorised
        kinds = np.where(is_known, self._groups.of_rows, -1)
        order = np.argsort(kinds, kind="stable")
        ends = np.flatnonzero(np.diff(kinds[order], append=-2)) + 1
        start = 0
        for end in ends.tolist():
            for first in range(start, end, TOGETHER):
                yield order[first : min(end, first + TOGETHER)]
            start = end

    def _best(self, rows: Places, top: int, wanted: int) -> Iterator[Pairs]:
        """Yield the best of clusters that are alike; with more at hand where ``wanted`` falls short."""
        drawn = self._drawn(rows, wanted)
        settled, is_sure = self._settled(drawn, rows, top, wanted)
        yield settled
        unsure = rows[~is_sure]
        if len(unsure):
            yield from self._best(unsure, top, 8 * wanted)

    def _drawn(self, rows: Places, wanted: int) -> Pairs:
        """Return the best ``wanted`` as if nobody had anybody in common, by cluster, in order."""
        row = int(rows[0])
        is_known = bool(self._index.is_categorised[row])
        group = int(self._groups.of_rows[row])
        base = self._bases.beside(group) if is_known else self._bases.beside_unknown
        bound = np.maximum(0.0, base[0] + self._weights.region + self._most)
        bound[~self._is_open] = -np.inf
        read = _first(bound, FIRST_GROUPS)
        while True:
            pool = self._members(read)
            lows = self._scores(0, base, rows, pool)
            least = _kth(lows, wanted)
            needed = np.flatnonzero(bound >= least.min(initial=np.inf) - _DOUBT)
            if len(np.setdiff1d(needed, read)) == 0 or not len(rows):
                break
            read = needed if np.isfinite(least.min()) else _first(bound, 4 * len(read))
        at, place = np.nonzero(lows >= np.maximum(least - _DOUBT, -1.0)[:, np.newaxis])
        highs = self._scores(1, base, rows, pool, at=at, place=place)
        pairs = Pairs(ones=rows[at], others=pool[place], lows=lows[at, place], highs=highs)
        return _ordered(pairs, at, wanted)

    def _members(self, groups: Places) -> Places:
        starts = self._groups.starts[groups]
        return self._groups.rows[spans(starts, self._groups.sizes[groups])]

    def _scores(
        self,
        end: int,
        base: tuple[Reals, Reals],
        rows: Places,
        pool: Places,
        *,
        at: Places | None = None,
        place: Places | None = None,
    ) -> Reals:
        """Return one end of the scores of a pool for clusters: all of them, or some pairs."""
        places = self._index.places.of_clusters
        own = base[end][self._groups.of_rows[pool]] + self._market[end][pool]
        own = own + self._most_access[pool]
        regions = np.stack([self._region(int(p))[end] for p in places[rows]])
        if at is not None and place is not None:
            region = regions[at, places[pool[place]]]
            return np.maximum(0.0, own[place] + self._weights.region * region)
        scores = np.maximum(0.0, own + self._weights.region * regions[:, places[pool]])
        scores[rows[:, np.newaxis] == pool] = -np.inf
        return scores

    def _region(self, place: int) -> tuple[Reals, Reals]:
        if place not in self._regions:
            footprint = IndexedFootprint.of_place(self._index, place)
            self._regions[place] = region_parts(self._index, footprint)
        return self._regions[place]

    def _settled(
        self, drawn: Pairs, rows: Places, top: int, wanted: int
    ) -> tuple[Pairs, NDArray[np.bool_]]:
        """Return the best ``top`` after access was counted pair by pair, of whom that is sure."""
        codes = self._index.clusters
        lows, highs = drawn.lows.copy(), drawn.highs.copy()
        open_ones = np.flatnonzero(self._most_access[drawn.others] > 0)
        ones, others = codes[drawn.ones[open_ones]], codes[drawn.others[open_ones]]
        common = open_ones[self._access.have_common(ones, others)]
        if len(common):
            exact = self._access.exactly(codes[drawn.ones[common]], codes[drawn.others[common]])
            less = self._weights.access * exact - self._most_access[drawn.others[common]]
            lows[common], highs[common] = self._again(drawn, common, less)
        order = np.searchsorted(np.sort(rows), drawn.ones)
        pairs = _ordered(Pairs(ones=drawn.ones, others=drawn.others, lows=lows, highs=highs), order, None)
        return _sure(drawn, pairs, rows, top, wanted)
