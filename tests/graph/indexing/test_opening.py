"""Whatever has become of the kept index, the answer is that of one made anew."""

import json
import logging
import os
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.builders import cluster, intake, partnership

from hanse.graph.index import Index
from hanse.graph.indexing.keeping import MARK, UNFINISHED
from hanse.graph.indexing.opening import DAYS_KEPT, OLD, opened, place_of
from hanse.graph.stores.sqlite import SqliteStore

CLAIMS = [
    *cluster("BIOCAT", country="ES", regions=["Catalonia"], numbers={"companies": 70}),
    *cluster("Optitec", country="FR"),
    *partnership("LASER-GO", members=["biocat", "optitec"], since="2015"),
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    made = SqliteStore.create(tmp_path / "mine.hanse")
    made.write(intake(CLAIMS))
    yield made
    made.close()


def kept_of(store: SqliteStore, day: str | None = None) -> Path:
    place = place_of(store, day)
    assert place is not None
    return place


def answer(store: SqliteStore, day: str | None = None) -> dict[str, list[str]]:
    """Return every column, read to its end, as text."""
    columns = opened(store, day)
    return {name: [str(cell) for cell in columns[name].tolist()] for name in sorted(columns)}


def test_an_index_is_kept_beside_the_project_and_used_without_a_remark(
    store: SqliteStore, caplog: pytest.LogCaptureFixture
) -> None:
    first = answer(store)
    written = kept_of(store).stat().st_mtime_ns

    assert answer(store) == first
    assert kept_of(store).stat().st_mtime_ns == written
    assert kept_of(store).parent.name == "mine.hanse-index"
    assert caplog.text == ""


def test_an_index_cut_short_anywhere_is_told_of_and_made_anew(
    store: SqliteStore, caplog: pytest.LogCaptureFixture
) -> None:
    right = answer(store)
    place = kept_of(store)
    whole = place.read_bytes()

    for length in (0, 7, 30, len(whole) // 2, len(whole) - 1):
        place.write_bytes(whole[:length])
        caplog.clear()
        assert answer(store) == right
        assert "the index is not used" in caplog.text
        assert place.read_bytes() == whole


def test_an_index_in_which_a_bit_turned_over_gives_the_right_answer_all_the_same(
    store: SqliteStore, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    right = answer(store)
    place = kept_of(store)
    whole = place.read_bytes()

    for spot in range(0, len(whole), 61):
        turned = bytes([whole[spot] ^ 16])
        place.write_bytes(whole[:spot] + turned + whole[spot + 1 :])
        assert answer(store) == right


@pytest.mark.parametrize("change", [{"made_by": [0, "0.0"]}, {"day": "2014"}])
def test_an_index_of_another_version_or_day_is_not_trusted_however_whole(
    store: SqliteStore, caplog: pytest.LogCaptureFixture, change: dict[str, object]
) -> None:
    right = answer(store)
    place = kept_of(store)
    whole = place.read_bytes()
    place.write_bytes(with_head(whole, {**change, "texts": []}))

    assert answer(store) == right
    assert "it is of another version of Hanse" in caplog.text
    assert place.read_bytes() == whole


def with_head(whole: bytes, change: dict[str, object]) -> bytes:
    """Return the file with another head, sound in itself."""
    start = len(MARK) + 12
    length = int.from_bytes(whole[len(MARK) : len(MARK) + 8], "little")
    head = {**json.loads(whole[start : start + length]), **change}
    text = json.dumps(head).encode("ascii").ljust(length)
    assert len(text) == length
    checksum = zlib.crc32(text).to_bytes(4, "little")
    return whole[: len(MARK) + 8] + checksum + text + whole[start + length :]


def test_after_a_change_the_index_is_that_of_the_changed_project(store: SqliteStore) -> None:
    before = Index.of(store)
    store.write(intake(cluster("Newcomer"), origin="another"))

    after = Index.of(store)

    assert (before.ids.find("newcomer"), after.version) == (None, store.version)
    assert after.ids.find("newcomer") is not None


def test_where_no_index_can_be_kept_the_answer_is_right_and_a_remark_says_so(
    store: SqliteStore, caplog: pytest.LogCaptureFixture
) -> None:
    kept_of(store).parent.write_text("in the way")
    held = SqliteStore.in_memory([intake(CLAIMS)], address="test")

    assert answer(store) == answer(held)
    assert "the index cannot be kept" in caplog.text
    assert kept_of(store).parent.read_text() == "in the way"
    assert place_of(held, None) is None


def test_only_the_latest_days_are_kept_and_nothing_unfinished_for_long(
    store: SqliteStore,
) -> None:
    opened(store, None)
    folder = kept_of(store).parent
    left = folder / f"{UNFINISHED}all-days.columns-x"
    left.write_bytes(b"")
    long_ago = time.time() - OLD - 60
    os.utime(left, (long_ago, long_ago))

    for year in range(2010, 2010 + DAYS_KEPT + 2):
        opened(store, str(year))

    assert not left.exists()
    assert len(list(folder.glob("*.columns"))) == DAYS_KEPT
    assert kept_of(store, str(2010 + DAYS_KEPT + 1)).exists()
