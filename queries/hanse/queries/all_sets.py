"""List sets of partners, where they are few enough to look at each: nothing proves better."""

from collections.abc import Iterator, Sequence
from itertools import chain, combinations, islice
from math import comb
from typing import Final

import numpy as np

from hanse.queries.distinct import Floats, Sets

# Sets that are looked at one by one; more are left to the solver. Measured: 100,000 sets of
# three take about 0.1 s.
MOST_SETS: Final = 250_000
AT_ONCE: Final = 50_000


def number_of_sets(among: Sequence[int], size: int, required: Sequence[int] = ()) -> int:
    """Return how many sets of ``size`` hold the required ones and others from ``among``.

    >>> number_of_sets(range(98), 3), number_of_sets(range(98), 3, required=[7])
    (152096, 4656)
    """
    free = len(set(among) - set(required))
    return comb(free, size - len(required)) if size >= len(required) else 0


def every_set(among: Sequence[int], size: int, required: Sequence[int] = ()) -> Iterator[Sets]:
    """Yield every such set, a few thousand at a time, each in order of its numbers."""
    free = sorted(set(among) - set(required))
    if size < len(required):
        return
    rest = size - len(required)
    sets = combinations(free, rest)
    while batch := list(islice(sets, AT_ONCE)):
        flat = np.fromiter(chain.from_iterable(batch), dtype=np.intp, count=len(batch) * rest)
        others = flat.reshape(len(batch), rest)
        fixed = np.tile(np.array(required, dtype=np.intp), (len(batch), 1))
        yield np.sort(np.hstack([fixed, others]), axis=1)


def sets_within(losses: Floats, size: int, most: float, *, limit: int) -> Sets | None:
    """Return every set of ``size`` whose losses add up to at most ``most``.

    ``None`` when they, or the beginnings of sets that lead to them, are more than ``limit``.

    >>> sets_within(np.array([0.0, 1.0, 2.0, 3.0]), 2, 3.0, limit=10).tolist()
    [[0, 1], [0, 2], [0, 3], [1, 2]]
    """
    order = np.argsort(losses, kind="stable")
    rising = losses[order]
    begun, sums = np.empty((1, 0), dtype=np.intp), np.zeros(1)
    for rest in range(size, 0, -1):
        # the next one has the least loss of all that follow
        ends = np.searchsorted(rising, (most - sums) / rest, side="right")
        first = begun[:, -1] + 1 if begun.shape[1] else np.zeros(1, dtype=np.intp)
        numbers = np.maximum(0, ends - first)
        if numbers.sum() > limit:
            return None
        rows = np.repeat(np.arange(len(begun)), numbers)
        steps = np.arange(numbers.sum()) - np.repeat(numbers.cumsum() - numbers, numbers)
        following = first[rows] + steps
        begun = np.hstack([begun[rows], following[:, np.newaxis]])
        sums = sums[rows] + rising[following]
    found = np.sort(order[begun], axis=1)
    return found[np.lexsort(found.T[::-1])]
