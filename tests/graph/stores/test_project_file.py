"""A project file is laid out once, and looked at before it is trusted."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.builders import claim, intake

from hanse.graph.errors import BadInput, DamagedProject, NewerProject, ProjectInUse
from hanse.graph.stores.project_file import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    check,
    check_seal,
    connect,
    lay_out,
    probe,
    reading,
    stamp,
    writing,
)
from hanse.graph.stores.sqlite import SqliteStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a new project, with a name that a link or a query would trip over."""
    file = tmp_path / "my project #1?%20é'.hanse"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        lay_out(connection)
    return file


def changed(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_new_project_is_one_whole_file_of_this_schema(path: Path) -> None:
    with closing(connect(path)) as connection:
        check(connection, path=path)
        check_seal(connection, path=path)

    assert probe(path) == SCHEMA_VERSION
    assert list(path.parent.iterdir()) == [path]


# DESIGN 4: synchronous=FULL, foreign_keys=ON.
def test_a_project_is_written_with_care(path: Path) -> None:
    with closing(connect(path)) as connection:
        careful = {
            pragma: connection.execute(f"PRAGMA {pragma}").fetchone()[0]
            for pragma in ("synchronous", "foreign_keys", "journal_mode", "application_id")
        }

    assert careful == {
        "synchronous": 2,
        "foreign_keys": 1,
        "journal_mode": "delete",
        "application_id": APPLICATION_ID,
    }


# -- what is no project --------------------------------------------------------------------


def no_file(path: Path) -> None:
    path.unlink()


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        (no_file, "there is no such project"),
        (folder, "this is not a file"),
        (pipe, "this is not a file"),
        (link_to_itself, "Too many levels of symbolic links"),
    ],
)
def test_what_is_no_file_is_refused_with_its_place(
    path: Path, spoil: Callable[[Path], None], what: str
) -> None:
    spoil(path)

    with pytest.raises(BadInput, match=what) as caught:
        probe(path)

    assert caught.value.where == str(path)
    assert caught.value.hint


def test_a_path_that_no_system_knows_is_refused() -> None:
    with pytest.raises(BadInput):
        probe(Path("nul\x00inside.hanse"))


@pytest.mark.parametrize(
    "content",
    [b"", b"x", b"SQLite format 3\x00", b"SQLite format 3\x00" + b"\xff" * 200, b"id,name\n"],
    ids=repr,
)
def test_what_is_no_database_is_no_project(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    with pytest.raises(DamagedProject, match="this is not a Hanse project"):
        probe(path)


def test_the_database_of_another_program_is_no_project(path: Path) -> None:
    changed(path, "PRAGMA application_id = 7")

    with pytest.raises(DamagedProject, match="not a Hanse project") as caught:
        probe(path)

    assert "hanse load" in caught.value.hint


def test_a_project_of_a_later_hanse_is_refused_with_a_remedy(path: Path) -> None:
    changed(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")

    with pytest.raises(NewerProject) as caught:
        probe(path)

    assert f"schema {SCHEMA_VERSION + 1}, known is {SCHEMA_VERSION}" in str(caught.value)
    assert caught.value.hint == "install the newest Hanse"


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM meta WHERE key = 'seal'",
        "UPDATE meta SET value = '{}' WHERE key = 'settings'",
        "INSERT INTO origin VALUES (1, 'smuggled in', 0, '')",
        "DROP TABLE source",
    ],
)
def test_contents_that_hanse_did_not_write_are_noticed(path: Path, change: str) -> None:
    changed(path, change)

    with (
        closing(connect(path)) as connection,
        pytest.raises(DamagedProject, match="the project is damaged"),
    ):
        check_seal(connection, path=path)


# -- reading and writing -------------------------------------------------------------------


def test_reading_sees_one_moment_and_lets_go(path: Path) -> None:
    with closing(connect(path)) as connection, closing(connect(path, patience=0)) as other:
        with reading(connection), reading(connection):
            assert connection.execute("SELECT COUNT(*) FROM origin").fetchone() == (0,)
            with pytest.raises(ProjectInUse), writing(other, path, "here"):
                other.execute("INSERT INTO origin VALUES (1, 'late', 0, '')")

        assert not connection.in_transaction
        with writing(other, path, "here"):
            other.execute("INSERT INTO origin VALUES (1, 'late', 0, '')")

        assert connection.execute("SELECT COUNT(*) FROM origin").fetchone() == (1,)


def test_what_a_reader_kept_from_being_written_is_undone_and_can_be_tried_again(
    path: Path,
) -> None:
    with closing(connect(path)) as reader, closing(connect(path, patience=0)) as writer:
        with reading(reader):
            reader.execute("SELECT * FROM meta").fetchall()
            with pytest.raises(ProjectInUse), writing(writer, path, "here"):
                stamp(writer)

        assert not writer.in_transaction
        with writing(writer, path, "here"):
            stamp(writer)


def break_off(connection: sqlite3.Connection, path: Path) -> None:
    with writing(connection, path, "here"):
        connection.execute("INSERT INTO origin VALUES (1, 'half', 0, '')")
        raise KeyboardInterrupt


def test_writing_that_breaks_off_leaves_nothing_behind(path: Path) -> None:
    before = path.read_bytes()

    with closing(connect(path)) as connection:
        with pytest.raises(KeyboardInterrupt):
            break_off(connection, path)

        assert not connection.in_transaction

    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("kept", [200, 4096, 8192, 40_960])
def test_a_project_cut_short_is_said_to_be_damaged_and_a_copy_is_called_for(
    tmp_path: Path, kept: int
) -> None:
    path = tmp_path / "cut.hanse"
    with closing(SqliteStore.create(path)) as store:
        store.write(intake([claim(f"c{number}") for number in range(500)]))
    path.write_bytes(path.read_bytes()[:kept])

    with pytest.raises(DamagedProject, match="damaged") as refused:
        SqliteStore.open(path)

    assert "restore a copy" in refused.value.hint
    assert path.stat().st_size == kept
