from pathlib import Path

import pytest

from hanse.graph.errors import BadInput
from hanse.viz.handing_on import write_whole


def test_a_file_is_replaced_only_by_a_whole_one(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(b"old")

    write_whole(file, b"new")

    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()

    with pytest.raises(BadInput, match="taken"):
        write_whole(tmp_path / "taken", b"new")

    assert [p.name for p in tmp_path.iterdir()] == ["taken"]
