"""An import that is killed at any moment leaves the project as it was before, or after."""

import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest
from tests.builders import claim, intake

from hanse.graph.errors import ReadOnlyProject
from hanse.graph.stores.holder import note_beside
from hanse.graph.stores.project_file import check, connect_to_read
from hanse.graph.stores.sqlite import SqliteStore

KILLS: Final = 50
CLAIMS: Final = 3000
# Replaces the claims of one origin by as many others.
IMPORT: Final = """
import sys
from pathlib import Path
from hanse.graph.claims import Claim
from hanse.graph.store import Intake
from hanse.graph.stores.sqlite import SqliteStore

path, name, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
claims = [
    Claim(subject=f"{name}-{n}", predicate="name", value=name, source="test", locator="p. 1")
    for n in range(number)
]
store = SqliteStore.open(path)
print("begins", flush=True)
store.write(Intake(origin="test", claims=claims))
print("ends", flush=True)
"""


class Import:
    """An import in a program of its own."""

    def __init__(self, path: Path, name: str) -> None:
        command = [sys.executable, "-c", IMPORT, str(path), name, str(CLAIMS)]
        self.program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.says("begins")

    def says(self, word: str) -> None:
        assert self.program.stdout is not None
        assert self.program.stdout.readline() == f"{word}\n"

    def seconds(self) -> float:
        begin = time.perf_counter()
        self.says("ends")
        lasted = time.perf_counter() - begin
        self.end()
        return lasted

    def kill_after(self, seconds: float) -> None:
        time.sleep(seconds)
        self.program.send_signal(signal.SIGKILL)
        self.end()

    def end(self) -> None:
        assert self.program.stdout is not None
        self.program.wait()
        self.program.stdout.close()


def held(path: Path) -> Counter[str]:
    """Return how many claims say which name; opening the project checks that it is whole."""
    with closing(SqliteStore.open(path)) as store:
        return Counter(str(said.value) for said in store.claims())


@pytest.fixture
def torn(tmp_path: Path) -> Path:
    """Return a project as a killed program leaves it in the middle of writing to the disk."""
    path = tmp_path / "mine.hanse"
    with closing(SqliteStore.create(path)) as store:
        store.write(intake([claim(f"cluster-{n}") for n in range(500)]))
    folder = tmp_path / "torn"
    folder.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")  # so that pages reach the disk at once
        connection.execute("BEGIN")
        connection.execute("UPDATE claim SET value = value || ' half written'")
        for file in tmp_path.glob("mine.hanse*"):
            shutil.copy(file, folder)
    return folder / path.name


def test_what_was_half_on_the_disk_is_undone_when_the_project_is_opened(torn: Path) -> None:
    journal = torn.with_name("mine.hanse-journal")
    assert journal.exists()
    assert b"half written" in torn.read_bytes()

    assert held(torn) == Counter({"BIOCAT": 500})

    assert not journal.exists()
    assert b"half written" not in torn.read_bytes()


def test_what_was_half_on_the_disk_is_not_shown_where_it_cannot_be_undone(torn: Path) -> None:
    """Opened as a reader only, which an administrator cannot be by rights alone."""
    with pytest.raises(ReadOnlyProject) as caught, closing(connect_to_read(torn)) as connection:
        check(connection, path=torn)

    assert caught.value.what.startswith("an import was broken off")
    assert caught.value.hint == "make the file and its folder writable"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system knows no SIGKILL")
def test_an_import_killed_at_fifty_moments_leaves_before_or_after(tmp_path: Path) -> None:
    path = tmp_path / "mine.hanse"
    SqliteStore.create(path).close()
    lasts = Import(path, "import-0").seconds()
    chance, broken_off, before = random.Random(), 0, "import-0"

    for number in range(1, KILLS + 1):
        after = f"import-{number}"
        Import(path, after).kill_after(chance.uniform(0, 1.5 * lasts))
        broken_off += note_beside(path).exists()

        now = held(path)

        assert now in (Counter({before: CLAIMS}), Counter({after: CLAIMS}))
        before = next(iter(now))

    assert broken_off > KILLS / 5, "the kills did not fall into the imports"
    Import(path, "last").seconds()
    assert held(path) == Counter({"last": CLAIMS})
    assert list(tmp_path.iterdir()) == [path]
