"""Which column a title means, and which line of a table is its header."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Final

from hanse.graph.ids import key
from hanse.ingest.grids import Line, UnreadableTable
from hanse.ingest.sheets import BY_NAME, COUNT_ENDS, TABLES, columns_of, needed_by

HEADER_WITHIN: Final = 20  # lines in which a header is looked for, blank ones aside
SHOWN_TITLES: Final = 12  # of a line, in a message


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The header of a table: its row, the column at each position, and what is not read.

    ``titles`` maps columns to the user's words for them. ``unread`` are the titles that mean
    no column of the table, by position.
    """

    table: str
    row: int
    width: int
    columns: tuple[tuple[int, str], ...]
    titles: Mapping[str, str]
    unread: Mapping[int, str]


def table_called(sheet: str) -> str | None:
    """Return the table that a sheet or a file of this name holds; ``None``: not told by it.

    >>> table_called("Clusters"), table_called("Membership"), table_called("Sheet1")
    ('clusters', 'memberships', None)
    """
    name = key(sheet)
    return next((table for table in TABLES if name in (table, table.removesuffix("s"))), None)


def column_called(title: str, table: str) -> str | None:
    """Return the column of ``table`` that a title means.

    >>> column_called("Total number of cluster members", "clusters")
    'members'
    """
    return _columns_by_title(table).get(_comparable(title))


def _comparable(title: str) -> str:
    return key(title.replace("_", " "))


@cache
def _columns_by_title(table: str) -> Mapping[str, str]:
    other_titles = _other_titles()
    columns = columns_of(table)
    found: dict[str, str] = {}
    for column in columns:
        found[_comparable(column)] = column
    for part in (table, "any"):
        for column, titles in other_titles.get(part, {}).items():
            for title in titles if column in columns else ():
                found.setdefault(_comparable(title), column)
    return found


@cache
def _other_titles() -> Mapping[str, Mapping[str, Sequence[str]]]:
    text = (files("hanse.ingest") / "columns.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def find_header(lines: Iterable[Line], *, sheet: str, where: str) -> Header:
    """Return the header of a table among its first lines.

    A sheet is told by its name; one of another name is a table of clusters if it looks like
    one. The line with the most titles that are known is the header, the first of several.

    Raises
    ------
    UnreadableTable
        When there is none, with the lines that were seen; when a column is missing or stands
        twice.
    """
    seen = [line for line in lines if not line.is_blank][:HEADER_WITHIN]
    if not seen:
        raise UnreadableTable("the table is empty", where=where, hint="fill it in, or leave it out")
    table = table_called(sheet)
    scored = [(_score(line.cells, table or "clusters"), -place) for place, line in enumerate(seen)]
    best, place = max(scored, default=(0, 0))
    line = seen[-place]
    if table is None and not _looks_like_clusters(line.cells):
        raise UnreadableTable(_not_told(line.cells), where=where, hint=_name_it(line.cells))
    if best == 0:
        raise UnreadableTable(_no_header(seen), where=where, hint=_wanted(table or "clusters"))
    return _header(line, table or "clusters", where)


def header_likeness(rows: Iterable[Sequence[str]], *, sheet: str) -> int:
    """Return how many known titles the best of ``rows`` holds: how much it is a header."""
    table = table_called(sheet) or "clusters"
    return max((_score(row, table) for row in rows), default=0)


def _score(cells: Sequence[str], table: str) -> int:
    return len({column_called(cell, table) for cell in cells} - {None})


def _looks_like_clusters(cells: Sequence[str]) -> bool:
    """Tell a table of clusters: it names them, and says one thing more of them at least."""
    titles = {_comparable(cell) for cell in cells}
    found = {column_called(cell, "clusters") for cell in cells} - {None}
    told = found - {"id", "name", "source", "locator", "as_of", "status", "as_written", "note"}
    return "name" in found and bool(told or {"id", "name"} <= titles)


def _header(line: Line, table: str, where: str) -> Header:
    meant = [column_called(cell, table) for cell in line.cells]
    there = [column for column in dict.fromkeys(meant) if column]
    places = {column: _place(line, meant, column, where) for column in there}
    titles = {column: line.cells[place].strip() for column, place in places.items()}
    missing = [needed for needed in needed_by(table) if not places.keys() & set(needed)]
    if missing:
        raise UnreadableTable(
            _missing(missing, line.cells, table), where=where, hint=_wanted(table), row=line.number
        )
    read = set(places.values())
    unread = {p: cell.strip() for p, cell in enumerate(line.cells) if p not in read}
    return Header(
        table=table,
        row=line.number,
        width=len(line.cells),
        columns=tuple(sorted((place, column) for column, place in places.items())),
        titles=titles,
        unread=unread,
    )


def _place(line: Line, meant: Sequence[str | None], column: str, where: str) -> int:
    """Return where a column stands; of several the one that bears its very name."""
    cells = line.cells
    places = [place for place, found in enumerate(meant) if found == column]
    exact = [place for place in places if _comparable(cells[place]) == _comparable(column)]
    if len(places) > 1 and len(exact) != 1:
        titles = " and ".join(repr(cells[place].strip()) for place in (exact or places))
        what = f"column {column!r} stands twice: {titles}"
        hint = "rename or remove one of them"
        raise UnreadableTable(what, where=where, hint=hint, row=line.number)
    return (exact or places)[0]


def _missing(missing: Sequence[Sequence[str]], cells: Sequence[str], table: str) -> str:
    wanted = ", ".join(" or ".join(columns) for columns in missing)
    return f"a table of {table} needs a column {wanted}; there are {_shown(cells, table)}"


def _shown(cells: Sequence[str], table: str) -> str:
    """Return the titles of a line, each with the column it is taken for."""
    titles = [cell.strip() for cell in cells if cell.strip()]
    shown = [_taken_for(title, column_called(title, table)) for title in titles[:SHOWN_TITLES]]
    return ", ".join(shown) + (", ..." if len(titles) > SHOWN_TITLES else "")


def _taken_for(title: str, column: str | None) -> str:
    short = title if len(title) <= 40 else f"{title[:40]}..."  # noqa: PLR2004
    is_same = column is None or _comparable(column) == _comparable(title)
    return repr(short) if is_same else f"{short!r} (read as {column})"


def _not_told(cells: Sequence[str]) -> str:
    there = _shown(cells, "clusters")
    return f"which table this is cannot be told by its name or its columns; there are {there}"


def _name_it(cells: Sequence[str]) -> str:
    missing = [column for column in ("name", "country")
               if column not in {column_called(cell, "clusters") for cell in cells}]  # fmt: skip
    lacks = f"for clusters, add a column {' and '.join(missing)}; else " if missing else ""
    return f"{lacks}call the sheet or file by what it holds: {', '.join(TABLES)}"


def _no_header(seen: Sequence[Line]) -> str:
    rows = "; ".join(
        f"row {line.number}: {', '.join(cell for cell in line.cells if cell.strip())[:80]}"
        for line in seen[:3]
    )
    return f"no header was found in the first {HEADER_WITHIN} rows; there are {rows}"


def _wanted(table: str) -> str:
    shown = ", ".join(column for column in columns_of(table) if column not in COUNT_ENDS)
    return f"the columns of {table} are {shown}; an empty table is made with: hanse template FILE"


def nearest_column(title: str, table: str) -> str:
    """Return the column a title not understood is near to; empty when it is near to none."""
    names = _columns_by_title(table)
    near = get_close_matches(_comparable(title), names, n=1, cutoff=0.8)
    return names[near[0]] if near else ""


def unit_called(text: str) -> str:
    """Return the unit that people's words mean; the text itself where none is known.

    >>> unit_called("SMEs"), unit_called("research organisations"), unit_called("rd_projects")
    ('smes', 'research_bodies', 'rd_projects')
    """
    counted = {column for column, _ in BY_NAME["clusters"].attributes}
    column = column_called(text, "clusters")
    return column if column in counted and column not in ("name", "country") else text
