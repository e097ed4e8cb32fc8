"""What is asked of the tables of a project file; values travel as parameters."""

import sqlite3
from collections.abc import Iterator
from typing import Any, Final

from hanse.graph.stores.rows import COLUMNS

# A claim of several origins is one; its rows differ in nothing but the origin.
SELECT: Final = f"SELECT {', '.join(COLUMNS)} FROM claim"
EACH_ONCE: Final = " GROUP BY subject, predicate, id ORDER BY subject, predicate, id"

# Where several origins bring the same source or definition, the newest origin's is shown.
SOURCES: Final = (
    "SELECT id, title, publisher, date, url, kind, note FROM source AS this WHERE origin ="
    " (SELECT MAX(origin) FROM source WHERE id = this.id) ORDER BY id"
)
DEFINITIONS: Final = (
    "SELECT kind, id, text FROM definition AS this WHERE origin ="
    " (SELECT MAX(origin) FROM definition WHERE kind = this.kind AND id = this.id)"
    " ORDER BY kind, id"
)
PUT_ASIDE: Final = (
    'SELECT file, sheet, "row", "column", value, reason, remedy FROM put_aside'
    ' ORDER BY file, sheet, "row", "column", reason, value, remedy'
)
SOURCES_OF: Final = (
    "SELECT id, title, publisher, date, url, kind, note FROM source WHERE origin = ? ORDER BY id"
)
DEFINITIONS_OF: Final = "SELECT kind, id, text FROM definition WHERE origin = ? ORDER BY kind, id"
PUT_ASIDE_OF: Final = (
    'SELECT file, sheet, "row", "column", value, reason, remedy FROM put_aside WHERE origin = ?'
    " ORDER BY rowid"
)
ORIGINS: Final = "SELECT name, rows, written FROM origin ORDER BY name"


# One more than asked for tells that there are too many.
SUBJECTS_OF: Final = (
    "SELECT subject FROM claim WHERE origin = (SELECT no FROM origin WHERE name = ?) LIMIT ?"
)


def dicts(cursor: sqlite3.Cursor) -> Iterator[dict[str, Any]]:
    """Yield each row by the names of its columns."""
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)
