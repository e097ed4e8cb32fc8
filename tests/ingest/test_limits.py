"""Sizes are looked at before anything is parsed."""

import os
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from hanse.graph.errors import BadInput
from hanse.ingest.limits import Limits, check_archive, check_file


def test_a_file_that_is_not_there_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="No such file"):
        check_file(tmp_path / "gone.csv")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").touch()

    with pytest.raises(BadInput, match="the file is empty"):
        check_file(tmp_path / "empty.csv")


def test_a_pipe_is_no_file_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")

    with pytest.raises(BadInput, match="not a file"):
        check_file(tmp_path / "pipe.csv")


def test_a_file_above_the_limit_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(3_000_000)

    with pytest.raises(BadInput, match="the file has 3 MB; 2 MB are taken"):
        check_file(path, limits=Limits(file_size=2_000_000))


def zipped(path: Path, **entries: bytes) -> ZipFile:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return ZipFile(path)


def test_an_archive_of_many_entries_is_refused(tmp_path: Path) -> None:
    with (
        zipped(tmp_path / "a.zip", **{f"e{n}": b"" for n in range(6)}) as archive,
        pytest.raises(BadInput, match="6 parts inside; 5 are taken"),
    ):
        check_archive(archive, where="a.xlsx", limits=Limits(entries=5))


def test_an_archive_that_unpacks_to_much_is_refused(tmp_path: Path) -> None:
    with (
        zipped(tmp_path / "a.zip", a=os.urandom(900_000), b=os.urandom(900_000)) as archive,
        pytest.raises(BadInput, match="unpacks to 2 MB"),
    ):
        check_archive(archive, where="a.xlsx", limits=Limits(unpacked=1_000_000))


def test_an_entry_that_grows_a_hundredfold_is_refused(tmp_path: Path) -> None:
    with (
        zipped(tmp_path / "a.zip", a=b"0" * 2_000_000) as archive,
        pytest.raises(BadInput, match="over 100 times its size"),
    ):
        check_archive(archive, where="a.xlsx")


def test_a_small_entry_may_be_as_even_as_it_likes(tmp_path: Path) -> None:
    with zipped(tmp_path / "a.zip", a=b"0" * 900_000) as archive:
        check_archive(archive, where="a.xlsx")
