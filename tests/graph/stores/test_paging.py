"""A long table is read in pages, and the pages together are the table."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from tests.builders import claim

from hanse.graph.store import Intake
from hanse.graph.stores import paging
from hanse.graph.stores.paging import in_pages
from hanse.graph.stores.project_file import lay_out
from hanse.graph.stores.replacing import replace_origin
from hanse.graph.stores.rows import COLUMNS, to_row

SELECT = f"SELECT {', '.join(COLUMNS)} FROM claim"
SAID = [claim(f"cluster-{n % 7}", note=str(n)) for n in range(50)]


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connected:
        lay_out(connected)
        for origin in ("a", "b"):  # each claim stands in two rows
            replace_origin(connected, Intake(origin=origin, claims=SAID))
        yield connected


@pytest.mark.parametrize("page", [1, 2, 3, 7, 99, 100, 1000])
def test_each_claim_comes_once_in_order_however_long_a_page_is(
    connection: sqlite3.Connection, page: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "PAGE", page)

    rows = list(in_pages(connection, SELECT))

    assert rows == sorted(map(to_row, SAID), key=lambda row: (row[1], row[2], row[0]))


def test_another_program_may_write_between_two_pages(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "PAGE", 10)
    rows = in_pages(connection, SELECT)
    next(rows)

    replace_origin(connection, Intake(origin="c", claims=[claim("zzz")]))

    assert [row[1] for row in rows][-1] == "zzz"
