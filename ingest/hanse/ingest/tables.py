"""From grids to tables: the header is found, and its columns are understood."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from hanse.ingest.columns import Header, find_header, nearest_column
from hanse.ingest.findings import Findings, Remark
from hanse.ingest.grids import Grid, Line, clean
from hanse.ingest.row_making import RowMaker, letters
from hanse.ingest.rows import Row
from hanse.ingest.sheets import BY_NAME

SAMPLE_LINES: Final = 200  # read to find the header


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

    def learnable(self, findings: Findings) -> Iterator[Row]:
        """Yield the rows with what tells what they describe, noting those that are none.

        The other cells are looked at in :meth:`rows`. A table that has a reader of its own
        is read whole.
        """
        sheet = BY_NAME.get(self.sheet)
        if sheet is None:
            return self._made(RowMaker(self.grid, self.header, lines=findings, cells=findings))
        told = frozenset((*sheet.naming, *sheet.needs, "kind", "country", "source"))
        maker = RowMaker(self.grid, self.header, lines=findings, cells=Findings(), only=told)
        return self._made(maker)

    def rows(self, findings: Findings) -> Iterator[Row]:
        """Yield the rows, noting what is odd about their cells."""
        return self._made(RowMaker(self.grid, self.header, lines=Findings(), cells=findings))

    def _made(self, maker: RowMaker) -> Iterator[Row]:
        after = self.header.row
        for line in self.grid:
            if line.number > after and not line.is_blank:
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
    lines = [_cleaned(line) for line in islice(iter(grid), SAMPLE_LINES)]
    where = grid.file if grid.format == "csv" else f"{grid.file}, sheet {grid.sheet}"
    header = find_header(lines, sheet=grid.sheet, where=where)
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
        _remark(table, findings, note, row=header.row, column=letters(position), value=title)
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
