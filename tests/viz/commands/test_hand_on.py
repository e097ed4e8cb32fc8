from pathlib import Path

from tests.running import hanse


def test_an_export_that_nobody_knows_suggests_the_nearest(tmp_path: Path) -> None:
    ran = hanse("export", "explorr", str(tmp_path / "a.html"))

    assert ran.status == 2
    assert "explorer" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_the_ending_of_the_file_has_to_fit(tmp_path: Path) -> None:
    ran = hanse("export", "explorer", str(tmp_path / "page.pdf"))

    assert ran.status == 2
    assert ".html" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    ran = hanse("export", "explorer", str(tmp_path / "no" / "page.html"))

    assert ran.status == 2
    assert "choose a folder" in ran.err


def test_the_explorer_is_written_as_one_file(tmp_path: Path) -> None:
    file = tmp_path / "page.html"

    ran = hanse("export", "explorer", str(file), "--json")

    assert ran.document["written"] == [str(file)]
    assert file.read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert list(tmp_path.iterdir()) == [file]
