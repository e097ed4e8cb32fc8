"""Values as RDF literals, and literals as values; what a literal says must be what it looks like.

A literal that its datatype does not allow is a fault: it is never read as something near it
(``"maybe"^^xsd:boolean`` is not false).
"""

import re
from collections.abc import Callable
from math import isfinite
from typing import Final

from pyoxigraph import Literal, NamedNode

from hanse.graph.dates import check_date
from hanse.graph.errors import UserMistake
from hanse.graph.rdf.terms import PREFIXES

_XSD: Final = PREFIXES["xsd"]
STRING: Final = NamedNode(_XSD + "string")
BOOLEAN: Final = NamedNode(_XSD + "boolean")
INTEGER: Final = NamedNode(_XSD + "integer")
DOUBLE: Final = NamedNode(_XSD + "double")
DATE_TIME: Final = NamedNode(_XSD + "dateTime")
_DATES: Final = {
    4: NamedNode(_XSD + "gYear"),
    7: NamedNode(_XSD + "gYearMonth"),
    10: NamedNode(_XSD + "date"),
}
_WHOLE: Final = re.compile(r"[+-]?[0-9]{1,30}")
_DECIMAL: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_DOUBLE: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_DATE_TIME: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){2}(?:\.[0-9]{1,12})?"
    r"(?:Z|[+-][01][0-9]:[0-5][0-9])?"
)
_DURATION: Final = re.compile(
    r"-?P(?=.)(?:[0-9]{1,9}Y)?(?:[0-9]{1,9}M)?(?:[0-9]{1,9}D)?"
    r"(?:T(?=.)(?:[0-9]{1,9}H)?(?:[0-9]{1,9}M)?(?:[0-9]{1,9}(?:\.[0-9]{1,9})?S)?)?"
)
_WHOLE_TYPES: Final = (
    "integer", "long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger",
    "nonPositiveInteger", "negativeInteger", "unsignedLong", "unsignedInt", "unsignedShort",
    "unsignedByte",
)  # fmt: skip


def literal(value: str | float) -> Literal:
    """Return a text, number or yes/no as a literal from which the very same value is read.

    >>> literal(2.0).value, literal(True).value, literal(7).datatype == INTEGER
    ('2.0', 'true', True)
    """
    if isinstance(value, bool):
        return Literal("true" if value else "false", datatype=BOOLEAN)
    if isinstance(value, int):
        return Literal(str(value), datatype=INTEGER)
    if isinstance(value, float):
        return Literal(repr(value), datatype=DOUBLE)
    return Literal(value)


def date_literal(text: str) -> Literal:
    """Return a date as coarse as it is: a year, a month or a day; other text stays text.

    >>> date_literal("2017-04").datatype.value.rsplit("#")[1]
    'gYearMonth'
    """
    return Literal(text, datatype=_DATES[len(text)]) if _is_date(text) else Literal(text)


def time_literal(text: str) -> Literal:
    """Return a moment as such; other text stays text."""
    return Literal(text, datatype=DATE_TIME) if _is_moment(text) else Literal(text)


def value_of(node: Literal) -> str | int | float | bool:
    """Return the value that a literal stands for; dates are text.

    Raises
    ------
    ValueError
        When the literal is not what its datatype says, or says it in a language, which a
        claim cannot keep.
    """
    if node.language:
        raise ValueError(f"a language ({node.language}) is stated of a text")
    fault = fault_of(node)
    if fault:
        raise ValueError(fault)
    kind = node.datatype.value.removeprefix(_XSD)
    if kind == "boolean":
        return node.value in ("true", "1")
    if kind in _WHOLE_TYPES:
        return int(node.value)
    if kind in ("decimal", "double", "float"):
        return float(node.value)
    return node.value


def fault_of(node: Literal) -> str | None:
    """Return what is wrong with a literal; ``None`` when it is what its datatype says.

    A number must be finite, a date must be one of the calendar. Text in a datatype that is
    not of XML Schema is not judged.

    >>> fault_of(Literal("maybe", datatype=BOOLEAN))
    "'maybe' is no boolean"
    """
    kind = node.datatype.value
    check = _CHECKS.get(kind.removeprefix(_XSD)) if kind.startswith(_XSD) else None
    if check is None or check(node.value):
        return None
    shown = node.value if len(node.value) <= LONGEST_SHOWN else node.value[:LONGEST_SHOWN] + "..."
    return f"{shown!r} is no {kind.removeprefix(_XSD)}"


LONGEST_SHOWN: Final = 40  # characters of a faulty literal that a message repeats


def _is_date(text: str) -> bool:
    try:
        return check_date(text) == text
    except UserMistake:
        return False


def _is_moment(text: str) -> bool:
    match = _DATE_TIME.fullmatch(text)
    return match is not None and _is_date(match[1])


def _is_finite(text: str) -> bool:
    return _DOUBLE.fullmatch(text) is not None and isfinite(float(text))


def _is_date_of(length: int) -> Callable[[str], bool]:
    return lambda text: len(text) == length and _is_date(text)


def _matches(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: pattern.fullmatch(text) is not None


_CHECKS: Final[dict[str, Callable[[str], bool]]] = {
    "boolean": lambda text: text in ("true", "false", "1", "0"),
    "decimal": _matches(_DECIMAL),
    "double": _is_finite,
    "float": _is_finite,
    "gYear": _is_date_of(4),
    "gYearMonth": _is_date_of(7),
    "date": _is_date_of(10),
    "dateTime": _is_moment,
    "duration": _matches(_DURATION),
    **dict.fromkeys(_WHOLE_TYPES, _matches(_WHOLE)),
}
