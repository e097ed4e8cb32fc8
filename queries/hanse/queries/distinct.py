"""Count things that several clusters have, each once: regions, countries, markets, clusters.

Which cluster has which thing is kept as bits, so that millions of sets can be counted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Sets = NDArray[np.intp]  # one set a row, its clusters by number
_WORD: Final = 64  # bits


@dataclass(frozen=True, kw_only=True)
class Distinct:
    """Things that clusters have, in columns.

    ``shared`` are the things that several have, or that lie within each other; ``holders``
    says who has each of them. ``alone`` counts for each cluster the things that only it has.
    ``within`` are pairs (inner, outer) of numbers of shared things: an outer one does not
    count beside an inner one.
    """

    shared: tuple[str, ...]
    holders: tuple[NDArray[np.intp], ...]
    alone: Floats
    within: tuple[tuple[int, int], ...]
    words: NDArray[np.uint64]

    @classmethod
    def of(
        cls,
        things: Sequence[frozenset[str]],
        within: Mapping[str, frozenset[str]] | None = None,
    ) -> Self:
        """Return what clusters have, ``things`` by the number of the cluster."""
        times = Counter(thing for had in things for thing in had)
        nested = {i: outer for i, outer in (within or {}).items() if i in times}
        joint = set(nested) | {outer for wider in nested.values() for outer in wider}
        shared = sorted(t for t, number in times.items() if number > 1 or t in joint)
        place = {thing: number for number, thing in enumerate(shared)}
        holders: list[list[int]] = [[] for _ in shared]
        for cluster, had in enumerate(things):
            for thing in had & place.keys():
                holders[place[thing]].append(cluster)
        pairs = [(i, o) for i, wider in nested.items() for o in wider if o in place]
        return cls(
            shared=tuple(shared),
            holders=tuple(np.array(who, dtype=np.intp) for who in holders),
            alone=np.array([len(had - place.keys()) for had in things], dtype=np.float64),
            within=tuple(sorted((place[inner], place[outer]) for inner, outer in pairs)),
            words=_words(len(things), holders),
        )

    def count(self, sets: Sets) -> Floats:
        """Return how many things each set has."""
        held = self.words[sets[:, 0]]
        for place in range(1, sets.shape[1]):
            held |= self.words[sets[:, place]]
        number = np.bitwise_count(held).sum(axis=1, dtype=np.float64)
        counted: Floats = number + sum_of(self.alone, sets) - self._hidden(held)
        return counted

    @property
    def most(self) -> float:
        """Return the most that one cluster has."""
        each = np.bitwise_count(self.words).sum(axis=1) + self.alone
        return float(each.max(initial=0.0))

    def _hidden(self, held: NDArray[np.uint64]) -> Floats:
        """Return how many outer things of each set do not count beside inner ones."""
        hidden = np.zeros(len(held))
        for outer in sorted({outer for _, outer in self.within}):
            inner = (i for i, o in self.within if o == outer)
            beside = np.any([_has(held, one) for one in inner], axis=0)
            hidden += _has(held, outer) & beside
        return hidden


def sum_of(column: NDArray[np.bool_] | Floats, sets: Sets) -> Floats:
    """Return the sum of a column over the clusters of each set."""
    total = np.zeros(len(sets))
    for place in range(sets.shape[1]):
        total += column[sets[:, place]]
    return total


def _words(clusters: int, holders: Iterable[Sequence[int]]) -> NDArray[np.uint64]:
    lists = list(holders)
    words = np.zeros((clusters, max(1, -(-len(lists) // _WORD))), dtype=np.uint64)
    for number, who in enumerate(lists):
        words[who, number // _WORD] |= np.uint64(1 << number % _WORD)
    return words


def _has(held: NDArray[np.uint64], number: int) -> NDArray[np.bool_]:
    bit = np.uint64(1 << number % _WORD)
    has: NDArray[np.bool_] = (held[:, number // _WORD] & bit) != 0
    return has
