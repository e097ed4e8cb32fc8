import pytest
from tests.neo4j.server import DATABASE, Server

from hanse.graph.errors import ServiceUnavailable
from hanse.graph.stores.neo4j import connection as module
from hanse.graph.stores.neo4j.address import parse
from hanse.graph.stores.neo4j.connection import Connection, Transaction, Work


def beginning(name: str) -> Work[object]:
    return lambda run: run("generation_begin", id=name, project="p", of="claims")


def ending(name: str) -> Work[object]:
    return lambda run: run("generation_end", id=name)


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        ("Neo4j/4.4.39", "the server is Neo4j/4.4.39"),
        ("Neo4j/5.25.1", "Neo4j 5.26 or later is needed"),
        ("Memgraph/2.0", "not Neo4j"),
    ],
)
def test_a_server_that_will_not_do_is_refused_by_its_version(agent: str, words: str) -> None:
    with pytest.raises(ServiceUnavailable, match=words):
        module._check_version(agent, "neo4j://host")


@pytest.mark.parametrize("agent", ["Neo4j/5.26.0", "Neo4j/5.26.30", "Neo4j/2026.08.1"])
def test_a_server_of_the_long_term_line_or_later_will_do(agent: str) -> None:
    module._check_version(agent, "neo4j://host")


@pytest.mark.service
def test_a_statement_that_writes_is_refused_where_readers_are_served(
    connection: Connection,
) -> None:
    with pytest.raises(ServiceUnavailable, match="takes no writes"):
        connection.read("project_make", project="by-a-reader", version="", settings="")


@pytest.mark.service
def test_what_was_written_is_read_next(connection: Connection) -> None:
    for number in range(5):
        name = f"bookmark-{number}"
        connection.write(beginning(name))

        assert connection.read("generations_there", ids=[name]) == [[1]]
        connection.write(ending(name))


@pytest.mark.service
def test_work_that_fails_leaves_nothing(connection: Connection) -> None:
    def half(run: Transaction) -> None:
        run("generation_begin", id="half", project="p", of="claims")
        raise KeyError

    with pytest.raises(KeyError):
        connection.write(half)

    assert connection.read("generations_there", ids=["half"]) == [[0]]


@pytest.mark.service
def test_a_single_server_is_reached_by_the_address_of_a_cluster(neo4j_server: Server) -> None:
    routed = parse(neo4j_server.uri.replace("bolt://", "neo4j://"))
    connection = Connection.open(routed, auth=neo4j_server.auth, database=DATABASE)
    try:
        assert connection.read("generations_there", ids=[]) == [[0]]
    finally:
        connection.close()


@pytest.mark.service
def test_a_value_never_becomes_part_of_a_statement(connection: Connection) -> None:
    with pytest.raises(ServiceUnavailable, match="the server reports"):
        connection.read("claims_of", loads=[], subjects=1)
    hostile = "x'}) DETACH DELETE n //"

    assert connection.read("project_read", project=hostile) == []
