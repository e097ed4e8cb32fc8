"""A folder of files is the old one or the new one, and nothing of anybody else's is removed."""

from pathlib import Path

import pytest

from hanse.graph.errors import BadInput
from hanse.viz.folders import HELP, write_folder

MARK = "Exported by Hanse."
FILES = {HELP: MARK.encode() + b"\n", "clusters.csv": b"id\r\n"}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_folder_is_made(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", FILES, mark=MARK)

    assert names(tmp_path / "out") == ["clusters.csv", HELP]
    assert names(tmp_path) == ["out"]


def test_an_export_replaces_an_export_whole(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", FILES | {"old.csv": b""}, mark=MARK)

    write_folder(tmp_path / "out", FILES, mark=MARK)

    assert names(tmp_path / "out") == ["clusters.csv", HELP]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()

    write_folder(tmp_path / "out", FILES, mark=MARK)

    assert names(tmp_path / "out") == ["clusters.csv", HELP]


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.docx").write_bytes(b"years")

    with pytest.raises(BadInput, match="no export of Hanse") as fault:
        write_folder(tmp_path / "out", FILES, mark=MARK)

    assert fault.value.hint
    assert (tmp_path / "out" / "thesis.docx").read_bytes() == b"years"


@pytest.mark.parametrize("kind", ["file", "link"])
def test_what_is_no_folder_is_refused(tmp_path: Path, kind: str) -> None:
    if kind == "file":
        (tmp_path / "out").write_bytes(b"x")
    else:
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "out").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(BadInput, match="this is not a folder"):
        write_folder(tmp_path / "out", FILES, mark=MARK)


def test_when_the_new_one_cannot_take_its_place_the_old_one_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(tmp_path / "out", FILES, mark=MARK)
    really = Path.rename

    def fails(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError(28, "No space left on device")
        return really(self, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(BadInput, match="No space left"):
        write_folder(tmp_path / "out", FILES | {"more.csv": b""}, mark=MARK)

    assert names(tmp_path / "out") == ["clusters.csv", HELP]
    assert names(tmp_path) == ["out"]


def test_a_folder_that_is_not_there_cannot_be_written_into(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="No such file"):
        write_folder(tmp_path / "nowhere" / "out", FILES, mark=MARK)
