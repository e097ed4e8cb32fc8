"""Show people their own cells with the faulty ones marked: ``faults.xlsx``.

The first sheet lists every fault. Behind it stands each sheet that has faults, as the user
wrote it and with the same row numbers; what is at fault is coloured, and a comment says why
and what to do. A large sheet is cut down to its header and its faulty rows.
"""

import io
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Final

from hanse.graph.errors import BadInput
from hanse.graph.store import PutAside
from hanse.ingest.columns import HEADER_WITHIN
from hanse.ingest.grids import Grid, Line, clean
from hanse.viz.flat_values import readable
from hanse.viz.workbook_cells import put_text, sheet_title

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

TITLES: Final = ("file", "sheet", "row", "column", "value", "reason", "remedy")
MOST_ROWS: Final = 5_000  # of a sheet that is shown whole
MOST_FAULTS: Final = 100_000  # listed and marked; the message says when there are more
MARKED: Final = "FFF4B6A6"  # light red, told by its comment as well as by its colour
COMMENT_SIZE: Final = (160, 360)  # height and width in points
WIDTHS: Final = (28, 18, 8, 24, 30, 60, 60)  # of the list, in characters

ByRow = Mapping[int, list[PutAside]]


def fault_workbook(grids: Sequence[Grid], faults: Sequence[PutAside]) -> bytes:
    """Return a workbook of the user's cells with the faulty ones marked and commented.

    Parameters
    ----------
    grids
        The cells as they stand, as a check or a load returns them.
    faults
        What is wrong with them; one without a row is listed only.
    """
    from openpyxl import Workbook

    made = Workbook()
    told = faults[:MOST_FAULTS]
    page = made.worksheets[0]
    page.title = "faults"
    _list(page, told, more=len(faults) - len(told))
    by_sheet: dict[tuple[str, str | None], dict[int, list[PutAside]]] = defaultdict(dict)
    for fault in told:
        if fault.row is not None:
            by_sheet[fault.file, fault.sheet].setdefault(fault.row, []).append(fault)
    for grid in grids:
        rows = by_sheet.get((grid.file, grid.sheet))
        if rows:
            _show(made, grid, rows)
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def _list(page: "Worksheet", faults: Sequence[PutAside], *, more: int) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for place, title in enumerate(TITLES, start=1):
        put_text(page, 1, place, title).font = Font(bold=True)
        page.column_dimensions[get_column_letter(place)].width = WIDTHS[place - 1]
    for number, fault in enumerate(faults, start=2):
        for place, title in enumerate(TITLES, start=1):
            said = getattr(fault, title)
            if said is not None:
                put_text(page, number, place, str(said))
    if more:
        put_text(page, len(faults) + 2, 1, f"and {more:,} more faults")
    page.freeze_panes = "A2"


def _show(made: "Workbook", grid: Grid, faults: ByRow) -> None:
    """Add a sheet with the user's cells, and mark what is at fault."""
    page = made.create_sheet(sheet_title(grid.sheet, made.sheetnames))
    lines, is_whole = _lines(grid, faults)
    places = _places_of_titles(lines)
    for number, line in enumerate(lines, start=1):
        row = line.number if is_whole else number
        for place, text in enumerate(line.cells, start=1):
            if text:
                put_text(page, row, place, clean(text)[0])
        for place, said in _by_place(faults.get(line.number, ()), places).items():
            _mark(page, row, place, said)
    page.freeze_panes = "A2"


def _lines(grid: Grid, faults: ByRow) -> tuple[list[Line], bool]:
    """Return the lines to show, and whether that is all: of a large sheet, first and faulty."""
    shown: list[Line] = []
    with suppress(BadInput):  # what could be read before that is shown
        shown.extend(line for line in islice(grid, MOST_ROWS + 1) if not line.is_blank)
    if len(shown) <= MOST_ROWS:
        return shown, True
    shown = shown[:HEADER_WITHIN]
    after = shown[-1].number
    with suppress(BadInput):
        faulty = (line for line in grid if line.number > after and line.number in faults)
        shown.extend(islice(faulty, MOST_ROWS))
    return shown, False


def _places_of_titles(lines: Sequence[Line]) -> dict[str, int]:
    """Return the column, from 1, in which each text of the first lines stands first."""
    places: dict[str, int] = {}
    for line in lines[:HEADER_WITHIN]:
        for place, text in enumerate(line.cells, start=1):
            places.setdefault(clean(text)[0], place)
    return places


def _by_place(faults: Sequence[PutAside], places: Mapping[str, int]) -> dict[int, list[PutAside]]:
    """Return the faults of a row by column; those of the row as a whole go to the first."""
    found: dict[int, list[PutAside]] = defaultdict(list)
    for fault in faults:
        found[places.get(fault.column or "", 1)].append(fault)
    return found


def _mark(page: "Worksheet", row: int, place: int, faults: Sequence[PutAside]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    cell = page.cell(row=row, column=place)
    cell.fill = PatternFill("solid", fgColor=MARKED)
    told = (f"row {f.row}: {f.reason}\nwhat to do: {f.remedy}" for f in faults)
    height, width = COMMENT_SIZE
    cell.comment = Comment(readable("\n".join(told)), "Hanse", height=height, width=width)
