"""Names and the words they are made of, sorted so that a beginning is found by halving."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hanse.graph.ids import key
from hanse.graph.indexing.facts import Numbers
from hanse.graph.indexing.texts import Texts

Column = NDArray[np.generic]


def name_columns(names: Sequence[str], named: Numbers) -> dict[str, Column]:
    """Return the names in order with the things they name, and their words likewise.

    ``words.starts`` says where the things of each word begin in ``words.things``, with an end
    at the end.
    """
    order = sorted(range(len(names)), key=names.__getitem__)
    sorted_names = Texts.of(names[number] for number in order)
    words, starts, things = _words(names, named)
    return {
        "names.letters": sorted_names.letters,
        "names.ends": sorted_names.ends,
        "names.things": named[np.array(order, dtype=np.int64)],
        "words.letters": words.letters,
        "words.ends": words.ends,
        "words.starts": starts,
        "words.things": things,
    }


def _words(names: Sequence[str], named: Numbers) -> tuple[Texts, NDArray[np.int64], Numbers]:
    numbers: dict[str, int] = {}
    of_names = [[numbers.setdefault(w, len(numbers)) for w in name.split()] for name in names]
    lengths = np.fromiter(map(len, of_names), dtype=np.int64, count=len(of_names))
    words = np.fromiter((w for one in of_names for w in one), dtype=np.int64, count=lengths.sum())
    ordered = sorted(numbers)
    place = np.empty(len(ordered), dtype=np.int64)
    place[[numbers[word] for word in ordered]] = np.arange(len(ordered))
    pairs = np.unique(place[words] << 32 | np.repeat(named, lengths))
    starts = np.searchsorted(pairs, np.arange(len(ordered) + 1, dtype=np.int64) << 32)
    return Texts.of(ordered), starts.astype(np.int64), pairs.astype(np.int32)


def listing(labels: Sequence[str], is_first: NDArray[np.bool_]) -> Numbers:
    """Return the place of each thing in a list: some kinds first, then by name, then by id.

    Things go by their numbers, which follow their ids.
    """
    keys = [(not first, key(label)) for label, first in zip(labels, is_first.tolist(), strict=True)]
    order = sorted(range(len(labels)), key=keys.__getitem__)
    places = np.empty(len(labels), dtype=np.int32)
    places[order] = np.arange(len(labels), dtype=np.int32)
    return places
