"""Make the columns of an index out of what was gathered: things numbered in order of their ids."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hanse.graph.indexing.facts import Facts, Numbers
from hanse.graph.indexing.placing import places_of, wider_of
from hanse.graph.indexing.texts import Texts
from hanse.graph.indexing.ties import Ties
from hanse.graph.indexing.wording import Column, listing, name_columns
from hanse.graph.model import SCHEMES

Columns = dict[str, Column]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Numbering:
    """The new number of each old one, -1 where nothing is there on the day; and of words."""

    things: Numbers
    order: Numbers
    words: Numbers
    texts: tuple[str, ...]


def made(known: Facts) -> tuple[Columns, tuple[str, ...]]:
    """Return the columns of an index, and the words that stand for kinds, countries and so on."""
    numbering = _numbering(known)
    described = known.described
    ids = Texts.of(known.ids[int(thing)] for thing in described.things[numbering.order])
    labels = [described.labels[int(place)] for place in numbering.order]
    columns: Columns = {
        "ids.letters": ids.letters,
        "ids.ends": ids.ends,
        "kinds": numbering.words[described.kinds[numbering.order]],
        "countries": numbering.words[described.countries[numbering.order]],
        "schemes": numbering.words[described.schemes[numbering.order]],
    }
    names = Texts.of(labels)
    columns |= {"labels.letters": names.letters, "labels.ends": names.ends}
    columns |= _ties(known, numbering)
    columns |= _clusters(columns, numbering)
    columns |= _counts(known, numbering)
    columns |= _names(known, numbering)
    is_cluster = np.zeros(len(labels), dtype=np.bool_)
    np.put(is_cluster, np.asarray(columns["clusters"], dtype=np.int64), True)
    columns["listing"] = listing(labels, is_cluster)
    return columns, numbering.texts


def _numbering(known: Facts) -> _Numbering:
    described = known.described
    names = [known.ids[int(thing)] for thing in described.things]
    order = np.array(sorted(range(len(names)), key=names.__getitem__), dtype=np.int32)
    things = np.full(len(known.ids), -1, dtype=np.int32)
    things[described.things[order]] = np.arange(len(order), dtype=np.int32)
    used = _used_words(known, things)
    texts = sorted(known.words[int(word)] for word in used)
    numbers = {text: number for number, text in enumerate(texts)}
    words = np.array([numbers.get(word, -1) for word in known.words] + [-1], dtype=np.int32)
    return _Numbering(things=things, order=order, words=words, texts=tuple(texts))


def _used_words(known: Facts, things: Numbers) -> Numbers:
    """Return the words that anything says of what is there."""
    described, counted = known.described, known.counted
    stated = [described.kinds, described.countries, described.schemes]
    stated.append(counted.units[things[counted.things] >= 0])
    stated.append(known.flags[1][things[known.flags[0]] >= 0])
    stated.append(known.choices[1][_are_there(known, things)])
    used = np.unique(np.concatenate(stated))
    return used[used >= 0]


def _are_there(known: Facts, things: Numbers) -> NDArray[np.bool_]:
    """Say of each side of a choice whether who states it is there, and the market is."""
    subjects, _, markets = known.choices
    both: NDArray[np.bool_] = (things[subjects] >= 0) & (things[markets] >= 0)
    return both


def _pair(columns: tuple[Numbers, Numbers], numbering: _Numbering) -> Ties:
    ends, others = (numbering.things[column] for column in columns)
    is_there = (ends >= 0) & (others >= 0)
    return Ties.of(ends[is_there], others[is_there])


def _ties(known: Facts, numbering: _Numbering) -> Columns:
    """Return the ties of each relation seen from both ends, and what contains what."""
    found = {relation: _pair(pair, numbering) for relation, pair in known.ties.items()}
    found = {relation: ties for relation, ties in found.items() if len(ties)}
    columns: Columns = {}
    for relation, ties in found.items():
        columns |= columns_of(f"out.{relation}", ties)
        columns |= columns_of(f"in.{relation}", ties.turned())
    columns |= columns_of("wider", wider_of(found.get("within", Ties.none())))
    columns |= columns_of("sure", _pair(known.sure, numbering))
    subjects, contexts, markets = known.choices
    subjects, markets = numbering.things[subjects], numbering.things[markets]
    contexts = numbering.words[contexts]
    kept = np.flatnonzero(_are_there(known, numbering.things))
    kept = kept[np.lexsort((markets[kept], contexts[kept], subjects[kept]))]
    columns |= {"choices.things": subjects[kept], "choices.contexts": contexts[kept]}
    return columns | {"choices.markets": markets[kept]}


def columns_of(name: str, ties: Ties) -> Columns:
    """Return the columns of ties under their names."""
    return {
        f"{name}.heads": ties.heads,
        f"{name}.starts": ties.starts,
        f"{name}.others": ties.others,
    }


def ties_of(columns: Mapping[str, Column], name: str) -> Ties:
    """Return the ties that columns hold; none where there are no such columns."""
    if f"{name}.heads" not in columns:
        return Ties.none()
    parts = (columns[f"{name}.{part}"] for part in ("heads", "starts", "others"))
    return Ties(*parts)  # type: ignore[arg-type]  # columns of numbers


def _clusters(columns: Columns, numbering: _Numbering) -> Columns:
    """Return the clusters, whether any category is stated of them, and where they sit."""
    texts = numbering.texts
    kind = texts.index("cluster") if "cluster" in texts else -2
    clusters = np.flatnonzero(columns["kinds"] == kind).astype(np.int32)
    places = places_of(
        clusters,
        columns["countries"][clusters],  # type: ignore[arg-type]  # numbers of words
        ties_of(columns, "out.located_in"),
        ties_of(columns, "wider"),
    )
    schemes = [number for number, text in enumerate(texts) if text in SCHEMES]
    is_known = np.isin(columns["schemes"], schemes)
    classified = ties_of(columns, "in.classified_as")
    is_categorised = np.zeros(len(is_known), dtype=np.bool_)
    is_categorised[classified.others[is_known[classified.ends]]] = True
    return {
        "clusters": clusters,
        "places.of_clusters": places.of_clusters,
        "places.countries": places.countries,
        **columns_of("places.regions", places.regions),
        "is_category": is_known,
        "is_categorised": is_categorised[clusters],
    }


def _counts(known: Facts, numbering: _Numbering) -> Columns:
    """Return counts by unit and thing, and flags by their name and thing."""
    counted = known.counted
    things, units = numbering.things[counted.things], numbering.words[counted.units]
    kept = np.flatnonzero(things >= 0)
    kept = kept[np.lexsort((things[kept], units[kept]))]
    flagged, flags, states = known.flags
    flagged, flags = numbering.things[flagged], numbering.words[flags]
    order = np.flatnonzero(flagged >= 0)
    order = order[np.lexsort((flagged[order], flags[order]))]
    return {
        "counts.units": units[kept],
        "counts.things": things[kept],
        "counts.lows": counted.lows[kept],
        "counts.highs": counted.highs[kept],
        "counts.marks": counted.marks[kept].astype(np.int8),
        "flags.names": flags[order],
        "flags.things": flagged[order],
        "flags.states": states[order].astype(np.int8),
    }


def _names(known: Facts, numbering: _Numbering) -> Columns:
    names, named = known.names
    things = numbering.things[named]
    kept = np.flatnonzero(things >= 0)
    return name_columns([names[int(place)] for place in kept], things[kept])
