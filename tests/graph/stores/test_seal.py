"""The seal notices whatever differs besides the claims, which are checked by their ids."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from hanse.graph.stores.project_file import lay_out
from hanse.graph.stores.seal import seal


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connected:
        lay_out(connected)
        connected.execute("INSERT INTO origin VALUES (1, 'test', 0, '')")
        yield connected


def test_the_seal_of_the_same_contents_is_the_same(connection: sqlite3.Connection) -> None:
    assert seal(connection) == seal(connection)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE meta SET value = '{}' WHERE key = 'settings'",
        "UPDATE meta SET value = 'x' WHERE key = 'revision'",
        "UPDATE origin SET name = 'tesu'",
        "UPDATE origin SET rows = 1",
        "INSERT INTO source VALUES ('d41', 1, 'Guide', '', NULL, '', '', '')",
        "INSERT INTO definition VALUES ('chain', 'c', 1, '')",
        "INSERT INTO put_aside VALUES (1, 'f', NULL, NULL, NULL, NULL, 'r', 'm')",
        "INSERT INTO put_aside VALUES (1, 'f', NULL, NULL, NULL, x'ff', 'r', 'm')",
        "INSERT INTO claim VALUES (7, 1, 's', 'p', 't', 'v', NULL, NULL, NULL, 0, 'd', 'l',"
        " NULL, NULL, NULL, NULL, NULL, 'stated', NULL, NULL)",
    ],
)
def test_the_seal_differs_with_whatever_differs(
    connection: sqlite3.Connection, change: str
) -> None:
    before = seal(connection)

    connection.execute(change)

    assert seal(connection) != before


def test_the_seal_is_not_part_of_what_it_seals(connection: sqlite3.Connection) -> None:
    before = seal(connection)

    connection.execute("UPDATE meta SET value = 'broken' WHERE key = 'seal'")

    assert seal(connection) == before
