"""One rule for what a flat file makes of lists, unknown values, dates, ranges, yes and no.

- Unknown is left out: an attribute that is not there, an empty cell. It is never zero.
- A list is its entries in their order, with " | " between them.
- A date is ISO text, as coarse as it is known.
- A range is two values, NAME_low and NAME_high; an open end is left out. A range of ranks is
  NAME_best and NAME_worst.
- Yes and no are true and false where the format has them, and "yes" and "no" in a table.

docs/formats.md tells it to readers.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from hanse.graph.model import Count
from hanse.graph.quantities import Interval

Flat = str | int | float | bool
SEPARATOR: Final = " | "
# What no XML 1.0 file can hold; a reader of the file would refuse all of it.
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
REPLACEMENT: Final = "\ufffd"


def flat(name: str, value: object) -> Iterator[tuple[str, Flat]]:
    """Yield a value as flat ones, each with its name; nothing when it is unknown.

    >>> list(flat("fit", {"low": 0.4, "high": None})), list(flat("alias", ["A", "B"]))
    ([('fit_low', 0.4)], [('alias', 'A | B')])
    """
    if isinstance(value, Mapping):
        for part, inner in value.items():
            yield from flat(f"{name}_{part}", inner)
    elif isinstance(value, Interval):
        yield from flat(name, {"low": value.low, "high": value.high})
    elif isinstance(value, Count):
        yield from flat(name, value.interval)
        yield from flat(f"{name}_qualifier", value.qualifier)
    elif isinstance(value, (bool, int, float, str)):
        yield name, value
    elif isinstance(value, Iterable):
        yield from _entries(name, list(value))
    elif value is not None:
        yield name, str(value)


def _entries(name: str, values: list[object]) -> Iterator[tuple[str, Flat]]:
    """Yield a list; one of a single entry is that entry, and keeps being a number."""
    if len(values) == 1:
        yield from flat(name, values[0])
    elif values:
        yield name, SEPARATOR.join(map(_text, values))


def _text(value: object) -> str:
    return yes_no(value) if isinstance(value, bool) else str(value)


def yes_no(value: bool) -> str:
    """Return yes or no as a table says it."""
    return "yes" if value else "no"


def readable(text: str) -> str:
    r"""Return a text that XML can hold; what it cannot becomes the replacement character.

    >>> readable("A\x00B") == "A\ufffdB"
    True
    """
    return _NOT_XML.sub(REPLACEMENT, text)


def columns(rows: Iterable[Mapping[str, Flat]]) -> dict[str, type]:
    """Return the names used in ``rows``, in order of first use, with one type for each.

    A name that is a number here and a text there is text everywhere.
    """
    found: dict[str, set[type]] = {}
    for row in rows:
        for name, value in row.items():
            found.setdefault(name, set()).add(type(value))
    return {name: _common(types) for name, types in found.items()}


def _common(types: set[type]) -> type:
    if len(types) == 1:
        return next(iter(types))
    return float if types == {int, float} else str
