"""What is known of a project before any question is asked once."""

import pytest
from tests.builders import claim, cluster, intake, market, region

from hanse.graph.stores.neo4j.project_store import Neo4jStore
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.served.asking import Ground, KeptInServer


@pytest.mark.service
def test_a_made_up_cluster_stands_at_each_place(shared: Neo4jStore) -> None:
    shared.write(
        intake([*region("r1"), *region("r2", within="r1"), *market("usa"), *cluster("c0"),
                claim("c0", "located_in", "r2")])
    )  # fmt: skip
    ground = Ground(shared.parts())

    graph = ground.places([["", "r2"], ["ES"]])

    assert (graph.cluster("0").country, graph.cluster("0").regions) == (None, ("r2",))
    assert graph.wider("r2") == ("r1",)
    assert graph.cluster("1").country == "ES"
    assert ground.places([["", "r2"], ["ES"]]) is graph
    assert (ground.markets, sorted(ground.regions)) == (["usa"], ["r1", "r2"])


@pytest.mark.service
def test_a_store_in_a_server_is_told_from_a_file(shared: Neo4jStore) -> None:
    assert isinstance(shared, KeptInServer)
    assert not isinstance(SqliteStore.in_memory([], address="here"), KeptInServer)
