"""One row of a table, wherever it was read from, and what to say when a cell is at fault."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from hanse.graph.errors import UserMistake
from hanse.graph.store import PutAside

LIST_SEPARATOR: Final = "|"
LONGEST_REASON: Final = 200  # characters; a reason may quote a cell of any length


class CellFault(UserMistake):
    """A cell that cannot be taken: which, what it says, why, and what to do."""

    def __init__(self, reason: str, *, column: str, value: str, remedy: str) -> None:
        self.column, self.value, self.remedy = column, value, remedy
        super().__init__(reason, where=column, hint=remedy)


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its file, its sheet, its number as the user sees it, and its cells by column.

    Only cells that say something are there. ``titles`` are the user's own words for the
    columns; ``faults`` what is wrong with cells whatever the column means.
    """

    file: str
    sheet: str
    number: int
    cells: Mapping[str, str]
    titles: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[CellFault, ...] = ()

    def text(self, column: str) -> str | None:
        """Return the cell; ``None`` when it is empty or not there."""
        return self.cells.get(column)

    def required(self, column: str) -> str:
        """Return the cell; an empty one is a fault."""
        value = self.cells.get(column)
        if value is None:
            title = self.title(column)
            raise CellFault(f"{title} is empty", column=column, value="", remedy=f"fill in {title}")
        return value

    def texts(self, column: str) -> tuple[str, ...]:
        """Return the entries of a list cell, in order and each once; empty when the cell is."""
        cell = self.cells.get(column)
        if cell is None:
            return ()
        if LIST_SEPARATOR not in cell:
            return (cell,)
        parts = (part for part in map(str.strip, cell.split(LIST_SEPARATOR)) if part)
        return tuple(dict.fromkeys(parts))

    def title(self, column: str) -> str:
        """Return the title of a column in the user's words."""
        return self.titles.get(column, column)

    def place_of(self, fault: UserMistake) -> int:
        """Return the key that puts the faults of a row into the order of its columns."""
        columns = list(self.titles)
        column = fault.column if isinstance(fault, CellFault) else ""
        return columns.index(column) if column in columns else len(columns)

    @property
    def place(self) -> str:
        """Return the sheet and the row, as a locator."""
        return f"sheet {self.sheet}, row {self.number}"

    def put_aside(self, fault: UserMistake) -> PutAside:
        """Return the record of this row put aside for ``fault``."""
        if not isinstance(fault, CellFault):
            return PutAside(
                file=self.file,
                sheet=self.sheet,
                row=self.number,
                reason=_shortened(fault.what),
                remedy=fault.hint,
            )
        return PutAside(
            file=self.file,
            sheet=self.sheet,
            row=self.number,
            column=self.title(fault.column),
            value=fault.value,
            reason=_shortened(fault.what),
            remedy=fault.remedy,
        )


def _shortened(reason: str) -> str:
    if len(reason) <= LONGEST_REASON:
        return reason
    half = LONGEST_REASON // 2
    return f"{reason[:half]} ... {reason[-half:]}"
