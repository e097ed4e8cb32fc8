"""An alliance's situation holds what the plain reading knows of it."""

import pytest
from tests.builders import claim, cluster, intake, market, partnership, region, value_chain

from hanse.graph.quantities import exact
from hanse.graph.stores.neo4j.kinds import Kind
from hanse.graph.stores.neo4j.project_store import Neo4jStore
from hanse.queries.served.asking import Ground
from hanse.queries.served.situation import Question, Situation

pytestmark = pytest.mark.service
SCHEME = "technology_field"
CHAIN = value_chain({"Optics": 1.0}, {"Lasers": 1.0})


def test_a_kind_scores_what_each_of_its_clusters_scores(shared: Neo4jStore) -> None:
    shared.write(
        intake(
            [
                *region("r1"),
                *market("usa"),
                *cluster("c0", country="ES", categories={SCHEME: ["Optics"]}),
                *cluster("c1", country="FR", categories={SCHEME: ["Lasers"]}),
                claim("c0", "located_in", "r1"),
                claim("c1", "targets", "usa"),
                *partnership("p", members=["c0", "c1"]),
            ]
        )
    )
    question = Question(alliance=["c0"], chain=CHAIN, targets=["usa"])

    situation = Situation.of(Ground(shared.parts()), question)

    assert situation.reached == {"c0", "c1"}
    group = situation.groups.covers.index([0.0, 1.0])
    place = situation.groups.places.index(["FR"])
    kind = Kind(group=group, place=situation.circumstances.classes[place], sure=1, may=1, behind=0)
    parts = situation.components(kind)
    assert (parts.region, parts.market, parts.access) == (exact(1.0), exact(1.0), exact(0.0))
    assert situation.is_on_chain[group]
