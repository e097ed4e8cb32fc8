"""An origin is replaced within one transaction, and only what differs is written."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.builders import claim

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput
from hanse.graph.model import Settings, Source
from hanse.graph.store import Changes, Definition, Intake, PutAside
from hanse.graph.stores.project_file import lay_out
from hanse.graph.stores.replacing import BATCH, replace_origin
from hanse.graph.stores.sqlite import SqliteStore

FULL = Intake(
    origin="test",
    claims=(claim(), claim("optence")),
    sources=(Source(id="d41", title="Guide"), Source(id="nl", title="Newsletter")),
    definitions=(Definition(kind="chain", id="c", text="id = 'c'"),),
    put_aside=(
        PutAside(file="f.csv", reason="no name", remedy="write one"),
        PutAside(file="f.csv", reason="no name", remedy="write one"),
    ),
    settings=Settings(title="LASER-GO"),
    rows=4,
)


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connected:
        lay_out(connected)
        yield connected


def many(number: int, *, note: str | None = None) -> Iterator[Claim]:
    return (claim(f"cluster-{n}", note=note) for n in range(number))


def breaking_off(claims: Iterator[Claim]) -> Iterator[Claim]:
    yield from claims
    raise BadInput("row 7 is torn", where="clusters.csv")


def test_an_import_larger_than_a_batch_is_whole(connection: sqlite3.Connection) -> None:
    number = 2 * BATCH + 1

    first = replace_origin(connection, Intake(origin="a", claims=many(number)))
    second = replace_origin(connection, Intake(origin="a", claims=many(number)))

    assert (first.added, first.unchanged) == (number, 0)
    assert second == Changes(unchanged=number)


def test_an_import_that_breaks_off_after_a_batch_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "project.hanse"
    store = SqliteStore.create(path)
    store.write(Intake(origin="a", claims=many(10)))
    before = path.read_bytes()

    with pytest.raises(BadInput, match=r"clusters\.csv: row 7 is torn"):
        store.write(Intake(origin="a", claims=breaking_off(many(BATCH + 1, note="new"))))

    assert path.read_bytes() == before
    assert store.write(Intake(origin="a", claims=many(10))) == Changes(unchanged=10)
    store.close()


def test_writing_the_same_again_leaves_the_file_as_it_is_to_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "project.hanse"
    store = SqliteStore.create(path)
    store.write(FULL)
    before = path.read_bytes()

    changes = store.write(FULL)

    assert changes == Changes(unchanged=2)
    assert path.read_bytes() == before
    store.close()


def test_the_last_of_two_sources_with_one_id_counts(connection: sqlite3.Connection) -> None:
    twice = (Source(id="d41", title="draft"), Source(id="d41", title="final"))

    replace_origin(connection, Intake(origin="a", sources=twice))

    assert connection.execute("SELECT title FROM source").fetchall() == [("final",)]
    assert not replace_origin(connection, Intake(origin="a", sources=twice)).has_changed


def test_rows_put_aside_for_the_same_reason_are_all_kept(connection: sqlite3.Connection) -> None:
    replace_origin(connection, FULL)

    assert connection.execute("SELECT COUNT(*) FROM put_aside").fetchone() == (2,)


def test_one_row_put_aside_less_is_a_change(connection: sqlite3.Connection) -> None:
    replace_origin(connection, FULL)
    once = Intake(origin="test", claims=FULL.claims, put_aside=FULL.put_aside[:1])

    changes = replace_origin(connection, once)

    assert changes == Changes(unchanged=2, differs_otherwise=True)


@pytest.mark.parametrize(
    "bad",
    [
        PutAside(file="half a letter \ud800", reason="r", remedy="m"),
        PutAside(file="f", reason="r", remedy="m", row=2**70),
    ],
    ids=["text", "number"],
)
def test_what_no_database_can_keep_is_refused_with_the_origin(
    connection: sqlite3.Connection, bad: PutAside
) -> None:
    with pytest.raises(BadInput, match=r"names\.csv: something in it cannot be kept"):
        replace_origin(connection, Intake(origin="names.csv", put_aside=(bad,)))
