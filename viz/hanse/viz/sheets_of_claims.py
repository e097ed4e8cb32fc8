"""Claims as the tables that people fill in, as far as rows say exactly what the claims say.

Every row is read back before it is written. What no row says exactly, such as a name with a
line break or a membership that depends on something else, goes into the table ``claims``.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from hanse.graph.claims import Claim
from hanse.ingest.read_back import PlannedTable, claims_of_tables
from hanse.ingest.sheets import BY_NAME
from hanse.viz.planned_rows import PlannedRow
from hanse.viz.rows_of_claims import planned_rows
from hanse.viz.spreadsheets import guarded

MOST_READ_BACK: Final = 100_000  # claims; a larger project is written as the table claims alone
MOST_ROUNDS: Final = 8  # of leaving out rows that are read as something else
_CATEGORIES: Final = ("scheme", "label", "variants")


def sheets_of(
    claims: Iterable[Claim], *, sources: Iterable[str]
) -> tuple[tuple[PlannedTable, ...], tuple[Claim, ...]]:
    """Return the tables of ``claims``, and the claims that they do not say.

    Parameters
    ----------
    claims
        What is to be written.
    sources
        Ids of the sources that have a record; a row names no other.
    """
    known = {claim.id: claim for claim in claims}
    citable = set(sources)
    rows = (
        []
        if len(known) > MOST_READ_BACK
        else planned_rows([claim for claim in known.values() if claim.source in citable])
    )
    rows = [row for row in rows if _is_safe(row)]
    kinds = _kinds(known.values())
    for _ in range(MOST_ROUNDS):
        tables = _tables(rows)
        read = {claim.id: claim for claim in claims_of_tables(tables, kinds=kinds)}
        good = _good(rows, read, known)
        if len(good) == len(rows):
            return tables, tuple(claim for number, claim in known.items() if number not in read)
        rows = good
    return (), tuple(known.values())


def _good(
    rows: Sequence[PlannedRow], read: Mapping[int, Claim], known: Mapping[int, Claim]
) -> list[PlannedRow]:
    """Return the rows that were read as what they were made of; then, those as nothing more.

    A row that was read as something else is left out first: mostly that is the something
    else. What is still read and not known is the doing of a row on the same thing, stated in
    the same place, or of one that names a category, which the first such row describes.
    """
    whole = [row for row in rows if read.keys() >= row.says]
    if len(whole) < len(rows):
        return whole
    extra = [claim for number, claim in read.items() if number not in known]
    categories = {c.subject for c in extra if c.predicate == "kind" and c.value == "category"}
    places = {(c.subject, c.source, c.locator) for c in extra}
    return [
        row
        for row in rows
        if not row.about & categories
        and not any((thing, row.source, row.locator) in places for thing in row.about)
    ]


def _kinds(claims: Iterable[Claim]) -> dict[str, str]:
    kinds = (claim for claim in claims if claim.predicate == "kind" and claim.is_fact)
    return {claim.subject: str(claim.value) for claim in kinds}


def _is_safe(row: PlannedRow) -> bool:
    """Say whether no cell is one that a spreadsheet would take for a formula."""
    return all(guarded(cell) == cell for cell in row.cells.values())


def _tables(rows: Sequence[PlannedRow]) -> tuple[PlannedTable, ...]:
    by_table: dict[str, list[PlannedRow]] = defaultdict(list)
    for row in rows:
        by_table[row.table].append(row)
    return tuple(_table(name, by_table[name]) for name in sorted(by_table))


def _table(name: str, rows: Sequence[PlannedRow]) -> PlannedTable:
    used = {column for row in rows for column, cell in row.cells.items() if cell}
    known = BY_NAME[name].columns if name in BY_NAME else _CATEGORIES
    columns = tuple(column for column in known if column in used)
    cells = tuple(tuple(row.cells.get(column, "") for column in columns) for row in rows)
    return PlannedTable(name=name, columns=columns, rows=cells)
