"""One row of a table, wherever it was read from, and what to say when a cell is at fault."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from hanse.graph.errors import UserMistake
from hanse.graph.store import PutAside

LIST_SEPARATOR: Final = "|"


class CellFault(UserMistake):
    """A cell that cannot be taken: which, what it says, why, and what to do."""

    def __init__(self, reason: str, *, column: str, value: str, remedy: str) -> None:
        self.column, self.value, self.remedy = column, value, remedy
        super().__init__(reason, where=column, hint=remedy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: its file, its sheet, its number as the user sees it, and its cells by column."""

    file: str
    sheet: str
    number: int
    cells: Mapping[str, str]

    def text(self, column: str) -> str | None:
        """Return the cell without outer spaces; ``None`` when it is empty or not there."""
        value = self.cells.get(column, "").strip()
        return value or None

    def required(self, column: str) -> str:
        """Return the cell; an empty one is a fault."""
        value = self.text(column)
        if value is None:
            remedy = f"fill in {column}"
            raise CellFault(f"{column} is empty", column=column, value="", remedy=remedy)
        return value

    def texts(self, column: str) -> tuple[str, ...]:
        """Return the entries of a list cell, in order; empty when the cell is."""
        parts = (part.strip() for part in self.cells.get(column, "").split(LIST_SEPARATOR))
        return tuple(part for part in parts if part)

    @property
    def place(self) -> str:
        """Return the sheet and the row, as a locator."""
        return f"sheet {self.sheet}, row {self.number}"

    def put_aside(self, fault: UserMistake) -> PutAside:
        """Return the record of this row put aside for ``fault``."""
        is_cell = isinstance(fault, CellFault)
        return PutAside(
            file=self.file,
            sheet=self.sheet,
            row=self.number,
            column=fault.column if isinstance(fault, CellFault) else None,
            value=fault.value if isinstance(fault, CellFault) else None,
            reason=fault.what if is_cell else str(fault),
            remedy=fault.remedy if isinstance(fault, CellFault) else fault.hint,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A sheet of a workbook or one CSV file: its name and its rows."""

    file: str
    sheet: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows in their order."""
        return iter(self.rows)
