"""The questions on bare arrays in memory: the ideal that Hanse is held against.

Straight code for this one kind of project: one country and at most one region a cluster, at most
64 markets, exact covers, alliances whose members state everything.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tests.bench.engines.arrays import Arrays
from tests.bench.engines.chain_sums import ACCESS, MARKET, NEW_REGION, REGION, chain_base
from tests.bench.engines.columns import Columns
from tests.bench.engines.questions import CAPPED, LISTED, PAIRS_TOP, TOP, Asked, best_first

Rows = NDArray[np.int64]
Reals = NDArray[np.float64]
ENOUGH = 6
DOUBT = 1e-9


class WholeArrays:
    """Every question looks at all clusters at once, in a few passes over whole columns."""

    def __init__(self, columns: Columns, asked: Asked) -> None:
        self.a, self.asked = Arrays(columns, asked.chain), asked
        self.bits = self.a.target_bits(asked.targets)
        self.market = tuple(MARKET * end for end in self.a.market_parts(*self.bits))

    def search(self) -> Any:
        """Return what is called so: spans in the sorted words, marked and met."""
        a = self.a
        found = np.ones(len(a.ids), dtype=np.bool_)
        for word in self.asked.words.split():
            low, high = (bisect_left(a.words, w) for w in (word, word + "\uffff"))
            has = np.zeros(len(a.ids), dtype=np.bool_)
            has[a.word_things[a.word_starts[low] : a.word_starts[high]]] = True
            found &= has
        things = np.flatnonzero(found)
        first = things[np.argsort(a.by_name[things], kind="stable")[:TOP]]
        return [a.ids[n] for n in first], len(things)

    def facet(self) -> Any:
        """Return who passes, by masks, and what they have, by counting."""
        a = self.a
        passes = np.ones(len(a.clusters), dtype=np.bool_)
        for name, values in self.asked.facet.items():
            if name == "country":
                passes &= np.isin(a.country, [a.country_names.index(v) for v in values])
            else:
                has = np.zeros(len(passes), dtype=np.bool_)
                for value in values:
                    has[a.postings(value)] = True
                passes &= has
        rows = np.flatnonzero(passes)
        first = [a.ids[n] for n in a.clusters[rows[:LISTED]]]
        return first, len(rows), a.facets(rows)

    def candidates(self) -> Any:
        """Return who completes the alliance."""
        a = self.a
        members = a.rows(self.asked.alliance)
        base = chain_base(a.chain, a.covers[a.group[members]], a.covers)
        around = a.around(members)
        lows, highs = self.scores(base, members, around, None)
        is_open = a.is_on_chain[a.group].copy()
        is_open[members] = False
        return self._top(np.flatnonzero(is_open), lows[is_open], highs[is_open], TOP)

    def scores(
        self, base: Reals, members: Rows, around: Any, rows: Rows | None
    ) -> tuple[Reals, Reals]:
        """Return both ends of the scores of some clusters, or of all."""
        a = self.a
        take = slice(None) if rows is None else rows
        known = base[a.group[take]] + ACCESS * a.access(around, rows)
        country, region = a.country[take], a.region[take]
        held = np.isin(country, a.country[members])
        is_new = ~np.isin(region, a.region[members])
        least = np.where(held, NEW_REGION * (is_new & (region >= 0)), 1.0)
        most = np.where(held, NEW_REGION * is_new, 1.0)
        least, most = np.where(country < 0, 0.0, least), np.where(country < 0, 1.0, most)
        low = known + REGION * least + self.market[0][take]
        high = known + REGION * most + self.market[1][take]
        return np.maximum(0, low), np.maximum(0, high)

    def _top(self, rows: Rows, lows: Reals, highs: Reals, top: int) -> Any:
        edge = np.partition(lows, len(lows) - top)[len(lows) - top] if len(lows) > top else -1.0
        kept = np.flatnonzero(lows >= edge - DOUBT)
        order = np.lexsort((rows[kept], -np.round(highs[kept], 12), -np.round(lows[kept], 12)))
        best = kept[order[:top]]
        ids = [self.a.ids[n] for n in self.a.clusters[rows[best]]]
        return list(zip(ids, lows[best].tolist(), highs[best].tolist(), strict=True))

    def reach(self) -> Any:
        """Return who is reached through whom."""
        a = self.a
        members = np.sort(a.rows(self.asked.ten))
        known, steps = set(members.tolist()), []
        for member in members.tolist():
            fresh = set(a.behind(np.array([member])).tolist()) - known
            known |= fresh
            if fresh:
                name = a.ids[a.clusters[member]]
                steps.append((name, [a.ids[a.clusters[n]] for n in sorted(fresh)]))
        return steps

    def neighbourhood(self) -> Any:
        """Return what lies within two ties."""
        a = self.a
        centre = a.number[self.asked.centre]
        is_known = np.zeros(len(a.ids), dtype=np.bool_)
        is_known[centre] = True
        rings = [np.array([centre])]
        for _ in range(2):
            near = np.zeros(len(a.ids), dtype=np.bool_)
            near[a.edges.of_many(rings[-1])[1]] = True
            rings.append(np.flatnonzero(near & ~is_known))
            is_known[rings[-1]] = True
        things = np.concatenate(rings)
        return [a.ids[n] for n in things[:CAPPED]], len(things)

    def pairs(self, clusters: Sequence[str]) -> Any:
        """Return who completes whom, by asking for the candidates of each."""
        found = []
        for name in clusters:
            found += [(name, *one) for one in self.pair(name)]
        return found

    def pair(self, name: str) -> Any:
        """Return the best candidates of one cluster."""
        a = self.a
        me = a.rows([name])
        base = chain_base(a.chain, a.covers[a.group[me]], a.covers)
        lows, highs = self.scores(base, me, a.around(me), None)
        is_open = a.is_on_chain[a.group].copy()
        is_open[me] = False
        return self._top(np.flatnonzero(is_open), lows[is_open], highs[is_open], PAIRS_TOP)


class PrunedArrays(WholeArrays):
    """Groups by stage signature in falling order of their best possible score; the rest unread."""

    def __init__(self, columns: Columns, asked: Asked) -> None:
        super().__init__(columns, asked)
        a = self.a
        own = (self.market[0] + ACCESS * a.most_access)[a.grouped]
        self.most = np.zeros(len(a.covers))
        filled = np.flatnonzero(a.sizes)
        self.most[filled] = np.maximum.reduceat(own, a.starts[filled]) + REGION
        self._bases: dict[int, Any] = {}

    def candidates(self) -> Any:
        """Return who completes the alliance, best groups first."""
        a = self.a
        members = a.rows(self.asked.alliance)
        base = chain_base(a.chain, a.covers[a.group[members]], a.covers)
        return self._pruned(base, np.argsort(-(base + self.most)), members, TOP, 4096)

    def pair(self, name: str) -> Any:
        """Return the best candidates of one cluster; what its signature decides is done once."""
        a = self.a
        me = a.rows([name])
        group = int(a.group[me[0]])
        if group not in self._bases:
            base = chain_base(a.chain, a.covers[a.group[me]], a.covers)
            self._bases = {group: (base, np.argsort(-(base + self.most)))}  # the last one only
        base, order = self._bases[group]
        return self._pruned(base, order, me, PAIRS_TOP, 64)

    def pairs(self, clusters: Sequence[str]) -> Any:
        """Return who completes whom: clusters of one signature after each other."""
        a = self.a
        order = np.argsort(a.group[a.rows(clusters)], kind="stable").tolist()
        found = {clusters[place]: self.pair(str(clusters[place])) for place in order}
        return [(name, *one) for name in clusters for one in found[name]]

    def _pruned(self, base: Reals, order: Rows, members: Rows, top: int, first: int) -> Any:
        a = self.a
        around, bound = a.around(members), base + self.most
        found: list[Any] = []
        start, wanted = 0, first
        sizes = np.cumsum(a.sizes[order])
        while start < len(order):
            least = found[-1][1] if len(found) == top else -1.0
            if bound[order[start]] < least - DOUBT:
                break
            before = sizes[start - 1] if start else 0
            end = max(start + 1, int(np.searchsorted(sizes, before + wanted)))
            rows = a.members_of(order[start:end])
            rows = rows[~np.isin(rows, members)]
            lows, highs = self.scores(base, members, around, rows)
            found = best_first(found + self._top(rows, lows, highs, top), top)
            start, wanted = end, 2 * wanted
        return found
