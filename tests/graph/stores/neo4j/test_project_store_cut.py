"""A connection that is cut half-way is said to be gone; readers see the old project."""

from collections.abc import Iterator

import pytest
from tests.builders import claim, intake
from tests.neo4j.cutting import Line, line_to
from tests.neo4j.server import Server

from hanse.graph.errors import ServiceUnavailable
from hanse.graph.stores.neo4j import connection as module
from hanse.graph.stores.neo4j.project_store import Neo4jStore

pytestmark = pytest.mark.service


@pytest.fixture
def line(neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    monkeypatch.setattr(module, "RETRYING", 1.0)
    monkeypatch.setattr(module, "CONNECTING", 2.0)
    with line_to(neo4j_server.port) as laid:
        yield laid


def test_a_line_cut_while_claims_are_read_is_said(
    neo4j_server: Server, store: Neo4jStore, line: Line
) -> None:
    store.write(intake([claim(f"c{n}", note="x" * 200) for n in range(3000)]))
    name = store.address.rpartition("/")[2]
    far = Neo4jStore.open(f"bolt://127.0.0.1:{line.port}/{name}", auth=neo4j_server.auth)

    line.cut(after=100_000)

    with pytest.raises(ServiceUnavailable, match="does not answer") as told:
        list(far.claims())
    assert told.value.exit_status == 4
    far.close()


def test_a_line_cut_during_a_load_leaves_the_old_project(
    neo4j_server: Server, store: Neo4jStore, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write(intake([claim("old")]))
    name = store.address.rpartition("/")[2]
    far = Neo4jStore.open(f"bolt://127.0.0.1:{line.port}/{name}", auth=neo4j_server.auth)
    far.progress = lambda _done, _total: line.cut()

    with pytest.raises(ServiceUnavailable, match="does not answer"):
        far.write(intake([claim(f"new {n}") for n in range(9000)]))

    assert [one.subject for one in store.claims()] == ["old"]
    monkeypatch.setattr("hanse.graph.stores.neo4j.lease.TERM", 100)
    store.patience = 40.0  # the lease of the one that is gone runs out
    assert store.write(intake([claim("next")])).added == 1
    far.close()
