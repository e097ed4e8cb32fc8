"""Gather what an import brings aside, each claim once, before the server is touched.

A file that breaks off half-way costs the server nothing, and an import that brings what is
there already is known by its digest. The claims stand in a temporary SQLite database, which
spills to the disk, so that their number is not bounded by memory.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from hashlib import blake2b
from itertools import islice
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput
from hanse.graph.stores.rows import COLUMNS, Cell, from_row, to_row

BATCH: Final = 5000  # claims sent to the server at a time: each batch costs a commit
LONGEST: Final = 7000  # bytes of a text that the server can find things by

_NAMES: Final = ", ".join(COLUMNS)
_MARKS: Final = ", ".join("?" * len(COLUMNS))
_TABLE: Final = f"CREATE TABLE fresh (id INTEGER PRIMARY KEY, {', '.join(COLUMNS[1:])})"
_ADD: Final = f"INSERT OR IGNORE INTO fresh VALUES ({_MARKS})"
_ALL: Final = f"SELECT {_NAMES} FROM fresh ORDER BY id"
_BY_SUBJECT: Final = f"SELECT {_NAMES} FROM fresh ORDER BY subject, predicate, id"


class Gathered:
    """The claims of an import, each once."""

    def __init__(self, connection: sqlite3.Connection, origin: str) -> None:
        self._connection, self._origin = connection, origin

    def add(self, claims: Iterable[Claim]) -> None:
        """Take up claims; of two that say the same, the first stays.

        Raises
        ------
        BadInput
            When text is none, or too long to be found by.
        """
        incoming = iter(claims)
        while batch := [to_row(claim) for claim in islice(incoming, BATCH)]:
            for row in batch:
                self._check(row)
            self._connection.executemany(_ADD, batch)

    def _check(self, row: tuple[Cell, ...]) -> None:
        for text in (row[1], row[2]):  # the subject and the predicate stand in indexes
            check_length(str(text), self._origin)

    def __len__(self) -> int:
        """Return how many claims there are."""
        return int(self._connection.execute("SELECT COUNT(*) FROM fresh").fetchone()[0])

    def digest(self) -> str:
        """Return a text that is the same for the same claims, in whatever order they came."""
        digest = blake2b(digest_size=16)
        for (number,) in self._connection.execute("SELECT id FROM fresh ORDER BY id"):
            digest.update(int(number).to_bytes(8, "big"))
        return digest.hexdigest()

    def batches(self) -> Iterator[list[dict[str, Cell]]]:
        """Yield the claims as the properties that the server keeps, a batch at a time."""
        rows = self._connection.execute(_ALL)
        for batch in iter(lambda: rows.fetchmany(BATCH), []):
            yield [_properties(row) for row in batch]

    def claims(self) -> Iterator[Claim]:
        """Yield the claims by subject and order."""
        return map(from_row, self._connection.execute(_BY_SUBJECT))


def _properties(row: tuple[Cell, ...]) -> dict[str, Cell]:
    """Return what is kept of a claim: its parts for people, and all of it as one text to read."""
    parts: dict[str, Cell] = {
        name: cell for name, cell in zip(COLUMNS, row, strict=True) if cell is not None
    }
    parts["row"] = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    return parts


@contextmanager
def gathered(claims: Iterable[Claim], *, origin: str) -> Iterator[Gathered]:
    """Gather ``claims``, and forget them in the end."""
    with closing(sqlite3.connect("", isolation_level=None)) as connection:
        connection.execute(_TABLE)
        one = Gathered(connection, origin)
        one.add(claims)
        yield one


def check_length(text: str, origin: str) -> None:
    """Refuse a text that the server could keep, but not find again.

    Raises
    ------
    BadInput
        When it is longer than an entry of an index may be.
    """
    if len(text) * 4 > LONGEST and len(text.encode()) > LONGEST:
        what = f"an id of more than {LONGEST} bytes cannot be kept ({text[:40]}...)"
        raise BadInput(what, where=origin, hint="shorten the name")
