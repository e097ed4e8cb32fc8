"""Every question of a server has the answer that the index of the same project gives."""

from collections.abc import Callable, Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.neo4j.server import Server
from tests.queries.served.worlds_served import Twin, twin
from tests.worlds import CATEGORIES, CLUSTERS, MARKETS, NAMES, PARTNERSHIPS

from hanse.graph.errors import HanseError
from hanse.graph.stores.neo4j.project_store import Neo4jStore
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.cases import shipped
from hanse.queries import paths
from hanse.queries.engine import Engine
from hanse.queries.readings.indexed import IndexedReading
from hanse.queries.readings.reading import CandidatesAsked, ReachAsked, Reading
from hanse.queries.readings.served import ServedReading

pytestmark = pytest.mark.service
CALLED = (*CLUSTERS, *PARTNERSHIPS, *NAMES, *MARKETS, "g0", "nobody", "elan")
CHOSEN: tuple[dict[str, list[str]], ...] = (
    {},
    {"country": ["FR", "DE"]},
    {"technology_field": list(CATEGORIES[:2]), "country": ["FR"]},
    {"of_no_known_kind": [CATEGORIES[6]]},
)


@pytest.fixture(scope="module")
def shared(neo4j_server: Server) -> Iterator[Neo4jStore]:
    store = Neo4jStore.open_or_create(f"{neo4j_server.uri}/reading", auth=neo4j_server.auth)
    yield store
    store.close()


def answered(ask: Callable[[], object]) -> object:
    """Return an answer, or what is said instead of one."""
    try:
        return ask()
    except HanseError as fault:
        return type(fault), fault.what


def told_near(reading: Reading, name: str) -> object:
    known = reading.find(name)
    graph = reading.near(known)
    return known, graph.claims(known), [(m, graph.name(m)) for m in graph.members(known)]


Question = Callable[[Reading], object]


def questions(both: Twin, random: Random) -> Iterator[Question]:
    for name in random.sample(CALLED, 3):
        yield from of_a_name(name, random.randint(1, 3))
    for words in ("e", "photonics v", "elan", "", "valley opt", "r0 name"):
        yield from of_words(words)
    for chosen in CHOSEN:
        yield from of_facets(chosen)
    yield lambda reading: (list(reading.clusters()), len(reading.clusters()))
    joining = both.some(CLUSTERS, "cluster")[:1]
    reach: ReachAsked = {
        "alliance": both.alliance,
        "include_networks": both.networks,
        "candidates": joining,
    }
    yield lambda reading: reading.reach(reach)
    ranked: CandidatesAsked = {
        "alliance": both.alliance,
        "chain": both.chain,
        "targets": both.targets,
        "include_networks": both.networks,
        "top": 3,
    }
    yield lambda reading: reading.candidates(ranked)
    some: CandidatesAsked = {**ranked, "pool": both.some(CLUSTERS[:5], "cluster")}
    yield lambda reading: reading.candidates(some)


def of_words(words: str) -> Iterator[Question]:
    yield lambda reading: reading.search(words, most=4)


def of_facets(chosen: dict[str, list[str]]) -> Iterator[Question]:
    yield lambda reading: reading.passing(chosen, most=3)


def of_a_name(name: str, hops: int) -> Iterator[Question]:
    yield lambda reading: reading.find(name)
    yield lambda reading: reading.find(name, "cluster", "partnership")
    yield lambda reading: told_near(reading, name)
    yield lambda reading: reading.neighbourhood(name, hops=hops, most=7)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**9))
def test_a_server_answers_as_the_index_does(shared: Neo4jStore, seed: int) -> None:
    random = Random(seed)
    both = twin(shared, random)
    if both is None:
        return
    here, there = IndexedReading(both.here), ServedReading(shared, shared.parts())

    for ask in questions(both, random):
        assert answered(lambda ask=ask: ask(there)) == answered(lambda ask=ask: ask(here))  # type: ignore[misc]


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**9), st.booleans())
def test_a_way_is_the_one_that_the_whole_graph_shows(
    shared: Neo4jStore, seed: int, networks: bool
) -> None:
    random = Random(seed)
    both = twin(shared, random)
    if both is None:
        return
    reading = ServedReading(shared, shared.parts())
    for _ in range(3):
        a, b = random.choices((*CLUSTERS, *PARTNERSHIPS, "g0"), k=2)
        found = answered(lambda a=a, b=b: reading.path(a, b, include_networks=networks))  # type: ignore[misc]
        plain = answered(lambda a=a, b=b: paths.path(both.graph, a, b, include_networks=networks))  # type: ignore[misc]

        assert found == plain


@pytest.mark.parametrize("case", ["laser-go", "escp"])
def test_the_cases_have_the_same_answers(neo4j_server: Server, case: str) -> None:
    here = SqliteStore.in_memory(shipped(case), address=case)
    there = Neo4jStore.open_or_create(f"{neo4j_server.uri}/read-{case}", auth=neo4j_server.auth)
    for brought in here.intakes():
        there.write(brought)
    indexed, served = IndexedReading(here), ServedReading(there, there.parts())
    members = [c for c in indexed.clusters() if c in ("biocat", "medicen", "optence")][:2]

    assert served.reach({"alliance": members}) == indexed.reach({"alliance": members})
    assert served.passing({}, most=None) == indexed.passing({}, most=None)
    assert served.search("o", most=50) == indexed.search("o", most=50)
    for cluster in members:
        asked = {"hops": 2, "most": 50}
        assert served.neighbourhood(cluster, **asked) == indexed.neighbourhood(cluster, **asked)
    there.close()
    here.close()


def test_a_large_project_in_a_server_is_asked_there(
    shared: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(Engine(shared).reading, IndexedReading | ServedReading) is False

    monkeypatch.setattr("hanse.queries.engine.LARGE", 0)

    assert isinstance(Engine(shared).reading, ServedReading)
    assert isinstance(Engine(shared, as_of="2016").reading, IndexedReading)
