"""Take in a workbook, sheet by sheet, as its own process has read it."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from hanse.ingest.grids import Grid, Line, Mark
from hanse.ingest.limits import MEGABYTE
from hanse.ingest.worker import Message, parse

if TYPE_CHECKING:
    from collections.abc import Mapping

# Sheets that Hanse itself puts into workbooks, and that say nothing of the world.
OWN_SHEETS: Final = ("help", "lists", "faults")


def workbook_grids(path: Path) -> tuple[Grid, ...]:
    """Return the sheets of a workbook that hold anything.

    Raises
    ------
    BadInput
        When the workbook is refused; nothing of it has been taken then.
    """
    digest = _digest(path)
    sheets: list[_Sheet] = []
    for message in parse("workbook", path):
        if message[0] == "sheet":
            sheets.append(_Sheet(str(message[1])))
        elif message[0] == "notes":
            sheets[-1].notes = _notes(*cast("list[int]", message[1:]))
        else:
            sheets[-1].lines.append(_line(message))
    return tuple(
        _grid(path.name, sheet, digest)
        for sheet in sheets
        if sheet.lines and sheet.name.casefold() not in OWN_SHEETS
    )


@dataclass(slots=True)
class _Sheet:
    name: str
    lines: list[Line] = field(default_factory=list)
    notes: tuple[str, ...] = ()


def _line(message: Message) -> Line:
    number, cells, marks = message
    named = cast("Mapping[str, Mark]", marks)
    return Line(
        cast("int", number),
        tuple(map(str, cast("list[str]", cells))),
        tuple((int(place), mark) for place, mark in named.items()),
    )


def _grid(file: str, sheet: _Sheet, digest: str) -> Grid:
    lines = tuple(sheet.lines)
    return Grid(
        file=file,
        sheet=sheet.name,
        format="xlsx",
        read=lambda: iter(lines),
        digest=digest,
        notes=sheet.notes,
    )


def _notes(computed: int, merged: int) -> tuple[str, ...]:
    formulas = f"{computed} formulas were read by the values last saved" if computed else ""
    shown = f"{merged} cells were read from the merged cell they belong to" if merged else ""
    return tuple(filter(None, (formulas, shown)))


def _digest(path: Path) -> str:
    seen = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(MEGABYTE):
            seen.update(chunk)
    return seen.hexdigest()
