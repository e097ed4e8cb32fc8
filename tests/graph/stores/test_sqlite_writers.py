"""Two programs write to one project: the second waits, and is told who holds it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

import pytest
from tests.builders import claim, intake

from hanse.graph.errors import ProjectInUse
from hanse.graph.store import Intake
from hanse.graph.stores.holder import note_beside
from hanse.graph.stores.sqlite import SqliteStore

# Writes for as long as its reader leaves the pipe open.
SLOW_WRITER: Final = """
import sys
from pathlib import Path
from hanse.graph.claims import Claim
from hanse.graph.store import Intake
from hanse.graph.stores.sqlite import SqliteStore

def claims():
    print("writing", flush=True)
    sys.stdin.read()
    yield Claim(subject="slow", predicate="name", value="Slow", source="test", locator="p. 1")

store = SqliteStore.open(Path(sys.argv[1]))
store.write(Intake(origin="slow", claims=claims()))
store.close()
print("done", flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "mine.hanse"
    SqliteStore.create(path).close()
    return path


@contextmanager
def slow_writer(path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", SLOW_WRITER, str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writer:
        try:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "writing\n"
            yield writer
        finally:
            writer.kill()


def let_finish(writer: subprocess.Popen[str]) -> None:
    assert writer.stdin is not None
    writer.stdin.close()


def wait_for(writer: subprocess.Popen[str]) -> None:
    assert writer.stdout is not None
    assert writer.stdout.readline() == "done\n"
    assert writer.wait() == 0


def test_a_second_writer_is_told_who_holds_the_project(path: Path) -> None:
    with slow_writer(path) as writer, closing(SqliteStore.open(path, patience=0.1)) as store:
        with pytest.raises(ProjectInUse) as caught:
            store.write(intake([claim()]))

        assert f"process {writer.pid} of " in caught.value.what
        assert "since 20" in caught.value.what
        assert str(path) in str(caught.value)
        assert caught.value.hint == "try again when it has finished"
        let_finish(writer)
        wait_for(writer)


def test_a_second_writer_waits_and_then_writes_without_loss(path: Path) -> None:
    with slow_writer(path) as writer, closing(SqliteStore.open(path, patience=30)) as store:
        let_finish(writer)
        store.write(intake([claim()]))
        wait_for(writer)

        assert {said.subject for said in store.claims()} == {"biocat", "slow"}
    assert list(path.parent.iterdir()) == [path]


def test_others_read_on_while_one_writes(path: Path) -> None:
    with closing(SqliteStore.open(path)) as store:
        store.write(intake([claim()]))
        with slow_writer(path) as writer:
            assert list(store.claims()) == [claim()]
            with closing(SqliteStore.open(path, patience=0.1)) as late:
                assert list(late.claims()) == [claim()]
            let_finish(writer)
            wait_for(writer)


def test_a_project_is_free_again_when_its_writer_was_killed(path: Path) -> None:
    with slow_writer(path) as writer:
        writer.kill()
        writer.wait()
    assert note_beside(path).exists()

    with closing(SqliteStore.open(path, patience=0.1)) as store:
        assert store.write(intake([claim()])).added == 1

    assert list(path.parent.iterdir()) == [path]


def test_a_note_left_over_holds_nobody_up(path: Path) -> None:
    note_beside(path).write_text('{"process": 1, "user": "anna", "since": "long ago"}')

    with closing(SqliteStore.open(path, patience=0)) as store:
        store.write(Intake(origin="a"))

    assert os.listdir(path.parent) == [path.name]  # noqa: PTH208  # names are what matters
