"""What is said of an unknown name on the index is what the graph of all would say."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import intake
from tests.worlds import CLUSTERS, NAMES, world

from hanse.graph.errors import UnknownName
from hanse.graph.index import Index
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.store import Store
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.cases import shipped
from hanse.queries.indexed import naming
from hanse.queries.indexed.naming import find, near

ASKED = [
    ("optence", ("cluster",)),
    ("Optense", ("cluster",)),
    ("bio cat", ("cluster",)),
    ("Lyon", ("cluster",)),
    ("laser", ("partnership",)),
    ("photonic", ()),
    ("österreich", ("region",)),
    ("zzzzzz", ("cluster",)),
    ("zzzzzz", ("consortium",)),
    ("", ("cluster",)),
    ("laser-go", ("partnership",)),
    ("LASER GO", ("partnership", "consortium")),
]


@pytest.fixture(scope="module")
def store() -> Store:
    return SqliteStore.in_memory(shipped("laser-go"), address="laser-go")


@pytest.mark.parametrize("day", [None, "2010", "2017-04-13"])
def test_the_hint_is_that_of_the_graph(store: Store, day: str | None) -> None:
    graph, index = PartnershipGraph.of(store, as_of=day), Index.of(store, as_of=day)

    for name, kinds in ASKED:
        plain, indexed = (
            said(lambda: graph.find(name, *kinds)),  # noqa: B023  # called at once
            said(lambda: find(index, store, name, kinds)),  # noqa: B023
        )
        assert indexed == plain, name


@given(st.integers(0, 10**9))
def test_the_hint_heeds_the_names_of_what_was_judged_to_be_the_same(seed: int) -> None:
    kept = SqliteStore.in_memory([intake(world(Random(seed)))], address="here")
    graph, index = PartnershipGraph.of(kept), Index.of(kept)

    for name in (*NAMES, *CLUSTERS, "Valey", "nobody"):
        plain, indexed = (
            said(lambda: graph.find(name)),  # noqa: B023  # called at once
            said(lambda: find(index, kept, name, ())),  # noqa: B023
        )
        assert indexed == plain, name


def said(ask: object) -> tuple[str, ...]:
    try:
        return (str(ask()),)  # type: ignore[operator]
    except UnknownName as error:
        return (error.what, str(error.hint))


def test_a_thing_of_another_day_is_known_to_be_one(store: Store) -> None:
    with pytest.raises(UnknownName, match="not on 2010") as caught:
        find(Index.of(store, as_of="2010"), store, "laser-go", ("partnership",))

    assert caught.value.hint == "ask for another day with --as-of"


def test_of_many_names_only_those_with_letters_in_common_are_compared(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(naming, "NEAR", 1)
    monkeypatch.setattr(naming, "COMPARED", 5)
    index = Index.of(store)

    assert "optence" in index.ids.some(near(index, "optencce", ("cluster",)))
