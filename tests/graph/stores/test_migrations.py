"""A project of an older schema is brought up to date, and a copy stays as it was."""

import hashlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.builders import claim

from hanse.graph.errors import DamagedProject, ProjectInUse
from hanse.graph.model import Settings, Source
from hanse.graph.quantities import Quantity
from hanse.graph.store import Contents, Definition, Intake, Origin
from hanse.graph.stores.migrations import STEPS
from hanse.graph.stores.project_file import SCHEMA_VERSION
from hanse.graph.stores.sqlite import SqliteStore

SCHEMA_0 = Path(__file__).with_name("schema_0.sql")
CLAIMS = [
    claim("biocat", "annex_no", 7, source="own", locator="row 3"),
    claim(
        "biocat", "eccp_listed", value=True, source="own", locator="row 2", since="2016",
        until="2017", role="member", status="assumption",
    ),
    claim("biocat", "kind", "cluster", source="d41", locator="p. 7"),
    claim(
        "biocat",
        "members",
        Quantity(value=100, upper=150, unit="members", qualifier="between"),
        source="d41", locator="p. 8", as_of="2017", status="repaired",
        as_written="one hundred to 15O", note="a letter O",
    ),
]  # fmt: skip


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "mine.hanse"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(SCHEMA_0.read_text(encoding="utf-8"))
    return path


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def schema_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_a_way_leads_from_every_older_schema_to_this_one() -> None:
    assert sorted(STEPS) == list(range(SCHEMA_VERSION))


def test_an_older_project_holds_afterwards_what_it_held_before(old: Path) -> None:
    with closing(SqliteStore.open(old)) as store:
        assert list(store.claims()) == CLAIMS
        assert store.contents() == Contents(
            sources=(
                Source(id="d41", title="Guide", publisher="LASER-GO", date="2017"),
                Source(id="own", title="Own list", kind="file"),
            ),
            definitions=(Definition(kind="chain", id="photonics-for-health", text='id = "p"'),),
            origins=(
                Origin(name="laser-go", rows=0, written="2026-01-02T03:04:05+00:00"),
                Origin(name="own.csv", rows=0, written="2026-02-03T04:05:06+00:00"),
            ),
            settings=Settings(title="LASER-GO", as_of="2017-04-13"),
        )

    assert schema_of(old) == SCHEMA_VERSION


def test_a_copy_of_the_older_project_stands_beside_it(old: Path) -> None:
    before = dump(old)

    SqliteStore.open(old).close()

    copy = old.with_name("mine.hanse.schema-0")
    assert sorted(old.parent.iterdir()) == [old, copy]
    assert dump(copy) == before
    assert schema_of(copy) == 0


def test_a_copy_never_takes_the_place_of_another_file(old: Path) -> None:
    for name in ("mine.hanse.schema-0", "mine.hanse.schema-0.2"):
        old.with_name(name).write_text("an earlier copy")

    SqliteStore.open(old).close()

    assert old.with_name("mine.hanse.schema-0").read_text() == "an earlier copy"
    assert schema_of(old.with_name("mine.hanse.schema-0.3")) == 0


def test_what_is_up_to_date_is_left_alone(old: Path) -> None:
    SqliteStore.open(old).close()
    before, files = digest(old), sorted(old.parent.iterdir())

    SqliteStore.open(old).close()

    assert digest(old) == before
    assert sorted(old.parent.iterdir()) == files


def test_a_project_brought_up_to_date_can_be_written(old: Path) -> None:
    with closing(SqliteStore.open(old)) as store:
        changes = store.write(Intake(origin="own.csv", claims=[CLAIMS[0], claim("optence")]))

        assert (changes.added, changes.removed, changes.unchanged) == (1, 1, 1)
        assert claim("optence") in list(store.claims())


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE claim SET source = '' WHERE predicate = 'annex_no'",
        "UPDATE claim SET value = 'seven' WHERE type = 'q'",
        "UPDATE claim SET value = 9e999 WHERE type = 'n'",
        "UPDATE claim SET origin = 'nobody'",
        "DROP TABLE definition",
        "ALTER TABLE claim DROP COLUMN role",
    ],
)
def test_an_older_project_that_does_not_hold_what_it_should_is_refused_untouched(
    old: Path, spoil: str
) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.execute(spoil)
        connection.commit()
    before = digest(old)

    with pytest.raises(DamagedProject, match="cannot be brought up to date from schema 0"):
        SqliteStore.open(old)

    assert digest(old) == before


def test_a_current_project_that_says_it_is_old_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "mine.hanse"
    SqliteStore.create(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 0")
    before = digest(path)

    with pytest.raises(DamagedProject):
        SqliteStore.open(path)

    assert digest(path) == before


def test_an_older_project_that_another_program_writes_to_is_not_touched(old: Path) -> None:
    with closing(sqlite3.connect(old, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(ProjectInUse):
            SqliteStore.open(old, patience=0.05)

    assert schema_of(old) == 0
    assert os.listdir(old.parent) == [old.name]  # noqa: PTH208  # names are what matters
