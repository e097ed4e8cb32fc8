import pytest
from tests.builders import cluster, intake
from tests.graph.stores.neo4j.conftest import Ask

from hanse.graph.errors import HanseError
from hanse.graph.stores.neo4j.project_store import Neo4jStore
from hanse.graph.stores.neo4j.scores import properties

FOUND = (
    "MATCH (p:HanseProject {name: $p}) MATCH (c:ClusterOrganisation {graph: p.graph})"
    " RETURN c.id, c.scoreFit, c.scoreGuide, c.scoreDay, c.scoreVersion = p.version"
)


def test_a_score_becomes_a_property_of_its_name() -> None:
    assert properties({"fit": 0.5, "rank_best": 1}) == {"scoreFit": 0.5, "scoreRankBest": 1}


def test_a_name_that_is_none_becomes_no_property() -> None:
    with pytest.raises(HanseError):
        properties({"fit` = 1 //": 0.5})


@pytest.mark.service
def test_scores_stand_on_clusters_with_what_they_are_of(store: Neo4jStore, ask: Ask) -> None:
    store.write(intake(cluster("BIOCAT")))

    store.keep_scores({"biocat": {"fit": 0.8}}, guide="d41", chain=None, day="2017")

    project = store.address.rpartition("/")[2]
    assert ask(FOUND, p=project) == [["biocat", 0.8, "d41", "2017", True]]


@pytest.mark.service
def test_scores_go_when_what_they_are_of_changes(store: Neo4jStore, ask: Ask) -> None:
    store.write(intake(cluster("BIOCAT")))
    store.keep_scores({"biocat": {"fit": 0.8}}, guide="d41", chain=None, day=None)

    store.write(intake(cluster("BIOCAT", country="ES")))

    project = store.address.rpartition("/")[2]
    assert ask(FOUND, p=project)[0][1] is None
