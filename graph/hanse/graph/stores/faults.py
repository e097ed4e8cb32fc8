"""Put into words what SQLite reports: what, where, and what to do about it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from hanse.graph.errors import (
    BadInput,
    DamagedProject,
    HanseError,
    ProjectInUse,
    ReadOnlyProject,
)
from hanse.graph.stores.holder import holder_of

_PRIMARY: Final = 0xFF  # the low byte of a code says what, the rest says how


@contextmanager
def in_words(path: Path | None, where: str) -> Iterator[None]:
    """Raise what SQLite reports as an error that a reader can act on."""
    try:
        yield
    except sqlite3.Error as fault:
        raise put(fault, path=path, where=where) from None


def put(fault: sqlite3.Error, *, path: Path | None, where: str) -> HanseError:
    """Return the error that says what ``fault`` means for a project."""
    code = getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    if code == sqlite3.SQLITE_READONLY_ROLLBACK:
        what = "an import was broken off, and undoing it needs a file that may be written"
        return ReadOnlyProject(what, where=where, hint="make the file and its folder writable")
    match code & _PRIMARY:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return in_use(path, where)
        case sqlite3.SQLITE_READONLY:
            return read_only(where)
        case sqlite3.SQLITE_FULL:
            return HanseError("the disk is full", where=where, hint="make room; nothing is lost")
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_IOERR:
            return BadInput(str(fault), where=where, hint="see whether the folder can be used")
    hint = "restore a copy; the file was left as it is"
    return DamagedProject(f"the project is damaged ({fault})", where=where, hint=hint)


def in_use(path: Path | None, where: str) -> ProjectInUse:
    """Return the error that names who is writing, where that is known."""
    holder = None if path is None else holder_of(path)
    who = f"{holder} is" if holder else "another program is"
    hint = "try again when it has finished"
    return ProjectInUse(f"{who} writing to the project", where=where, hint=hint)


def read_only(where: str) -> ReadOnlyProject:
    """Return the error that says how to have a project of one's own."""
    hint = f"make one of your own: hanse new mine.hanse --from {where}"
    return ReadOnlyProject("this project cannot be changed", where=where, hint=hint)
