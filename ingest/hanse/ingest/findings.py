"""What was found while tables were read: faults, which put a row aside, and remarks.

A remark says how something was understood, or what was not read. It never changes what is
loaded; a fault does.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Final

from hanse.graph.errors import HanseError
from hanse.graph.store import PutAside
from hanse.ingest.grids import UnreadableTable

# Different remarks kept of one column: enough to show how it was understood.
MOST_REMARKS: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """How something was understood: where it stands first, what it says, in how many cells."""

    file: str
    text: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None
    cells: int = 1

    def __str__(self) -> str:
        """Return the remark as a line of text, with its place."""
        places = (
            self.file,
            f"sheet {self.sheet}" if self.sheet else "",
            f"row {self.row}" if self.row else "",
            f"column {self.column}" if self.column else "",
        )
        shown = "" if self.value is None else f"{self.value!r} "
        often = f" ({self.cells} cells)" if self.cells > 1 else ""
        return f"{', '.join(filter(None, places))}: {shown}{self.text}{often}"


@dataclass(slots=True)
class Findings:
    """Faults in the order they were met, and remarks, each different one once.

    ``rows`` counts by file the rows that say something, faulty ones included.
    """

    faults: list[PutAside] = field(default_factory=list)
    rows: Counter[str] = field(default_factory=Counter)
    _remarks: dict[tuple[str | None, ...], Remark] = field(default_factory=dict)
    _kept: dict[tuple[str | None, ...], int] = field(default_factory=dict)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Return the remarks in the order in which each was first made."""
        return tuple(self._remarks.values())

    def fault(self, fault: PutAside) -> None:
        """Note a fault."""
        self.faults.append(fault)

    def refuse(self, error: HanseError, *, file: str, sheet: str | None = None) -> None:
        """Note that a file or a sheet cannot be taken at all."""
        row = error.row if isinstance(error, UnreadableTable) else None
        self.faults.append(
            PutAside(file=file, sheet=sheet, row=row, reason=error.what, remedy=error.hint)
        )

    def remark(self, remark: Remark) -> None:
        """Note a remark; the same on the same value of a column is counted, not repeated."""
        place = (remark.file, remark.sheet, remark.column)
        key = (*place, remark.value, remark.text)
        if key in self._remarks:
            known = self._remarks[key]
            self._remarks[key] = replace(known, cells=known.cells + remark.cells)
        elif self._kept.get(place, 0) < MOST_REMARKS:
            self._kept[place] = self._kept.get(place, 0) + 1
            self._remarks[key] = remark
        elif remark.value is not None:
            more = replace(remark, value=None, row=None, text="more were understood in this way")
            self._count_more((*place, None, None), more)

    def _count_more(self, key: tuple[str | None, ...], more: Remark) -> None:
        known = self._remarks.get(key)
        self._remarks[key] = replace(known, cells=known.cells + 1) if known else more
