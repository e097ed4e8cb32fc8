import pytest
from tests.builders import claim, cluster, intake
from tests.graph.stores.neo4j.conftest import Ask

from hanse.graph.errors import DamagedProject, ProjectInUse
from hanse.graph.stores.neo4j import snapshot as module
from hanse.graph.stores.neo4j.project_store import Neo4jStore

pytestmark = pytest.mark.service


def test_claims_of_more_than_a_page_come_in_order(
    store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = [line for n in range(30) for line in cluster(f"Cluster {n}")]
    store.write(intake(said))
    monkeypatch.setattr(module, "PAGE", 10)

    subjects = [one.subject for one in store.claims()]

    assert subjects == sorted(subjects)
    assert len(subjects) == len(said)


def test_who_began_to_read_before_a_write_reads_what_was_there(
    store: Neo4jStore, second: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write(intake([claim("a"), claim("b"), claim("c")]))
    monkeypatch.setattr(module, "PAGE", 1)
    reading = second.claims()
    first = next(reading)

    store.write(intake([claim("z")]))

    assert [first, *reading] == [claim("a"), claim("b"), claim("c")]


def test_who_reads_through_two_writes_is_told_so(
    store: Neo4jStore, second: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write(intake([claim("a"), claim("b"), claim("c")]))
    monkeypatch.setattr(module, "PAGE", 1)
    reading = second.claims()
    next(reading)

    for name in ("x", "y", "z"):
        store.write(intake([claim(name)]))

    with pytest.raises(ProjectInUse, match="written to while it was being read"):
        list(reading)


def test_a_claim_that_was_changed_in_the_server_is_noticed(store: Neo4jStore, ask: Ask) -> None:
    store.write(intake([claim("changed-by-hand")]))
    change = "SET c.row = replace(c.row, 'stated', 'assumed')"
    ask(f"MATCH (c:Claim {{subject: 'changed-by-hand'}}) {change}")

    with pytest.raises(DamagedProject, match="not as it was written"):
        list(store.claims())
    store.write(intake([]))
