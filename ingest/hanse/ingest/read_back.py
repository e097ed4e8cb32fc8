"""What tables that are about to be written will be read as: an export that looks before it leaves.

A row for people says several things at once, and a reader understands it in its own ways. So a
row is only written where reading it gives the very claims that it was made of.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hanse.graph.claims import Claim
from hanse.ingest.findings import Findings
from hanse.ingest.grids import Grid, Line
from hanse.ingest.learning import learn
from hanse.ingest.names import Names
from hanse.ingest.reading import Reading
from hanse.ingest.tables import open_table


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTable:
    """A table as it would be written: its name, its columns, and its rows of cells."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def claims_of_tables(
    tables: Sequence[PlannedTable], *, kinds: Mapping[str, str]
) -> tuple[Claim, ...]:
    """Return the claims that tables will be read as; rows at fault give none.

    Parameters
    ----------
    tables
        All tables of one folder or workbook.
    kinds
        The kinds of the things that rows may name, by id, wherever they are described.
    """
    findings, names = Findings(), Names()
    for thing, kind in kinds.items():
        names.learn(thing, "", kind)
    opened = [open_table(_grid(table), findings) for table in tables if table.rows]
    learnt = learn(opened, names=names, findings=findings)
    return tuple(Reading(learnt, findings).claims())


def _grid(table: PlannedTable) -> Grid:
    lines = [Line(n, cells) for n, cells in enumerate((table.columns, *table.rows), start=1)]
    return Grid(
        file=f"{table.name}.csv",
        sheet=table.name,
        format="csv",
        read=lambda: iter(lines),
        has_even_rows=True,
    )
