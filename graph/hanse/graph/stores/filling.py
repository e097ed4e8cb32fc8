"""Fill an empty project with many claims: rows first, and what finds them afterwards.

To keep three indexes in order while rows arrive by the million takes several times as long as
to sort each of them once at the end. Everything runs within the transaction of the import, so
that a broken-off one leaves the empty project with its indexes.
"""

import sqlite3
from collections.abc import Iterable
from typing import Final

from hanse.graph.stores.rows import COLUMNS, Cell

Rows = list[tuple[Cell, ...]]

_MARKS: Final = ", ".join("?" * len(COLUMNS))
_INDEXES: Final = (
    "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'claim'"
    " AND sql IS NOT NULL ORDER BY rowid"
)
_FIRST_OF_EACH: Final = (
    "DELETE FROM claim WHERE rowid NOT IN (SELECT MIN(rowid) FROM claim GROUP BY id)"
)


def put_first(connection: sqlite3.Connection, batches: Iterable[Rows], number: int) -> int:
    """Put the claims of origin ``number`` into a project that has none; return how many.

    A claim that comes twice is kept once.
    """
    indexes = connection.execute(_INDEXES).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    # Constants of this module and a number of our own; values travel as parameters.
    insert = f"INSERT INTO claim (origin, {', '.join(COLUMNS)}) VALUES ({number:d}, {_MARKS})"
    for batch in batches:
        connection.executemany(insert, batch)
    for _, statement in indexes:
        _restore(connection, statement)
    return int(connection.execute("SELECT COUNT(*) FROM claim").fetchone()[0])


def _restore(connection: sqlite3.Connection, statement: str) -> None:
    try:
        connection.execute(statement)
    except sqlite3.IntegrityError:
        connection.execute(_FIRST_OF_EACH)
        connection.execute(statement)
