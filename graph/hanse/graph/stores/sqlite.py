"""Keep a project in one SQLite file, ``NAME.hanse``.

One transaction an import: a crash at any moment loses at most the running one. The file is
checked when it is opened; a damaged, foreign or newer file is refused and left untouched.
"""

import os
import sqlite3
import tempfile
import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, Final, Self

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput, ProjectInUse, ReadOnlyProject
from hanse.graph.model import Source
from hanse.graph.store import Changes, Contents, Definition, Intake, Origin, PutAside
from hanse.graph.stores.project_file import check, check_header, connect, lay_out
from hanse.graph.stores.rows import COLUMNS, from_row, settings_from_text, settings_text, to_row

BATCH: Final = 5000  # claims handed to SQLite at a time: bounds memory, not speed

_MARKS: Final = ", ".join("?" * len(COLUMNS))
# Constants of this module alone are put into statements; values travel as parameters.
_INSERT: Final = f"INSERT OR IGNORE INTO fresh ({', '.join(COLUMNS)}) VALUES ({_MARKS})"
_SELECT: Final = f"SELECT DISTINCT {', '.join(COLUMNS)} FROM claim"
_ORDER: Final = " ORDER BY subject, predicate, id"


class SqliteStore:
    """A project in one SQLite file, or in memory for the shipped read-only ones."""

    def __init__(self, connection: sqlite3.Connection, *, address: str, read_only: bool) -> None:
        self._connection = connection
        self._is_read_only = read_only
        self.address = address

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a new, empty project; an existing file is never overwritten.

        Raises
        ------
        BadInput
            When something already stands at ``path`` or its folder cannot be written.
        """
        where = str(path)
        try:
            with tempfile.TemporaryDirectory(dir=path.parent, prefix=".hanse-") as folder:
                fresh = Path(folder) / path.name
                with closing(sqlite3.connect(fresh)) as connection:
                    lay_out(connection)
                os.link(fresh, path)  # unlike a rename, this never replaces a file
        except FileExistsError:
            hint = "choose another name"
            raise BadInput("the file exists already", where=where, hint=hint) from None
        except OSError as fault:
            hint = "choose another folder"
            raise BadInput(str(fault.strerror or fault), where=where, hint=hint) from None
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a project after checking that it is one and is whole.

        Raises
        ------
        BadInput
            When there is no such file, or it cannot be read.
        DamagedProject, NewerProject
            When it is not a project, is damaged, or was written by a later Hanse.
        """
        check_header(path)
        connection = connect(path)
        try:
            check(connection, where=str(path))
        except BaseException:
            connection.close()
            raise
        return cls(connection, address=str(path), read_only=not os.access(path, os.W_OK))

    @classmethod
    def in_memory(cls, intakes: Iterable[Intake], *, address: str) -> Self:
        """Hold ``intakes`` in memory, read-only: a shipped project."""
        connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        lay_out(connection)
        store = cls(connection, address=address, read_only=False)
        for intake in intakes:
            store.write(intake)
        store._is_read_only = True
        return store

    @property
    def version(self) -> str:
        """Return a text that differs whenever what the project holds differs."""
        return str(self._one("SELECT value FROM meta WHERE key = 'revision'"))

    def contents(self) -> Contents:
        """Return everything but the claims."""
        rows = self._connection.execute
        return Contents(
            sources=tuple(Source(**row) for row in _dicts(rows(_SOURCES))),
            definitions=tuple(Definition(**row) for row in _dicts(rows(_DEFINITIONS))),
            put_aside=tuple(PutAside(**row) for row in _dicts(rows(_PUT_ASIDE))),
            origins=tuple(Origin(**row) for row in _dicts(rows(_ORIGINS))),
            settings=settings_from_text(self._one("SELECT value FROM meta WHERE key='settings'")),
        )

    def claims(self, *, of: Iterable[str] | None = None) -> Iterator[Claim]:
        """Yield the claims, or those ``of`` some subjects, each once, by subject and order."""
        if of is None:
            yield from map(from_row, self._connection.execute(_SELECT + _ORDER))
            return
        for subject in sorted(set(of)):
            rows = self._connection.execute(_SELECT + " WHERE subject = ?" + _ORDER, (subject,))
            yield from map(from_row, rows)

    def claims_by_source(self) -> Mapping[str, int]:
        """Return how many claims each source makes."""
        rows = self._connection.execute(
            "SELECT source, COUNT(DISTINCT id) FROM claim GROUP BY source ORDER BY source"
        )
        return dict(rows.fetchall())

    def write(self, intake: Intake) -> Changes:
        """Replace what the intake's origin brought before, all of it or nothing.

        Raises
        ------
        ReadOnlyProject
            When the project is a shipped one or its file may not be written.
        ProjectInUse
            When another program holds the project for longer than a writer waits.
        """
        if self._is_read_only:
            raise ReadOnlyProject(
                "this project cannot be changed",
                where=self.address,
                hint=f"make one of your own: hanse new mine.hanse --from {self.address}",
            )
        with self._transaction():
            return self._replace(intake)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _one(self, statement: str, *values: str | int) -> object:
        row = self._connection.execute(statement, values).fetchone()
        return None if row is None else row[0]

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as fault:
            raise ProjectInUse(
                "another program is writing to the project",
                where=self.address,
                hint=f"try again when it has finished ({fault})",
            ) from None
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def _replace(self, intake: Intake) -> Changes:
        number = self._origin_number(intake)
        changes = self._replace_claims(intake.claims, number)
        self._replace_small(intake, number)
        if intake.settings is not None:
            self._set("settings", settings_text(intake.settings))
        self._set("revision", uuid.uuid4().hex)
        return changes

    def _origin_number(self, intake: Intake) -> int:
        written = datetime.now(UTC).isoformat(timespec="seconds")
        self._connection.execute(_UPSERT_ORIGIN, (intake.origin, intake.rows, written))
        number = self._one("SELECT no FROM origin WHERE name = ?", intake.origin)
        return int(str(number))

    def _replace_claims(self, claims: Iterable[Claim], number: int) -> Changes:
        execute = self._connection.execute
        execute("CREATE TEMP TABLE IF NOT EXISTS fresh AS SELECT * FROM claim WHERE 0")
        execute("CREATE UNIQUE INDEX IF NOT EXISTS temp.fresh_id ON fresh (id)")
        execute("DELETE FROM fresh")
        incoming = iter(claims)
        while batch := [to_row(claim) for claim in islice(incoming, BATCH)]:
            self._connection.executemany(_INSERT, batch)
        removed = execute(_DELETE_STALE, (number,)).rowcount
        execute("UPDATE fresh SET origin = ?", (number,))
        added = execute("INSERT OR IGNORE INTO claim SELECT * FROM fresh ORDER BY id").rowcount
        total = int(str(self._one("SELECT COUNT(*) FROM fresh")))
        execute("DELETE FROM fresh")
        return Changes(added=added, removed=removed, unchanged=total - added)

    def _replace_small(self, intake: Intake, number: int) -> None:
        for table in ("source", "definition", "put_aside"):
            self._connection.execute(f"DELETE FROM {table} WHERE origin = ?", (number,))
        for table, records in (
            ("source", intake.sources),
            ("definition", intake.definitions),
            ("put_aside", intake.put_aside),
        ):
            for record in records:
                self._insert(table, asdict(record) | {"origin": number})

    def _insert(self, table: str, row: Mapping[str, object]) -> None:
        names, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
        statement = f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})"
        self._connection.execute(statement, tuple(row.values()))

    def _set(self, key: str, value: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


_SOURCES: Final = (
    "SELECT id, title, publisher, date, url, kind, note FROM source GROUP BY id ORDER BY id"
)
_DEFINITIONS: Final = "SELECT kind, id, text FROM definition GROUP BY kind, id ORDER BY kind, id"
_PUT_ASIDE: Final = (
    'SELECT file, sheet, "row", "column", value, reason, remedy FROM put_aside'
    ' ORDER BY file, sheet, "row", "column", reason'
)
_ORIGINS: Final = "SELECT name, rows, written FROM origin ORDER BY name"
_UPSERT_ORIGIN: Final = (
    "INSERT INTO origin (name, rows, written) VALUES (?, ?, ?)"
    " ON CONFLICT (name) DO UPDATE SET rows = excluded.rows, written = excluded.written"
)
_DELETE_STALE: Final = "DELETE FROM claim WHERE origin = ? AND id NOT IN (SELECT id FROM fresh)"


def _dicts(cursor: sqlite3.Cursor) -> Iterator[dict[str, Any]]:
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)
