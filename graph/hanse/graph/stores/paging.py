"""Read a long table page by page, so that a writer need not wait until all of it is read."""

import sqlite3
from collections.abc import Iterator
from typing import Final

from hanse.graph.stores.rows import Cell

PAGE: Final = 10_000  # rows read under one lock

_FIRST: Final = "ORDER BY subject, predicate, id LIMIT ?"
_FURTHER: Final = (
    "WHERE (subject, predicate, id) > (?, ?, ?) ORDER BY subject, predicate, id LIMIT ?"
)


def in_pages(connection: sqlite3.Connection, select: str) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of the claims by subject and order, each claim once.

    ``select`` names the columns: the id first, then subject and predicate. A claim that
    several origins bring stands in as many rows, which differ in nothing but the origin.
    """
    page = connection.execute(f"{select} {_FIRST}", (PAGE,)).fetchall()
    while page:
        yield from _once(page)
        number, subject, predicate = page[-1][:3]
        after = (subject, predicate, number, PAGE)
        page = connection.execute(f"{select} {_FURTHER}", after).fetchall()


def _once(page: list[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
    last: Cell = None
    for row in page:
        if row[0] != last:
            yield row
        last = row[0]
