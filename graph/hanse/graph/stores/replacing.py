"""Put what an origin brings in the place of what it brought before; write only what differs.

Everything here runs within one transaction. A project that already holds what is brought is
left as it is, to the byte.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, fields
from datetime import UTC, datetime
from itertools import chain, islice
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput
from hanse.graph.model import Settings, Source
from hanse.graph.store import Changes, Definition, Intake, PutAside
from hanse.graph.stores.filling import Rows, put_first
from hanse.graph.stores.project_file import stamp
from hanse.graph.stores.rows import COLUMNS, settings_text, to_row

BATCH: Final = 5000  # claims handed to SQLite at a time: bounds memory, not speed

_MARKS: Final = ", ".join("?" * len(COLUMNS))
# Constants of this module alone are put into statements; values travel as parameters.
_INSERT: Final = (
    f"INSERT INTO fresh ({', '.join(COLUMNS)}) VALUES ({_MARKS}) ON CONFLICT (id) DO NOTHING"
)
_ADD: Final = (
    "INSERT INTO claim SELECT * FROM fresh WHERE true ORDER BY rowid"  # as they came
    " ON CONFLICT (id, origin) DO NOTHING"
)
_STALE: Final = "FROM claim WHERE origin = ? AND id NOT IN (SELECT id FROM fresh)"
_COUNT_NEW: Final = "SELECT COUNT(*) FROM fresh WHERE id NOT IN (SELECT id FROM claim)"
_COUNT_GONE: Final = (
    "SELECT COUNT(*) FROM (SELECT id FROM claim WHERE origin = ?1"
    " EXCEPT SELECT id FROM fresh EXCEPT SELECT id FROM claim WHERE origin <> ?1)"
)

# What is kept beside claims: the table, its record, and the parts that may stand there once.
_SMALL: Final[Mapping[str, tuple[type, int]]] = {
    "source": (Source, 1),
    "definition": (Definition, 2),
    "put_aside": (PutAside, 0),
}


def replace_origin(connection: sqlite3.Connection, intake: Intake) -> Changes:
    """Replace what the intake's origin brought before, and say what that changed."""
    try:
        number, differs = _origin(connection, intake)
        added, removed, unchanged, touched = _claims(connection, intake.claims, number)
        differs |= _small(connection, intake, number)
        differs |= _settings(connection, intake.settings)
    except (UnicodeEncodeError, OverflowError) as fault:
        what = f"something in it cannot be kept: {fault}"
        raise BadInput(what, where=intake.origin, hint="save the file as UTF-8") from None
    if differs or touched:
        now = datetime.now(UTC).isoformat(timespec="microseconds")  # no two writes share it
        connection.execute("UPDATE origin SET written = ? WHERE no = ?", (now, number))
        stamp(connection)
    differs |= touched and not (added or removed)  # another origin says the same
    return Changes(added=added, removed=removed, unchanged=unchanged, differs_otherwise=differs)


def _origin(connection: sqlite3.Connection, intake: Intake) -> tuple[int, bool]:
    """Return the number of the origin, and whether it is new or had other rows."""
    row = connection.execute("SELECT no, rows FROM origin WHERE name = ?", (intake.origin,))
    kept = row.fetchone()
    if kept is None:
        insert = "INSERT INTO origin (name, rows, written) VALUES (?, ?, '')"
        number = connection.execute(insert, (intake.origin, intake.rows)).lastrowid
        return int(number or 0), True
    update = "UPDATE origin SET rows = ?1 WHERE no = ?2 AND rows <> ?1"
    return int(kept[0]), connection.execute(update, (intake.rows, kept[0])).rowcount > 0


def _claims(
    connection: sqlite3.Connection, claims: Iterable[Claim], number: int
) -> tuple[int, int, int, bool]:
    """Return how many claims came, went and stayed, and whether any row was touched."""
    batches = _batches(claims)
    first = next(batches, [])
    if len(first) == BATCH and _is_empty(connection):
        added = put_first(connection, chain([first], batches), number)
        return added, 0, 0, True
    total = _gather(connection, chain([first], batches), number)
    execute = connection.execute
    added = int(execute(_COUNT_NEW).fetchone()[0])
    removed = int(execute(_COUNT_GONE, (number,)).fetchone()[0])
    touched = execute(f"DELETE {_STALE}", (number,)).rowcount + execute(_ADD).rowcount
    execute("DELETE FROM fresh")
    return added, removed, total - added, touched > 0


def _is_empty(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM claim LIMIT 1").fetchone() is None


def _gather(connection: sqlite3.Connection, batches: Iterable[Rows], number: int) -> int:
    """Gather the claims aside, each once, before anything is replaced; return how many."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS fresh AS SELECT * FROM claim WHERE 0")
    connection.execute("CREATE UNIQUE INDEX IF NOT EXISTS temp.fresh_id ON fresh (id)")
    connection.execute("DELETE FROM fresh")
    for batch in batches:
        connection.executemany(_INSERT, batch)
    return connection.execute("UPDATE fresh SET origin = ?", (number,)).rowcount


def _batches(claims: Iterable[Claim]) -> Iterator[Rows]:
    incoming = iter(claims)
    while batch := [to_row(claim) for claim in islice(incoming, BATCH)]:
        yield batch


def _small(connection: sqlite3.Connection, intake: Intake, number: int) -> bool:
    """Replace sources, definitions and rows put aside; return whether any differ."""
    wanted: Mapping[str, Sequence[object]] = {
        "source": intake.sources,
        "definition": intake.definitions,
        "put_aside": intake.put_aside,
    }
    differ = [_table(connection, name, wanted[name], number) for name in _SMALL]
    return any(differ)


def _table(
    connection: sqlite3.Connection, table: str, records: Sequence[object], number: int
) -> bool:
    record, once = _SMALL[table]
    names = ", ".join(f'"{field.name}"' for field in fields(record))
    rows = [astuple(one) for one in records]  # type: ignore[call-overload]  # all are records
    if once:  # the last one counts
        rows = list({row[:once]: row for row in rows}.values())
    kept = connection.execute(f"SELECT {names} FROM {table} WHERE origin = ?", (number,))
    if Counter(kept.fetchall()) == Counter(rows):
        return False
    marks = ", ".join("?" * (len(fields(record)) + 1))
    connection.execute(f"DELETE FROM {table} WHERE origin = ?", (number,))
    insert = f"INSERT INTO {table} ({names}, origin) VALUES ({marks})"
    connection.executemany(insert, [(*row, number) for row in rows])
    return True


def _settings(connection: sqlite3.Connection, settings: Settings | None) -> bool:
    if settings is None:
        return False
    update = "UPDATE meta SET value = ?1 WHERE key = 'settings' AND value <> ?1"
    return connection.execute(update, (settings_text(settings),)).rowcount > 0
