"""The best candidates of all, found without looking at all of them.

Groups are taken in falling order of the most that any of their clusters can score. When that
is less than the last place held so far, no other cluster can take it: the rest is not read.
Ranks and the Pareto front are those among all candidates; for them, too, only the groups are
read that may matter.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from hanse.graph.indexing.ties import Places, spans
from hanse.queries.answers import RankRange
from hanse.queries.indexed.ranks import rank_ranges_of
from hanse.queries.indexed.scoring import Question, Scored
from hanse.queries.scores import SAME_TO

Mask = NDArray[np.bool_]
Reals = NDArray[np.float64]
Keys = NDArray[np.int64]
# Scores are told apart by whole multiples of this; see hanse.queries.scores.SAME_TO.
_GRAIN: Final = 10.0**-SAME_TO
# Sums made in another order differ by less: what lies so near is read, not left out.
_DOUBT: Final = 1e-9
FIRST_READ: Final = 4096  # clusters read at a time, at first


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ranking:
    """The best candidates in order, by their places among all clusters.

    ``ranks`` and ``is_pareto`` are those among all candidates.
    """

    rows: Places
    ranks: tuple[RankRange, ...]
    is_pareto: Mask


class _Reader:
    """Groups still unread, and the clusters of those that were read with their scores."""

    def __init__(self, question: Question, members: Places, rows: Places | None) -> None:
        self.question = question
        self._members = members
        groups = question.groups
        self.unread = groups.is_on_chain & (groups.sizes > 0)
        self.found = Scored.none()
        if rows is not None:
            self._take(rows[self._may_be_ranked(rows)])
            self.unread = np.zeros(len(groups.lows), dtype=np.bool_)

    def _may_be_ranked(self, rows: Places) -> Mask:
        groups = self.question.groups
        is_known: Mask = self.question.index.is_categorised[rows]
        return is_known & groups.is_on_chain[groups.of_rows[rows]]

    def read(self, groups: Places) -> None:
        """Read some groups, unless they were read before."""
        groups = groups[self.unread[groups]]
        self.unread[groups] = False
        known = self.question.groups
        if len(groups):
            self._take(known.rows[spans(known.starts[groups], known.sizes[groups])])

    def _take(self, rows: Places) -> None:
        rows = rows[~np.isin(rows, self._members)]
        self.found = self.found.and_(self.question.scored(rows))

    def read_while(self, bound: Reals, is_needed: Callable[[float], bool]) -> None:
        """Read groups in falling order of ``bound`` as long as one may matter."""
        left = np.flatnonzero(self.unread)
        left = left[np.argsort(-bound[left], kind="stable")]
        sizes = np.cumsum(self.question.groups.sizes[left])
        start, wanted = 0, FIRST_READ
        while start < len(left) and is_needed(float(bound[left[start]])):
            before = sizes[start - 1] if start else 0
            end = max(start + 1, int(np.searchsorted(sizes, before + wanted)))
            self.read(left[start:end])
            start, wanted = end, 2 * wanted


def ranking(
    question: Question, *, top: int | None, members: Places, rows: Places | None = None
) -> Ranking:
    """Return the best ``top`` candidates, or all; by low end, then high end, then id.

    Parameters
    ----------
    members
        Those who are no candidates.
    rows
        Those to consider; ``None`` is every cluster of known categories. Both are given by
        their places among all clusters.
    """
    reader = _Reader(question, members, rows)
    if top is None:
        reader.read(np.flatnonzero(reader.unread))
    wanted = len(reader.found.rows) if top is None else top
    low_bound, high_bound = question.bounds()
    reader.read_while(low_bound, lambda most: most >= _least(reader.found, wanted) - _DOUBT)
    best = _best(reader, wanted)
    lowest = float(reader.found.lows[best].min(initial=np.inf))
    reader.read_while(high_bound, lambda most: most > lowest - _DOUBT)
    found = reader.found
    ranks = rank_ranges_of((found.lows, found.highs), (found.lows[best], found.highs[best]))
    return Ranking(rows=found.rows[best], ranks=ranks, is_pareto=_front(reader, best))


def _least(found: Scored, top: int) -> float:
    """Return the low end of the last place held so far; with places free, as low as can be."""
    number = len(found.lows)
    if not top:
        return np.inf
    return -np.inf if number < top else float(np.partition(found.lows, number - top)[number - top])


def _best(reader: _Reader, top: int) -> Places:
    """Return where the best are among those found, in order."""
    found = reader.found
    kept = np.flatnonzero(found.lows >= _least(found, top) - _DOUBT)
    order = kept[_order(found, kept)]
    if len(order) > top:
        reader.found = _settled(reader.question, found, order, int(order[top - 1]))
        order = kept[_order(reader.found, kept)]
    return order[:top]


def _order(found: Scored, kept: Places) -> Places:
    lows, highs = (_keys(ends[kept]) for ends in (found.lows, found.highs))
    return np.lexsort((found.rows[kept], -highs, -lows))


def _keys(ends: Reals) -> Keys:
    """Return scores as whole numbers, so that equal ones are equal."""
    return np.rint(ends / _GRAIN).astype(np.int64)


def _settled(question: Question, found: Scored, order: Places, last: int) -> Scored:
    """Add up as the plain reading does what differs from the last place by rounding only."""
    near = order[np.abs(found.lows[order] - found.lows[last]) < 2 * _GRAIN]
    together = np.vstack((found.lows[near], found.highs[near], found.worst[:, near]))
    kinds, first, number = np.unique(together, axis=1, return_index=True, return_inverse=True)
    if kinds.shape[1] == 1:
        return found
    scores = [question.exactly(int(found.rows[near[place]])) for place in first]
    lows, highs = found.lows.copy(), found.highs.copy()
    lows[near] = np.array([one.low for one in scores])[number.reshape(-1)]
    highs[near] = np.array([one.high for one in scores])[number.reshape(-1)]
    return replace(found, lows=lows, highs=highs)


def _front(reader: _Reader, best: Places) -> Mask:
    """Say of the best whether no other candidate is as good at its worst and better somewhere."""
    gains = reader.question.gains
    chain, redundancy = gains.chain[0], gains.redundancy[1]
    if len(best):
        worst = reader.found.worst[:, best]
        may_dominate = (chain >= worst[0].min() - _DOUBT) & (redundancy <= -worst[4].min() + _DOUBT)
        reader.read(np.flatnonzero(reader.unread & may_dominate))
    values = _keys(reader.found.worst)
    return np.array([not _is_dominated(values, values[:, place]) for place in best], dtype=np.bool_)


def _is_dominated(values: Keys, one: Keys) -> bool:
    as_good = (values >= one[:, np.newaxis]).all(axis=0)
    better = (values > one[:, np.newaxis]).any(axis=0)
    return bool((as_good & better).any())
