"""Say who is writing to a project, in a small file beside it.

SQLite's own lock decides who may write. The note only lets a second writer be told whom to
wait for: it may be missing or left over from a program that was killed, and nothing but the
wording of a message depends on it.
"""

import getpass
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Self

LONGEST_NOTE: Final = 1000  # bytes; what is longer was not written here


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The program that writes to a project: its process, its user, and since when."""

    process: int
    user: str
    since: str

    @classmethod
    def this_program(cls) -> Self:
        """Return this very process as a holder from now on."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return cls(process=os.getpid(), user=_user(), since=now)

    def __str__(self) -> str:
        """Return the holder as a message names it."""
        return f"process {self.process} of {self.user} (since {self.since})"


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container may run under a nameless number
        return "an unnamed user"


def note_beside(project: Path) -> Path:
    """Return the path of the note: the same one by whatever link the project is reached."""
    real = project.resolve()
    return real.with_name(f"{real.name}-writer")


@contextmanager
def noted(project: Path) -> Iterator[None]:
    """Keep a note that this program is writing to ``project``; without a place for it, none."""
    note = note_beside(project)
    with suppress(OSError):
        note.unlink(missing_ok=True)  # a leftover, or a link to somewhere else
        with note.open("x", encoding="utf-8") as file:
            json.dump(asdict(Holder.this_program()), file)
    try:
        yield
    finally:
        with suppress(OSError):
            note.unlink(missing_ok=True)


def holder_of(project: Path) -> Holder | None:
    """Return who says to be writing to ``project``; ``None`` when nobody says so readably."""
    try:
        with note_beside(project).open("rb") as file:
            said = json.loads(file.read(LONGEST_NOTE))
        texts = [str(said[part]) for part in ("user", "since")]
        user, since = ("".join(filter(str.isprintable, text)) for text in texts)
        return Holder(process=int(said["process"]), user=user, since=since)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
