"""What SQLite reports is said in words; each fault here is a real one."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hanse.graph.errors import (
    BadInput,
    DamagedProject,
    HanseError,
    ProjectInUse,
    ReadOnlyProject,
)
from hanse.graph.stores.faults import in_words
from hanse.graph.stores.holder import noted


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "project.hanse"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")
    return path


@pytest.fixture
def connection(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as connected:
        yield connected


def fault_of(act: Callable[[], object], path: Path | None = None) -> HanseError:
    with pytest.raises(HanseError) as caught, in_words(path, "project.hanse"):
        act()
    return caught.value


def test_what_is_no_fault_passes_unchanged() -> None:
    with pytest.raises(KeyError), in_words(None, "project.hanse"):
        raise KeyError("of a reader")


def test_a_lock_names_who_holds_it_where_that_is_known(
    file: Path, connection: sqlite3.Connection
) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        unknown = fault_of(lambda: connection.execute("BEGIN IMMEDIATE"), file)
        with noted(file):
            known = fault_of(lambda: connection.execute("BEGIN IMMEDIATE"), file)

    assert type(unknown) is type(known) is ProjectInUse
    assert unknown.what == "another program is writing to the project"
    assert known.what.startswith("process ")


def test_a_file_that_may_not_be_written(file: Path) -> None:
    uri = f"{file.as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        fault = fault_of(lambda: connection.execute("INSERT INTO t VALUES (1)"))

    assert type(fault) is ReadOnlyProject
    assert fault.hint == "make one of your own: hanse new mine.hanse --from project.hanse"


def test_a_full_disk(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA max_page_count = 2")

    fault = fault_of(lambda: connection.execute("INSERT INTO t VALUES (zeroblob(100000))"))

    assert str(fault).startswith("project.hanse: the disk is full\n")


def test_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    assert type(fault_of(lambda: sqlite3.connect(tmp_path))) is BadInput


def test_anything_else_means_that_the_file_is_not_what_it_should_be(
    tmp_path: Path, connection: sqlite3.Connection
) -> None:
    (tmp_path / "garbage").write_bytes(b"x" * 5000)

    with closing(sqlite3.connect(tmp_path / "garbage")) as garbage:
        faults = [
            fault_of(lambda: garbage.execute("SELECT * FROM t")),
            fault_of(lambda: connection.execute("SELECT * FROM claim")),
        ]

    assert [type(fault) for fault in faults] == [DamagedProject, DamagedProject]
    assert all("restore a copy" in fault.hint for fault in faults)
