"""The server is ended by force during a load: what readers see is the old project or the new."""

import threading
import time

import pytest
from tests.builders import claim, intake
from tests.neo4j.server import Server

from hanse.graph.claims import Claim
from hanse.graph.errors import HanseError, ServiceUnavailable
from hanse.graph.stores.neo4j import connection as module
from hanse.graph.stores.neo4j import lease
from hanse.graph.stores.neo4j.project_store import Neo4jStore

pytestmark = pytest.mark.service
OLD = [claim("biocat"), claim("optence")]


def large() -> list[Claim]:
    return [claim(f"cluster-{n}", "name", f"Cluster {n}") for n in range(6000)]


def test_after_a_crash_during_a_load_the_old_project_is_whole_and_a_rerun_completes(
    neo4j_server: Server, store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "RETRYING", 1.0)
    monkeypatch.setattr(lease, "TERM", 5_000)
    store.write(intake(OLD))
    before = store.version, store.contents(), list(store.claims())
    loader = Neo4jStore.open(store.address, auth=neo4j_server.auth)
    killed = threading.Event()
    acknowledged: list[int] = []

    def kill_after_two_batches(done: int, _total: int) -> None:
        acknowledged.append(done)
        if len(acknowledged) == 2:
            neo4j_server.kill()
            killed.set()

    loader.progress = kill_after_two_batches
    with pytest.raises(ServiceUnavailable, match="does not answer") as gone:
        loader.write(intake(large()))
    loader.close()
    neo4j_server.start()

    assert killed.is_set()
    assert gone.value.exit_status == 4
    assert (store.version, store.contents(), list(store.claims())) == before
    store.patience = 60  # the dead writer's lease runs out
    assert store.write(intake(large())).added == 6000
    assert len(list(store.claims())) == 6000


def test_every_acknowledged_write_outlives_a_crash(neo4j_server: Server, store: Neo4jStore) -> None:
    for number in range(5):
        store.write(intake([claim(f"cluster-{number}")], origin=f"origin {number}"))
    version = store.version

    neo4j_server.kill()
    neo4j_server.start()

    assert store.version == version  # the pool of connections heals by itself
    assert len(list(store.claims())) == 5


def test_a_server_that_goes_between_two_questions_is_said_to_be_gone(
    neo4j_server: Server, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "RETRYING", 1.0)
    store = Neo4jStore.open_or_create(address, auth=neo4j_server.auth)
    neo4j_server.kill()
    began = time.monotonic()
    try:
        with pytest.raises(HanseError) as gone:
            list(store.claims())
    finally:
        neo4j_server.start()
    store.close()

    assert gone.value.exit_status == 4
    assert time.monotonic() - began < 120
