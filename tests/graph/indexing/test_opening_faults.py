"""A kept index may be torn, half made or not to be written at all: answers are right, claims safe.

Each fault is a real one: other programs are killed, run at once, or may write no more.
"""

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Final

import pytest
from tests.builders import intake
from tests.worlds import world

from hanse.graph.index import Index
from hanse.graph.indexing.keeping import MARK, UNFINISHED
from hanse.graph.indexing.opening import Columns, opened, place_of
from hanse.graph.stores.sqlite import SqliteStore

KILLS: Final = 12
DAMAGES: Final = 60
# Prints a checksum of everything that the index says.
ASK: Final = """
import sys
from hashlib import sha256
from pathlib import Path
from hanse.graph.indexing.opening import opened
from hanse.graph.stores.sqlite import SqliteStore

store = SqliteStore.open(Path(sys.argv[1]))
print("begins", flush=True)
columns = opened(store, None)
said = b"".join(name.encode() + columns[name].tobytes() for name in sorted(columns))
print(sha256(said).hexdigest(), flush=True)
"""
# The same, but stops where a file is written whole and not yet in its place.
ASK_AND_STOP: Final = """
import os, time
def stop(handle):
    print("begun", flush=True)
    time.sleep(60)
os.fsync = stop
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("faults") / "mine.hanse"
    store = SqliteStore.create(path)
    store.write(intake(world(Random(7))))
    store.close()
    return path


@pytest.fixture
def store(project: Path) -> Iterator[SqliteStore]:
    before = sha256(project.read_bytes()).hexdigest()
    made = SqliteStore.open(project)
    opened(made, None)
    yield made
    made.close()
    assert sha256(project.read_bytes()).hexdigest() == before  # claims are never touched


@pytest.fixture
def place(store: SqliteStore) -> Path:
    found = place_of(store, None)
    assert found is not None
    for left in found.parent.glob(f"{UNFINISHED}*"):  # by the programs that were killed before
        left.unlink()
    return found


def said(columns: Columns) -> str:
    parts = (name.encode() + columns[name].tobytes() for name in sorted(columns))
    return sha256(b"".join(parts)).hexdigest()


def program(project: Path, before: str = "") -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", before + ASK, str(project)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def answer_of(asking: "subprocess.Popen[str]") -> tuple[str, str]:
    """Return what a program found, and its remarks."""
    out, err = asking.communicate(timeout=60)
    return out.split()[-1], err


def cut(whole: bytes, random: Random) -> bytes:
    return whole[: random.randrange(len(whole))]


def lengthened(whole: bytes, random: Random) -> bytes:
    return whole + random.randbytes(random.randint(1, 99))


def turned(start: float, end: float) -> Callable[[bytes, Random], bytes]:
    """Turn one bit over between two shares of the file."""

    def turn(whole: bytes, random: Random) -> bytes:
        spot = random.randrange(int(start * len(whole)), max(1, int(end * len(whole))))
        return whole[:spot] + bytes([whole[spot] ^ 1 << random.randrange(8)]) + whole[spot + 1 :]

    return turn


def turned_at_the_beginning(whole: bytes, random: Random) -> bytes:
    spot = random.randrange(len(MARK) + 12)
    return whole[:spot] + bytes([whole[spot] ^ 1 << random.randrange(8)]) + whole[spot + 1 :]


def emptied_in_part(whole: bytes, random: Random) -> bytes:
    start = random.randrange(len(whole))
    length = min(random.randint(1, 4096), len(whole) - start)
    return whole[:start] + bytes(length) + whole[start + length :]


DAMAGE: Final = {
    "cut short": cut,
    "something behind its end": lengthened,
    "a bit in its mark, length or checksum": turned_at_the_beginning,
    "a bit in its first half": turned(0, 0.5),
    "a bit in its second half": turned(0.5, 1),
    "zeros where a block was not written": emptied_in_part,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_whatever_is_damaged_the_answer_is_that_of_an_index_made_anew(
    store: SqliteStore,
    place: Path,
    caplog: pytest.LogCaptureFixture,
    damage: Callable[[bytes, Random], bytes],
) -> None:
    right, whole, random = said(opened(store, None)), place.read_bytes(), Random(5)

    remarks = 0
    for _ in range(DAMAGES):
        torn = damage(whole, random)
        place.write_bytes(torn)
        caplog.clear()
        assert said(opened(store, None)) == right
        remarks += "it is made anew" in caplog.text
    assert remarks > DAMAGES // 3  # a bit between two columns, or a zero made zero, means nothing


def test_a_program_killed_while_it_makes_the_index_leaves_nothing_that_is_believed(
    store: SqliteStore, project: Path, place: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    right, random = said(opened(store, None)), Random(3)
    for _ in range(KILLS):
        place.unlink(missing_ok=True)
        asking = program(project)
        assert asking.stdout is not None
        assert asking.stdout.readline() == "begins\n"
        time.sleep(random.uniform(0, 0.06))
        asking.send_signal(signal.SIGKILL)
        asking.communicate()

        assert said(opened(store, None)) == right


def test_an_index_left_half_made_is_told_of_and_not_used(
    store: SqliteStore, project: Path, place: Path, caplog: pytest.LogCaptureFixture
) -> None:
    right = said(opened(store, None))
    place.unlink()
    asking = program(project, ASK_AND_STOP)
    assert asking.stdout is not None
    assert [asking.stdout.readline() for _ in range(2)] == ["begins\n", "begun\n"]
    asking.kill()
    asking.communicate()

    left = list(place.parent.glob(f"{UNFINISHED}*"))
    assert len(left) == 1
    assert said(opened(store, None)) == right
    assert "an index that was begun is not finished; it is not used" in caplog.text


def test_programs_that_make_it_at_once_find_the_same_and_leave_one_whole(
    store: SqliteStore, project: Path, place: Path
) -> None:
    right = said(opened(store, None))
    place.unlink()

    found = [answer_of(asking)[0] for asking in [program(project) for _ in range(4)]]

    assert found == [right] * 4
    assert said(opened(store, None)) == right
    assert not list(place.parent.glob(f"{UNFINISHED}*"))


def test_where_no_more_may_be_written_the_answer_is_right_and_takes_longer(
    store: SqliteStore, project: Path, place: Path
) -> None:
    right = said(opened(store, None))
    place.unlink()
    limit = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"

    found, remarks = answer_of(program(project, limit))

    assert found == right
    assert "the index cannot be kept (File too large)" in remarks
    assert not place.exists()
    assert not list(place.parent.glob(f"{UNFINISHED}*"))


@pytest.mark.skipif(os.geteuid() == 0, reason="who administers a machine may write anywhere")
def test_in_a_folder_that_is_only_read_the_answer_is_right(
    store: SqliteStore, place: Path, caplog: pytest.LogCaptureFixture
) -> None:
    right = said(opened(store, None))
    place.unlink()
    place.parent.chmod(0o500)
    try:
        assert said(opened(store, None)) == right
    finally:
        place.parent.chmod(0o700)
    assert "the index cannot be kept" in caplog.text


def test_where_a_file_stands_in_the_way_the_answer_is_right_and_the_file_stays(
    store: SqliteStore, place: Path, caplog: pytest.LogCaptureFixture
) -> None:
    right = said(opened(store, None))
    for kept in place.parent.iterdir():
        kept.unlink()
    place.parent.rmdir()
    place.parent.write_text("mine")

    try:
        assert said(opened(store, None)) == right
        assert place.parent.read_text() == "mine"
    finally:
        place.parent.unlink()
    assert "the index cannot be kept" in caplog.text


def test_an_index_too_large_for_the_memory_is_refused_before_it_is_begun(
    store: SqliteStore, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hanse.graph.indexing import room

    place.unlink()
    monkeypatch.setattr(room, "at_hand", lambda: 1000)

    with pytest.raises(room.TooLarge, match="the index would take about"):
        Index.of(store)
    assert not place.exists()
