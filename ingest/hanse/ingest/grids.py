"""What any kind of table file is before its columns are understood: lines of cells.

A grid is a sheet of a workbook or a CSV file. Its lines may be read more than once, and are
read anew each time, so that a large file is never held whole.
"""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from hanse.graph.errors import BadInput

# What a cell was before it became text, where that matters to the reader.
Mark = Literal["formula", "error", "digits", "yes_no", "date", "time", "percent"]


class UnreadableTable(BadInput):
    """A table that cannot be taken apart into rows; ``row`` is where that shows."""

    def __init__(
        self, what: str, *, where: str = "", hint: str = "", row: int | None = None
    ) -> None:
        super().__init__(what, where=where, hint=hint)
        self.row = row


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: its number as the user sees it, its cells, what is odd about it.

    ``marks`` says by position what a cell was in a workbook. ``fault`` says why the line
    could not be taken apart.
    """

    number: int
    cells: tuple[str, ...]
    marks: tuple[tuple[int, Mark], ...] = ()
    fault: str = ""

    @property
    def is_blank(self) -> bool:
        """Say whether the line holds nothing at all."""
        return not self.marks and not self.fault and not any(map(str.strip, self.cells))


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A sheet or a CSV file: where it stands, and how its lines are read.

    ``has_even_rows``: every line must have as many cells as the header, as in CSV.
    ``notes`` say how the file was understood, such as its encoding.
    """

    file: str
    sheet: str
    format: str
    read: Callable[[], Iterator[Line]]
    digest: str = ""
    has_even_rows: bool = False
    notes: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Line]:
        """Read the lines from the first."""
        return self.read()


def clean(text: str) -> tuple[str, str]:
    """Return a cell in composed Unicode without control characters, and what was taken out.

    Tabs and line breaks within a cell become spaces where they end it, and stay otherwise.

    >>> clean("Me\u0301dicen"), clean("A\u001bB")
    (('Médicen', ''), ('AB', 'U+001B'))
    """
    if text.isascii() and text.isprintable():
        return text.strip(), ""
    taken = sorted({f"U+{ord(char):04X}" for char in text if _is_control(char)})
    if taken:
        text = "".join(
            " " if char in "\v\f" else "" if _is_control(char) else char for char in text
        )
    return unicodedata.normalize("NFC", text).strip(), " ".join(taken)


def _is_control(char: str) -> bool:
    """Say whether no XML file and no workbook can hold the character."""
    return char not in "\t\n\r" and (
        unicodedata.category(char) in ("Cc", "Cs") or char in "\ufffe\uffff"
    )
