"""The default store: one file, never in place of another, never written when it must not be."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from tests.builders import claim, cluster, intake
from tests.strategies import NASTY

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput, DamagedProject, ReadOnlyProject
from hanse.graph.store import Changes, Intake
from hanse.graph.stores.sqlite import SqliteStore

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine.hanse"


@contextmanager
def as_nobody() -> Iterator[None]:
    """Act without the rights of an administrator, to whom every file may be written."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared() -> Iterator[Path]:
    """Return a project in a folder that anyone may enter and nobody else may write."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "shared.hanse"
        with closing(SqliteStore.create(path)) as store:
            store.write(intake(cluster("BIOCAT")))
        path.chmod(0o444)
        path.parent.chmod(0o555)
        yield path
        path.parent.chmod(0o755)


# -- making one ----------------------------------------------------------------------------


def test_a_new_project_is_one_file_and_nothing_beside_it(path: Path) -> None:
    with closing(SqliteStore.create(path)) as store:
        store.write(intake(cluster("BIOCAT")))

    assert list(path.parent.iterdir()) == [path]


def test_an_existing_file_is_never_overwritten(path: Path) -> None:
    path.write_text("my letters")

    with pytest.raises(BadInput, match="the file exists already") as caught:
        SqliteStore.create(path)

    assert path.read_text() == "my letters"
    assert list(path.parent.iterdir()) == [path]
    assert caught.value.hint == "choose another name"


def test_a_link_that_leads_nowhere_is_not_written_through(path: Path) -> None:
    path.symlink_to(path.parent / "elsewhere")

    with pytest.raises(BadInput, match="exists already"):
        SqliteStore.create(path)

    assert not (path.parent / "elsewhere").exists()


@pytest.mark.parametrize("name", ["no such folder/mine.hanse", "nul\x00.hanse", "x" * 300])
def test_a_project_that_cannot_be_made_is_refused_with_its_place(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput) as caught:
        SqliteStore.create(tmp_path / name)

    assert caught.value.where == str(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", [name for name in NASTY if "/" not in name and "\x00" not in name and len(name) < 200]
)
def test_a_project_may_have_any_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with closing(SqliteStore.create(path)) as store:
        store.write(intake([claim()]))

    with closing(SqliteStore.open(path)) as store:
        assert list(store.claims()) == [claim()]
    assert list(tmp_path.iterdir()) == [path]


def test_a_project_is_reached_through_a_link(path: Path) -> None:
    SqliteStore.create(path).close()
    link = path.with_name("link.hanse")
    link.symlink_to(path)

    with closing(SqliteStore.open(link)) as store:
        store.write(intake([claim()]))

    with closing(SqliteStore.open(path)) as store:
        assert list(store.claims()) == [claim()]


# -- what may not be written ---------------------------------------------------------------


def test_a_shipped_project_cannot_be_changed_and_says_how_to_have_an_own_one() -> None:
    store = SqliteStore.in_memory([intake(cluster("BIOCAT"))], address="laser-go")

    with pytest.raises(ReadOnlyProject) as caught:
        store.write(Intake(origin="own"))

    assert str(caught.value) == (
        "laser-go: this project cannot be changed\n"
        "  hint: make one of your own: hanse new mine.hanse --from laser-go"
    )
    store.close()


def test_a_project_in_a_folder_of_others_is_read_and_left_as_it_is(shared: Path) -> None:
    before = shared.read_bytes()

    with as_nobody(), closing(SqliteStore.open(shared)) as store:
        assert [said.subject for said in store.claims()] == ["biocat", "biocat"]
        with pytest.raises(ReadOnlyProject):
            store.write(Intake(origin="own"))

    assert shared.read_bytes() == before
    assert list(shared.parent.iterdir()) == [shared]


def test_a_file_that_may_be_written_in_a_folder_that_may_not_is_only_read(shared: Path) -> None:
    shared.chmod(0o666)

    with as_nobody(), closing(SqliteStore.open(shared)) as store:
        assert len(list(store.claims())) == 2
        with pytest.raises(ReadOnlyProject):
            store.write(Intake(origin="own"))


def test_a_file_that_may_not_even_be_read_is_refused_in_words(shared: Path) -> None:
    shared.chmod(0o000)

    with as_nobody(), pytest.raises(BadInput, match="the file may not be read"):
        SqliteStore.open(shared)


def test_an_older_project_that_may_not_be_written_has_to_be_copied_first(shared: Path) -> None:
    with closing(sqlite3.connect(shared)) as connection:
        connection.execute("PRAGMA user_version = 0")

    with as_nobody(), pytest.raises(ReadOnlyProject, match=r"older schema \(0\)") as caught:
        SqliteStore.open(shared)

    assert caught.value.hint == "copy it to a folder of your own"


def test_no_new_project_is_made_where_nothing_may_be_written(shared: Path) -> None:
    with as_nobody(), pytest.raises(BadInput, match="Permission denied"):
        SqliteStore.create(shared.with_name("mine.hanse"))


# -- one file, several users ---------------------------------------------------------------


def test_what_one_program_wrote_another_sees_at_once(path: Path) -> None:
    with closing(SqliteStore.create(path)) as one, closing(SqliteStore.open(path)) as other:
        version = other.version
        one.write(intake([claim()]))

        assert list(other.claims()) == [claim()]
        assert other.version == one.version != version


# A program that opens and closes a file by other means drops the locks that it holds on it.
def test_a_project_opened_meanwhile_does_not_break_the_lock_of_a_writer(path: Path) -> None:
    attempts = []

    def claims() -> Iterator[Claim]:
        SqliteStore.open(path).close()
        take = "import sqlite3, sys; sqlite3.connect(sys.argv[1], 0).execute('BEGIN IMMEDIATE')"
        command = [sys.executable, "-c", take, str(path)]
        attempts.append(subprocess.run(command, capture_output=True, text=True, check=False))
        yield claim()

    with closing(SqliteStore.create(path)) as store:
        store.write(Intake(origin="a", claims=claims()))

    (attempt,) = attempts
    assert attempt.returncode == 1
    assert "database is locked" in attempt.stderr


def test_threads_may_read_from_one_store(path: Path) -> None:
    with closing(SqliteStore.create(path)) as store, ThreadPoolExecutor(4) as threads:
        store.write(intake([claim(f"cluster-{n:02}") for n in range(50)]))

        read = list(threads.map(lambda _: [c.id for c in store.claims()], range(8)))

    assert all(ids == read[0] for ids in read)
    assert len(read[0]) == 50


def test_reading_may_stop_half_way(path: Path) -> None:
    with closing(SqliteStore.create(path)) as store:
        store.write(intake([claim(f"cluster-{n}") for n in range(50)]))
        begun = store.claims()
        next(begun)
        begun.close()  # type: ignore[attr-defined]  # a generator

        assert store.write(intake([claim()])) == Changes(
            added=1, removed=50, unchanged=0, differs_otherwise=False
        )


def test_a_claim_changed_behind_hanse_is_noticed_when_it_is_read(path: Path) -> None:
    with closing(SqliteStore.create(path)) as store:
        store.write(intake(cluster("BIOCAT") + cluster("Optence")))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE claim SET value = 'Biocat' WHERE value = 'BIOCAT'")
        connection.commit()

    with closing(SqliteStore.open(path)) as store:
        assert len(list(store.claims(of=["optence"]))) == 2
        with pytest.raises(DamagedProject, match="a claim on 'biocat' is not as it was written"):
            list(store.claims())
