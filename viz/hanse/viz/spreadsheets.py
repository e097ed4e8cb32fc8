"""Tables as files that spreadsheet programs open: CSV and workbooks, without live formulas.

In a workbook a text is marked as text, whatever it begins with. CSV has no such mark: there a
text that a spreadsheet would take for a formula gets an apostrophe in front, unless that is
switched off for a reader that is a program. Numbers are never touched.
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hanse.graph.errors import BadInput
from hanse.viz.flat_values import Flat, readable, yes_no

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

# What spreadsheet programs take for the beginning of a formula, full-width forms included.
FORMULA_STARTS: Final = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
)
LONGEST_CELL: Final = 32_767  # characters that a cell of a workbook holds
MOST_ROWS: Final = 1_048_575  # rows below the header
WIDEST: Final = 60  # characters a column is made wide at most
_NUMBER: Final = re.compile(r"-[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?")
_LOOKS_ESCAPED: Final = re.compile(r"_(x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table: its name, its columns, its rows; an unknown cell is ``None``."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Flat | None, ...], ...]


def csv_text(sheet: Sheet, *, guard: bool = True) -> bytes:
    """Return a table as CSV: UTF-8, commas, a header; unknown is an empty cell.

    Parameters
    ----------
    guard
        Put an apostrophe before a text that a spreadsheet would take for a formula.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(sheet.columns)
    writer.writerows([_csv_cell(cell, guard=guard) for cell in row] for row in sheet.rows)
    return text.getvalue().encode()


def _csv_cell(cell: Flat | None, *, guard: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return yes_no(cell)
    if isinstance(cell, float):
        return repr(cell)
    return guarded(cell) if guard and isinstance(cell, str) else str(cell)


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("-34.9"), guarded("BIOCAT")
    ("'=1+1", '-34.9', 'BIOCAT')
    """
    is_number = _NUMBER.fullmatch(text)
    return f"'{text}" if text.startswith(FORMULA_STARTS) and not is_number else text


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """Return tables as one workbook; every text is a text, and nothing is a formula.

    Raises
    ------
    BadInput
        When a sheet has more rows, or a cell more characters, than a workbook holds.
    """
    from openpyxl import Workbook

    for sheet in sheets:
        _check(sheet)
    made = Workbook(write_only=True)
    for sheet in sheets:
        _write(made.create_sheet(sheet.name), sheet)
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def _check(sheet: Sheet) -> None:
    """Refuse what a workbook cannot hold, before any of it is written."""
    hint = "export it as CSV instead"
    if len(sheet.rows) > MOST_ROWS:
        raise BadInput(f"sheet {sheet.name} would have {len(sheet.rows):,} rows", hint=hint)
    if any(len(cell) > LONGEST_CELL for row in sheet.rows for cell in row if isinstance(cell, str)):
        what = (
            f"a text of sheet {sheet.name} has more than the {LONGEST_CELL:,} characters of a cell"
        )
        raise BadInput(what, hint=hint)


def _write(page: "WriteOnlyWorksheet", sheet: Sheet) -> None:
    from openpyxl.utils import get_column_letter

    for number, column in enumerate(sheet.columns):
        shown = [
            column,
            *(str(row[number]) for row in sheet.rows[:1000] if row[number] is not None),
        ]
        width = min(WIDEST, 2 + max(map(len, shown)))
        letter = get_column_letter(number + 1)
        page.column_dimensions[letter].width = width  # type: ignore[attr-defined]  # it has them
    page.freeze_panes = "A2"
    page.append([_header(page, column) for column in sheet.columns])
    for row in sheet.rows:
        page.append([_cell(page, cell) for cell in row])


def _header(page: "WriteOnlyWorksheet", text: str) -> "Cell":
    from openpyxl.styles import Font

    cell = _text_cell(page, text)
    cell.font = Font(bold=True)
    return cell


def _cell(page: "WriteOnlyWorksheet", cell: Flat | None) -> "Cell | Flat | None":
    if isinstance(cell, bool):
        return _text_cell(page, yes_no(cell))
    return _text_cell(page, cell) if isinstance(cell, str) else cell


def _text_cell(page: "WriteOnlyWorksheet", text: str) -> "Cell":
    from openpyxl.cell import WriteOnlyCell

    # "_x0041_" in a workbook is the letter A; a text that looks so is told apart
    cell = WriteOnlyCell(page, _LOOKS_ESCAPED.sub(r"_x005F_\1", readable(text)))
    cell.data_type = "s"
    return cell
