"""Names, facets and neighbours, on the index, without looking at everything.

The plain readings are :mod:`hanse.queries.search` and :mod:`hanse.queries.neighbourhood`.
"""

import numpy as np
from numpy.typing import NDArray

from hanse.graph.ids import key
from hanse.graph.index import Index
from hanse.graph.indexing.ties import Codes
from hanse.graph.model import SCHEMES
from hanse.queries.neighbourhood import HOPS, MOST, Neighbourhood
from hanse.queries.search import ANYTHING, COUNTRY, FACETS, Chosen, CountedValue, Hits, Passing

Mask = NDArray[np.bool_]


def search(index: Index, words: str, *, most: int = 20) -> Hits:
    """Return the things whose names hold all ``words``: :func:`hanse.queries.search.search`."""
    asked = key(words)
    if not asked:
        return Hits(things=(), total=0)
    found = np.ones(len(index), dtype=np.bool_)
    for word in asked.split():
        found &= _with_word(index, word)
    things = np.flatnonzero(found)
    first = things[_places(index, things, asked).argsort(kind="stable")[:most]]
    return Hits(things=tuple(index.ids.some(first)), total=len(things))


def _with_word(index: Index, beginning: str) -> Mask:
    """Say of each thing whether a word of its names begins so."""
    words = index.words
    low, high = words.texts.beginning_with(beginning)
    found = np.zeros(len(index), dtype=np.bool_)
    found[words.things[words.starts[low] : words.starts[high]]] = True
    return found


def _places(index: Index, things: NDArray[np.int64], asked: str) -> NDArray[np.int64]:
    """Return keys that put things into order: clusters, then those whose names begin so."""
    names, named = index.names
    low, high = names.beginning_with(asked)
    begins = np.zeros(len(index), dtype=np.bool_)
    begins[named[low:high]] = True
    number = len(index)
    is_other = ~index.are("cluster")[things]
    places = 2 * number * is_other + number * ~begins[things] + index.listing[things]
    return places.astype(np.int64)


def passing(index: Index, chosen: Chosen = ANYTHING, *, most: int | None = None) -> Passing:
    """Return the clusters that pass, and their facets: :func:`hanse.queries.search.passing`."""
    passes = np.ones(len(index.clusters), dtype=np.bool_)
    for facet, values in chosen.items():
        has_any = np.zeros(len(passes), dtype=np.bool_)
        for value in values:
            has_any[_with_value(index, facet, value)] = True
        passes &= has_any
    rows = np.flatnonzero(passes)
    clusters = index.clusters[rows]
    return Passing(
        clusters=tuple(index.ids.some(clusters[:most])),
        total=len(clusters),
        facets=_facets(index, clusters),
    )


def _with_value(index: Index, facet: str, value: str) -> NDArray[np.int64]:
    """Return the places of the clusters that have a value of a facet."""
    if facet == COUNTRY:
        number = index.number_of(value)
        return np.flatnonzero(index.countries[index.clusters] == number)
    code = index.ids.find(value)
    if facet not in SCHEMES or code is None or index.schemes[code] != index.number_of(facet):
        return np.zeros(0, dtype=np.int64)
    rows = index.row_of[index.into("classified_as").of_one(code)]
    return rows[rows >= 0]


def _facets(index: Index, clusters: Codes) -> dict[str, tuple[CountedValue, ...]]:
    countries = [
        CountedValue(id=str(index.text_of(n)), label=str(index.text_of(n)), clusters=count)
        for n, count in _occurring(index.countries[clusters])
    ]
    found = {name: countries if name == COUNTRY else [] for name in FACETS}
    for n, count in _occurring(index.out("classified_as").of_many(clusters)[1]):
        scheme = index.text_of(int(index.schemes[n]))
        if scheme in SCHEMES:
            value = CountedValue(id=index.ids[n], label=index.labels[n], clusters=count)
            found[scheme].append(value)
    return {name: tuple(sorted(values, key=_order)) for name, values in found.items()}


def _order(value: CountedValue) -> tuple[int, str, str]:
    return -value.clusters, value.label, value.id


def _occurring(numbers: Codes) -> list[tuple[int, int]]:
    """Return the numbers that occur, and how often each does; negative ones aside."""
    known = numbers[numbers >= 0]
    least = int(known.min()) if len(known) else 0
    counts = np.bincount(known - least)
    found = np.flatnonzero(counts)
    return list(zip((found + least).tolist(), counts[found].tolist(), strict=True))


def neighbourhood(index: Index, thing: str, *, hops: int = HOPS, most: int = MOST) -> Neighbourhood:
    """Return what is around a thing: :func:`hanse.queries.neighbourhood.neighbourhood`."""
    centre = index.find(thing)
    nearest = index.codes([centre])
    is_known = np.zeros(len(index), dtype=np.bool_)
    is_known[nearest] = True
    rings = [nearest]
    for _ in range(hops):
        is_near = np.zeros(len(index), dtype=np.bool_)
        for relation in index.relations:
            for ties in (index.out(relation), index.into(relation)):
                is_near[ties.of_many(nearest)[1]] = True
        nearest = np.flatnonzero(is_near & ~is_known).astype(np.int32)
        is_known[nearest] = True
        rings.append(nearest)
    distances = np.repeat(np.arange(len(rings)), [len(ring) for ring in rings])[:most]
    return Neighbourhood(
        centre=centre,
        things=tuple(index.ids.some(np.concatenate(rings)[:most])),
        distances=tuple(distances.tolist()),
        total=sum(map(len, rings)),
    )
