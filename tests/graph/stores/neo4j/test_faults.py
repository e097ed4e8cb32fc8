import pytest
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)
from tests.neo4j.server import Server

from hanse.graph import errors
from hanse.graph.stores.neo4j.faults import in_words, put
from hanse.graph.stores.neo4j.project_store import Neo4jStore


def reported(code: str) -> Neo4jError:
    return Neo4jError._hydrate_neo4j(code=code, message="as the server says")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (ServiceUnavailable("refused"), "does not answer"),
        (SessionExpired("gone"), "does not answer"),
        (TimeoutError(), "does not answer"),
        (AuthError("no"), "refuses the user or the password"),
        (reported("Neo.ClientError.Security.AuthenticationRateLimit"), "wait a few seconds"),
        (reported("Neo.ClientError.Database.DatabaseNotFound"), "HANSE_NEO4J_DATABASE"),
        (reported("Neo.ClientError.Transaction.TransactionTimedOut"), "took too long"),
        (reported("Neo.TransientError.General.MemoryPoolOutOfMemoryError"), "as the server says"),
    ],
    ids=str,
)
def test_a_service_that_fails_ends_with_status_four_and_says_what_to_do(
    fault: Exception, words: str
) -> None:
    error = put(fault, where="neo4j://host")

    assert isinstance(error, errors.ServiceUnavailable)
    assert error.exit_status == 4
    assert words in str(error)
    assert "neo4j://host" in str(error)
    assert error.hint


def test_an_impossible_address_is_the_readers_to_mend() -> None:
    assert isinstance(put(ConfigurationError("bad"), where="x"), errors.BadInput)


def test_what_is_no_fault_of_the_server_passes_as_it_is() -> None:
    with pytest.raises(KeyError), in_words("neo4j://host"):
        raise KeyError


def test_a_message_of_the_server_is_one_line() -> None:
    fault = ClientError("first\nsecond")

    assert "second" not in str(put(fault, where="x"))


@pytest.mark.service
def test_a_wrong_password_is_said_and_not_repeated(
    neo4j_server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(errors.ServiceUnavailable, match="user or the password") as refused:
        Neo4jStore.open(neo4j_server.uri, auth=("neo4j", "s3cret-and-wrong"))

    assert "s3cret" not in str(refused.value) + repr(refused.value.__cause__) + caplog.text


def test_a_wrong_host_is_said() -> None:
    with pytest.raises(errors.ServiceUnavailable, match="does not answer"):
        Neo4jStore.open("bolt://127.0.0.1:1", auth=("neo4j", "s3cret-1"))


@pytest.mark.service
def test_a_missing_database_is_said(neo4j_server: Server) -> None:
    with pytest.raises(errors.ServiceUnavailable, match="no such database"):
        Neo4jStore.open(neo4j_server.uri, auth=neo4j_server.auth, database="nowhere")


@pytest.mark.service
def test_a_missing_project_is_said_with_those_that_are_there(
    neo4j_server: Server, store: Neo4jStore
) -> None:
    with pytest.raises(errors.UnknownName, match="no project in this database is called") as said:
        Neo4jStore.open(f"{store.address}x", auth=neo4j_server.auth)

    assert store.address.rpartition("/")[2] in str(said.value)
