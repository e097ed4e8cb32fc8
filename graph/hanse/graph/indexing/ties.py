"""The ties of one relation as two sorted columns: who leads to whom."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Ties:
    """Pairs of things by their codes, in the order of ``ends`` and then of ``others``.

    Each pair stands once.
    """

    ends: Codes
    others: Codes

    @classmethod
    def of(cls, ends: Codes, others: Codes) -> Self:
        """Return the pairs in order, each once."""
        together = np.unique(ends.astype(np.int64) << 32 | others)
        return cls((together >> 32).astype(np.int32), together.astype(np.int32))

    @classmethod
    def none(cls) -> Self:
        """Return no ties."""
        return cls(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32))

    def turned(self) -> Self:
        """Return the same ties seen from their other ends."""
        return type(self).of(self.others, self.ends)

    def __len__(self) -> int:
        """Return how many ties there are."""
        return len(self.ends)

    def of_one(self, thing: int) -> Codes:
        """Return what one thing is tied to, in order."""
        # of the same type as the column: otherwise all of it would be copied first
        span = np.array((thing, thing + 1), dtype=self.ends.dtype)
        low, high = np.searchsorted(self.ends, span)
        return self.others[low:high]

    def of_many(self, things: Codes) -> tuple[Codes, Codes]:
        """Return for ``things`` the place in them and the other end of each tie, in order."""
        low = np.searchsorted(self.ends, things)
        high = np.searchsorted(self.ends, things, side="right")
        counts = high - low
        places = np.repeat(np.arange(len(things), dtype=np.int32), counts)
        return places, self.others[spans(low, counts)]

    def numbers(self, things: Codes) -> NDArray[np.int64]:
        """Return how many ties each of ``things`` has."""
        low = np.searchsorted(self.ends, things)
        high = np.searchsorted(self.ends, things, side="right")
        return np.subtract(high, low, dtype=np.int64)


def spans(starts: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the numbers of several spans, one span after the other.

    >>> spans(np.array([4, 9]), np.array([2, 3])).tolist()
    [4, 5, 9, 10, 11]
    """
    total = int(counts.sum())
    before = np.cumsum(counts) - counts
    numbers: NDArray[np.int64] = np.arange(total) + np.repeat(starts - before, counts)
    return numbers
