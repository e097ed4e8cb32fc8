"""The table ``claims``: every field of every claim as it is, nothing understood or mended.

The other tables are for people: cells are cleaned, names are looked up, one row says several
things. This one is for the way back of an export. A cell is the text itself, or, where a
spreadsheet or a reader might change it, the text as JSON, in double quotes; an empty cell is
nothing at all. So a text can begin with ``=``, end with a blank or hold a line break, and
comes back as it was.
"""

import json
import re
import unicodedata
from typing import Final, cast

from hanse.graph.claims import Claim, Status, Value
from hanse.graph.quantities import Qualifier, Quantity
from hanse.ingest.rows import CellFault, Row

COLUMNS: Final = (
    "subject", "predicate", "type", "value", "upper", "unit", "qualifier", "strict", "source",
    "locator", "as_of", "since", "until", "role", "context", "status", "as_written", "note",
)  # fmt: skip
TYPES: Final = ("text", "whole", "decimal", "yes_no", "quantity")
Cells = dict[str, str]

# What a spreadsheet, or a reader of tables, would take for something else than this text.
_ODD_START: Final = re.compile("[\"'=+\\-@\uff1d\uff0b\uff0d\uff20]|example:", re.IGNORECASE)
_ESCAPE: Final = re.compile(r"_x[0-9A-Fa-f]{4}_")
# Words and signs by which people say that they state nothing.
_NOT_STATED: Final = re.compile(
    r"\W+|n/a|n\.a\.|n\.d\.|k\.a\.|unknown|not (?:known|stated|available)|tb[acd]|none|null|nan",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(r"-?[0-9]{1,20}")


def to_cell(text: str | None) -> str:
    """Return a text as a cell; nothing is an empty one.

    >>> to_cell("BIOCAT"), to_cell("=1+1"), to_cell(""), to_cell(None)
    ('BIOCAT', '"=1+1"', '""', '')
    """
    if text is None:
        return ""
    return text if _is_plain(text) else json.dumps(text)


def _is_plain(text: str) -> bool:
    is_same = text.isprintable() and text == text.strip() == unicodedata.normalize("NFC", text)
    is_odd = _ODD_START.match(text) or _ESCAPE.search(text)
    return bool(text) and is_same and not is_odd and not _NOT_STATED.fullmatch(text)


def from_cell(cell: str, *, column: str) -> str | None:
    """Return the text that a cell holds; ``None`` when it is empty.

    Raises
    ------
    CellFault
        When it begins with a quote and is not JSON.
    """
    if not cell.startswith('"'):
        return cell or None
    try:
        text = json.loads(cell)
        text.encode()
    except (ValueError, AttributeError):
        remedy = 'write a text as it is, or as JSON: "a \\"quoted\\" text"'
        raise CellFault("not a text", column=column, value=cell[:80], remedy=remedy) from None
    return str(text)


# -- claims ----------------------------------------------------------------------------------


def claim_cells(claim: Claim) -> Cells:
    """Return a claim as the cells of a row of the table ``claims``."""
    plain = {name: to_cell(getattr(claim, name)) for name in _TEXTS}
    status = "" if claim.status == "stated" else claim.status
    return {**plain, **_value_cells(claim.value), "status": status}


_TEXTS: Final = ("subject", "predicate", "source", "locator", "as_of", "since", "until", "role",
                 "context", "as_written", "note")  # fmt: skip


def _value_cells(value: Value) -> Cells:
    if isinstance(value, Quantity):
        return {
            "type": "quantity",
            "value": _digits(value.value),
            "upper": "" if value.upper is None else _digits(value.upper),
            "unit": to_cell(value.unit),
            "qualifier": value.qualifier,
            "strict": "yes" if value.strict else "",
        }
    if isinstance(value, bool):
        return {"type": "yes_no", "value": "yes" if value else "no"}
    if isinstance(value, str):
        return {"type": "text", "value": to_cell(value)}
    return {"type": "whole" if isinstance(value, int) else "decimal", "value": _digits(value)}


def _digits(number: float) -> str:
    """Return a number from which the very same is read; 2 and 2.0 stay apart."""
    return str(number) if isinstance(number, int) else repr(number)


def claim_of(row: Row) -> Claim:
    """Return the claim that a row of the table ``claims`` holds.

    Raises
    ------
    CellFault
        When a cell is not what its column asks for.
    BadClaim
        When the cells together are no statement.
    """
    told = {name: text_in(row, name) for name in _TEXTS}
    return Claim(
        subject=told.pop("subject") or "",
        predicate=told.pop("predicate") or "",
        value=_value(row),
        source=told.pop("source") or "",
        locator=told.pop("locator") or "",
        status=cast("Status", text_in(row, "status") or "stated"),
        **told,
    )


def text_in(row: Row, column: str) -> str | None:
    """Return the text of a row's cell; ``None`` when it is empty."""
    return from_cell(row.cells.get(column, ""), column=column)


def _value(row: Row) -> Value:
    kind = row.cells.get("type", "text")
    if kind == "quantity":
        upper = row.cells.get("upper")
        return Quantity(
            value=number_in(row, "value"),
            unit=text_in(row, "unit") or "",
            qualifier=cast("Qualifier", row.cells.get("qualifier", "exactly")),
            strict=_flag(row, "strict"),
            upper=None if not upper else number_in(row, "upper"),
        )
    if kind == "yes_no":
        return _flag(row, "value")
    if kind in ("whole", "decimal"):
        return number_in(row, "value")
    if kind != "text":
        remedy = f"write one of {', '.join(TYPES)}"
        raise CellFault("not a type of value", column="type", value=kind, remedy=remedy)
    return text_in(row, "value") or ""


def number_in(row: Row, column: str) -> float:
    """Return the number of a row's cell; whole numbers and others stay apart."""
    cell = row.cells.get(column, "")
    try:
        number = int(cell) if _WHOLE.fullmatch(cell) else float(_checked_digits(cell))
    except ValueError:
        remedy = "write digits, with a point before decimals: 871 or 0.5"
        raise CellFault("not a number", column=column, value=cell[:80], remedy=remedy) from None
    return number


def _checked_digits(cell: str) -> str:
    if not re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?", cell):
        raise ValueError(cell)
    return cell


def _flag(row: Row, column: str) -> bool:
    cell = row.cells.get(column, "")
    if cell not in ("yes", "no", ""):
        remedy = "write yes or no"
        raise CellFault("neither yes nor no", column=column, value=cell[:80], remedy=remedy)
    return cell == "yes"
