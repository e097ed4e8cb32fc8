"""Put texts into workbooks that people go on editing: never as a formula, never illegal."""

import re
from typing import TYPE_CHECKING, Final, cast

from hanse.viz.flat_values import readable

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_CELL: Final = 32_767  # characters that a cell of a workbook holds
LONGEST_TITLE: Final = 31  # characters of a sheet's name
_NOT_IN_TITLES: Final = re.compile(r"[\[\]:*?/\\']")
# In a workbook "_x0041_" stands for the letter A; a text that looks so is told apart.
_LOOKS_ESCAPED: Final = re.compile(r"_(x[0-9A-Fa-f]{4}_)")


def put_text(page: "Worksheet", row: int, column: int, text: str) -> "Cell":
    """Put a text into a cell, marked as a text whatever it begins with; return the cell."""
    cell = cast("Cell", page.cell(row=row, column=column))  # none is merged in a new sheet
    cell.value = _LOOKS_ESCAPED.sub(r"_x005F_\1", readable(text[:LONGEST_CELL]))
    cell.data_type = "s"
    return cell


def sheet_title(name: str, taken: list[str]) -> str:
    """Return a name that a sheet can have and none of ``taken`` has.

    >>> sheet_title("a/b", []), sheet_title("Clusters", ["clusters"])
    ('a b', 'Clusters (2)')
    """
    plain = _NOT_IN_TITLES.sub(" ", readable(name)).strip()[:LONGEST_TITLE] or "sheet"
    title, number = plain, 1
    while title.casefold() in {other.casefold() for other in taken}:
        number += 1
        ending = f" ({number})"
        title = plain[: LONGEST_TITLE - len(ending)] + ending
    return title
