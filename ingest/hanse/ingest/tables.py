"""From grids to tables: the header is found, columns are understood, rows are made.

What a cell says is not judged here; whether it can be read at all is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from hanse.graph.schema import schema
from hanse.graph.store import PutAside
from hanse.ingest.columns import Header, find_header, nearest_column
from hanse.ingest.findings import Findings, Remark
from hanse.ingest.grids import Grid, Line, Mark, clean
from hanse.ingest.limits import LIMITS
from hanse.ingest.rows import LIST_SEPARATOR, CellFault, Row
from hanse.ingest.sheets import BY_NAME

SAMPLE_LINES: Final = 200  # read to find the header
EXAMPLE: Final = "example:"  # what the first cell of an example row begins with
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
    "digits": "read from a number of more than 15 digits, which a spreadsheet does not keep exactly",
    "yes_no": "read as text from a cell of yes or no",
    "date": "read as text from a cell with a date; format it as text if it was none",
    "time": "read as text from a cell with a time; format it as text if it was none",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table whose columns are understood; its rows are read anew each time."""

    grid: Grid
    header: Header

    @property
    def file(self) -> str:
        """Return the name of the file."""
        return self.grid.file

    @property
    def sheet(self) -> str:
        """Return which table it is, in our words."""
        return self.header.table

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows that could be taken apart, without a word on the others."""
        return self.rows(Findings())

    def rows(self, findings: Findings) -> Iterator[Row]:
        """Yield the rows, noting those that cannot be taken apart, and what is odd."""
        maker = _RowMaker(self, findings)
        for line in self.grid:
            if line.number > self.header.row and not line.is_blank:
                row = maker.row(line)
                if row is not None:
                    yield row


def open_table(grid: Grid, findings: Findings) -> Table:
    """Return the table that a grid holds, with remarks on what of it is not read.

    Raises
    ------
    UnreadableTable
        When no header is found, or it cannot be understood.
    """
    lines = list(islice(iter(grid), SAMPLE_LINES))
    where = grid.file if grid.format == "csv" else f"{grid.file}, sheet {grid.sheet}"
    header = find_header(map(_cleaned, lines), sheet=grid.sheet, where=where)
    table = Table(grid=grid, header=header)
    for note in grid.notes:
        findings.remark(Remark(file=grid.file, text=note))
    _remark_on_header(table, lines, findings)
    return table


def _cleaned(line: Line) -> Line:
    return Line(line.number, tuple(clean(cell)[0] for cell in line.cells))


def _remark_on_header(table: Table, lines: Sequence[Line], findings: Findings) -> None:
    header, grid = table.header, table.grid
    above = [line for line in lines if line.number < header.row and not line.is_blank]
    for line in above:
        said = " ".join(cell for cell in line.cells if cell.strip())[:80]
        note = "stands above the header and was not read"
        _remark(table, findings, note, row=line.number, value=said)
    for column, title in header.titles.items():
        if title.casefold() != column:
            _remark(table, findings, f"read as {column}", row=header.row, value=title)
    for position, title in sorted(header.unread.items()):
        if not title:
            continue
        near = nearest_column(title, header.table)
        hint = f"; is {near} meant?" if near and near not in header.titles else ""
        note = f"is no column of {header.table} and was not read{hint}"
        _remark(table, findings, note, row=header.row, column=_letters(position), value=title)
    if not any(line.number > header.row and not line.is_blank for line in lines):
        findings.remark(Remark(file=grid.file, sheet=grid.sheet, text="no rows under the header"))


def _remark(
    table: Table,
    findings: Findings,
    text: str,
    *,
    row: int,
    column: str | None = None,
    value: str | None = None,
) -> None:
    findings.remark(
        Remark(
            file=table.file, sheet=table.grid.sheet, row=row, column=column, value=value, text=text
        )
    )


def _letters(position: int) -> str:
    """Return the letters by which a spreadsheet calls a column.

    >>> _letters(0), _letters(27)
    ('A', 'AB')
    """
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class _RowMaker:
    """Make the rows of one table."""

    def __init__(self, table: Table, findings: Findings) -> None:
        self._table, self._findings = table, findings
        self._file, self._sheet = table.file, table.grid.sheet
        self._header = table.header
        sheet = BY_NAME.get(table.sheet)
        self._lists = sheet.lists if sheet else frozenset(("variants",))
        self._naming = frozenset(sheet.naming if sheet else ("id",))
        self._untitled = [position for position, title in self._header.unread.items() if not title]
        self._flags = _columns_of_type(table.sheet, "flag")
        self._dates = _columns_of_type(table.sheet, "date") | _DATED

    def row(self, line: Line) -> Row | None:
        """Return the row of a line; ``None`` for an example and for one noted as a fault."""
        wrong = line.fault or self._uneven(line)
        if wrong:
            self._findings.rows[self._file] += 1
            self._put_aside(line, wrong)
            return None
        if line.cells and line.cells[0][: len(EXAMPLE)].casefold() == EXAMPLE:
            self._note(line, "an example of the template; not read")
            return None
        cells, faults = self._cells(line, dict(line.marks))
        if self._untitled or len(line.cells) > self._header.width:
            self._note_untitled(line)
        if not cells and not faults:
            return None
        self._findings.rows[self._file] += 1
        return Row(self._file, self._sheet, line.number, cells, self._header.titles, faults)

    def _uneven(self, line: Line) -> str:
        """Return what is wrong with the number of cells of a line of CSV."""
        width, found = self._header.width, len(line.cells)
        if not self._table.grid.has_even_rows or found == width:
            return ""
        if found > width and not any(map(str.strip, line.cells[width:])):
            return ""
        return f"{found} cells where the header has {width}"

    def _put_aside(self, line: Line, reason: str) -> None:
        remedy = "give every row as many cells as the header; put quotes around a cell with commas"
        self._findings.fault(
            PutAside(file=self._file, sheet=self._sheet, row=line.number, value=_start_of(line),
                     reason=reason, remedy=remedy)
        )  # fmt: skip

    def _cells(
        self, line: Line, marks: Mapping[int, Mark]
    ) -> tuple[dict[str, str], tuple[CellFault, ...]]:
        cells: dict[str, str] = {}
        faults: list[CellFault] = []
        raw, width = line.cells, len(line.cells)
        for position, column in self._header.columns:
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
            if mark or len(text) <= LONGEST_NOT_STATED or column in self._lists:
                text = self._understood(line, column, text, mark)
            if text:
                cells[column] = text
        return cells, tuple(faults)

    def _cleaned(self, line: Line, column: str, text: str) -> str:
        cleaned, taken = clean(text)
        if taken:
            note = f"read without the control characters {taken}"
            self._note(line, note, column=column, value=cleaned[:80])
        return cleaned

    def _understood(self, line: Line, column: str, text: str, mark: Mark | None) -> str:
        """Return the cell as it is read on, with a remark where that is not as it stands."""
        if mark in _ODD and not self._is_expected(column, mark):
            self._note(line, _ODD[mark], column=column, value=text)
        if text.casefold() in NOT_STATED and column not in self._naming:
            self._note(line, "read as not stated", column=column, value=text)
            return ""
        is_listed = column in self._lists and LIST_SEPARATOR not in text
        if is_listed and (";" in text or "\n" in text):
            self._note(line, "read as a list", column=column, value=text[:80])
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
                self._note(line, note, column=_letters(position))

    def _note(
        self, line: Line, text: str, *, column: str | None = None, value: str | None = None
    ) -> None:
        title = self._header.titles.get(column, column) if column else None
        _remark(self._table, self._findings, text, row=line.number, column=title, value=value)


def _cell_fault(column: str, text: str, mark: Mark | None) -> CellFault:
    """Return why a cell cannot be read, whatever its column means."""
    if mark in _FAULTY:
        reason, remedy = _FAULTY[mark]
        return CellFault(reason, column=column, value=text, remedy=remedy)
    what = f"the cell has {len(text):,} characters; {LIMITS.cell_length:,} are taken"
    return CellFault(what, column=column, value=text[:80], remedy="shorten it")


def _start_of(line: Line) -> str:
    return ", ".join(line.cells)[:80]


def _columns_of_type(table: str, wanted: str) -> frozenset[str]:
    """Return the columns of a table whose attribute is of this type in the schema."""
    sheet = BY_NAME.get(table)
    pairs = sheet.attributes if sheet else ()
    known = schema().attributes
    return frozenset(column for column, name in pairs if known[name].value_type == wanted)
