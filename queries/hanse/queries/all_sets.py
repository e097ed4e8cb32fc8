"""List sets of partners, where they are few enough to look at each: nothing proves better."""

from collections.abc import Iterator, Sequence
from math import comb
from typing import Final

import numpy as np

from hanse.queries.distinct import Floats, Sets

# Sets that are looked at one by one without asking further; 98 choose 3 are 152,096.
MOST_SETS: Final = 200_000
_AT_ONCE: Final = 20_000


def number_of_sets(among: Sequence[int], size: int, required: Sequence[int] = ()) -> int:
    """Return how many sets of ``size`` hold the required ones and others from ``among``.

    >>> number_of_sets(range(98), 3), number_of_sets(range(98), 3, required=[7])
    (152096, 4656)
    """
    free = len(set(among) - set(required))
    return comb(free, size - len(required)) if size >= len(required) else 0


def every_set(among: Sequence[int], size: int, required: Sequence[int] = ()) -> Sets:
    """Return every such set in order, a row each, its numbers rising.

    >>> every_set([2, 5, 7], 2).tolist()
    [[2, 5], [2, 7], [5, 7]]
    """
    free = np.array(sorted(set(among) - set(required)), dtype=np.intp)
    rest = size - len(required)
    if rest < 0 or rest > len(free):
        return np.empty((0, size), dtype=np.intp)
    begun = np.empty((1, 0), dtype=np.intp)
    for place in range(rest):
        begun = _longer(begun, np.full(len(begun), len(free) - (rest - place - 1)))
    fixed = np.tile(np.array(sorted(required), dtype=np.intp), (len(begun), 1))
    sets = np.hstack([fixed, free[begun]])
    return np.sort(sets, axis=1) if len(required) else sets


def sets_within(losses: Floats, size: int, most: float, *, limit: int) -> Sets | None:
    """Return every set of ``size`` whose losses add up to at most ``most``, in any order.

    ``None`` when they, or the beginnings of sets that lead to them, are more than ``limit``.

    >>> sets_within(np.array([0.0, 1.0, 2.0, 3.0]), 2, 3.0, limit=10).tolist()
    [[0, 1], [0, 2], [0, 3], [1, 2]]
    """
    order = np.argsort(losses, kind="stable")
    rising = losses[order]
    begun = np.empty((1, 0), dtype=np.intp)
    for rest in range(size, 0, -1):
        # the next one has the least loss of all that follow
        spare = (most - rising[begun].sum(axis=1)) / rest
        ends = np.searchsorted(rising, spare, side="right")
        if np.maximum(0, ends - _first(begun)).sum() > limit:
            return None
        begun = _longer(begun, ends)
    found: Sets = order[begun]
    return found


def in_batches(sets: Sets) -> Iterator[Sets]:
    """Yield sets some thousands at a time, so that what is computed of them stays small."""
    for first in range(0, len(sets), _AT_ONCE):
        yield sets[first : first + _AT_ONCE]


def _first(begun: Sets) -> Sets:
    """Return the first number that may follow the beginning of each set."""
    return begun[:, -1] + 1 if begun.shape[1] else np.zeros(len(begun), dtype=np.intp)


def _longer(begun: Sets, ends: Sets) -> Sets:
    """Return every beginning with one more number, below the end given for it."""
    first = _first(begun)
    numbers = np.maximum(0, ends - first)
    rows = np.repeat(np.arange(len(begun)), numbers)
    steps = np.arange(numbers.sum()) - np.repeat(numbers.cumsum() - numbers, numbers)
    return np.column_stack([begun[rows], first[rows] + steps])
