import pytest
from tests.builders import claim, intake
from tests.graph.stores.neo4j.conftest import Ask

from hanse.graph.errors import ProjectInUse
from hanse.graph.stores.neo4j.connection import Connection
from hanse.graph.stores.neo4j.lease import Lease, writing
from hanse.graph.stores.neo4j.project_store import Neo4jStore

pytestmark = pytest.mark.service


@pytest.fixture
def project(store: Neo4jStore) -> str:
    return store.address.rpartition("/")[2]


def test_a_second_writer_waits_and_is_told_who_holds_the_project(
    connection: Connection, project: str
) -> None:
    with (
        writing(connection, project),
        pytest.raises(ProjectInUse, match=r"process \d+\) is writing"),
        writing(connection, project, patience=0.2),
    ):
        pass


def test_the_next_may_write_when_the_first_has_finished(
    connection: Connection, project: str
) -> None:
    with writing(connection, project):
        pass
    with writing(connection, project, patience=0):
        pass


def test_a_lease_that_ran_out_is_anybodys(connection: Connection, project: str) -> None:
    dead = Lease(connection, project, term=1)
    assert dead.take()

    with writing(connection, project, patience=2):
        pass


def test_who_lost_the_lease_can_write_nothing(connection: Connection, project: str) -> None:
    slept, awake = Lease(connection, project, term=1), Lease(connection, project)
    assert slept.take()
    while not awake.take():
        pass

    with pytest.raises(ProjectInUse):
        slept.write(lambda run: run("generation_begin", id="late", project=project, of="claims"))

    assert connection.read("generations_there", ids=["late"]) == [[0]]


def test_a_store_says_who_is_writing(
    store: Neo4jStore, connection: Connection, project: str
) -> None:
    store.patience = 0.2
    with writing(connection, project), pytest.raises(ProjectInUse, match="is writing to"):
        store.write(intake([claim()]))

    assert store.write(intake([claim()])).added == 1


def test_a_lease_leaves_nothing_behind(store: Neo4jStore, project: str, ask: Ask) -> None:
    store.write(intake([claim()]))

    assert ask("MATCH (p:HanseProject {name: $p}) RETURN p.holder, p.asked", p=project) == [
        [None, None]
    ]
