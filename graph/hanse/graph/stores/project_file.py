"""The project file itself: how it is laid out, connected to, and checked before it is trusted."""

import os
import sqlite3
import uuid
from importlib.resources import files
from pathlib import Path
from typing import Final

from hanse.graph.errors import BadInput, DamagedProject, NewerProject
from hanse.graph.model import Settings
from hanse.graph.stores.rows import settings_text

APPLICATION_ID: Final = 0x48616E73  # "Hans": tells a project from any other SQLite file
SCHEMA_VERSION: Final = 1
BUSY_SECONDS: Final = 5.0  # how long a second writer waits for the first


def lay_out(connection: sqlite3.Connection) -> None:
    """Make the tables of a new, empty project."""
    connection.executescript((files("hanse.graph.stores") / "sqlite.sql").read_text("utf-8"))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    start = [("revision", uuid.uuid4().hex), ("settings", settings_text(Settings()))]
    connection.executemany("INSERT INTO meta VALUES (?, ?)", start)
    connection.commit()


def connect(path: Path) -> sqlite3.Connection:
    """Connect to a project file, for reading only where it may not be written."""
    mode = "rw" if os.access(path, os.W_OK) else "ro"
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )


def check_header(path: Path) -> None:
    """Refuse what is not there, cannot be read, or is no SQLite file, before SQLite sees it."""
    where = str(path)
    try:
        with path.open("rb") as file:
            header = file.read(16)
    except FileNotFoundError:
        raise BadInput(
            "there is no such project", where=where, hint=f"make it with: hanse new {path.name}"
        ) from None
    except OSError as fault:
        raise BadInput(str(fault.strerror), where=where, hint="name a project file") from None
    if header != b"SQLite format 3\0":
        raise DamagedProject(
            "this is not a Hanse project",
            where=where,
            hint="name a .hanse file, or load a table with: hanse load FILE",
        )


def check(connection: sqlite3.Connection, *, where: str) -> None:
    """Refuse a file that is no project, is of a later schema, or is damaged."""
    hint = "restore a copy; the file was left as it is"
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if application != APPLICATION_ID:
            raise DamagedProject("an SQLite file, but not a Hanse project", where=where, hint=hint)
        if version > SCHEMA_VERSION:
            newer = f"written by a later Hanse (schema {version}, known is {SCHEMA_VERSION})"
            raise NewerProject(newer, where=where, hint="install the newest Hanse")
        finding = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as fault:
        raise DamagedProject(f"the project is damaged ({fault})", where=where, hint=hint) from None
    if finding != "ok":
        raise DamagedProject(f"the project is damaged ({finding})", where=where, hint=hint)
