"""The second page of a score sheet: what the ratings come to, by formulas that are locked."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from hanse.graph.model import Guide

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

RESULT: Final = "Result"
COLUMNS: Final = ("Candidate id", "Candidate", "Weighted score, at least", "at most",
                  "Fit, at least", "at most", "Share rated")  # fmt: skip
WIDTHS: Final = (24, 26, 14, 14, 14, 14, 12)
NOTE: Final = "By these ratings and the facts; what is blank may be anything, and is not 0."


def write_results(
    book: "Workbook",
    guide: Guide,
    names: Mapping[str, str],
    *,
    sheet: str,
    rows: tuple[int, int],
) -> None:
    """Add the page that adds up the ratings of each candidate.

    Parameters
    ----------
    names
        Candidates by id.
    sheet, rows
        Where the ratings stand: the page, and its first and last row.
    """
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    from hanse.viz.workbook_cells import put_text

    page = book.create_sheet(RESULT)
    for column, (title, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True), start=1):
        put_text(page, 1, column, title).font = Font(bold=True)
        page.column_dimensions[get_column_letter(column)].width = width
    for row, (candidate, name) in enumerate(names.items(), start=2):
        put_text(page, row, 1, candidate)
        put_text(page, row, 2, name)
        for column, formula in enumerate(_sums(row, guide.maximum, sheet, rows), start=3):
            cell = page.cell(row=row, column=column, value=formula)
            cell.number_format = "0.00" if column < 5 else "0%"  # noqa: PLR2004  # scores, shares
    put_text(page, len(names) + 3, 1, NOTE)
    page.freeze_panes = "A2"
    page.protection.sheet = True


def _sums(row: int, maximum: float, sheet: str, rows: tuple[int, int]) -> Iterator[str]:
    """Yield the formulas of one candidate: score, fit, and the weight of what is rated."""

    def column(letter: str) -> str:
        return f"'{sheet}'!${letter}${rows[0]}:${letter}${rows[1]}"

    own = f"({column('A')}=$A{row})*{column('F')}"
    yield f"=SUMPRODUCT({own}*{column('K')})/100"
    yield f"=SUMPRODUCT({own}*{column('L')})/100"
    yield f"=C{row}/{maximum:.10g}"
    yield f"=D{row}/{maximum:.10g}"
    yield f"=SUMPRODUCT({own}*{column('M')})/100"
