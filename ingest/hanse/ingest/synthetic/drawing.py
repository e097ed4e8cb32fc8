"""Draw at random so that the same seed gives the same project, in every Python."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import TypeVar

Item = TypeVar("Item")


class Draw:
    """A stream of drawings; only the one method of ``Random`` is used that never changes."""

    def __init__(self, seed: int) -> None:
        self._next = Random(seed).random  # invented data, no secret

    def below(self, number: int) -> int:
        """Return a whole number from 0, below ``number``."""
        return int(self._next() * number)

    def between(self, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``, both included."""
        return low + self.below(high - low + 1)

    def happens(self, chance: float) -> bool:
        """Say yes with a chance from 0 to 1."""
        return self._next() < chance

    def one_of(self, items: Sequence[Item]) -> Item:
        """Return any of the items."""
        return items[self.below(len(items))]

    def some_of(self, popular: "Popular", number: int) -> list[int]:
        """Return up to ``number`` different places, the popular ones more often, in order."""
        return sorted({popular.place(self._next()) for _ in range(number)})

    def size(self, *, least: int, most: int, steepness: float) -> int:
        """Return a size by a power law, cut off at ``most``: many are small, few are large.

        ``steepness`` is the exponent of the share of those larger than a size.
        """
        rest = (least / (most + 1)) ** steepness
        share = 1 - self._next() * (1 - rest)
        return min(most, int(least * share ** (-1 / steepness)))

    def shuffled(self, number: int) -> list[int]:
        """Return the numbers below ``number`` in any order."""
        places = list(range(number))
        for last in range(number - 1, 0, -1):
            other = self.below(last + 1)
            places[last], places[other] = places[other], places[last]
        return places


class Popular:
    """Places of which the first are the most popular: the k-th has a share of 1 / k ** fall."""

    def __init__(self, number: int, *, fall: float) -> None:
        sums = list(accumulate(1 / k**fall for k in range(1, number + 1)))
        self._ends = [sum_ / sums[-1] for sum_ in sums]

    def place(self, share: float) -> int:
        """Return the place that a share from 0 to 1 falls upon."""
        return min(bisect_right(self._ends, share), len(self._ends) - 1)
