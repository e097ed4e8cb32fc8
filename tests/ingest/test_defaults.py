from tests.builders import claim, intake

from hanse.graph.model import Settings
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.defaults import write_beside

OURS = Settings(title="Ours", alliance="laser-go", rules="our-rules", pool="our-pool")
THEIRS = Settings(title="Theirs", alliance="laser-go-global", as_of="2019-05-01")


def store_with(settings: Settings | None) -> SqliteStore:
    start = intake([claim()], origin="start", settings=settings)
    return SqliteStore.in_memory([start], address="test", is_read_only=False)


def test_what_is_loaded_never_changes_the_defaults_of_a_project_that_has_some() -> None:
    store = store_with(OURS)

    write_beside(store, [intake([claim("b")], origin="escp", settings=THEIRS)])

    assert store.contents().settings == OURS
    assert len(list(store.claims())) == 2


def test_a_project_without_defaults_takes_those_that_come_with_a_file() -> None:
    store = store_with(None)

    write_beside(store, [intake([claim("b")], origin="escp", settings=THEIRS)])

    assert store.contents().settings == THEIRS


def test_several_intakes_are_written_in_one_go_and_the_first_settings_count() -> None:
    store = store_with(None)
    several = [
        intake([claim("b")], origin="one", settings=OURS),
        intake([claim("c")], origin="two", settings=THEIRS),
    ]

    assert [change.added for change in write_beside(store, several)] == [1, 1]
    assert store.contents().settings == OURS


def test_what_comes_in_parts_under_one_origin_does_not_replace_itself() -> None:
    store = store_with(OURS)
    parts = [intake([claim("b")], origin="both"), intake([claim("c")], origin="both")]

    (change,) = write_beside(store, parts)

    assert change.added == 2
    assert {said.subject for said in store.claims()} >= {"b", "c"}
