"""Take in what an export held as it was, and hold it to what is asked of every table."""

from collections.abc import Sequence
from typing import Final

from hanse.graph.errors import UserMistake
from hanse.graph.store import PutAside
from hanse.ingest.exact_tables import EXACT, ExactTables, exact_tables
from hanse.ingest.findings import Findings
from hanse.ingest.grids import Grid

_REMEDY: Final = "leave the table as it was exported, or export the project anew"


def take_exact(grids: Sequence[Grid], findings: Findings) -> tuple[ExactTables, tuple[Grid, ...]]:
    """Return what the exact tables among ``grids`` hold, and the other grids.

    Rows are counted; what is not as it was exported is noted as a fault.
    """
    told, others = [], [grid for grid in grids if grid.sheet not in EXACT]
    for grid in grids:
        if grid.sheet in EXACT:
            try:
                _check_lines(grid, findings)
                told.append(grid)
            except UserMistake as fault:
                findings.refuse(fault, file=grid.file, sheet=grid.sheet)
    exact, _ = exact_tables(told)
    findings.faults.extend(exact.faults)
    return exact, tuple(others)


def joined(parts: Sequence[ExactTables]) -> ExactTables:
    """Return several exact tables as one."""
    return ExactTables(
        claims=[claim for part in parts for claim in part.claims],
        sources=[source for part in parts for source in part.sources],
        definitions=[definition for part in parts for definition in part.definitions],
        settings=next((part.settings for part in parts if part.settings), None),
        put_aside=[row for part in parts for row in part.put_aside],
    )


def _check_lines(grid: Grid, findings: Findings) -> None:
    """Count the rows of a table, and note those that cannot be taken apart."""
    width, rows = len(EXACT[grid.sheet]), 0
    for line in grid:
        if line.is_blank:
            continue
        rows += 1
        found = len(line.cells)
        is_uneven = grid.has_even_rows and found != width
        wrong = line.fault or (f"{found} cells where there are {width}" if is_uneven else "")
        if wrong:
            fault = PutAside(file=grid.file, sheet=grid.sheet, row=line.number, reason=wrong,
                             remedy=_REMEDY)  # fmt: skip
            findings.fault(fault)
    findings.rows[grid.file] += max(0, rows - 1)
