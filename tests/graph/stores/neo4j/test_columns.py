import pytest
from tests.builders import claim, cluster, intake, market, partnership, region
from tests.graph.stores.neo4j.conftest import Ask

from hanse.graph.stores.neo4j import columns as module
from hanse.graph.stores.neo4j.project_store import Neo4jStore

pytestmark = pytest.mark.service
SAID = [
    *region("r1"),
    *market("usa"),
    *cluster("a", country="ES"),
    *cluster("b", country="ES"),
    *cluster("c"),
    claim("a", "located_in", "r1"),
    claim("a", "targets", "usa", context="either"),
    *partnership("p", members=["a", "b"]),
]


def test_it_is_kept_where_clusters_are_and_how_many_are_behind_their_partnerships(
    store: Neo4jStore, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BATCH", 2)
    store.write(intake(SAID))

    kept = store.parts().saved_chain([("x", 0, 1.0)], 1)

    assert kept.places == [[""], ["ES"], ["ES", "r1"]]
    asked = (
        "MATCH (p:HanseProject {name: $project}) MATCH (c:ClusterOrganisation {graph: p.graph})"
        " RETURN c.id, c.placeNo, c.aims, c.isOpen, c.behind ORDER BY c.id"
    )
    project = store.address.rpartition("/")[2]
    assert ask(asked, project=project) == [
        ["a", 2, ["usa"], True, 1],
        ["b", 1, None, None, 1],
        ["c", 0, None, None, 0],
    ]
