"""Make rows of the lines of a table: cells are cleaned, and looked at whatever they say.

What a cell says is not judged here; whether it can be read at all is.
"""

from collections.abc import Mapping
from typing import Final

from hanse.graph.schema import schema
from hanse.graph.store import PutAside
from hanse.ingest.columns import Header
from hanse.ingest.findings import Findings, Remark
from hanse.ingest.grids import Grid, Line, Mark, clean
from hanse.ingest.limits import LIMITS
from hanse.ingest.rows import LIST_SEPARATOR, CellFault, Row
from hanse.ingest.sheets import BY_NAME

EXAMPLE: Final = "example:"  # what the first cell of an example row begins with
# An apostrophe before one of these keeps a spreadsheet from taking a text for a formula.
GUARDED: Final = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
NOT_STATED: Final = frozenset(("n/a", "n.a.", "-", "--", "\u2013", "\u2014", "?", "n.d.", "k.a.",
                               "unknown", "not known", "not available", "tbd"))  # fmt: skip
LONGEST_NOT_STATED: Final = max(map(len, NOT_STATED))
_DATED: Final = frozenset(("as_of", "since", "until", "date", "day", "founded"))
_FAULTY: Final[dict[Mark, tuple[str, str]]] = {
    "formula": (
        "formula without a value",
        "open the workbook in a spreadsheet program and save it, or write the value itself",
    ),
    "error": ("the cell shows an error", "mend the formula, or leave the cell empty"),
}
_ODD: Final[dict[Mark, str]] = {
    "digits": "a number of more than 15 digits, which a spreadsheet does not keep exactly",
    "yes_no": "read as text from a cell of yes or no",
    "date": "read as text from a cell with a date; format it as text if it was none",
    "time": "read as text from a cell with a time; format it as text if it was none",
}


class RowMaker:
    """Make the rows of one table."""

    def __init__(
        self,
        grid: Grid,
        header: Header,
        *,
        lines: Findings,
        cells: Findings,
        only: frozenset[str] | None = None,
    ) -> None:
        self._lines_found, self._cells_found = lines, cells
        self._file, self._sheet, self._header = grid.file, grid.sheet, header
        self._columns = [(p, c) for p, c in header.columns if only is None or c in only]
        self._width = header.width if grid.has_even_rows else None
        sheet = BY_NAME.get(header.table)
        self._lists = sheet.lists if sheet else frozenset(("variants",))
        self._naming = frozenset(sheet.naming if sheet else ("id",))
        self._untitled = [position for position, title in header.unread.items() if not title]
        self._flags = _columns_of_type(header.table, "flag")
        self._dates = _columns_of_type(header.table, "date") | _DATED

    def row(self, line: Line) -> Row | None:
        """Return the row of a line; ``None`` for an example and for one noted as a fault."""
        if line.cells and line.cells[0][: len(EXAMPLE)].casefold() == EXAMPLE:
            self._note(self._lines_found, line, "an example of the template; not read")
            return None
        self._lines_found.rows[self._file] += 1
        wrong = line.fault or self._uneven(line)
        if wrong:
            self._put_aside(line, wrong)
            return None
        cells, faults = self._cells(line, dict(line.marks) if line.marks else {})
        if self._untitled or len(line.cells) > self._header.width:
            self._note_untitled(line)
        return Row(self._file, self._sheet, line.number, cells, self._header.titles, faults)

    def _uneven(self, line: Line) -> str:
        """Return what is wrong with the number of cells of a line of CSV."""
        width, found = self._width, len(line.cells)
        if width is None or found == width:
            return ""
        if found > width and not any(map(str.strip, line.cells[width:])):
            return ""
        return f"{found} cells where the header has {width}"

    def _put_aside(self, line: Line, reason: str) -> None:
        remedy = "give every row as many cells as the header; put quotes around a cell with commas"
        self._lines_found.fault(
            PutAside(file=self._file, sheet=self._sheet, row=line.number, value=_start_of(line),
                     reason=reason, remedy=remedy)
        )  # fmt: skip

    def _cells(
        self, line: Line, marks: Mapping[int, Mark]
    ) -> tuple[dict[str, str], tuple[CellFault, ...]]:
        cells: dict[str, str] = {}
        faults: list[CellFault] = []
        raw, width = line.cells, len(line.cells)
        for position, column in self._columns:
            text = raw[position] if position < width else ""
            if not text and position not in marks:
                continue
            if not (text.isascii() and text.isprintable()):
                text = self._cleaned(line, column, text)
            mark = marks.get(position) if marks else None
            if mark in _FAULTY or len(text) > LIMITS.cell_length:
                faults.append(_cell_fault(column, text, mark))
                continue
            text = text.strip()
            if text[:1] == "'" and text[1:2] in GUARDED:
                text = self._unguarded(line, column, text)
            if mark or len(text) <= LONGEST_NOT_STATED or column in self._lists:
                text = self._understood(line, column, text, mark)
            if text:
                cells[column] = text
        return cells, tuple(faults)

    def _cleaned(self, line: Line, column: str, text: str) -> str:
        cleaned, taken = clean(text)
        if taken:
            note = f"read without the control characters {taken}"
            self._note(self._cells_found, line, note, column=column, value=cleaned[:80])
        return cleaned

    def _unguarded(self, line: Line, column: str, text: str) -> str:
        note = "read without the apostrophe before it"
        self._note(self._cells_found, line, note, column=column, value=text[:80])
        return text[1:]

    def _understood(self, line: Line, column: str, text: str, mark: Mark | None) -> str:
        """Return the cell as it is read on, with a remark where that is not as it stands."""
        if mark in _ODD and not self._is_expected(column, mark):
            self._note(self._cells_found, line, _ODD[mark], column=column, value=text)
        if text.casefold() in NOT_STATED and column not in self._naming:
            self._note(self._cells_found, line, "read as not stated", column=column, value=text)
            return ""
        is_listed = column in self._lists and LIST_SEPARATOR not in text
        if is_listed and (";" in text or "\n" in text):
            self._note(self._cells_found, line, "read as a list", column=column, value=text[:80])
            parts = map(str.strip, text.replace("\n", ";").split(";"))
            return f" {LIST_SEPARATOR} ".join(filter(None, parts))
        return text

    def _is_expected(self, column: str, mark: Mark) -> bool:
        columns = self._flags if mark == "yes_no" else self._dates if mark == "date" else ()
        return column in columns

    def _note_untitled(self, line: Line) -> None:
        beyond = range(self._header.width, len(line.cells))
        for position in (*self._untitled, *beyond):
            if position < len(line.cells) and line.cells[position].strip():
                note = "the column has no title and was not read"
                self._note(self._lines_found, line, note, column=letters(position))

    def _note(
        self,
        findings: Findings,
        line: Line,
        text: str,
        *,
        column: str | None = None,
        value: str | None = None,
    ) -> None:
        title = self._header.titles.get(column, column) if column else None
        findings.remark(
            Remark(file=self._file, sheet=self._sheet, row=line.number, column=title, value=value,
                   text=text)
        )  # fmt: skip


def _cell_fault(column: str, text: str, mark: Mark | None) -> CellFault:
    """Return why a cell cannot be read, whatever its column means."""
    if mark in _FAULTY:
        reason, remedy = _FAULTY[mark]
        return CellFault(reason, column=column, value=text, remedy=remedy)
    what = f"the cell has {len(text):,} characters; {LIMITS.cell_length:,} are taken"
    return CellFault(what, column=column, value=text[:80], remedy="shorten it")


def _start_of(line: Line) -> str:
    return ", ".join(clean(cell[:80])[0] for cell in line.cells)[:80]


def _columns_of_type(table: str, wanted: str) -> frozenset[str]:
    """Return the columns of a table whose attribute is of this type in the schema."""
    sheet = BY_NAME.get(table)
    pairs = sheet.attributes if sheet else ()
    known = schema().attributes
    return frozenset(column for column, name in pairs if known[name].value_type == wanted)


def letters(position: int) -> str:
    """Return the letters by which a spreadsheet calls a column.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
