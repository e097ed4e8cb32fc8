"""A small project is read as a graph, a large one on its index, and nobody can tell."""

from collections.abc import Callable
from typing import Final

import pytest
from tests.builders import intake

from hanse.graph.errors import UnknownName
from hanse.graph.model import Settings, ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.store import Store
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.cases import shipped
from hanse.ingest.chains import read_chain
from hanse.ingest.guides import read_guide
from hanse.queries import engine as module
from hanse.queries.engine import Engine
from hanse.queries.readings.indexed import IndexedReading
from hanse.queries.readings.plain import PlainReading

DAY: Final = "2017-04-13"  # LASER-GO


@pytest.fixture(scope="module", params=["laser-go", "escp", "demo-ratings"])
def project(request: pytest.FixtureRequest) -> SqliteStore:
    name = str(request.param)
    return SqliteStore.in_memory(shipped(name), address=name)


@pytest.fixture(scope="module")
def store() -> SqliteStore:
    return SqliteStore.in_memory(shipped("laser-go"), address="laser-go")


@pytest.fixture
def large(project: Store, monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setattr(module, "LARGE", 0)
    return Engine(project, as_of=day_of(project))


@pytest.fixture
def small(project: Store) -> Engine:
    return Engine(project, graph=PartnershipGraph.of(project, as_of=day_of(project)))


def day_of(project: Store) -> str | None:
    return project.contents().settings.as_of


def chain_of(engine: Engine) -> ValueChain:
    return read_chain(engine.definitions("chain")[0].text, where="chain")


def unknown(engine: Engine, name: str, *kinds: str) -> str:
    """Return what is said of a name that nothing has."""
    with pytest.raises(UnknownName) as caught:
        engine.find(name, *kinds)
    return f"{caught.value.what}: {caught.value.hint}"


def test_the_size_of_a_project_decides_on_the_reading(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGE", store.size - 1)
    assert isinstance(Engine(store).reading, IndexedReading)
    monkeypatch.setattr(module, "LARGE", store.size)
    assert isinstance(Engine(store).reading, PlainReading)


def test_a_graph_that_was_made_already_answers(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGE", 0)
    graph = PartnershipGraph.of(store, as_of="2016")
    engine = Engine(store, graph=graph)

    assert isinstance(engine.reading, PlainReading)
    assert engine.graph is graph
    assert engine.as_of == "2016"


QUESTIONS: Final[dict[str, Callable[[Engine], object]]] = {
    "find": lambda engine: engine.find("OPTENCE"),
    "unknown": lambda engine: unknown(engine, "OPTENSE", "cluster"),
    "near": lambda engine: engine.near("the-six").members("the-six"),
    "part": lambda engine: engine.part(["optence"]).cluster("optence"),
    "clusters": lambda engine: list(engine.clusters()),
    "search": lambda engine: engine.search("opt"),
    "passing": lambda engine: engine.passing({"country": ["FR", "DE"]}),
    "neighbourhood": lambda engine: engine.neighbourhood("biocat", hops=2, most=30),
    "candidates": lambda engine: engine.candidates(
        alliance=["biocat", "lyonbiopole"], chain=chain_of(engine), without=["optence"]
    ),
    "reach": lambda engine: engine.reach(alliance=["biocat"], candidates=["medicen"]),
    "evaluate": lambda engine: engine.evaluate(
        read_guide(engine.definitions("guide")[0].text, where="guide"), engine.clusters()
    ),
    "matches": lambda engine: list(engine.matches(chain_of(engine), top=3)),
    "settings": lambda engine: engine.settings,
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_which_reading_answers_is_never_seen(question: str, small: Engine, large: Engine) -> None:
    assert QUESTIONS[question](large) == QUESTIONS[question](small)


def test_what_is_not_there_on_a_day_is_said_to_be_there_on_another(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = Engine(store, graph=PartnershipGraph.of(store, as_of="2010"))
    monkeypatch.setattr(module, "LARGE", 0)
    large = Engine(store, as_of="2010")

    said = unknown(large, "LASER-GO", "partnership")

    assert "not on 2010" in said
    assert said == unknown(small, "LASER-GO", "partnership")


def test_who_completes_whom_is_asked_of_the_index_much_sooner(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = Engine(store, as_of=DAY)
    pairs = list(engine.matches(chain_of(engine), top=2))
    monkeypatch.setattr(module, "MANY_PAIRS", 0)
    other = Engine(store, as_of=DAY)

    assert list(other.matches(chain_of(engine), top=2)) == pairs
    assert "index" in vars(other._indexed)
    assert not other.is_large


def test_what_a_project_takes_is_known_without_its_graph() -> None:
    settings = Settings(alliance="p", as_of="2017")
    kept = SqliteStore.in_memory([intake(settings=settings)], address="test")
    engine = Engine(kept)

    assert engine.settings.alliance == "p"
    assert "graph" not in vars(engine._plain)
