"""What is kept beside a project may be missing, old or damaged, and nothing goes wrong."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.builders import claim

from hanse.graph.errors import DamagedProject
from hanse.graph.store import Intake
from hanse.graph.stores import beside
from hanse.graph.stores.beside import folder_beside, is_known_whole, keep_known_whole, make_folder
from hanse.graph.stores.sqlite import SqliteStore


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project that counts as a large one, so that it is checked whole only once."""
    monkeypatch.setattr(beside, "LARGE", 0)
    path = tmp_path / "big.hanse"
    with closing(SqliteStore.create(path)) as store:
        store.write(Intake(origin="test", claims=[claim(f"cluster-{n}") for n in range(300)]))
    return path


def test_a_large_project_that_was_written_whole_is_known_to_be(project: Path) -> None:
    assert is_known_whole(project)


def test_a_small_project_is_checked_each_time(tmp_path: Path) -> None:
    path = tmp_path / "small.hanse"
    SqliteStore.create(path).close()

    assert not is_known_whole(path)
    assert not folder_beside(path).exists()


def test_a_file_that_was_changed_since_is_checked_anew(project: Path) -> None:
    project.write_bytes(project.read_bytes()[:-1])

    assert not is_known_whole(project)
    with pytest.raises(DamagedProject):
        SqliteStore.open(project)


def test_a_copy_is_not_the_file_that_was_checked(project: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.hanse"
    copy.write_bytes(project.read_bytes())
    folder_beside(project).rename(folder_beside(copy))
    os.utime(copy, ns=(project.stat().st_atime_ns, project.stat().st_mtime_ns))

    assert not is_known_whole(copy)


@pytest.mark.parametrize("note", [b"", b"[", b"[1, 2", b"null", b"\xff", b"9" * 2000])
def test_a_note_that_cannot_be_read_counts_as_none(project: Path, note: bytes) -> None:
    (folder_beside(project) / "whole.json").write_bytes(note)

    assert not is_known_whole(project)
    SqliteStore.open(project).close()
    assert is_known_whole(project)


def test_a_project_in_a_folder_that_takes_nothing_can_still_be_opened(
    project: Path, tmp_path: Path
) -> None:
    other = tmp_path / "elsewhere.hanse"
    other.write_bytes(project.read_bytes())
    folder_beside(other).write_text("a file stands where the folder would")

    SqliteStore.open(other).close()

    assert not is_known_whole(other)


def test_nothing_is_written_through_a_link_to_another_place(project: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    other = tmp_path / "linked.hanse"
    other.write_bytes(project.read_bytes())
    folder_beside(other).symlink_to(outside, target_is_directory=True)

    keep_known_whole(other)

    assert list(outside.iterdir()) == []
    with pytest.raises(NotADirectoryError):
        make_folder(other)


def test_a_claim_of_a_file_known_to_be_whole_is_still_checked_when_it_is_read(
    project: Path,
) -> None:
    with closing(sqlite3.connect(project)) as changed:
        changed.execute("UPDATE claim SET value = 'BIOKAT' WHERE subject = 'cluster-7'")
        changed.commit()
    keep_known_whole(project)
    store = SqliteStore.open(project)

    with pytest.raises(DamagedProject, match="cluster-7"):
        list(store.claims(of=["cluster-7"]))
    with pytest.raises(DamagedProject, match="cluster-7"):
        list(store.rows())
    store.close()
