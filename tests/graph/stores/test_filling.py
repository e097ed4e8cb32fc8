"""An empty project is filled with many claims at once, and is then as any other."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.builders import claim

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput
from hanse.graph.store import Changes, Intake
from hanse.graph.stores.filling import put_first
from hanse.graph.stores.project_file import lay_out
from hanse.graph.stores.replacing import BATCH
from hanse.graph.stores.rows import to_row
from hanse.graph.stores.sqlite import SqliteStore

INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name"


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connected:
        lay_out(connected)
        connected.execute("INSERT INTO origin VALUES (1, 'test', 0, '')")
        yield connected


def many(number: int) -> Iterator[Claim]:
    return (claim(f"cluster-{n:06}") for n in range(number))


def test_what_finds_the_claims_is_there_again_afterwards(connection: sqlite3.Connection) -> None:
    before = connection.execute(INDEXES).fetchall()

    put_first(connection, [[to_row(claim())]], 1)

    assert connection.execute(INDEXES).fetchall() == before


def test_a_claim_that_comes_twice_is_kept_once(connection: sqlite3.Connection) -> None:
    rows = [to_row(claim()), to_row(claim("optence")), to_row(claim())]

    assert put_first(connection, [rows[:1], rows[1:]], 1) == 2
    assert connection.execute("SELECT COUNT(*) FROM claim").fetchone() == (2,)


def test_many_claims_of_a_first_import_are_kept_and_found(tmp_path: Path) -> None:
    with closing(SqliteStore.create(tmp_path / "project.hanse")) as store:
        changes = store.write(Intake(origin="a", claims=many(2 * BATCH + 1)))

        assert changes == Changes(added=2 * BATCH + 1, differs_otherwise=True)
        assert next(store.claims(of=["cluster-000007"])) == claim("cluster-000007")
        assert store.write(Intake(origin="a", claims=many(2 * BATCH + 1))) == Changes(
            unchanged=2 * BATCH + 1
        )


def test_a_first_import_that_breaks_off_leaves_an_empty_project(tmp_path: Path) -> None:
    def broken() -> Iterator[Claim]:
        yield from many(BATCH + 1)
        raise BadInput("row 7 is torn", where="clusters.csv")

    path = tmp_path / "project.hanse"
    with closing(SqliteStore.create(path)) as store:
        before = path.read_bytes()

        with pytest.raises(BadInput, match=r"clusters\.csv: row 7 is torn"):
            store.write(Intake(origin="a", claims=broken()))

        assert path.read_bytes() == before
        assert list(store.claims()) == []
