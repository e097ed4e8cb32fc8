from collections.abc import Iterator

import pytest
from tests.neo4j.server import Server

from hanse.graph.stores.neo4j.project_store import Neo4jStore


@pytest.fixture(scope="module")
def shared(neo4j_server: Server, request: pytest.FixtureRequest) -> Iterator[Neo4jStore]:
    name = request.module.__name__.rpartition(".")[2].replace("_", "-")
    store = Neo4jStore.open_or_create(f"{neo4j_server.uri}/{name}", auth=neo4j_server.auth)
    yield store
    store.close()
