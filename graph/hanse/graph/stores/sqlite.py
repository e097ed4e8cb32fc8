"""Keep a project in one SQLite file, ``NAME.hanse``.

One transaction an import: a crash at any moment loses at most the running one. The file is
checked when it is opened and each claim when it is read; a damaged, foreign or newer file is
refused and left untouched, an older one is brought up to date with a copy kept beside it.
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Self

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput, DamagedProject
from hanse.graph.model import Source
from hanse.graph.store import Changes, Contents, Definition, Intake, Origin, PutAside
from hanse.graph.stores.beside import keep_known_whole
from hanse.graph.stores.faults import in_words, read_only
from hanse.graph.stores.migrations import make_ready
from hanse.graph.stores.paging import in_pages
from hanse.graph.stores.project_file import (
    PATIENCE,
    connect,
    is_writable,
    lay_out,
    probe,
    reading,
    writing,
)
from hanse.graph.stores.replacing import replace_origin
from hanse.graph.stores.rows import Cell, from_row, number_of_row, settings_from_text
from hanse.graph.stores.selects import (
    DEFINITIONS,
    DEFINITIONS_OF,
    EACH_ONCE,
    ORIGINS,
    PUT_ASIDE,
    PUT_ASIDE_OF,
    SELECT,
    SOURCES,
    SOURCES_OF,
    SUBJECTS_OF,
    dicts,
)


class SqliteStore:
    """A project in one SQLite file, or in memory for the shipped read-only ones."""

    def __init__(
        self, connection: sqlite3.Connection, *, address: str, path: Path | None, is_read_only: bool
    ) -> None:
        self._connection = connection
        self._path = path
        self._is_read_only = is_read_only
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
                fresh = Path(folder) / "fresh"
                with in_words(path, where), closing(_connect_new(fresh)) as connection:
                    lay_out(connection)
                os.link(fresh, path)  # unlike a rename, this never replaces a file
        except FileExistsError:
            hint = "choose another name"
            raise BadInput("the file exists already", where=where, hint=hint) from None
        except (OSError, ValueError) as fault:
            what = getattr(fault, "strerror", None) or str(fault)
            raise BadInput(what, where=where, hint="choose another folder") from None
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, patience: float = PATIENCE) -> Self:
        """Open a project after checking that it is one and is whole.

        Parameters
        ----------
        path
            The project file; one of an older schema is brought up to date first.
        patience
            How many seconds a write waits while another program is writing.

        Raises
        ------
        BadInput
            When there is no such file, or it cannot be read.
        DamagedProject, NewerProject
            When it is not a project, is damaged, or was written by a later Hanse.
        ReadOnlyProject
            When it is of an older schema and may not be written.
        """
        version = probe(path)
        connection = connect(path, patience=patience)
        try:
            make_ready(connection, path, version=version)
        except BaseException:
            connection.close()
            raise
        is_read_only = not is_writable(path)
        return cls(connection, address=str(path), path=path, is_read_only=is_read_only)

    @classmethod
    def in_memory(
        cls, intakes: Iterable[Intake], *, address: str, is_read_only: bool = True
    ) -> Self:
        """Hold ``intakes`` in memory; read-only unless told otherwise: a shipped project."""
        connection = _connect_new(":memory:")
        lay_out(connection)
        store = cls(connection, address=address, path=None, is_read_only=False)
        for intake in intakes:
            store.write(intake)
        store._is_read_only = is_read_only
        return store

    @property
    def version(self) -> str:
        """Return a text that differs when, and only when, a write changed the project."""
        return str(self._meta("revision"))

    def contents(self) -> Contents:
        """Return everything but the claims."""
        rows = self._connection.execute
        with in_words(self._path, self.address), reading(self._connection):
            return Contents(
                sources=tuple(Source(**row) for row in dicts(rows(SOURCES))),
                definitions=tuple(Definition(**row) for row in dicts(rows(DEFINITIONS))),
                put_aside=tuple(PutAside(**row) for row in dicts(rows(PUT_ASIDE))),
                origins=tuple(Origin(**row) for row in dicts(rows(ORIGINS))),
                settings=settings_from_text(self._meta("settings")),
            )

    def claims(self, *, of: Iterable[str] | None = None) -> Iterator[Claim]:
        """Yield the claims, or those ``of`` some subjects, each once, by subject and order.

        Raises
        ------
        DamagedProject
            When a claim is not the one that was written.
        """
        with in_words(self._path, self.address):
            if of is None:
                yield from map(self._claim, self._connection.execute(SELECT + EACH_ONCE))
                return
            for subject in sorted(set(of)):
                statement = f"{SELECT} WHERE subject = ?{EACH_ONCE}"
                yield from map(self._claim, self._connection.execute(statement, (subject,)))

    def claims_about(self, *, of: Iterable[str], predicates: Sequence[str]) -> Iterator[Claim]:
        """Yield the claims of some subjects that state one of ``predicates``, in their order."""
        statement = f"{SELECT} WHERE subject = ? AND predicate IN ({_marks(predicates)}){EACH_ONCE}"
        with in_words(self._path, self.address):
            for subject in sorted(set(of)):
                rows = self._connection.execute(statement, (subject, *predicates))
                yield from map(self._claim, rows)

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """Yield the claims as rows, each once, by subject and order, cells as in ``COLUMNS``.

        Others may write meanwhile: the rows are those of one moment only if ``version`` is
        the same before and after.

        Raises
        ------
        DamagedProject
            When a claim is not the one that was written.
        """
        with in_words(self._path, self.address):
            yield from map(self._whole, in_pages(self._connection, SELECT))

    def subjects_of(self, origin: str, *, most: int) -> frozenset[str] | None:
        """Return what an origin's claims are about; ``None`` if it brings more than ``most``."""
        with in_words(self._path, self.address):
            rows = self._connection.execute(SUBJECTS_OF, (origin, most + 1)).fetchall()
        return None if len(rows) > most else frozenset(row[0] for row in rows)

    @property
    def size(self) -> int:
        """Return about how many claims the project keeps, never fewer than it does."""
        with in_words(self._path, self.address):
            row = self._connection.execute("SELECT MAX(rowid) FROM claim").fetchone()
        return int(row[0] or 0)

    @property
    def path(self) -> Path | None:
        """Return the project file; ``None`` for a project that is held in memory."""
        return self._path

    def intakes(self) -> Iterator[Intake]:
        """Yield what each origin brought, oldest first; the first carries the settings."""
        settings = self.contents().settings
        with in_words(self._path, self.address):
            origins = self._connection.execute("SELECT no, name, rows FROM origin ORDER BY no")
            for place, (number, name, rows) in enumerate(origins.fetchall()):
                yield Intake(
                    origin=name,
                    claims=tuple(self._brought(number)),
                    sources=tuple(Source(**row) for row in self._of(SOURCES_OF, number)),
                    definitions=tuple(Definition(**r) for r in self._of(DEFINITIONS_OF, number)),
                    put_aside=tuple(PutAside(**r) for r in self._of(PUT_ASIDE_OF, number)),
                    settings=settings if place == 0 else None,
                    rows=rows,
                )

    def _brought(self, number: int) -> Iterator[Claim]:
        statement = f"{SELECT} WHERE origin = ? ORDER BY subject, predicate, id"
        return map(self._claim, self._connection.execute(statement, (number,)))

    def _of(self, statement: str, number: int) -> Iterator[dict[str, Any]]:
        return dicts(self._connection.execute(statement, (number,)))

    def claims_by_source(self) -> Mapping[str, int]:
        """Return how many claims each source makes."""
        statement = "SELECT source, COUNT(DISTINCT id) FROM claim GROUP BY source ORDER BY source"
        with in_words(self._path, self.address):
            return dict(self._connection.execute(statement).fetchall())

    def write(self, intake: Intake) -> Changes:
        """Replace what the intake's origin brought before, all of it or nothing.

        Raises
        ------
        ReadOnlyProject
            When the project is a shipped one or its file may not be written.
        ProjectInUse
            When another program holds the project for longer than a writer waits.
        """
        return self.write_all([intake])[0]

    def write_all(self, intakes: Sequence[Intake]) -> list[Changes]:
        """Write several intakes in one transaction: all of them or none; see :meth:`write`."""
        if self._is_read_only:
            raise read_only(self.address)
        with writing(self._connection, self._path, self.address):
            changes = [replace_origin(self._connection, intake) for intake in intakes]
        if self._path is not None:
            keep_known_whole(self._path)  # it was when it was opened, and SQLite wrote the rest
        return changes

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _meta(self, key: str) -> object:
        with in_words(self._path, self.address):
            statement = "SELECT value FROM meta WHERE key = ?"
            row = self._connection.execute(statement, (key,)).fetchone()
        return None if row is None else row[0]

    def _claim(self, row: tuple[Cell, ...]) -> Claim:
        try:
            return from_row(self._whole(row))
        except (ValueError, TypeError):
            raise self._damaged(row) from None

    def _whole(self, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        """Return the row; one whose id is not made of what it says is damaged."""
        try:
            is_whole = number_of_row(row) == row[0]
        except (ValueError, TypeError):
            is_whole = False
        if not is_whole:
            raise self._damaged(row)
        return row

    def _damaged(self, row: tuple[Cell, ...]) -> DamagedProject:
        what = f"the project is damaged (a claim on {row[1]!r} is not as it was written)"
        hint = "restore a copy; the file was left as it is"
        return DamagedProject(what, where=self.address, hint=hint)


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def _connect_new(place: Path | str) -> sqlite3.Connection:
    return sqlite3.connect(place, isolation_level=None, check_same_thread=False)
