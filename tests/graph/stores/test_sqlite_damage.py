"""A damaged or foreign file is refused, stays as it was, and never gives a wrong answer."""

import hashlib
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest
from tests.builders import claim, cluster, partnership

from hanse.graph.claims import Claim
from hanse.graph.errors import DamagedProject, NewerProject, UserMistake
from hanse.graph.model import Settings, Source
from hanse.graph.store import Contents, Definition, Intake, PutAside
from hanse.graph.stores.sqlite import SqliteStore

FLIPS: Final = 400
CHANCE: Final = 20170413  # the day of the search: the same places are tried every time

Held = tuple[Contents, list[Claim]]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with something of everything that a project can hold."""
    path = tmp_path_factory.mktemp("whole") / "mine.hanse"
    names = [f"Cluster number {n} of somewhere" for n in range(40)]
    said = [c for name in names for c in cluster(name, country="ES", regions=["Catalonia"])]
    said += partnership("LASER-GO", members=["cluster-number-1-of-somewhere"])
    with closing(SqliteStore.create(path)) as store:
        store.write(
            Intake(
                origin="laser-go",
                claims=said,
                sources=(Source(id="test", title="A document made for a test"),),
                definitions=(Definition(kind="chain", id="c", text="id = 'c'\n" * 50),),
                put_aside=(PutAside(file="f.csv", reason="no name", remedy="write one"),),
                settings=Settings(title="LASER-GO", trust=("d41", "nl")),
            )
        )
        store.write(Intake(origin="gone", claims=[claim(f"gone-{n}") for n in range(300)]))
        store.write(Intake(origin="gone"))
    return path


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "mine.hanse"))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def held(path: Path) -> Held:
    with closing(SqliteStore.open(path)) as store:
        everything = list(store.claims())
        assert list(store.claims(of={said.subject for said in everything})) == everything
        assert sum(store.claims_by_source().values()) == len(everything)
        return store.contents(), everything


# -- damage --------------------------------------------------------------------------------


def cut_to(share: float) -> Callable[[bytes], bytes]:
    return lambda content: content[: int(len(content) * share)]


DAMAGES: Final[dict[str, Callable[[bytes], bytes]]] = {
    "empty": lambda _: b"",
    "the header alone": lambda content: content[:100],
    "one page": lambda content: content[:4096],
    "half of it": cut_to(0.5),
    "all but the last page": lambda content: content[:-4096],
    "all but the last byte": lambda content: content[:-1],
    "something behind its end": lambda content: content + b"\n",
    "a page of zeros": lambda content: content[:8192] + bytes(4096) + content[12288:],
    "two pages exchanged": lambda content: (
        content[:4096] + content[8192:12288] + content[4096:8192] + content[12288:]
    ),
    "garbage behind the header": lambda content: content[:100] + b"\xa5" * (len(content) - 100),
    "garbage": lambda content: b"\xa5" * len(content),
    "read as text and written again": lambda content: content.decode("latin-1").encode("utf-8"),
    "line ends changed": lambda content: content.replace(b"\n", b"\r\n"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_project_is_refused_and_left_as_it_is(path: Path, damage: str) -> None:
    path.write_bytes(DAMAGES[damage](path.read_bytes()))
    before = digest(path)

    with pytest.raises(DamagedProject) as caught:
        held(path)

    assert caught.value.where == str(path)
    assert caught.value.hint
    assert "\n" not in caught.value.what
    assert digest(path) == before
    assert list(path.parent.iterdir()) == [path]


def flips(content: bytes) -> Iterator[tuple[int, int]]:
    """Yield places and patterns: the whole header, then places anywhere."""
    chance = random.Random(CHANCE)
    for place in range(100):
        yield place, 0xFF
    for _ in range(FLIPS):
        yield chance.randrange(len(content)), chance.choice((0x01, 0x20, 0x80, 0xFF))


def test_a_flipped_byte_is_refused_or_makes_no_difference(path: Path) -> None:
    content, expected = path.read_bytes(), held(path)
    refused = 0

    for place, pattern in flips(content):
        damaged = bytearray(content)
        damaged[place] ^= pattern
        path.write_bytes(damaged)
        before = digest(path)
        try:
            assert held(path) == expected, (place, pattern)
        except UserMistake:
            refused += 1
        assert digest(path) == before, (place, pattern)
        assert list(path.parent.iterdir()) == [path], (place, pattern)

    assert refused > FLIPS / 4


@pytest.mark.parametrize(
    "text",
    [b"Cluster number 7 of somewhere", b"id = 'c'", b"no name", b"A document made", b"d41"],
    ids=repr,
)
def test_a_letter_that_changed_by_itself_is_noticed_wherever_it_stands(
    path: Path, text: bytes
) -> None:
    content = path.read_bytes()
    assert text in content
    path.write_bytes(content.replace(text, text[:-1] + b"#"))

    with pytest.raises(DamagedProject):
        held(path)


def test_a_claim_that_is_gone_from_the_table_is_noticed(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM claim WHERE predicate = 'member_of'")
        connection.commit()

    with pytest.raises(DamagedProject, match="its contents are not those last written"):
        held(path)


# -- files of others -----------------------------------------------------------------------


def foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
        connection.commit()


def foreign_database_with_a_log(path: Path) -> None:
    """Make a database that SQLite keeps two files beside when it is opened to be written."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
        connection.commit()


def database_with_our_mark_and_nothing_else(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "PRAGMA application_id = 0x48616E73; PRAGMA user_version = 1; CREATE TABLE t (x);"
        )


FOREIGN: Final[dict[str, Callable[[Path], object]]] = {
    "another database": foreign_database,
    "another database with a log": foreign_database_with_a_log,
    "our mark alone": database_with_our_mark_and_nothing_else,
    "a table": lambda path: path.write_text("id,name\n1,BIOCAT\n", encoding="utf-8"),
    "a workbook": lambda path: path.write_bytes(b"PK\x03\x04" + bytes(5000)),
    "a page": lambda path: path.write_text("<!doctype html><p>Sign in", encoding="utf-8"),
    "an old database": lambda path: path.write_bytes(b"** This file contains an SQLite 2.1"),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_a_file_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "mine.hanse"
    FOREIGN[kind](path)
    before = digest(path)

    with pytest.raises(DamagedProject):
        SqliteStore.open(path)

    assert digest(path) == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_project_of_a_later_hanse_is_refused_and_left_as_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = digest(path)

    with pytest.raises(NewerProject, match="written by a later Hanse"):
        SqliteStore.open(path)

    assert digest(path) == before


def test_a_trigger_smuggled_into_a_project_does_not_run_when_it_is_opened(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "CREATE TRIGGER t AFTER INSERT ON origin BEGIN DELETE FROM claim; END;"
        )
    before = digest(path)

    _, claims = held(path)

    assert claims
    assert digest(path) == before
