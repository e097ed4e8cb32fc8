"""Take some subjects out of what was gathered, and put others in: without gathering it anew."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from hanse.graph.ids import key
from hanse.graph.indexing.facts import Counted, Described, Facts, Numbers

Mask = NDArray[np.bool_]
Group = TypeVar("Group", Described, Counted)
Columns = TypeVar("Columns", tuple[Numbers, Numbers], tuple[Numbers, Numbers, Numbers])


def without(known: Facts, subjects: Collection[str]) -> Facts:
    """Return the facts without all that is said of some subjects; what leads to them stays."""
    gone = np.array([name in subjects for name in known.ids], dtype=np.bool_)
    names, named = known.names
    still_named = ~gone[named]
    return replace(
        known,
        described=_chosen(known.described, ~gone[known.described.things]),
        ties={relation: _kept(pair, gone) for relation, pair in known.ties.items()},
        sure=_kept(known.sure, gone),
        choices=_kept(known.choices, gone),
        counted=_chosen(known.counted, ~gone[known.counted.things]),
        flags=_kept(known.flags, gone),
        names=(_texts(names, still_named), named[still_named]),
    )


def _chosen(group: Group, mask: Mask) -> Group:
    chosen: dict[str, Any] = {}
    for field in fields(group):
        column = getattr(group, field.name)
        is_column = isinstance(column, np.ndarray)
        chosen[field.name] = column[mask] if is_column else _texts(column, mask)
    return type(group)(**chosen)


def _texts(texts: Sequence[str], mask: Mask) -> list[str]:
    return [text for text, is_kept in zip(texts, mask.tolist(), strict=True) if is_kept]


def _kept(columns: Columns, gone: Mask) -> Columns:
    kept = ~gone[columns[0]]
    return _each(columns, lambda column: column[kept])


def _each(columns: Columns, change: Callable[[Numbers], Numbers]) -> Columns:
    return tuple(change(column) for column in columns)  # type: ignore[return-value]  # as many


def joined(known: Facts, more: Facts) -> Facts:
    """Return both together; a thing or a word that both know goes by the number of the first."""
    ids, thing = _numbered(known.ids, more.ids)
    words, word = _numbered(known.words, more.words)
    described, counted = more.described, more.counted
    renamed = replace(
        more,
        described=Described(
            things=thing[described.things],
            kinds=word[described.kinds],
            countries=_word_or_none(word, described.countries),
            schemes=_word_or_none(word, described.schemes),
            labels=described.labels,
        ),
        ties={relation: _each(pair, thing.__getitem__) for relation, pair in more.ties.items()},
        sure=_each(more.sure, thing.__getitem__),
        choices=(thing[more.choices[0]], word[more.choices[1]], thing[more.choices[2]]),
        counted=replace(counted, things=thing[counted.things], units=word[counted.units]),
        flags=(thing[more.flags[0]], word[more.flags[1]], more.flags[2]),
        names=(more.names[0], thing[more.names[1]]),
    )
    return _put_together(replace(known, ids=ids, words=words), renamed)


def _numbered(known: Sequence[str], more: Sequence[str]) -> tuple[list[str], Numbers]:
    numbers = {name: number for number, name in enumerate(known)}
    places = [numbers.setdefault(name, len(numbers)) for name in more]
    return list(numbers), np.array(places, dtype=np.int32)


def _word_or_none(word: Numbers, column: Numbers) -> Numbers:
    if not len(word):
        return column
    return np.where(column < 0, column, word[column])


def _put_together(known: Facts, more: Facts) -> Facts:
    relations = sorted({*known.ties, *more.ties})
    nothing = (np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32))
    return replace(
        known,
        described=_both(known.described, more.described),
        ties={
            name: _columns(known.ties.get(name, nothing), more.ties.get(name, nothing))
            for name in relations
        },
        sure=_columns(known.sure, more.sure),
        choices=_columns(known.choices, more.choices),
        counted=_both(known.counted, more.counted),
        flags=_columns(known.flags, more.flags),
        names=(
            [*known.names[0], *more.names[0]],
            np.concatenate((known.names[1], more.names[1])),
        ),
    )


def _columns(known: Columns, more: Columns) -> Columns:
    pairs = zip(known, more, strict=True)
    return tuple(np.concatenate(pair) for pair in pairs)  # type: ignore[return-value]  # as many


def _both(known: Group, more: Group) -> Group:
    both: dict[str, Any] = {}
    for field in fields(known):
        pair: tuple[Any, Any] = (getattr(known, field.name), getattr(more, field.name))
        is_column = isinstance(pair[0], np.ndarray)
        both[field.name] = np.concatenate(pair) if is_column else [*pair[0], *pair[1]]
    return type(known)(**both)


def led_to(known: Facts, merged: Mapping[str, str]) -> Facts:
    """Return the facts with each tie to a merged thing leading to what stands for it.

    The id of a merged thing becomes a name of what stands for it.
    """
    numbers = {name: number for number, name in enumerate(known.ids)}
    stands_for = np.arange(len(known.ids), dtype=np.int32)
    pairs = [(t, s) for t, s in merged.items() if s in numbers]
    for thing, stands in pairs:
        if thing in numbers:
            stands_for[numbers[thing]] = numbers[stands]
    more = np.array([numbers[stands] for _, stands in pairs], dtype=np.int32)
    return replace(
        known,
        ties={name: (pair[0], stands_for[pair[1]]) for name, pair in known.ties.items()},
        sure=(known.sure[0], stands_for[known.sure[1]]),
        choices=(*known.choices[:2], stands_for[known.choices[2]]),
        names=(
            [*known.names[0], *(key(thing) for thing, _ in pairs)],
            np.concatenate((known.names[1], more)),
        ),
    )
