import gc
import threading

import pytest
from tests.builders import claim, cluster, intake
from tests.graph.stores.neo4j.conftest import Ask
from tests.neo4j.server import Server

from hanse.graph.stores.neo4j.project_store import Neo4jStore
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.cases import shipped

pytestmark = pytest.mark.service


def test_the_address_holds_no_password(store: Neo4jStore, neo4j_server: Server) -> None:
    assert store.address.startswith(neo4j_server.uri)
    assert neo4j_server.auth[1] not in store.address + repr(store) + str(vars(store))


def test_opening_what_is_there_already_changes_nothing(
    store: Neo4jStore, neo4j_server: Server
) -> None:
    store.write(intake([claim()]))
    before = store.version

    again = Neo4jStore.open_or_create(store.address, auth=neo4j_server.auth)

    assert (again.version, list(again.claims())) == (before, [claim()])
    again.close()


def test_a_store_that_nobody_closes_lets_go_of_the_server(neo4j_server: Server) -> None:
    Neo4jStore.open_or_create(f"{neo4j_server.uri}/forgotten", auth=neo4j_server.auth)
    gc.collect()  # a warning of the driver would fail the test


def test_two_projects_of_one_database_know_nothing_of_each_other(
    store: Neo4jStore, neo4j_server: Server
) -> None:
    other = Neo4jStore.open_or_create(f"{store.address}-b", auth=neo4j_server.auth)
    store.write(intake([claim("biocat")]))
    other.write(intake([claim("biocat"), claim("optence")]))

    assert len(list(store.claims())) == 1
    assert len(list(other.claims())) == 2
    other.close()


def test_the_case_comes_back_as_the_project_file_holds_it(store: Neo4jStore) -> None:
    here = SqliteStore.in_memory(shipped("laser-go"), address="laser-go")
    for brought in here.intakes():
        store.write(brought)

    assert list(store.claims()) == list(here.claims())
    assert store.claims_by_source() == here.claims_by_source()
    kept, wanted = store.contents(), here.contents()
    assert (kept.sources, kept.definitions) == (wanted.sources, wanted.definitions)
    assert (kept.put_aside, kept.settings) == (wanted.put_aside, wanted.settings)
    here.close()


def test_two_loaders_at_once_both_succeed_and_neither_is_lost(
    store: Neo4jStore, second: Neo4jStore
) -> None:
    store.patience = second.patience = 60
    added: list[int] = []

    def load(name: str, into: Neo4jStore) -> None:
        added.append(into.write(intake(cluster(name), origin=name)).added)

    threads = [
        threading.Thread(target=load, args=pair)
        for pair in (("BIOCAT", store), ("Optence", second))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert added == [2, 2]
    assert {said.subject for said in store.claims()} == {"biocat", "optence"}


def test_ten_writers_of_one_cluster_make_one_node(
    store: Neo4jStore, neo4j_server: Server, ask: Ask
) -> None:
    stores = [Neo4jStore.open(store.address, auth=neo4j_server.auth) for _ in range(10)]
    for one in stores:
        one.patience = 60
    threads = [
        threading.Thread(target=one.write, args=(intake(cluster("BIOCAT"), origin=f"writer {n}"),))
        for n, one in enumerate(stores)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for one in stores:
        one.close()

    asked = (
        "MATCH (p:HanseProject {name: $p}) MATCH (c:ClusterOrganisation {graph: p.graph})"
        " RETURN count(c)"
    )
    assert ask(asked, p=store.address.rpartition("/")[2]) == [[1]]
    assert len(store.contents().origins) == 10
