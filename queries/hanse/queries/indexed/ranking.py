"""The best candidates of all, found without looking at all of them.

Groups are taken in falling order of the most that any of their clusters can score. When that
is less than the last place held so far, no other cluster can take it: the rest is not read.
Ranks and the Pareto front are those among all candidates; for them, too, only the groups are
read that may matter.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from hanse.graph.indexing.ties import Places
from hanse.queries.answers import ROUNDING, RankRange
from hanse.queries.indexed.scoring import Question, Scored
from hanse.queries.scores import SAME_TO

Mask = NDArray[np.bool_]
Keys = NDArray[np.int64]
# Scores are told apart by whole multiples of this; see hanse.queries.scores.SAME_TO.
_GRAIN: Final = 10.0**SAME_TO
# Sums made in another order differ by less; what lies so near is looked at, not left out.
_DOUBT: Final = 1e-9
FIRST_READ: Final = 4096  # clusters read at a time, at first


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ranking:
    """The best candidates in order, by their places among all clusters.

    ``ranks`` and ``is_pareto`` are those among all candidates. ``in_doubt`` are further ones
    that differ from the last place by rounding only, so that which of them holds it is for the
    plain reading to say.
    """

    rows: Places
    in_doubt: Places
    ranks: tuple[RankRange, ...]
    is_pareto: Mask


@dataclass(kw_only=True, eq=False)
class _Reader:
    """Groups still unread, and the clusters of those that were read with their scores."""

    question: Question
    is_candidate: Mask | None
    unread: Mask
    found: Scored = field(default_factory=Scored.none)

    def read(self, groups: Places) -> None:
        groups = groups[self.unread[groups]]
        self.unread[groups] = False
        rows = self._rows(groups)
        if len(rows):
            self.found = self.found.and_(self.question.scored(rows))

    def _rows(self, groups: Places) -> Places:
        known = self.question.groups
        parts = [known.rows[known.starts[g] : known.starts[g + 1]] for g in groups.tolist()]
        rows = np.concatenate([*parts, np.zeros(0, dtype=np.int64)]).astype(np.int64)
        return rows if self.is_candidate is None else rows[self.is_candidate[rows]]

    def read_while(self, bound: NDArray[np.float64], is_needed: Callable[[float], bool]) -> None:
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


def ranking(question: Question, *, top: int | None, is_candidate: Mask | None = None) -> Ranking:
    """Return the best ``top`` candidates, or all; by low end, then high end, then id.

    ``is_candidate`` says of each cluster, by its place among all, whether it is one.
    """
    on_chain = question.groups.is_on_chain & (question.groups.sizes > 0)
    reader = _Reader(question=question, is_candidate=is_candidate, unread=on_chain)
    if top is None:
        reader.read(np.flatnonzero(on_chain))
        top = len(reader.found.rows)
    low_bound, high_bound = question.bounds()
    reader.read_while(low_bound, lambda most: most >= _least(reader.found, top) - _DOUBT)
    best, in_doubt = _best(reader.found, top)
    lowest = float(reader.found.lows[best[-1]]) if len(best) else np.inf
    reader.read_while(high_bound, lambda most: most > lowest - _DOUBT)
    ranks = _ranks(reader.found, best)
    rows = reader.found.rows
    return Ranking(
        rows=rows[best], in_doubt=rows[in_doubt], ranks=ranks, is_pareto=_front(reader, best)
    )


def _least(found: Scored, top: int) -> float:
    """Return the low end of the last place held so far; with places free, as low as can be."""
    number = len(found.lows)
    if number < top:
        return -np.inf
    return float(np.partition(found.lows, number - top)[number - top]) if top else np.inf


def _best(found: Scored, top: int) -> tuple[Places, Places]:
    """Return where the best are among those found, in order, and those in doubt."""
    if not top or not len(found.rows):
        nothing = np.zeros(0, dtype=np.int64)
        return nothing, nothing
    kept = np.flatnonzero(found.lows >= _least(found, top) - _DOUBT)
    lows, highs = (_keys(end[kept]) for end in (found.lows, found.highs))
    order = kept[np.lexsort((found.rows[kept], -highs, -lows))]
    best, rest = order[:top], order[top:]
    last = _keys(found.lows[best[-1:]])[0]
    near = np.abs(_keys(found.lows[rest]) - last)
    return best, rest[(near == 1) | _is_near_a_step(found.lows[rest])]


def _keys(ends: NDArray[np.float64]) -> Keys:
    """Return scores as whole numbers, so that equal ones are equal."""
    return np.rint(ends * _GRAIN).astype(np.int64)


def _is_near_a_step(ends: NDArray[np.float64]) -> Mask:
    """Say of scores whether rounding may go either way."""
    parts = ends * _GRAIN
    near: Mask = np.abs(parts - np.floor(parts) - 0.5) < 0.02
    return near


def _ranks(found: Scored, best: Places) -> tuple[RankRange, ...]:
    lows, highs = np.sort(found.lows), np.sort(found.highs)
    ends = zip(found.lows[best].tolist(), found.highs[best].tolist(), strict=True)
    return tuple(
        RankRange(
            best=1 + _above(lows, high),
            worst=1 + _above(highs, low) - (high > low + ROUNDING),
        )
        for low, high in ends
    )


def _above(ordered: NDArray[np.float64], value: float) -> int:
    return len(ordered) - int(np.searchsorted(ordered, value + ROUNDING, side="right"))


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
