"""Names and the words they are made of, sorted so that a beginning is found by halving."""

from array import array
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hanse.graph.ids import key
from hanse.graph.indexing.facts import Numbers
from hanse.graph.indexing.texts import Texts
from hanse.graph.indexing.ties import distinct

Column = NDArray[np.generic]


def name_columns(names: Sequence[str], named: Numbers) -> dict[str, Column]:
    """Return the names in order with the things they name, and their words likewise.

    ``words.starts`` says where the things of each word begin in ``words.things``, with an end
    at the end.
    """
    by_thing = np.argsort(named, kind="stable").tolist()
    order = sorted(by_thing, key=names.__getitem__)
    sorted_names = Texts.of(names[int(number)] for number in order)
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
    found, lengths = array("q"), array("q")
    for name in names:
        words = name.split()
        found.extend([numbers.setdefault(word, len(numbers)) for word in words])
        lengths.append(len(words))
    ordered = sorted(numbers)
    place = np.empty(len(ordered), dtype=np.int64)
    place[[numbers[word] for word in ordered]] = np.arange(len(ordered))
    pairs = place[np.frombuffer(found, dtype=np.int64)] << 32
    pairs = distinct(pairs | np.repeat(named, np.frombuffer(lengths, dtype=np.int64)))
    starts = np.searchsorted(pairs, np.arange(len(ordered) + 1, dtype=np.int64) << 32)
    return Texts.of(ordered), starts.astype(np.int64), pairs.astype(np.int32)


def listing(labels: Sequence[str], is_first: NDArray[np.bool_]) -> Numbers:
    """Return the place of each thing in a list: some kinds first, then by name, then by id.

    Things go by their numbers, which follow their ids.
    """
    keys = [key(label) for label in labels]
    order = [
        place
        for part in (np.flatnonzero(is_first), np.flatnonzero(~is_first))
        for place in sorted(part.tolist(), key=keys.__getitem__)
    ]
    places = np.empty(len(labels), dtype=np.int32)
    places[order] = np.arange(len(labels), dtype=np.int32)
    return places
