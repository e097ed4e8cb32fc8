"""Who completes whom, among all: the best candidates of every cluster, on the index.

Clusters that cover the chain alike have the same candidates, but for where they sit and whom
they know. So candidates are sought for all of them together, among the groups of which any may
be one of the best; then the access that is left to each pair is counted where it is in doubt.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

import numpy as np

from hanse.graph.index import Index
from hanse.graph.indexing.ties import Codes, Places, spans
from hanse.graph.model import ACCESS_KINDS, PARTNERSHIP_KINDS, ValueChain
from hanse.queries.chains import Feeds
from hanse.queries.indexed.candidates import found
from hanse.queries.indexed.market_parts import IndexedTargets, market_parts
from hanse.queries.indexed.pair_access import PairAccess
from hanse.queries.indexed.pair_bases import Ends, PairBases, Reals
from hanse.queries.indexed.pair_lists import (
    GRAIN,
    NOBODY,
    Drawn,
    Pairs,
    best_places,
    keys_of,
    kth,
)
from hanse.queries.indexed.region_parts import IndexedFootprint, region_parts
from hanse.queries.indexed.signatures import ChainGroups
from hanse.queries.matching import TOP
from hanse.queries.scores import DEFAULT, Weights

_DOUBT: Final = 1e-9  # sums made in another order differ by less
SLACK: Final = 6  # more candidates than asked for, lest some fall behind when access is counted
FIRST_READ: Final = 100  # candidates looked at, at first
TOGETHER: Final = 2048  # clusters that candidates are sought for at a time
MOST_CELLS: Final = 2**22  # scores held at a time


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
        self._region = lru_cache(maxsize=1024)(self._region_of)
        aims = IndexedTargets.of(index, found(index, targets, "market").tolist())
        least, most = market_parts(index, aims, index.clusters)
        self._market = weights.market * least, weights.market * most
        self._most_access = weights.access * self._access.at_most(index.clusters)
        self._open = np.flatnonzero(self._groups.is_on_chain & (self._groups.sizes > 0))
        self._most = self._most_of_groups()

    def _most_of_groups(self) -> Reals:
        """Return what no member of each open group exceeds by market, access and region."""
        groups = self._groups
        own = (self._market[0] + self._most_access)[groups.rows]
        most = np.zeros(len(groups.lows))
        filled = np.flatnonzero(groups.sizes)
        if len(filled):
            most[filled] = np.maximum.reduceat(own, groups.starts[filled])
        return most[self._open] + self._weights.region

    def _region_of(self, place: int) -> Ends:
        """Return what each place adds for somebody who sits at one of them."""
        here = np.array([place], dtype=np.int32)
        low, high = region_parts(self._index, IndexedFootprint.of_places(self._index, here))
        return self._weights.region * low, self._weights.region * high

    def pairs(self, top: int = TOP) -> Iterator[Pairs]:
        """Yield the best ``top`` candidates of each cluster, for some clusters at a time."""
        for rows in self._alike() if top else ():
            yield from self._best(rows, top, top + SLACK)

    def _alike(self) -> Iterator[Places]:
        """Yield clusters that cover the chain alike, some at a time, neighbours together."""
        kinds = np.where(self._index.is_categorised, self._groups.of_rows, -1)
        order = np.lexsort((self._index.places.of_clusters, kinds))
        start = 0
        for end in (np.flatnonzero(np.diff(kinds[order], append=-2)) + 1).tolist():
            for first in range(start, end, TOGETHER):
                yield order[first : min(end, first + TOGETHER)]
            start = end

    def _best(self, rows: Places, top: int, wanted: int) -> Iterator[Pairs]:
        """Yield the best of clusters that are alike; drawn anew, and more, where too few were."""
        drawn = self._drawn(rows, wanted)
        if drawn is None:
            middle = len(rows) // 2
            yield from self._best(rows[:middle], top, wanted)
            yield from self._best(rows[middle:], top, wanted)
            return
        pairs, is_sure = drawn.settled(*self._with_access(drawn), top)
        yield pairs.of_ones(rows[is_sure])
        if not is_sure.all():
            yield from self._best(rows[~is_sure], top, 8 * wanted)

    def _drawn(self, rows: Places, wanted: int) -> Drawn | None:
        """Return the best ``wanted`` as if nobody knew the same; ``None`` of too many at once.

        For clusters that sit at one place they are the same, but for a cluster itself.
        """
        base = self._base(int(rows[0]))
        places, lines = np.unique(self._index.places.of_clusters[rows], return_inverse=True)
        bound = np.maximum(0.0, base[0][self._open] + self._most)
        read = self._first(bound, FIRST_READ)
        while True:
            pool = np.sort(self._members(self._open[read]))
            if len(places) > 1 and len(places) * len(pool) > MOST_CELLS:
                return None
            lows = keys_of(self._scores(0, base, places, pool))
            least = kth(lows, wanted + 1)
            needed = self._needed(bound, int(least.min()), len(pool))
            if len(np.setdiff1d(needed, read)) == 0:
                break
            read = needed
        highs = keys_of(self._scores(1, base, places, pool))
        at, place = best_places(lows, highs, least, wanted + 1)
        others = pool[place]
        drawn = Drawn.of(
            ones=places.astype(np.int64), at=at, others=others, most=wanted + 1,
            lows=self._of_pairs(0, base, places[at], others),
            highs=self._of_pairs(1, base, places[at], others),
        )  # fmt: skip
        return drawn.for_each(rows, lines)

    def _first(self, bound: Reals, number: int) -> Places:
        """Return the groups of the largest bounds that hold ``number`` clusters together."""
        most = min(len(bound), max(1, number))
        groups = np.argpartition(-bound, most - 1)[:most] if most < len(bound) else np.arange(most)
        groups = groups[np.argsort(-bound[groups], kind="stable")]
        sizes = np.cumsum(self._groups.sizes[self._open[groups]])
        return groups[: 1 + int(np.searchsorted(sizes, number))]

    def _needed(self, bound: Reals, least: int, read: int) -> Places:
        """Return the groups that may hold any of the best, given the least of those found."""
        if least == NOBODY:
            return self._first(bound, 8 * read + 1)
        return np.flatnonzero(bound >= least * GRAIN - _DOUBT)

    def _base(self, row: int) -> Ends:
        if self._index.is_categorised[row]:
            return self._bases.beside(int(self._groups.of_rows[row]))
        return self._bases.beside_unknown

    def _members(self, groups: Places) -> Places:
        return self._groups.rows[spans(self._groups.starts[groups], self._groups.sizes[groups])]

    def _scores(self, end: int, base: Ends, places: Codes, pool: Places) -> Reals:
        """Return one end of the scores of a pool, one line for each of some places."""
        there = self._index.places.of_clusters[pool]
        regions = np.stack([self._region(here)[end][there] for here in places.tolist()])
        scores: Reals = self._own(end, base, pool) + regions
        return scores

    def _of_pairs(self, end: int, base: Ends, places: Codes, others: Places) -> Reals:
        """Return one end of the scores of some clusters, each for somebody at a place."""
        there = self._index.places.of_clusters[others].tolist()
        pairs = zip(places.tolist(), there, strict=True)
        regions = [self._region(here)[end][other] for here, other in pairs]
        scores: Reals = self._own(end, base, others) + np.array(regions, dtype=np.float64)
        return scores

    def _own(self, end: int, base: Ends, others: Places) -> Reals:
        """Return what clusters score wherever they sit."""
        own = base[end][self._groups.of_rows[others]]
        return own + self._market[end][others] + self._most_access[others]

    def _with_access(self, drawn: Drawn) -> Ends:
        """Return the scores of those drawn with the access that is left to each pair."""
        codes, weight = self._index.clusters, self._weights.access
        lows, highs = drawn.lows.copy(), drawn.highs.copy()
        ones, others = codes[drawn.ones[drawn.at]], codes[drawn.others]
        known = np.flatnonzero(self._most_access[drawn.others] > 0)
        known = known[self._access.have_common(ones[known], others[known])]
        if len(known):
            exact = weight * self._access.exactly(ones[known], others[known])
            less = exact - self._most_access[drawn.others[known]]
            lows[known] += less
            highs[known] += less
        return lows, highs
