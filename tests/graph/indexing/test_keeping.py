"""Columns come out of a file as they were put in, or not at all."""

from pathlib import Path

import numpy as np
import pytest

from hanse.graph.indexing.keeping import MARK, KeptColumns, Unusable, keep
from hanse.graph.indexing.wording import Column

COLUMNS: dict[str, Column] = {
    "ids": np.array([3, 1, 2], dtype=np.int32),
    "ends": np.array([0.5, np.nan], dtype=np.float64),
    "is_there": np.array([True, False, True]),
    "nothing": np.zeros(0, dtype=np.int64),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "all-days.columns"
    keep(file, {"day": None, "version": "7"}, COLUMNS)
    return file


def all_of(path: Path) -> dict[str, tuple[str, bytes]]:
    kept = KeptColumns.of(path)
    return {name: (column.dtype.name, column.tobytes()) for name, column in kept.items()}


def test_columns_come_back_with_their_types_and_the_head_with_what_it_says(path: Path) -> None:
    wanted = {name: (column.dtype.name, column.tobytes()) for name, column in COLUMNS.items()}

    assert all_of(path) == wanted
    kept = KeptColumns.of(path)
    assert (kept.head["day"], kept.head["version"], len(kept)) == (None, "7", len(COLUMNS))


def test_a_file_cut_short_anywhere_or_with_more_behind_its_end_is_not_used(path: Path) -> None:
    whole = path.read_bytes()

    for content in (*(whole[:length] for length in range(len(whole))), whole + b"\0"):
        path.write_bytes(content)
        with pytest.raises(Unusable):
            KeptColumns.of(path)


def test_whichever_bit_turns_over_no_column_comes_out_changed(path: Path) -> None:
    whole, wanted = path.read_bytes(), all_of(path)

    refused = 0
    for place in range(len(whole)):
        turned = whole[place] ^ (1 << place % 8)
        path.write_bytes(whole[:place] + bytes([turned]) + whole[place + 1 :])
        try:
            assert all_of(path) == wanted  # a bit between two columns means nothing
        except Unusable:
            refused += 1

    assert refused > len(whole) // 2


def test_a_file_of_another_format_or_none_at_all_is_not_used(path: Path) -> None:
    path.write_bytes(b"HansIdx0" + path.read_bytes()[len(MARK) :])

    with pytest.raises(Unusable, match="another version of Hanse"):
        KeptColumns.of(path)
    with pytest.raises(Unusable, match="No such file"):
        KeptColumns.of(path.with_name("none.columns"))


def test_what_cannot_be_written_leaves_the_old_file_and_nothing_beside_it(path: Path) -> None:
    before = path.read_bytes()

    with pytest.raises(TypeError):
        keep(path, {"day": object()}, COLUMNS)
    with pytest.raises(OSError, match="No such file"):
        keep(path.parent / "gone" / "x.columns", {}, COLUMNS)

    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]
