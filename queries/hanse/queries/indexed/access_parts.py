"""Which clusters are first reached through others: :mod:`hanse.queries.access` on the index."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from hanse.graph.index import Index
from hanse.graph.indexing.ties import Codes, Places, distinct
from hanse.queries.access import FULL_AT, WORTH_OF_A_HOP

Reals = NDArray[np.float64]
# So many newly reached clusters are worth all that access can be worth.
ENOUGH: Final = int(FULL_AT / WORTH_OF_A_HOP)
WORTH: Final = np.array([min(1.0, WORTH_OF_A_HOP * n / FULL_AT) for n in range(ENOUGH + 1)])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class IndexedSurroundings:
    """What an alliance reaches already, and who gives access.

    ``gives_access`` says of each thing whether it does; ``known_inside`` how many that are
    reached already each partnership holds.
    """

    reached: NDArray[np.bool_]
    gives_access: NDArray[np.bool_]
    known_inside: Codes

    @classmethod
    def of(cls, index: Index, members: Codes, kinds: Sequence[str]) -> Self:
        """Return what an alliance reaches through what is of these kinds."""
        gives_access = index.are(*kinds)
        doors = index.out("member_of").of_many(members)[1]
        doors = doors[gives_access[doors]]
        reached = np.zeros(len(index), dtype=np.bool_)
        reached[members] = True
        reached[index.into("member_of").of_many(doors)[1]] = True
        known = np.zeros(len(index), dtype=np.int32)
        inside = index.out("member_of").of_many(np.flatnonzero(reached).astype(np.int32))[1]
        np.add.at(known, inside, 1)
        return cls(reached=reached, gives_access=gives_access, known_inside=known)


def access_parts(index: Index, around: IndexedSurroundings, clusters: Codes) -> Reals:
    """Return the access that clusters open, 0 to 1."""
    numbers = np.zeros(len(clusters), dtype=np.int64)
    places, doors = index.out("member_of").of_many(clusters)
    kept = around.gives_access[doors]
    places, doors = places[kept], doors[kept]
    behind = index.into("member_of").numbers(doors) - around.known_inside[doors]
    behind -= ~around.reached[clusters[places]]  # itself, unless it is counted as reached
    np.maximum.at(numbers, places, behind)
    several = np.bincount(places, minlength=len(clusters)) > 1
    open_ones = several & (numbers > 0) & (numbers < ENOUGH)
    if open_ones.any():
        kept = open_ones[places]
        exactly = _counted(index, around, clusters, places[kept], doors[kept])
        numbers[open_ones] = exactly[open_ones]
    return WORTH[np.minimum(numbers, ENOUGH)]


def _counted(
    index: Index, around: IndexedSurroundings, clusters: Codes, places: Places, doors: Codes
) -> Places:
    """Return how many clusters lie behind the doors of each, each counted once."""
    at, behind = index.into("member_of").of_many(doors)
    places = places[at]
    kept = ~around.reached[behind] & (behind != clusters[places])
    pairs = distinct(places[kept] << 32 | behind[kept])
    return np.bincount(pairs >> 32, minlength=len(clusters))
