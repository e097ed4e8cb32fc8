"""The form that an assessor fills in: how it is recognised, its head, and its columns.

A sheet is a score sheet when its first cell says so. Below it the head names the guide, the
assessor and the day, label and answer side by side; below that stands one row a candidate and
criterion. A form is a workbook made by ``hanse scoresheet``, or the same rows as CSV.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from hanse.graph.errors import BadInput
from hanse.graph.ids import key
from hanse.graph.store import PutAside
from hanse.ingest.csv_files import csv_grid
from hanse.ingest.formats import format_of
from hanse.ingest.grids import Grid, Line, Mark, clean
from hanse.ingest.limits import check_file
from hanse.ingest.workbook import workbook_grids

SIGN: Final = "Hanse score sheet"  # what the first cell of a score sheet says
GUIDE: Final = "Guide"
ASSESSOR: Final = "Assessor"
DATE: Final = "Date"
SYNTHETIC: Final = "Synthetic"  # answered yes where the ratings are invented
HEAD: Final = (GUIDE, ASSESSOR, DATE)
CANDIDATE: Final = "Candidate id"
CRITERION: Final = "Criterion"
RATING: Final = "Rating"
COMMENT: Final = "Comment"
NEEDED: Final = (CANDIDATE, CRITERION, RATING)
_ANEW: Final = "make a new form with: hanse scoresheet FILE.xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledRow:
    """One row of a form: its number, and by column what the cell says and what it was."""

    number: int
    cells: Mapping[str, str]
    marks: Mapping[str, Mark] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """A form taken apart; ``head`` and ``rows`` hold only cells that say something."""

    file: str
    sheet: str
    head: Mapping[str, str]
    rows: tuple[FilledRow, ...]
    faults: tuple[PutAside, ...] = ()


def score_sheets(path: Path) -> tuple[Grid, ...]:
    """Return the score sheets in a file; none when it is a table of another kind.

    Raises
    ------
    BadInput
        When the file cannot be read at all.
    """
    return tuple(grid for grid in sheets_of(path) if is_score_sheet(grid))


def sheets_of(path: Path) -> tuple[Grid, ...]:
    """Return every sheet of a file, score sheet or not.

    Raises
    ------
    BadInput
        When the file cannot be read at all.
    """
    check_file(path)
    is_workbook = format_of(path) == "xlsx"
    return workbook_grids(path) if is_workbook else (csv_grid(path, choose=_likeness),)


def is_score_sheet(grid: Grid) -> bool:
    """Say whether a grid is a score sheet: its first cell says so."""
    first = next((line for line in grid if not line.is_blank), None)
    return first is not None and _is_sign(first.cells)


def _is_sign(cells: Sequence[str]) -> bool:
    return bool(cells) and key(cells[0]) == key(SIGN)


def _likeness(rows: list[list[str]]) -> int:
    """Return how well rows taken apart by a delimiter look like a form."""
    titles = {key(title) for title in (*HEAD, *NEEDED)}
    return sum(key(cell) in titles for row in rows for cell in row if cell.strip())


def taken_apart(grid: Grid) -> FilledForm:
    """Return the head and the rows of a form, and what of it is missing."""
    head: dict[str, str] = {}
    columns: dict[str, int] = {}
    rows: list[FilledRow] = []
    faults: list[PutAside] = []
    for line in grid:
        if line.fault:
            remedy = "give every row as many cells as the header"
            faults.append(_fault(grid, line.fault, remedy, row=line.number))
        elif columns:
            rows.extend(_row(line, columns))
        elif not (columns := _columns(line)):
            _answer(line, head)
    faults += _missing(grid, head, columns)
    return FilledForm(
        file=grid.file, sheet=grid.sheet, head=head, rows=tuple(rows), faults=tuple(faults)
    )


def _columns(line: Line) -> dict[str, int]:
    """Return where the columns stand, when a line is the header: it has two of those needed."""
    known = {key(title): title for title in (*NEEDED, COMMENT)}
    found = {known[key(cell)]: place for place, cell in enumerate(line.cells) if key(cell) in known}
    return found if sum(title in found for title in NEEDED) > 1 else {}


def _answer(line: Line, head: dict[str, str]) -> None:
    known = {key(title): title for title in (*HEAD, SYNTHETIC)}
    said = [text for cell in line.cells if (text := clean(cell)[0])]
    if len(said) > 1 and key(said[0]) in known:
        head.setdefault(known[key(said[0])], said[1])


def _row(line: Line, columns: Mapping[str, int]) -> Iterator[FilledRow]:
    marks = dict(line.marks)
    cells = {
        title: text
        for title, place in columns.items()
        if place < len(line.cells) and (text := clean(line.cells[place])[0])
    }
    marked: dict[str, Mark] = {
        title: marks[place] for title, place in columns.items() if place in marks
    }
    if cells or marked:
        yield FilledRow(number=line.number, cells=cells, marks=marked)


def _missing(grid: Grid, head: Mapping[str, str], columns: Mapping[str, int]) -> Iterable[PutAside]:
    for title in HEAD:
        if title not in head:
            remedy = f"write it beside {title}, at the top of the sheet"
            yield _fault(grid, f"{title} is not filled in", remedy, column=title)
    for title in NEEDED:
        if title not in columns:
            yield _fault(grid, f"there is no column {title}", _ANEW, column=title)


def _fault(
    grid: Grid, reason: str, remedy: str, *, row: int | None = None, column: str | None = None
) -> PutAside:
    return PutAside(
        file=grid.file, sheet=grid.sheet, row=row, column=column, reason=reason, remedy=remedy
    )


def is_score_sheet_file(path: Path) -> bool:
    """Say whether a file holds a score sheet; what cannot be read at all holds none."""
    try:
        return not path.is_dir() and bool(score_sheets(path))
    except BadInput:
        return False
