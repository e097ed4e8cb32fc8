import pytest
from tests.builders import claim, cluster, intake, value_chain

from hanse.graph.indexing import room
from hanse.graph.indexing.room import TooLarge
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.readings import plain
from hanse.queries.readings.plain import PlainReading

OPTICS, BIO = ({"technology_field": [label]} for label in ("Optics", "Biotech"))
CHAIN = value_chain({"Optics": 1.0}, {"Biotech": 1.0})
CLAIMS = [
    *cluster("a", categories=OPTICS),
    *cluster("b", categories=BIO),
    *cluster("c", categories=BIO),
    claim("d", "kind", "cluster"),
]


@pytest.fixture
def store() -> SqliteStore:
    return SqliteStore.in_memory([intake(CLAIMS)], address="test")


def test_a_graph_that_is_there_is_read_and_no_other_made(store: SqliteStore) -> None:
    graph = PartnershipGraph.of(store)
    reading = PlainReading(store, graph=graph)

    assert reading.near("a") is graph
    assert reading.part(["a"]) is graph


def test_all_candidates_are_told_but_those_who_are_not_to_be_asked(store: SqliteStore) -> None:
    reading = PlainReading(store)

    every = reading.candidates({"alliance": ["a"], "chain": CHAIN, "top": 1})
    others = reading.candidates({"alliance": ["a"], "chain": CHAIN, "without": ["b", "d"]})

    assert [one.id for one in every.candidates] == ["b", "c"]
    assert every.uncategorised == ("d",)
    assert [one.id for one in others.candidates] == ["c"]
    assert others.uncategorised == ()


def test_a_graph_for_which_there_is_no_room_is_refused_before_it_is_made(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "at_hand", lambda: 1000)

    with pytest.raises(TooLarge, match="would take about") as refused:
        PlainReading(store).find("a")

    assert refused.value.where == "test"
    assert "ask for candidates" in str(refused.value)


def test_a_graph_is_too_large_from_some_size_on_however_much_room_there_is(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain, "MOST_OF_A_GRAPH", 1)

    with pytest.raises(TooLarge, match="the graph of the whole project"):
        PlainReading(store).clusters()
