"""Bring a project of an older schema up to date, and keep a copy of it as it was.

A step leads from one schema to the next within the one transaction of the whole way, so that
a broken-off migration leaves the old project. A step is never changed once it is released.
"""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Final

from hanse.graph.errors import BadInput, DamagedProject, ReadOnlyProject
from hanse.graph.stores.beside import is_known_whole, keep_known_whole
from hanse.graph.stores.faults import in_words
from hanse.graph.stores.project_file import (
    SCHEMA_VERSION,
    check,
    check_seal,
    connect_to_read,
    create_tables,
    is_writable,
    stamp,
    writing,
)
from hanse.graph.stores.rows import COLUMNS, Cell, from_row, to_row


def make_ready(connection: sqlite3.Connection, path: Path, *, version: int) -> None:
    """Refuse a damaged file and bring an older one up to date; a large one is checked once.

    Raises
    ------
    DamagedProject, ReadOnlyProject
        See :func:`bring_up_to_date` and :func:`hanse.graph.stores.project_file.check`.
    """
    is_whole = is_known_whole(path)
    if not is_whole:
        check(connection, path=path)
    bring_up_to_date(connection, path, version=version)
    if not is_whole:
        check_seal(connection, path=path)
        keep_known_whole(path)


def bring_up_to_date(connection: sqlite3.Connection, path: Path, *, version: int) -> None:
    """Lead a project from schema ``version`` to the one of this Hanse.

    Raises
    ------
    ReadOnlyProject
        When the file may not be written, so that it has to be copied first.
    DamagedProject
        When it does not hold what its schema says; it is left as it was.
    """
    where = str(path)
    if version == SCHEMA_VERSION:
        return
    if not is_writable(path):
        what = f"the project is of an older schema ({version}) and may not be written"
        raise ReadOnlyProject(what, where=where, hint="copy it to a folder of your own")
    with writing(connection, path, where):
        # another program may have done it while this one waited
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if version < SCHEMA_VERSION:
            keep_copy(path, version=version)
            for step in range(version, SCHEMA_VERSION):
                _take(step, connection, where)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _take(step: int, connection: sqlite3.Connection, where: str) -> None:
    try:
        STEPS[step](connection)
    except (sqlite3.Error, ValueError, TypeError) as fault:
        what = f"the project cannot be brought up to date from schema {step} ({fault})"
        hint = "restore a copy; the file was left as it is"
        raise DamagedProject(what, where=where, hint=hint) from None


def keep_copy(path: Path, *, version: int) -> Path:
    """Copy the project beside itself, as ``NAME.hanse.schema-0``; never over another file.

    SQLite itself copies: to open and close the file by other means would drop its locks.
    """
    where = str(path)
    try:
        with tempfile.TemporaryDirectory(dir=path.resolve().parent, prefix=".hanse-") as folder:
            copy = Path(folder) / "copy"
            with (
                in_words(path, where),
                closing(connect_to_read(path)) as kept,
                closing(sqlite3.connect(copy)) as target,
            ):
                kept.backup(target)
            return _link(copy, _names_beside(path.resolve(), version))
    except OSError as fault:
        what = f"no copy can be kept beside it ({fault.strerror or fault})"
        raise BadInput(what, where=where, hint="move it to a folder of your own") from None


def _names_beside(path: Path, version: int) -> Iterator[Path]:
    yield path.with_name(f"{path.name}.schema-{version}")
    yield from (path.with_name(f"{path.name}.schema-{version}.{n}") for n in count(2))


def _link(copy: Path, names: Iterator[Path]) -> Path:
    for name in names:
        try:
            os.link(copy, name)  # unlike a rename, this never replaces a file
        except FileExistsError:
            continue
        return name
    raise FileExistsError


def _from_0(connection: sqlite3.Connection) -> None:
    """Give claims an id and room for a context; number origins, which stood as names in rows."""
    for table in ("meta", "claim", "source", "definition", "origin"):
        connection.execute(f"ALTER TABLE {table} RENAME TO old_{table}")
    create_tables(connection)
    connection.execute(
        "INSERT INTO origin (name, rows, written) SELECT name, 0, written FROM old_origin"
    )
    connection.execute(
        "UPDATE meta SET value = (SELECT value FROM old_meta WHERE key = 'settings')"
        " WHERE key = 'settings'"
    )
    _claims_from_0(connection)
    for table, parts in (
        ("source", "id, title, publisher, date, url, kind, note"),
        ("definition", "kind, id, text"),
    ):
        connection.execute(
            f"INSERT INTO {table} ({parts}, origin) SELECT {parts},"
            f" (SELECT no FROM origin WHERE name = old.origin) FROM old_{table} AS old"
        )
    for table in ("meta", "claim", "source", "definition", "origin"):
        connection.execute(f"DROP TABLE old_{table}")
    stamp(connection)


def _claims_from_0(connection: sqlite3.Connection) -> None:
    parts = ", ".join("NULL" if name in ("id", "context") else name for name in COLUMNS)
    rows = connection.execute(
        f"SELECT (SELECT no FROM origin WHERE name = old.origin), {parts} FROM old_claim AS old"
    )
    marks = ", ".join("?" * (len(COLUMNS) + 1))
    insert = f"INSERT INTO claim (origin, {', '.join(COLUMNS)}) VALUES ({marks})"
    insert += " ON CONFLICT (id, origin) DO NOTHING"
    connection.executemany(insert, ((origin, *_row(cells)) for origin, *cells in rows))


def _row(cells: list[Cell]) -> tuple[Cell, ...]:
    return to_row(from_row(tuple(cells)))


STEPS: Final[Mapping[int, Callable[[sqlite3.Connection], None]]] = {0: _from_0}
