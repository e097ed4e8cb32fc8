"""A few bytes a cluster stand beside the graph, as wide as the largest number needs."""

import pytest
from tests.builders import claim, cluster, intake, market

from hanse.graph.stores.neo4j import packed as module
from hanse.graph.stores.neo4j.project_store import Neo4jStore

pytestmark = pytest.mark.service
SCHEME = "technology_field"


def test_what_is_packed_is_what_was_said_however_many_are_read_at_a_time(
    store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BATCH", 2)
    said = [*market("usa"), *market("japan")]
    for n in range(5):
        said += cluster(f"c{n}", country=("ES", "FR")[n % 2], categories={SCHEME: ["Optics"]})
    said += [claim("c1", "targets", "usa"), claim("c4", "targets", "usa")]
    store.write(intake(said))

    chain = store.parts().saved_chain([(f"{SCHEME}:optics", 0, 1.0)], 1)

    assert [chain.places[int(n)] for n in chain.columns.places] == [
        [("ES", "FR")[n % 2]] for n in range(5)
    ]
    assert chain.columns.groups.tolist() == [0] * 5
    assert chain.columns.places.itemsize == 1
    assert chain.aiming(["usa", "japan"])["usa"].tolist() == [1, 4]
    assert chain.aiming(["japan"])["japan"].tolist() == []


def test_a_chain_that_nobody_is_on_has_columns_too(store: Neo4jStore) -> None:
    store.write(intake([*cluster("a"), *cluster("b")]))

    chain = store.parts().saved_chain([("x", 0, 1.0)], 1)

    assert chain.columns.groups.tolist() == [-1, -1]
