"""The ties of one relation in three columns: who leads to whom."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int32]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Ties:
    """Pairs of things by their numbers, each pair once.

    ``heads`` are the things that are tied to any, in order; the other ends of the n-th are
    ``others`` from ``starts[n]`` up to ``starts[n + 1]``, in order.
    """

    heads: Codes
    starts: Codes
    others: Codes

    @classmethod
    def of(cls, ends: NDArray[np.integer], others: NDArray[np.integer]) -> Self:
        """Return the pairs in order, each once."""
        together = distinct(ends.astype(np.int64) << 32 | others.astype(np.int64))
        ordered = (together >> 32).astype(np.int32)
        begins = np.flatnonzero(np.diff(ordered, prepend=np.int32(-1)))
        starts = np.append(begins, len(ordered)).astype(np.int32)
        return cls(ordered[begins], starts, together.astype(np.int32))

    @classmethod
    def none(cls) -> Self:
        """Return no ties."""
        nothing = np.zeros(0, dtype=np.int32)
        return cls(nothing, np.zeros(1, dtype=np.int32), nothing)

    @property
    def ends(self) -> Codes:
        """Return the first end of every tie, in order."""
        return np.repeat(self.heads, np.diff(self.starts))

    def turned(self) -> Self:
        """Return the same ties seen from their other ends."""
        return type(self).of(self.others, self.ends)

    def __len__(self) -> int:
        """Return how many ties there are."""
        return len(self.others)

    def of_one(self, thing: int) -> Codes:
        """Return what one thing is tied to, in order."""
        # of the same type as the column: otherwise all of it would be copied first
        place = int(np.searchsorted(self.heads, np.int32(thing)))
        if place == len(self.heads) or self.heads[place] != thing:
            return self.others[:0]
        return self.others[self.starts[place] : self.starts[place + 1]]

    def of_many(self, things: Codes) -> tuple[Places, Codes]:
        """Return for ``things`` the place in them and the other end of each tie, in order."""
        low, counts = self._spans(things)
        places = np.repeat(np.arange(len(things)), counts)
        return places, self.others[spans(low, counts)]

    def numbers(self, things: Codes) -> Places:
        """Return how many ties each of ``things`` has."""
        return self._spans(things)[1]

    def _spans(self, things: Codes) -> tuple[Places, Places]:
        if not len(self.heads):
            nothing = np.zeros(len(things), dtype=np.int64)
            return nothing, nothing
        places = np.searchsorted(self.heads, things)
        places[places == len(self.heads)] = 0
        low = self.starts[places].astype(np.int64)
        counts = self.starts[places + 1] - low
        counts[self.heads[places] != things] = 0
        return low, counts


def distinct(values: Places) -> Places:
    """Return the values in order, each once; by sorting, which is faster than by hashing.

    >>> distinct(np.array([7, 3, 7])).tolist()
    [3, 7]
    """
    ordered = np.sort(values)
    is_new = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=is_new[1:])
    return ordered[is_new]


def spans(starts: Places, counts: Places) -> Places:
    """Return the numbers of several spans, one span after the other.

    >>> spans(np.array([4, 9]), np.array([2, 3])).tolist()
    [4, 5, 9, 10, 11]
    """
    total = int(counts.sum())
    before = np.cumsum(counts) - counts
    numbers: Places = np.arange(total) + np.repeat(starts - before, counts)
    return numbers
