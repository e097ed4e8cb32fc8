"""The tables that hold a project exactly, for the way back of an export.

Beside ``claims`` they are the records of sources, the texts of definitions, the settings, and
the rows that were put aside. Cells are written as those of :mod:`hanse.ingest.claim_table`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.errors import UserMistake
from hanse.graph.model import Settings, Source
from hanse.graph.store import Definition, PutAside
from hanse.graph.stores.rows import settings_from_text, settings_text
from hanse.ingest.claim_table import COLUMNS, Cells, claim_of, number_in, text_in, to_cell
from hanse.ingest.grids import Grid
from hanse.ingest.names import Names
from hanse.ingest.rows import CellFault, Row

EXACT: Final[Mapping[str, tuple[str, ...]]] = {
    "claims": COLUMNS,
    "source_records": ("id", "title", "publisher", "date", "url", "kind", "note"),
    "definitions": ("kind", "id", "text"),
    "settings": ("settings",),
    "put_aside": ("file", "sheet", "row", "column", "value", "reason", "remedy"),
}


def source_cells(source: Source) -> Cells:
    """Return a source as the cells of a row of ``source_records``."""
    return {name: to_cell(getattr(source, name)) for name in EXACT["source_records"]}


def definition_cells(definition: Definition) -> Cells:
    """Return a chain, a guide or rules as the cells of a row of ``definitions``."""
    return {name: to_cell(getattr(definition, name)) for name in EXACT["definitions"]}


def settings_cells(settings: Settings) -> Cells:
    """Return the settings as the one cell of the one row of ``settings``."""
    return {"settings": to_cell(settings_text(settings))}


def put_aside_cells(row: PutAside) -> Cells:
    """Return a row that was put aside as the cells of a row of ``put_aside``."""
    plain = {name: to_cell(getattr(row, name)) for name in EXACT["put_aside"] if name != "row"}
    return {**plain, "row": "" if row.row is None else str(row.row)}


def _source(row: Row) -> Source:
    told = {name: text_in(row, name) for name in EXACT["source_records"]}
    date = told.pop("date")
    return Source(date=date, **{name: text or "" for name, text in told.items()})


def _definition(row: Row) -> Definition:
    return Definition(**{name: text_in(row, name) or "" for name in EXACT["definitions"]})


def _put_aside(row: Row) -> PutAside:
    number = row.cells.get("row")
    return PutAside(
        file=text_in(row, "file") or "",
        reason=text_in(row, "reason") or "",
        remedy=text_in(row, "remedy") or "",
        sheet=text_in(row, "sheet"),
        row=int(number_in(row, "row")) if number else None,
        column=text_in(row, "column"),
        value=text_in(row, "value"),
    )


def _settings(row: Row) -> Settings:
    try:
        return settings_from_text(text_in(row, "settings"))
    except (ValueError, TypeError):
        remedy = "leave the cell as it was exported"
        raise CellFault("not settings", column="settings", value="", remedy=remedy) from None


@dataclass(slots=True)
class ExactTables:
    """What exact tables hold, and the rows of them that could not be read."""

    claims: list[Claim] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    settings: Settings | None = None
    put_aside: list[PutAside] = field(default_factory=list)
    faults: list[PutAside] = field(default_factory=list)

    def take(self, table: str, rows: Iterable[Row]) -> None:
        """Take in the rows of a table of :data:`EXACT`; a faulty one is noted."""
        takers: dict[str, Callable[[Row], None]] = {
            "claims": lambda row: self.claims.append(claim_of(row)),
            "source_records": lambda row: self.sources.append(_source(row)),
            "definitions": lambda row: self.definitions.append(_definition(row)),
            "settings": self._set,
            "put_aside": lambda row: self.put_aside.append(_put_aside(row)),
        }
        for row in rows:
            try:
                takers[table](row)
            except UserMistake as fault:
                self.faults.append(row.put_aside(fault))

    def _set(self, row: Row) -> None:
        self.settings = _settings(row)

    def teach(self, names: Names) -> None:
        """Let the rows of other tables name what is described here."""
        kinds = {
            c.subject: str(c.value) for c in self.claims if c.predicate == "kind" and c.is_fact
        }
        for thing, kind in kinds.items():
            names.learn(thing, "", kind)


def exact_tables(grids: Iterable[Grid]) -> tuple[ExactTables, list[Grid]]:
    """Return what the exact tables among ``grids`` hold, and the other grids.

    A table is told by its name; its cells are taken as they are, not cleaned or understood.
    """
    exact, others = ExactTables(), []
    for grid in grids:
        if grid.sheet not in EXACT:
            others.append(grid)
            continue
        try:
            exact.take(grid.sheet, _rows(grid))
        except CellFault as fault:
            exact.faults.append(Row(grid.file, grid.sheet, 1, {}).put_aside(fault))
    return exact, others


def _rows(grid: Grid) -> Iterator[Row]:
    """Yield the rows of an exact table; the first line names the columns, in any order.

    Raises
    ------
    CellFault
        When a column is missing, stands twice or is not one of the table.
    """
    lines = (line for line in grid if not line.is_blank)
    header = next(lines, None)
    columns = tuple(title.strip() for title in header.cells) if header else ()
    wanted = EXACT[grid.sheet]
    odd = next((c for c in (*wanted, *columns) if columns.count(c) != 1 or c not in wanted), None)
    if odd is not None:
        remedy = f"the columns of {grid.sheet} are {', '.join(wanted)}"
        raise CellFault("not the columns of this table", column=odd, value="", remedy=remedy)
    for line in lines:
        pairs = zip(columns, line.cells, strict=False)
        yield Row(grid.file, grid.sheet, line.number, {c: cell for c, cell in pairs if cell})
