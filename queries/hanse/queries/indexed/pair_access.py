"""What access a cluster opens to another one alone, for many pairs at once.

To a cluster without partners in common a candidate opens all that it is in touch with. Only of
pairs whose partnerships have somebody in common must that be counted pair by pair.
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from hanse.graph.index import Index
from hanse.graph.indexing.ties import Codes, Places, Ties, distinct
from hanse.queries.indexed.access_parts import ENOUGH, WORTH, IndexedSurroundings, access_parts

Reals = NDArray[np.float64]


class PairAccess:
    """The access that clusters open to single others.

    Parameters
    ----------
    index
        What is known.
    kinds
        What gives access.
    """

    def __init__(self, index: Index, kinds: Sequence[str]) -> None:
        self._index = index
        self._kinds = kinds
        gives_access = index.are(*kinds)
        known = index.out("member_of")
        kept = gives_access[known.others]
        self._doors = Ties.of(known.ends[kept], known.others[kept])
        self._inside = self._doors.turned()

    def at_most(self, clusters: Codes) -> Reals:
        """Return the access that clusters open to somebody they have nobody in common with."""
        nobody = np.zeros(0, dtype=np.int32)
        around = IndexedSurroundings.of(self._index, nobody, self._kinds)
        return access_parts(self._index, around, clusters)

    @cached_property
    def _sharing(self) -> Places:
        """Return the pairs of partnerships with a member in common, each as one number."""
        at, second = self._doors.of_many(self._doors.ends)
        return distinct(self._doors.others[at].astype(np.int64) << 32 | second)

    def have_common(self, ones: Codes, others: Codes) -> NDArray[np.bool_]:
        """Say of pairs of clusters whether their partnerships have anybody in common."""
        found = np.zeros(len(ones), dtype=np.bool_)
        places, first = self._doors.of_many(ones)
        at, second = self._doors.of_many(others[places])
        pairs = first[at].astype(np.int64) << 32 | second
        sharing = self._sharing
        spot = np.minimum(np.searchsorted(sharing, pairs), max(0, len(sharing) - 1))
        if len(sharing):
            found[places[at][sharing[spot] == pairs]] = True
        return found

    def exactly(self, ones: Codes, others: Codes) -> Reals:
        """Return the access that ``others`` open to ``ones``, pair by pair."""
        reached = self._reached(np.unique(ones))
        places, doors = self._doors.of_many(others)
        at, behind = self._inside.of_many(doors)
        pairs = distinct(places[at] << 32 | behind)
        pair, cluster = pairs >> 32, (pairs & 0xFFFFFFFF).astype(np.int32)
        keys = ones[pair].astype(np.int64) << 32 | cluster
        spot = np.minimum(np.searchsorted(reached, keys), len(reached) - 1)
        is_fresh = (reached[spot] != keys) & (cluster != others[pair])
        numbers = np.bincount(pair[is_fresh], minlength=len(ones))
        return WORTH[np.minimum(numbers, ENOUGH)]

    def _reached(self, clusters: Codes) -> Places:
        """Return the pairs of a cluster and one it reaches, itself included, as numbers."""
        places, doors = self._doors.of_many(clusters)
        at, behind = self._inside.of_many(doors)
        wide = clusters.astype(np.int64)
        pairs = wide[places[at]] << 32 | behind
        return distinct(np.concatenate((wide << 32 | wide, pairs)))
