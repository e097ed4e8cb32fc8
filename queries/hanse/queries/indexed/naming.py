"""Things by their names, and what is said of a name that nothing has.

To say what a wrong name may have meant, all names would have to be read. The letters that two
names have in common say how much alike they can be at most, and are counted at once; of the few
things that may come near the plain reading then says which do.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

import numpy as np
from numpy.typing import NDArray

from hanse.graph.errors import UnknownName
from hanse.graph.fold import fold
from hanse.graph.ids import key
from hanse.graph.index import Index
from hanse.graph.indexing.texts import Texts
from hanse.graph.indexing.ties import Codes
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.store import Store

NEAR: Final = 50  # things told of that come nearest
COMPARED: Final = 2_000  # names compared letter by letter, those with most letters in common
ALIKE: Final = 0.5  # the least likeness of two names; somewhat below what is offered


def find(index: Index, store: Store, name: str, kinds: Sequence[str]) -> str:
    """Return the id of the one thing of ``kinds`` (none: any) that is called ``name``.

    Raises
    ------
    UnknownName
        When nothing of these kinds has the name, or several have; what is offered, and what is
        said of a thing that is known on another day, is what the graph of all would say.
    """
    try:
        return index.find(name, *kinds)
    except UnknownName:
        ids = [*index.ids.some(near(index, name, kinds)), *_on_any_day(index, store, name)]
        folded = fold(store.claims(of=index.with_judged(ids)), as_of=index.as_of)
        PartnershipGraph(folded, store.contents(), as_of=index.as_of).find(name, *kinds)
        raise


def _on_any_day(index: Index, store: Store, name: str) -> list[str]:
    """Return what was ever called so."""
    every = index if index.as_of is None else Index.of(store)
    names, things = every.names
    low, high = names.equal_to(key(name))
    return every.ids.some(np.unique(things[low:high]))


def near(index: Index, name: str, kinds: Sequence[str]) -> Codes:
    """Return the things whose names come nearest, and some others where these are few."""
    names, things = index.names
    may = index.are(*kinds)[things] if kinds else np.ones(len(things), dtype=np.bool_)
    wanted = key(name)
    numbers = [*_alike(names, wanted, may), *_holding(names, wanted, may)]
    alike = list(dict.fromkeys(things[numbers].tolist()))[: 2 * NEAR]
    others = np.unique(things[np.flatnonzero(may)])[:NEAR]
    return np.unique(np.array([*alike, *others.tolist()], dtype=np.int32))


def _alike(names: Texts, wanted: str, may: NDArray[np.bool_]) -> list[int]:
    """Return the numbers of names most like ``wanted``, the most alike first."""
    likeness = np.where(may, _at_most(names, wanted.encode("utf-8", "surrogatepass")), 0.0)
    best = np.argsort(-likeness, kind="stable")[:COMPARED]
    compared = SequenceMatcher(b=wanted)
    found = []
    for number in best[likeness[best] >= ALIKE].tolist():
        compared.set_seq1(names[number])
        found.append((-compared.ratio(), number))
    return [number for _, number in sorted(found)[:NEAR]]


def _at_most(names: Texts, wanted: bytes) -> NDArray[np.float64]:
    """Return how much alike names can be at most: by the letters they have in common."""
    common = np.zeros(len(names), dtype=np.int64)
    for letter in set(wanted):
        places = np.searchsorted(np.flatnonzero(names.letters == letter), names.ends)
        common += np.minimum(np.diff(places), wanted.count(letter))
    lengths: NDArray[np.int64] = np.diff(names.ends) + len(wanted)
    return np.asarray(2 * common / np.maximum(1, lengths), dtype=np.float64)


def _holding(names: Texts, wanted: str, may: NDArray[np.bool_]) -> list[int]:
    """Return the numbers of some names of which ``wanted`` is a part."""
    every, part = names.letters.tobytes(), wanted.encode("utf-8", "surrogatepass")
    found: list[int] = []
    start = every.find(part) if part else -1
    while start >= 0 and len(found) < NEAR:
        number = int(np.searchsorted(names.ends, start, side="right")) - 1
        end = int(names.ends[number + 1])
        if may[number] and start + len(part) <= end:
            found.append(number)
        start = every.find(part, max(start + 1, end))
    return found
