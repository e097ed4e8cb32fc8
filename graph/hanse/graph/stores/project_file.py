"""The project file itself: how it is laid out, reached, and checked before it is trusted."""

import os
import sqlite3
import stat
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Final

from hanse.graph.errors import BadInput, DamagedProject, NewerProject
from hanse.graph.model import Settings
from hanse.graph.stores.faults import in_words
from hanse.graph.stores.holder import noted
from hanse.graph.stores.rows import settings_text
from hanse.graph.stores.seal import SEAL, seal

APPLICATION_ID: Final = 0x48616E73  # "Hans": tells a project from any other SQLite file
SCHEMA_VERSION: Final = 1
CACHE: Final = 65_536  # kibibytes of the file that a program keeps at hand
PATIENCE: Final = 5.0  # seconds that a second writer waits for the first

_REFUSED: Final = "restore a copy; the file was left as it is"


def lay_out(connection: sqlite3.Connection) -> None:
    """Make the tables of a new, empty project."""
    connection.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it at rest
    _set_up(connection)
    connection.execute("BEGIN")
    create_tables(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("COMMIT")


def create_tables(connection: sqlite3.Connection) -> None:
    """Make the tables, within the transaction under way, with settings that say nothing."""
    script = (files("hanse.graph.stores") / "sqlite.sql").read_text("utf-8")
    lines = [line.partition("--")[0] for line in script.splitlines()]
    for statement in " ".join(lines).split(";"):
        connection.execute(statement)
    start = {"revision": uuid.uuid4().hex, "settings": settings_text(Settings())}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", start.items())
    stamp(connection)


def stamp(connection: sqlite3.Connection) -> None:
    """Give the project a new version, and seal what it holds."""
    put = "INSERT OR REPLACE INTO meta VALUES (?, ?)"
    connection.execute(put, ("revision", uuid.uuid4().hex))
    connection.execute(put, (SEAL, seal(connection)))


def is_writable(path: Path) -> bool:
    """Say whether the file, and a journal beside it, may be written by this program."""
    effective = os.access in os.supports_effective_ids
    real = path.resolve()
    both = (os.access(place, os.W_OK, effective_ids=effective) for place in (real, real.parent))
    return all(both)


def connect(path: Path, *, patience: float = PATIENCE) -> sqlite3.Connection:
    """Connect to a project file, for reading only where it may not be written."""
    mode = "rw" if is_writable(path) else "ro"
    connection = _connect(path, f"mode={mode}", patience)
    try:
        with in_words(path, str(path)):
            _set_up(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Connect to a file of which nothing can be changed this way."""
    return _connect(path, "mode=ro", PATIENCE)


def _connect(path: Path, query: str, patience: float) -> sqlite3.Connection:
    with in_words(path, str(path)):
        return sqlite3.connect(
            f"{path.resolve().as_uri()}?{query}",
            uri=True,
            timeout=patience,
            isolation_level=None,
            check_same_thread=False,
        )


def _set_up(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA cache_size = {-CACHE}")


def probe(path: Path) -> int:
    """Return the schema version of a project file, without changing or locking anything.

    The file is opened through SQLite alone: to open and close it by other means would drop
    the locks that this program may hold on it.

    Raises
    ------
    BadInput
        When there is no such file, or it may not be read.
    DamagedProject, NewerProject
        When it is no project, or one of a later Hanse.
    """
    _check_place(path)
    where = str(path)
    with in_words(path, where), closing(_connect(path, "mode=ro&immutable=1", 0)) as connection:
        damage = ""
        try:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        except sqlite3.DatabaseError as fault:
            if fault.sqlite_errorcode not in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
                raise
            application = version = 0
            damage = ", or one that is damaged"
    if application != APPLICATION_ID:
        hint = "name a .hanse file, or load a table with: hanse load FILE"
        hint = f"restore a copy if it was one; else {hint}" if damage else hint
        raise DamagedProject(f"this is not a Hanse project{damage}", where=where, hint=hint)
    if not 0 <= version <= SCHEMA_VERSION:
        newer = f"written by a later Hanse (schema {version}, known is {SCHEMA_VERSION})"
        raise NewerProject(newer, where=where, hint="install the newest Hanse")
    return version


def _check_place(path: Path) -> None:
    where = str(path)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        hint = f"make it with: hanse new {path.name}"
        raise BadInput("there is no such project", where=where, hint=hint) from None
    except (OSError, ValueError) as fault:
        what = getattr(fault, "strerror", None) or str(fault)
        raise BadInput(what, where=where, hint="name a project file") from None
    if not stat.S_ISREG(mode):
        raise BadInput("this is not a file", where=where, hint="name a project file")
    if not os.access(path, os.R_OK, effective_ids=os.access in os.supports_effective_ids):
        raise BadInput("the file may not be read", where=where, hint="ask its owner")


def check(connection: sqlite3.Connection, *, path: Path) -> None:
    """Refuse a damaged file, before anything is read from it."""
    with in_words(path, str(path)), reading(connection):
        finding = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        size, number = (
            int(connection.execute(f"PRAGMA {of}").fetchone()[0])
            for of in ("page_size", "page_count")
        )
        if path.stat().st_size != size * number:
            finding = "it is cut short, or something stands behind its end"
    if finding != "ok":
        what = f"the project is damaged ({' '.join(str(finding).split())})"
        raise DamagedProject(what, where=str(path), hint=_REFUSED)


def check_seal(connection: sqlite3.Connection, *, path: Path) -> None:
    """Refuse a file whose contents are not those last written."""
    with in_words(path, str(path)), reading(connection):
        kept = connection.execute("SELECT value FROM meta WHERE key = ?", (SEAL,)).fetchone()
        is_whole = kept is not None and kept[0] == seal(connection)
    if not is_whole:
        what = "the project is damaged (its contents are not those last written)"
        raise DamagedProject(what, where=str(path), hint=_REFUSED)


@contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[None]:
    """See the project as it stands at one moment, whatever others write meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("COMMIT")


@contextmanager
def writing(connection: sqlite3.Connection, path: Path | None, where: str) -> Iterator[None]:
    """Write all or nothing, as the only writer; the others can see who that is.

    Raises
    ------
    ProjectInUse
        When another program holds the project for longer than this one waits.
    """
    with in_words(path, where):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if path is None:
                yield
            else:
                with noted(path):
                    yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
