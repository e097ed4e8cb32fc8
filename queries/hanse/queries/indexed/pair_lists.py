"""Candidates drawn for several clusters at once, put into order and cut to the best of each."""

from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from hanse.graph.indexing.ties import Places, spans
from hanse.queries.scores import SAME_TO

Reals = NDArray[np.float64]
Mask = NDArray[np.bool_]
GRAIN: Final = 10.0**-SAME_TO
NOBODY: Final = -1  # the key of what is no candidate
FEW: Final = 4  # as many times more candidates than wanted are sorted without a second look


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pairs:
    """Pairs of clusters, by their places among all, with the score of the second for the first.

    By the first, and best first; scores to the decimals at which they are told apart.
    """

    ones: Places
    others: Places
    lows: Reals
    highs: Reals

    def of_ones(self, ones: Places) -> "Pairs":
        """Return the pairs of some of the first."""
        kept = np.isin(self.ones, ones)
        return Pairs(
            ones=self.ones[kept],
            others=self.others[kept],
            lows=self.lows[kept],
            highs=self.highs[kept],
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Drawn:
    """The best ``most`` candidates of each of ``ones``, in order, as far as there are so many.

    ``ones`` are clusters, or the places that they share. ``at`` says for which of them each of
    ``others`` is drawn. Scores may lie below 0; what does counts as 0.
    """

    ones: Places
    at: Places
    others: Places
    lows: Reals
    highs: Reals
    most: int

    @classmethod
    def of(
        cls, *, ones: Places, at: Places, others: Places, lows: Reals, highs: Reals, most: int
    ) -> Self:
        """Return the best of candidates drawn in any order."""
        order = _order(at, lows, highs, others)
        kept = order[_places(at[order], len(ones)) < most]
        return cls(
            ones=ones, at=at[kept], others=others[kept], lows=lows[kept], highs=highs[kept],
            most=most,
        )  # fmt: skip

    def for_each(self, rows: Places, lines: Places) -> "Drawn":
        """Return the same lists for ``rows``, each with the list of its line, itself left out."""
        starts = np.searchsorted(self.at, np.arange(len(self.ones)))
        counts = np.bincount(self.at, minlength=len(self.ones))[lines]
        at = np.repeat(np.arange(len(rows)), counts)
        drawn = spans(starts[lines], counts)
        is_other = self.others[drawn] != rows[at]
        at, drawn = at[is_other], drawn[is_other]
        kept = _places(at, len(rows)) < self.most - 1
        at, drawn = at[kept], drawn[kept]
        return Drawn(
            ones=rows, at=at, others=self.others[drawn], most=self.most - 1,
            lows=self.lows[drawn], highs=self.highs[drawn],
        )  # fmt: skip

    def settled(self, lows: Reals, highs: Reals, top: int) -> tuple[Pairs, Mask]:
        """Return the best ``top`` when scores are these instead, and of whom that is sure.

        No score rises. It is not sure where candidates were cut off that may now be better
        than those that are left.
        """
        order = _order(self.at, lows, highs, self.others)
        places = _places(self.at[order], len(self.ones))
        kept = order[places < top]
        pairs = Pairs(
            ones=self.ones[self.at[kept]],
            others=self.others[kept],
            lows=_rounded(lows[kept]),
            highs=_rounded(highs[kept]),
        )
        is_sure: Mask = np.bincount(self.at, minlength=len(self.ones)) < self.most
        last = np.flatnonzero(_places(self.at, len(self.ones)) == self.most - 1)
        now = order[places == top - 1]
        now = now[~is_sure[self.at[now]]]
        is_sure[self.at[now]] = self._is_ahead(now, (lows, highs), last)
        return pairs, is_sure

    def _is_ahead(self, now: Places, ends: tuple[Reals, Reals], last: Places) -> Mask:
        """Say of candidates with new scores whether they are ahead of others with their old."""
        low, high = (keys_of(end[now]) for end in ends)
        old_low, old_high = (keys_of(end[last]) for end in (self.lows, self.highs))
        is_first = self.others[now] <= self.others[last]
        is_same = low == old_low
        is_ahead = (high > old_high) | ((high == old_high) & is_first)
        return np.asarray((low > old_low) | (is_same & is_ahead), dtype=np.bool_)


def _order(at: Places, lows: Reals, highs: Reals, others: Places) -> Places:
    return np.lexsort((others, -keys_of(highs), -keys_of(lows), at))


def _places(at: Places, number: int) -> Places:
    """Return the place of each in the list of its own; ``at`` is in order."""
    starts = np.searchsorted(at, np.arange(number))
    places: Places = np.arange(len(at)) - starts[at]
    return places


def keys_of(ends: Reals) -> Places:
    """Return scores as whole numbers of the grain, so that equal ones are equal."""
    return np.rint(np.maximum(ends, 0.0) / GRAIN).astype(np.int64)


def _rounded(ends: Reals) -> Reals:
    return np.round(np.maximum(ends, 0.0), SAME_TO).astype(np.float64)


def kth(keys: Places, number: int) -> Places:
    """Return the ``number``-th best of each line; where there are fewer, nobody."""
    lines, width = keys.shape
    if width < number:
        return np.full(lines, NOBODY)
    return np.partition(keys, width - number, axis=1)[:, width - number]


def best_places(lows: Places, highs: Places, least: Places, number: int) -> tuple[Places, Places]:
    """Return the line and the place of the best ``number`` of each line, and a few more.

    ``least`` is the ``number``-th best low end. Of those that share it the high end decides,
    then the place, which follows the ids.
    """
    limit = least[:, np.newaxis]
    is_better, is_tied = lows > limit, (lows == limit) & (lows != NOBODY)
    crowded = np.flatnonzero(is_tied.sum(axis=1) > FEW * number)
    if len(crowded):
        is_tied[crowded] = _best_tied(is_tied[crowded], highs[crowded], number)
    line, place = np.nonzero(is_better | is_tied)
    return line, place


def _best_tied(is_tied: Mask, highs: Places, number: int) -> Mask:
    """Return the best ``number`` of those tied in each line: by high end, then by place."""
    highs = np.where(is_tied, highs, NOBODY)
    edge = kth(highs, number)[:, np.newaxis]
    is_last = is_tied & (highs == edge)
    is_last &= np.cumsum(is_last, axis=1) <= number
    best: Mask = (is_tied & (highs > edge)) | is_last
    return best
