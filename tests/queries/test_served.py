"""A graph in a server gives the answers that the same graph gives from a project file."""

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import (
    category,
    claim,
    cluster,
    intake,
    market,
    partnership,
    region,
    value_chain,
)
from tests.neo4j.server import Server

from hanse.graph.claims import Claim
from hanse.graph.ids import category_id
from hanse.graph.model import ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Quantity
from hanse.graph.stores.neo4j.project_store import Neo4jStore
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.cases import shipped
from hanse.ingest.chains import read_chain
from hanse.queries import served as module
from hanse.queries.complementarity import candidates
from hanse.queries.reach import reach
from hanse.queries.served import Question, served_candidates, served_reach

pytestmark = pytest.mark.service
_numbers = count(1)
CLUSTERS = [f"c{n}" for n in range(9)]
LABELS = ("Optics", "Lasers", "Biotech", "Clinics")
SCHEME = "technology_field"
REGIONS, COUNTRIES, MARKETS = ("r1", "r2", "r3"), ("ES", "FR", "DE"), ("usa", "japan", "china")
PARTNERSHIPS = ("p1", "p2", "n1")
DAYS = st.sampled_from((None, None, None, "2015", "2019"))


@pytest.fixture(scope="module")
def shared(neo4j_server: Server) -> Iterator[Neo4jStore]:
    store = Neo4jStore.open_or_create(f"{neo4j_server.uri}/served", auth=neo4j_server.auth)
    yield store
    store.close()


def surroundings() -> list[Claim]:
    said = [line for label in LABELS for line in category(SCHEME, label)]
    said += [*region("r1"), *region("r2", within="r1"), *region("r3")]
    said += [*market("usa"), *market("japan", within="asia"), *market("china", within="asia")]
    said += [*market("asia"), *partnership("p1"), *partnership("p2")]
    return [*said, claim("n1", "kind", "network"), claim("n1", "name", "n1")]


@st.composite
def graphs(draw: st.DrawFn) -> list[Claim]:
    """Draw clusters of which much is known, little, or nothing, on all days or on some."""
    said = surroundings()
    for known in CLUSTERS:
        said += cluster(known, country=draw(st.none() | st.sampled_from(COUNTRIES)))
        ties: list[tuple[str, tuple[str, ...]]] = [
            ("located_in", REGIONS),
            ("targets", MARKETS),
            ("member_of", PARTNERSHIPS),
        ]
        ties.append(("classified_as", tuple(category_id(SCHEME, label) for label in LABELS)))
        for relation, ends in ties:
            for end in draw(st.lists(st.sampled_from(ends), max_size=2, unique=True)):
                said.append(claim(known, relation, end, as_of=draw(DAYS), since=draw(DAYS)))
        size = draw(st.none() | st.integers(0, 300))
        if size is not None:
            said.append(claim(known, "members", Quantity(value=size, unit="members")))
    if draw(st.booleans()):
        said.append(claim("c8", "same_as", "c7"))
    return said


CHAIN = value_chain({"Optics": 1.0, "Biotech": 0.5}, {"Lasers": 1.0}, {"Clinics": 0.8})


def everything(said: list[Claim], day: str | None) -> PartnershipGraph:
    store = SqliteStore.in_memory([intake(said)], address="here")
    graph = PartnershipGraph.of(store, as_of=day)
    store.close()
    return graph


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(graphs(), st.sampled_from((None, "2016", "2020")), st.sampled_from(((), ("usa", "asia"))))
def test_the_best_candidates_are_those_of_the_whole_graph(
    shared: Neo4jStore, said: list[Claim], day: str | None, targets: tuple[str, ...]
) -> None:
    shared.write(intake(said))
    question = Question(alliance=["c0", "c1"], chain=CHAIN, targets=targets, as_of=day)

    best = served_candidates(shared.parts(), question, top=3)

    whole = everything(said, day)
    wanted = candidates(whole, alliance=["c0", "c1"], chain=CHAIN, targets=targets).candidates[:3]
    assert best == wanted


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(graphs(), st.sampled_from((None, "2016", "2020")), st.booleans())
def test_reach_is_that_of_the_whole_graph(
    shared: Neo4jStore, said: list[Claim], day: str | None, networks: bool
) -> None:
    shared.write(intake(said))
    asked = ["c0", "c1", "c2"]

    there = served_reach(shared.parts(), alliance=asked, as_of=day, include_networks=networks)

    assert there == reach(everything(said, day), alliance=asked, include_networks=networks)


@pytest.mark.parametrize("case", ["laser-go", "escp"])
@pytest.mark.parametrize("day", [None, "2017-04-13"])
def test_the_cases_have_the_same_answers(neo4j_server: Server, case: str, day: str | None) -> None:
    here = SqliteStore.in_memory(shipped(case), address=case)
    there = Neo4jStore.open_or_create(f"{neo4j_server.uri}/served-{case}", auth=neo4j_server.auth)
    for brought in here.intakes():
        there.write(brought)
    graph, parts = PartnershipGraph.of(here, as_of=day), there.parts()
    members = [c for c in ("biocat", "medicen", "optence") if c in graph][:2]
    along = photonics_for_health()

    best = served_candidates(parts, Question(alliance=members, chain=along, as_of=day), top=10)

    assert best == candidates(graph, alliance=members, chain=along).candidates[:10]
    assert served_reach(parts, alliance=members, as_of=day) == reach(graph, alliance=members)
    there.close()
    here.close()


def photonics_for_health() -> ValueChain:
    kept = SqliteStore.in_memory(shipped("laser-go"), address="laser-go")
    texts = [d.text for d in kept.contents().definitions if d.kind == "chain"]
    kept.close()
    return read_chain(texts[0], where="chain")


def test_groups_that_cannot_win_are_never_read(
    shared: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two hundred clusters at a stage held already, none is fetched for the best three."""
    monkeypatch.setattr(module, "PAGE", 5)
    said = [*surroundings(), *cluster("c0", country="ES", categories={SCHEME: ["Optics"]})]
    for n in range(200):
        said += cluster(f"same {n}", country="ES", categories={SCHEME: ["Optics"]})
    for n in range(5):
        said += cluster(f"new {n}", country="ES", categories={SCHEME: ["Lasers", "Clinics"]})
    shared.write(intake(said))
    parts = shared.parts()
    read: list[list[str]] = []
    original = type(parts).graph

    def counting(self: object, ids: list[str], **day: Any) -> PartnershipGraph:
        read.append(list(ids))
        return original(self, ids, **day)  # type: ignore[arg-type]

    monkeypatch.setattr(type(parts), "graph", counting)

    best = served_candidates(parts, Question(alliance=["c0"], chain=CHAIN), top=3)

    assert [one.id for one in best] == ["new-0", "new-1", "new-2"]
    fetched = {known for ids in read for known in ids if known.startswith("same-")}
    assert len(fetched) <= 5
