"""Cells as values: text, numbers, figures, yes and no, dates; and where a row comes from."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple, NotRequired, TypedDict, cast

from hanse.graph.claims import STATUSES, Status, Value
from hanse.graph.errors import BadInput, UserMistake
from hanse.graph.ids import fold
from hanse.graph.schema import Attribute, schema
from hanse.ingest.countries import read_country
from hanse.ingest.dated import read_date
from hanse.ingest.figures import read_number, read_quantity
from hanse.ingest.rows import CellFault, Row

_YES: Final = ("yes", "true", "1", "y", "x", "oui", "vrai", "ja", "wahr", "si", "verdadero", "vero")
_NO: Final = ("no", "false", "0", "n", "non", "faux", "nein", "falsch", "falso")
_LINK: Final = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)
_BARE_LINK: Final = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
_REPEATED: Final = ("country", "quantity", "flag")
MOST_COUNTED: Final = 1_000_000_000  # beyond it a count is a slip of the keyboard
_RANGES: Final = {"longitude": (-180, 180), "latitude": (-90, 90)}  # degrees


class Statement(TypedDict):
    """What a row says of all its claims: where they stand, when they held, how they were read."""

    source: str
    locator: str
    as_of: NotRequired[str | None]
    status: NotRequired[Status]
    as_written: NotRequired[str | None]
    note: NotRequired[str | None]


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a row's claims stand. ``bare`` leaves out what belongs to a single value."""

    full: Statement
    bare: Statement


class Understood(NamedTuple):
    """What a cell says, and how it was understood where that is more than its own words.

    ``predicate`` is what is said by it, where that is not what the column asks for.
    """

    value: Value
    meaning: str = ""
    predicate: str | None = None


def provenance(row: Row, *, is_status_its_own: bool = False) -> Provenance:
    """Return source, locator, as-of, status, wording and note of a row.

    A row that names no source is a statement of the file it stands in.
    """
    bare = placed(row)
    full: Statement = {
        **bare,
        "as_of": coarse_date(row, "as_of"),
        "status": "stated" if is_status_its_own else _status(row),
        "as_written": row.text("as_written"),
        "note": row.text("note"),
    }
    return Provenance(full, bare)


def placed(row: Row) -> Statement:
    """Return the source of a row and the place in it."""
    return {
        "source": row.text("source") or f"file:{row.file}",
        "locator": row.text("locator") or row.place,
    }


def _status(row: Row) -> Status:
    status = row.text("status") or "stated"
    if status not in STATUSES:
        remedy = f"write one of {', '.join(STATUSES)}, or nothing"
        raise CellFault("not a status", column="status", value=status, remedy=remedy)
    return cast("Status", status)


def coarse_date(row: Row, column: str) -> str | None:
    """Return a date as coarse as written; ``None`` when the cell is empty."""
    text = row.text(column)
    if text is None:
        return None
    try:
        return read_date(text)
    except UserMistake as fault:
        raise CellFault(fault.what, column=column, value=text, remedy=fault.hint) from None


def range_text(row: Row, unit: str) -> str:
    """Return a count that stands in columns of its lower and its upper end, as one figure."""
    low, high = row.text(f"{unit}_low"), row.text(f"{unit}_high")
    qualifier = row.text(f"{unit}_qualifier")
    if qualifier == "about" and low:
        return f"about {low}"
    if high is None:
        return f"at least {low}"
    if qualifier == "at_most" or low is None:
        return f"at most {high}"
    return high if low == high else f"{low}-{high}"


def attribute_value(attribute: str, text: str, *, column: str) -> Understood:
    """Return ``text`` as the schema wants the attribute, or a fault that names the column."""
    try:
        wanted = schema().attribute(attribute)
        kind = "country" if attribute == "country" else wanted.value_type
        if kind in _REPEATED:
            return _read_once(attribute, text)
        return _READERS[kind](text, wanted)
    except UserMistake as fault:
        raise CellFault(fault.what, column=column, value=text, remedy=fault.hint) from None


@lru_cache(maxsize=10_000)
def _read_once(attribute: str, text: str) -> Understood:
    """Read a cell of a kind whose few values stand in many rows."""
    kind = "country" if attribute == "country" else schema().attribute(attribute).value_type
    return _READERS[kind](text, schema().attribute(attribute))


def _text(text: str, _wanted: Attribute) -> Understood:
    return Understood(text)


def _quantity(text: str, wanted: Attribute) -> Understood:
    unit = wanted.unit or wanted.name
    bare = text.removesuffix("%").rstrip() if unit == "percent" else text
    quantity = read_quantity(bare, unit=unit)
    ends = (quantity.value, quantity.upper or 0)
    if unit == wanted.name and not all(float(end).is_integer() for end in ends):
        hint = f"{wanted.label} are counted: write a whole number; 1.250 and 1,250 are 1250"
        raise BadInput(f"{text!r} is not a whole number", hint=hint)
    if unit == wanted.name and max(ends) > MOST_COUNTED:
        raise BadInput(f"{text!r} is more than there can be", hint="check its digits")
    shown = "" if text.isdigit() else f"{quantity} {wanted.label}"
    return Understood(quantity, shown)


def _number(text: str, wanted: Attribute) -> Understood:
    number = read_number(text)
    low, high = _RANGES.get(wanted.name, (number, number))
    if not low <= number <= high:
        raise BadInput(f"{text!r} lies outside {low} to {high}", hint="write it in degrees")
    return Understood(number, f"{number:g}" if "," in text else "")


def _flag(text: str, wanted: Attribute) -> Understood:
    folded = fold(text)
    if folded in _YES or folded in _NO:
        return Understood(folded in _YES)
    remedy = "write yes or no, or leave it empty when it is not known"
    raise BadInput(f"{wanted.label}: neither yes nor no", hint=remedy)


def _date(text: str, _wanted: Attribute) -> Understood:
    read = read_date(text)
    return Understood(read, "" if read == text else read)


def _country(text: str, _wanted: Attribute) -> Understood:
    code = read_country(text)
    return Understood(code, "" if code == text else code)


def _link(text: str, wanted: Attribute) -> Understood:
    """Return an address of the web; anything else is kept as a remark, which is never a link."""
    if is_link(text):
        return Understood(text)
    if _BARE_LINK.fullmatch(text):
        return Understood(f"https://{text}", f"https://{text}")
    meaning = "a remark, since it is no address of the web"
    return Understood(f"{wanted.label}: {text}", meaning, "remark")


def is_link(text: str) -> bool:
    """Say whether a page may lead to ``text``: an address of the web or of a mailbox.

    >>> is_link("https://example.org"), is_link("javascript:alert(1)")
    (True, False)
    """
    return _LINK.fullmatch(text) is not None


_READERS: Final[Mapping[str, Callable[[str, Attribute], Understood]]] = {
    "text": _text,
    "quantity": _quantity,
    "number": _number,
    "flag": _flag,
    "date": _date,
    "country": _country,
    "link": _link,
}
