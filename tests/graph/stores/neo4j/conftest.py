"""A project of its own for each test, in the database of the one server of the run."""

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any, LiteralString

import neo4j
import pytest
from tests.neo4j.server import DATABASE, Server

from hanse.graph.stores.neo4j.address import parse
from hanse.graph.stores.neo4j.connection import Connection
from hanse.graph.stores.neo4j.project_store import Neo4jStore

Ask = Callable[..., list[list[Any]]]
_numbers = count(1)


@pytest.fixture
def address(neo4j_server: Server) -> str:
    """Return the address of a project that is not there yet."""
    return f"{neo4j_server.uri}/test-{next(_numbers)}"


@pytest.fixture
def store(neo4j_server: Server, address: str) -> Iterator[Neo4jStore]:
    store = Neo4jStore.open_or_create(address, auth=neo4j_server.auth)
    yield store
    store.close()


@pytest.fixture
def second(neo4j_server: Server, store: Neo4jStore) -> Iterator[Neo4jStore]:
    """Open the same project as another program would."""
    other = Neo4jStore.open(store.address, auth=neo4j_server.auth)
    yield other
    other.close()


@pytest.fixture
def connection(neo4j_server: Server, store: Neo4jStore) -> Iterator[Connection]:
    made = Connection.open(parse(store.address), auth=neo4j_server.auth, database=DATABASE)
    yield made
    made.close()


@pytest.fixture
def ask(neo4j_server: Server) -> Iterator[Ask]:
    """Ask the server itself, past everything that is tested."""
    with neo4j.GraphDatabase.driver(
        neo4j_server.uri,
        auth=neo4j_server.auth,
        notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
    ) as driver:

        def asked(text: LiteralString, **given: Any) -> list[list[Any]]:
            records = driver.execute_query(text, given, database_=DATABASE).records
            return [record.values() for record in records]

        yield asked
