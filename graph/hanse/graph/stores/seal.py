"""Notice contents that changed by themselves: on a failing disk, in a broken copy.

SQLite keeps no checksums. The seal is one over everything a project holds but its claims,
and over how many claims each origin brought; a claim is checked by its id when it is read.
"""

import hashlib
import json
import sqlite3
from typing import Final

SEAL: Final = "seal"  # its key among the rows of meta

# Constants, in a fixed order; the seal itself is the one thing left out.
_SEALED: Final = (
    "SELECT key, value FROM meta WHERE key <> 'seal' ORDER BY key",
    "SELECT no, name, rows, written FROM origin ORDER BY no",
    "SELECT origin, COUNT(*) FROM claim GROUP BY origin ORDER BY origin",
    "SELECT origin, id, title, publisher, date, url, kind, note FROM source ORDER BY origin, id",
    "SELECT origin, kind, id, text FROM definition ORDER BY origin, kind, id",
    'SELECT origin, file, sheet, "row", "column", value, reason, remedy FROM put_aside'
    " ORDER BY rowid",
)


def seal(connection: sqlite3.Connection) -> str:
    """Return the seal of what the tables hold now."""
    digest = hashlib.blake2b(digest_size=16)
    for statement in _SEALED:
        for row in connection.execute(statement):
            digest.update(json.dumps(row, default=repr).encode("ascii") + b"\n")
        digest.update(b"\n")
    return digest.hexdigest()
