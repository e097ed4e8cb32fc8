"""Read the sheets of an XLSX workbook; runs in the process of :mod:`hanse.ingest.worker`.

openpyxl is asked for values only, and its own idea of a sheet's size is not believed. What it
does not tell in that mode (merged cells, formulas that were never computed, rows out of
order) is looked up in the parts of the archive, which are refused when they declare entities.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast
from zipfile import BadZipFile, ZipFile

from hanse.graph.errors import BadInput
from hanse.ingest.grids import Mark
from hanse.ingest.limits import LIMITS, check_archive, too_many_rows
from hanse.ingest.worker import Message

if TYPE_CHECKING:
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

LAST_ROW: Final = 1_048_576  # of a sheet, in every spreadsheet program
EXACT_DIGITS: Final = 15  # that a spreadsheet keeps of a number
_HINT: Final = "save it anew with a spreadsheet program, or as CSV in UTF-8"
# Within one tag only: a pattern never runs past the next bracket.
_ROW: Final = re.compile(rb"<(?:\w+:)?row\b[^<>]*?\br=[\"'](\d{1,9})[\"']")
_MERGED: Final = re.compile(rb"<(?:\w+:)?mergeCell\b[^<>]*?\bref=[\"']([A-Z0-9:]+)[\"']")
_FORMULA: Final = re.compile(
    rb"<(?:\w+:)?c\b([^<>]*)>\s*<(?:\w+:)?f\b[^<>]*?(?:/>|>[^<]*</(?:\w+:)?f>)"
)
_VALUE: Final = re.compile(rb"<(?:\w+:)?(?:v|is)>")
_ENCODING: Final = re.compile(rb"<\?xml[^>]*?encoding=[\"']([^\"']*)")
_UTF8: Final = (b"utf-8", b"utf8", b"us-ascii", b"ascii")
_SHEET: Final = re.compile(rb"<(?:\w+:)?sheet\b[^<>]*\bname=")
_WORKBOOK: Final = "xl/workbook.xml"
_REFERENCE: Final = re.compile(rb"\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")

Place = tuple[int, int]  # row and column, from 1


@dataclass(frozen=True, slots=True)
class Part:
    """What the archive says of a sheet beside its values.

    ``formulas`` are the cells with a formula that may have no value; ``merged`` leads from a
    cell to the one whose value it shows.
    """

    formulas: frozenset[Place] = frozenset()
    computed: int = 0
    merged: dict[Place, Place] = field(default_factory=dict)


def read_parts(path: Path) -> Iterator[Message]:
    """Yield for each sheet its name, then its lines: number, cells, marks.

    Raises
    ------
    BadInput
        When the workbook is damaged, passes a limit, or holds what no workbook needs.
    """
    from openpyxl import load_workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    # The size that a sheet states is not believed; looking for it would read the sheet twice.
    ReadOnlyWorksheet._get_size = lambda _sheet: None  # type: ignore[attr-defined]
    try:
        with ZipFile(path) as archive:
            check_archive(archive, where=path.name)
            _check_parts(archive)
            book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
            _check_sheets(len(book.sheetnames), archive)
            counter = _Counter()
            for sheet in book.worksheets:
                read_only = cast("ReadOnlyWorksheet", sheet)
                name = read_only._worksheet_path  # type: ignore[attr-defined]
                part = _part(archive.read(name), sheet.title)
                read_only.reset_dimensions()
                yield ["sheet", sheet.title]
                yield from _SheetReader(sheet.title, part, counter).lines(_rows(read_only))
    except (BadZipFile, KeyError, EOFError) as fault:
        raise BadInput(f"the workbook is damaged: {fault}", hint=_HINT) from None


def _check_sheets(found: int, archive: ZipFile) -> None:
    """Refuse too many sheets, and a sheet that is listed and not there."""
    if found > LIMITS.sheets:
        raise BadInput(f"there are more than {LIMITS.sheets} sheets", hint=_HINT)
    if _WORKBOOK in archive.namelist() and len(_SHEET.findall(archive.read(_WORKBOOK))) > found:
        raise BadInput("the workbook is damaged: a sheet that it lists is not there", hint=_HINT)


def _rows(sheet: "ReadOnlyWorksheet") -> "Iterable[Sequence[ReadOnlyCell | EmptyCell]]":
    return cast("Iterable[Sequence[ReadOnlyCell | EmptyCell]]", sheet.rows)


def _check_parts(archive: ZipFile) -> None:
    """Refuse parts that declare entities, or hide in an encoding no spreadsheet writes."""
    for entry in archive.infolist():
        if entry.filename.startswith("xl/media/"):
            continue
        with archive.open(entry) as part:
            start = part.read(LIMITS.unpacked + 1)
        if len(start) > entry.file_size:
            raise BadInput("a part of the workbook is larger than it states", hint=_HINT)
        if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
            what = "the workbook declares a document type, which no workbook needs"
            raise BadInput(what, hint=_HINT)
        encoding = _ENCODING.search(start[:200])
        if b"\0" in start[:200] or (encoding and encoding[1].lower() not in _UTF8):
            raise BadInput("the workbook is not in UTF-8", hint=_HINT)
        if sum(1 for _ in islice(_VALUE.finditer(start), LIMITS.cells + 1)) > LIMITS.cells:
            raise _too_many_cells()


def _part(text: bytes, sheet: str) -> Part:
    numbers = [int(number) for number in _ROW.findall(text)]
    if any(later <= earlier for earlier, later in pairwise(numbers)):
        raise BadInput("the rows are not in order", where=f"sheet {sheet}", hint=_HINT)
    without, computed = set(), 0
    for found in _FORMULA.finditer(text):
        place = _REFERENCE.search(found[1])
        computed += 1
        if place and b't="str"' not in found[1]:
            without.add((int(place[2]), _column(place[1].decode())))
    merged: dict[Place, Place] = {}
    for reference in _MERGED.findall(text):
        _add_merged(reference.decode(), merged)
    return Part(frozenset(without), computed, merged)


def _add_merged(reference: str, merged: dict[Place, Place]) -> None:
    """Note what the first cells of the rows of a merged range show: what stands at its top."""
    match = re.fullmatch(r"([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})", reference)
    if not match:
        return
    column, top, bottom = _column(match[1]), int(match[2]), int(match[3])
    if len(merged) + bottom - top <= LIMITS.sheet_rows:
        merged |= {(row, column): (top, column) for row in range(top + 1, bottom + 1)}


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


@dataclass(slots=True)
class _Counter:
    """Rows and cells of all sheets, held to the limits."""

    rows: int = 0
    cells: int = 0

    def add(self, cells: int, sheet: str) -> None:
        self.rows += 1
        self.cells += cells
        if self.rows > LIMITS.sheet_rows:
            raise too_many_rows(LIMITS.sheet_rows, where=f"sheet {sheet}")
        if self.cells > LIMITS.cells:
            raise _too_many_cells()


def _too_many_cells() -> BadInput:
    what = f"there are more than {LIMITS.cells:,} cells with a value"
    return BadInput(what, hint="save the sheets as CSV, and load those")


class _SheetReader:
    """Read the rows of one sheet, and count what was read in a way of its own."""

    def __init__(self, sheet: str, part: Part, counter: _Counter) -> None:
        self._sheet, self._part, self._counter = sheet, part, counter
        self._tops = set(part.merged.values())
        self._shown: dict[Place, Said] = {}
        self._filled = self._missing = 0

    def lines(self, rows: "Iterable[Sequence[ReadOnlyCell | EmptyCell]]") -> Iterator[Message]:
        """Yield the lines that say anything, then how many cells were formulas or merged."""
        for number, row in enumerate(rows, start=1):
            if number > LAST_ROW:
                raise too_many_rows(LAST_ROW, where=f"sheet {self._sheet}")
            cells = self._cells(row, number)
            if not cells:
                continue
            self._check_width(cells, number)
            self._counter.add(len(cells), self._sheet)
            marks = {str(place): mark for place, (_, mark) in enumerate(cells) if mark}
            yield [number, [text for text, _ in cells], marks]
        yield ["notes", self._part.computed - self._missing, self._filled]

    def _check_width(self, cells: "Sequence[Said]", number: int) -> None:
        if len(cells) > LIMITS.columns:
            what = f"row {number} has {len(cells):,} columns; {LIMITS.columns:,} are taken"
            hint = "remove what stands far to the right"
            raise BadInput(what, where=f"sheet {self._sheet}", hint=hint)

    def _cells(self, row: "Sequence[ReadOnlyCell | EmptyCell]", number: int) -> "list[Said]":
        """Return what each cell of a row says, without the empty ones at the end."""
        cells: list[Said] = []
        for column, cell in enumerate(row, start=1):
            place = (number, column)
            said = _as_text(cell) if cell.value is not None else self._unstated(place)
            if place in self._tops:
                self._shown[place] = said
            cells.append(said)
        while cells and cells[-1] == EMPTY:
            cells.pop()
        return cells

    def _unstated(self, place: Place) -> "Said":
        """Return what a cell without a value of its own shows."""
        if place in self._part.formulas:
            self._missing += 1
            return "", "formula"
        top = self._part.merged.get(place)
        said = self._shown.get(top, EMPTY) if top else EMPTY
        self._filled += said != EMPTY
        return said


Said = tuple[str, Mark | None]  # the text of a cell, and what it was
EMPTY: Final[Said] = ("", None)


def _as_text(cell: "ReadOnlyCell | EmptyCell") -> Said:
    """Return a cell as the text a person would type, and what it was where that matters."""
    value = cell.value
    if isinstance(value, str):
        return (value, "error") if cell.data_type == "e" else (_unescaped(value), None)
    if isinstance(value, bool):
        return str(value).upper(), "yes_no"
    if isinstance(value, (int, float)):
        return _digits(value, is_percent="%" in str(cell.number_format))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat(), "date"
    if isinstance(value, date):
        return value.isoformat(), "date" if not isinstance(value, datetime) else "time"
    if isinstance(value, (time, timedelta)):
        return str(value), "time"
    return str(value), None


def _digits(value: float, *, is_percent: bool) -> Said:
    if is_percent:
        return f"{value * 100:.10g}%", "percent"
    if float(value).is_integer() and abs(value) < 10 ** (EXACT_DIGITS + 6):
        is_cut = abs(value) >= 10**EXACT_DIGITS
        return f"{Decimal(repr(value)):.0f}", "digits" if is_cut else None
    return repr(value), None


def _unescaped(text: str) -> str:
    """Return text with the characters that the format writes as ``_x000D_``."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
