import pytest
from tests.builders import claim, intake
from tests.graph.stores.neo4j.conftest import Ask

from hanse.graph.stores.neo4j.project_store import Neo4jStore

pytestmark = pytest.mark.service
LEFT = "MATCH (g:Generation {project: $p}) RETURN count(g)"
CLAIMS = (
    "MATCH (g:Generation {project: $p}) MATCH (c:Claim) WHERE c.load = g.id"
    " AND c.subject IS NOT NULL RETURN count(c)"
)


def test_what_was_replaced_stays_for_one_write_and_no_longer(store: Neo4jStore, ask: Ask) -> None:
    project = store.address.rpartition("/")[2]
    for number in range(5):
        store.write(intake([claim(value=f"name {number}")]))

    assert ask(LEFT, p=project)[0][0] <= 4  # a load and a graph, each now and before
    assert ask(CLAIMS, p=project) == [[3]]  # what is, what was, and what the next write removes


def test_what_a_dead_writer_staged_is_removed_by_the_next(store: Neo4jStore, ask: Ask) -> None:
    project = store.address.rpartition("/")[2]
    store.write(intake([claim()]))
    ask("CREATE (:Generation {id: 'dead', project: $p, of: 'claims'})", p=project)
    ask("UNWIND range(1, 7) AS n CREATE (:Claim {load: 'dead', id: n, subject: 'half'})")
    assert list(store.claims()) == [claim()]

    store.write(intake([claim(), claim("optence")]))

    assert ask("MATCH (c:Claim {load: 'dead'}) RETURN count(c)") == [[0]]
    assert ask("MATCH (g:Generation {id: 'dead'}) RETURN count(g)") == [[0]]


def test_other_projects_of_the_database_are_left_alone(store: Neo4jStore, ask: Ask) -> None:
    ask("MERGE (:Generation {id: 'theirs', project: 'of-others', of: 'claims'})")
    store.write(intake([claim()]))

    assert ask("MATCH (g:Generation {id: 'theirs'}) RETURN count(g)") == [[1]]
    ask("MATCH (g:Generation {id: 'theirs'}) DELETE g")
