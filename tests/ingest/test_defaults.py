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

    write_beside(store, intake([claim("b")], origin="escp", settings=THEIRS))

    assert store.contents().settings == OURS
    assert len(list(store.claims())) == 2


def test_a_project_without_defaults_takes_those_that_come_with_a_file() -> None:
    store = store_with(None)

    write_beside(store, intake([claim("b")], origin="escp", settings=THEIRS))

    assert store.contents().settings == THEIRS
