"""Cells as values: text, numbers, figures, yes and no, dates; and where a row comes from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NotRequired, TypedDict, TypeVar, cast

from hanse.graph.claims import STATUSES, Status, Value
from hanse.graph.dates import check_date
from hanse.graph.errors import UserMistake
from hanse.graph.schema import schema
from hanse.ingest.figures import read_quantity
from hanse.ingest.rows import CellFault, Row

T = TypeVar("T")
_YES: Final = ("yes", "true", "1", "y")
_NO: Final = ("no", "false", "0", "n")


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


def provenance(row: Row, *, is_status_its_own: bool = False) -> Provenance:
    """Return source, locator, as-of, status, wording and note of a row.

    A row that names no source is a statement of the file it stands in.
    """
    bare: Statement = {
        "source": row.text("source") or f"file:{row.file}",
        "locator": row.text("locator") or row.place,
    }
    full: Statement = {
        **bare,
        "as_of": coarse_date(row, "as_of"),
        "status": "stated" if is_status_its_own else _status(row),
        "as_written": row.text("as_written"),
        "note": row.text("note"),
    }
    return Provenance(full, bare)


def _status(row: Row) -> Status:
    status = row.text("status") or "stated"
    if status not in STATUSES:
        remedy = f"write one of {', '.join(STATUSES)}, or nothing"
        raise CellFault("not a status", column="status", value=status, remedy=remedy)
    return cast("Status", status)


def coarse_date(row: Row, column: str) -> str | None:
    """Return a date as coarse as written; ``None`` when the cell is empty."""
    text = row.text(column)
    return None if text is None else str(_checked(check_date, text, column))


def attribute_value(attribute: str, text: str, *, column: str) -> Value:
    """Return ``text`` as the schema wants the attribute, or a fault that names the column."""
    try:
        wanted = schema().attribute(attribute)
    except UserMistake as fault:
        raise CellFault(fault.what, column=column, value=text, remedy=fault.hint) from None
    match wanted.value_type:
        case "quantity":
            unit = wanted.unit or attribute
            return _checked(lambda cell: read_quantity(cell, unit=unit), text, column)
        case "number":
            return _checked(_signed, text, column)
        case "flag":
            return _flag(text, column)
        case "date":
            return _checked(check_date, text, column)
        case _:
            return text


def _signed(text: str) -> float:
    """Return a plain number, which unlike a count may lie below zero."""
    value = read_quantity(text.removeprefix("-"), unit="").value
    return -value if text.startswith("-") else value


def _checked(read: Callable[[str], T], text: str, column: str) -> T:
    try:
        return read(text)
    except UserMistake as fault:
        raise CellFault(fault.what, column=column, value=text, remedy=fault.hint) from None


def _flag(text: str, column: str) -> bool:
    if text.casefold() in _YES:
        return True
    if text.casefold() in _NO:
        return False
    remedy = "write yes or no, or leave it empty when it is not known"
    raise CellFault("neither yes nor no", column=column, value=text, remedy=remedy)
