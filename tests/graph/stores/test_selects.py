"""The statements are constants; the store's own tests ask them of real projects."""

import sqlite3
from pathlib import Path

import pytest
from tests.builders import claim, intake

from hanse.graph.model import Source
from hanse.graph.store import Intake
from hanse.graph.stores import selects
from hanse.graph.stores.sqlite import SqliteStore

STATEMENTS = {
    name: text
    for name, text in vars(selects).items()
    if name.isupper() and isinstance(text, str) and text.startswith("SELECT")
}


def test_rows_go_by_the_names_of_their_columns() -> None:
    cursor = sqlite3.connect(":memory:").execute("SELECT 1 AS one, 'b' AS two")

    assert list(selects.dicts(cursor)) == [{"one": 1, "two": "b"}]


@pytest.mark.parametrize("name", sorted(STATEMENTS))
def test_no_value_is_ever_written_into_a_statement(name: str) -> None:
    assert "{" not in STATEMENTS[name]
    assert ";" not in STATEMENTS[name]


def test_a_source_that_two_origins_bring_is_that_of_the_newest(tmp_path: Path) -> None:
    store = SqliteStore.create(tmp_path / "mine.hanse")
    for origin, title in (("a.csv", "First"), ("b.csv", "Second")):
        store.write(Intake(origin=origin, sources=(Source(id="d41", title=title),)))

    assert [source.title for source in store.contents().sources] == ["Second"]


def test_a_statement_of_two_origins_is_read_once(tmp_path: Path) -> None:
    store = SqliteStore.create(tmp_path / "mine.hanse")
    store.write(intake([claim()], origin="a.csv"))
    store.write(intake([claim()], origin="b.csv"))

    assert len(list(store.claims())) == 1
