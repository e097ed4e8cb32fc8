"""The arrays that the bare NumPy engine stands on, laid out ahead of any question."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tests.bench.engines.chain_sums import FULL_AT, HOP
from tests.bench.engines.columns import Columns

from hanse.graph.ids import category_id
from hanse.graph.indexing.ties import Ties, spans
from hanse.graph.model import ValueChain

Rows = NDArray[np.int64]
Reals = NDArray[np.float64]
Around = tuple[NDArray[np.bool_], Rows]
ENOUGH = int(FULL_AT / HOP)
SCHEMES = ("sectoral_industry", "emerging_industry", "technology_field", "s3_priority")


class Arrays:
    """Columns by row (place among the clusters) and ties in compressed rows."""

    def __init__(self, columns: Columns, chain: ValueChain) -> None:
        self.ids, self.chain, self.clusters = columns.ids, chain, columns.clusters
        self.number = {thing: n for n, thing in enumerate(columns.ids)}
        self.row_of = np.full(len(self.ids), -1, dtype=np.int64)
        self.row_of[self.clusters] = np.arange(len(self.clusters))
        self.country_names = columns.country_names
        self.country = columns.countries[self.clusters]
        self.schemes, self.is_open = columns.schemes, columns.is_open[self.clusters]
        self._lay_names(columns)
        self._lay_ties(columns)
        self._lay_groups()
        self._lay_doors(columns)

    def _lay_names(self, columns: Columns) -> None:
        order = sorted(range(len(self.ids)), key=lambda n: (columns.names[n], n))
        place = np.empty(len(order), dtype=np.int64)
        place[order] = np.arange(len(order))
        self.by_name = place + len(order) * (columns.kinds != "cluster")
        said = sorted({(word, n) for n, name in enumerate(columns.names) for word in name.split()})
        self.word_things = np.array([n for _, n in said])
        is_new = [n for n in range(len(said)) if n == 0 or said[n][0] != said[n - 1][0]]
        self.words = [said[n][0] for n in is_new]
        self.word_starts = np.array([*is_new, len(said)])

    def _lay_ties(self, columns: Columns) -> None:
        ends, others = (np.concatenate(side) for side in zip(*columns.ties.values(), strict=True))
        self.edges = Ties.of(np.concatenate((ends, others)), np.concatenate((others, ends)))
        self.classified = Ties.of(*columns.ties["classified_as"])
        self.classes = self.classified.turned()
        self.region = np.full(len(self.clusters), -1, dtype=np.int32)
        located = columns.ties["located_in"]
        self.region[self.row_of[located[0]]] = located[1]
        self.within = dict(zip(*(side.tolist() for side in columns.ties["within"]), strict=True))
        self.markets = np.flatnonzero(columns.kinds == "market")
        ends, others = columns.ties["targets"]
        rows, spots = self.row_of[ends], np.searchsorted(self.markets, others)
        kept = rows >= 0
        self.word = np.zeros(len(self.clusters), dtype=np.uint64)
        np.bitwise_or.at(self.word, rows[kept], np.uint64(1) << spots[kept].astype(np.uint64))

    def _lay_groups(self) -> None:
        stages = self.chain.stages
        covers = np.zeros((len(self.clusters), len(stages)))
        for place, stage in enumerate(stages):
            for feed in stage.feeds:
                rows = self.postings(category_id(feed.scheme, feed.label))
                covers[rows, place] = np.maximum(covers[rows, place], feed.relevance)
        self.covers, group = np.unique(covers, axis=0, return_inverse=True)
        self.group = group.reshape(-1)
        self.is_on_chain = np.asarray((self.covers > 0).any(axis=1), dtype=np.bool_)
        rows = np.flatnonzero(self.is_on_chain[self.group])
        self.grouped = rows[np.argsort(self.group[rows], kind="stable")]
        self.starts = np.searchsorted(self.group[self.grouped], np.arange(len(self.covers) + 1))
        self.sizes = np.diff(self.starts)
        self.starts = self.starts[:-1]

    def _lay_doors(self, columns: Columns) -> None:
        ends, others = columns.ties["member_of"]
        kept = np.isin(columns.kinds[others], ("partnership", "consortium"))
        self.doors = Ties.of(self.row_of[ends[kept]], others[kept])
        self.inside = self.doors.turned()
        self.door_of, self.room = self.doors.ends, np.zeros(len(self.ids), dtype=np.int64)
        self.room[self.inside.heads] = np.diff(self.inside.starts)
        nobody: Rows = np.zeros(0, dtype=np.int64)
        self.most_access = self.access(self.around(nobody), None)

    def rows(self, ids: Sequence[str]) -> Rows:
        """Return the rows of clusters by their ids."""
        return self.row_of[[self.number[thing] for thing in ids]]

    def postings(self, category: str) -> Rows:
        """Return the rows that a category is stated of."""
        number = self.number.get(category)
        return self.row_of[self.classes.of_one(-1 if number is None else number)]

    def members_of(self, groups: Rows) -> Rows:
        """Return the rows of some groups."""
        return self.grouped[spans(self.starts[groups], self.sizes[groups])]

    def facets(self, rows: Rows) -> dict[str, list[tuple[str, int]]]:
        """Return what rows have, and how many of them: most first, then by id."""
        country = self.country[rows]
        counts = np.bincount(country[country >= 0], minlength=len(self.country_names))
        found = {
            "country": [(self.country_names[n], int(counts[n])) for n in np.flatnonzero(counts)]
        }
        counts = np.bincount(self.classified.of_many(self.clusters[rows])[1])
        for scheme in SCHEMES:
            there = np.flatnonzero(counts)
            there = there[self.schemes[there] == scheme]
            found[scheme] = [(self.ids[n], int(counts[n])) for n in there]
        return {name: sorted(v, key=lambda one: (-one[1], one[0])) for name, v in found.items()}

    def target_bits(self, targets: Sequence[str]) -> tuple[list[int], list[int]]:
        """Return for each target the markets that cover it, and those that may."""
        sure, may = [], []
        for target in (self.number[name] for name in targets):
            inside = [n for n in self.markets if n == target or self.within.get(int(n)) == target]
            outer = [n for n in self.markets if self.within.get(target) == n]
            sure.append(sum(1 << int(np.searchsorted(self.markets, n)) for n in inside))
            may.append(sum(1 << int(np.searchsorted(self.markets, n)) for n in inside + outer))
        return sure, may

    def market_parts(self, sure: Sequence[int], may: Sequence[int]) -> tuple[Reals, Reals]:
        """Return the share of targets covered, at least and at most."""
        low = np.mean([(self.word & np.uint64(b)) != 0 for b in sure], axis=0)
        high = np.mean([(self.word & np.uint64(b)) != 0 for b in may], axis=0)
        for row in np.flatnonzero(self.is_open):
            sides = [1 << n for n in range(64) if int(self.word[row]) >> n & 1]
            low[row] = min(sum(bool(s & b) for b in sure) for s in sides) / len(sure)
        return np.asarray(low), np.where(self.word == 0, 1.0, high)

    def behind(self, rows: Rows) -> Any:
        """Return the rows of those who share a partnership with any of these."""
        doors = self.doors.of_many(rows.astype(np.int32))[1]
        return self.inside.of_many(doors)[1]

    def around(self, members: Rows) -> Around:
        """Return who is reached already, and how many of these each partnership holds."""
        reached = np.zeros(len(self.clusters), dtype=np.bool_)
        reached[members] = True
        reached[self.behind(members)] = True
        held = self.doors.of_many(np.flatnonzero(reached).astype(np.int32))[1]
        numbers = self.room.copy()
        np.subtract.at(numbers, held, 1)
        return reached, numbers

    def access(self, around: Around, rows: Rows | None) -> Reals:
        """Return the access that some rows open, or all."""
        reached, left = around
        places: NDArray[np.integer[Any]]
        if rows is None:
            rows, places, doors = np.arange(len(self.clusters)), self.door_of, self.doors.others
        else:
            places, doors = self.doors.of_many(rows.astype(np.int32))
        fresh = left[doors] - ~reached[rows[places]]
        most = np.zeros(len(rows), dtype=np.int64)
        np.maximum.at(most, places, fresh)
        several = np.bincount(places, minlength=len(rows)) > 1
        doubt = several & (most > 0) & (most < ENOUGH)
        kept = doubt[places]
        at, behind = self.inside.of_many(doors[kept])
        who = places[kept][at]
        is_fresh = ~reached[behind] & (behind != rows[who])
        pairs = np.unique(who[is_fresh].astype(np.int64) << 32 | behind[is_fresh])
        most[doubt] = np.bincount(pairs >> 32, minlength=len(rows))[doubt]
        return np.minimum(1, HOP * np.minimum(most, ENOUGH) / FULL_AT)
