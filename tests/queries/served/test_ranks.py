"""Ranks are counted among all, those who stand apart among them."""

import pytest
from tests.builders import cluster, intake, value_chain

from hanse.graph.stores.neo4j.project_store import Neo4jStore
from hanse.queries.answers import RankRange
from hanse.queries.served.asking import Ground
from hanse.queries.served.candidates import best_candidates
from hanse.queries.served.situation import Question

pytestmark = pytest.mark.service
SCHEME = "technology_field"
CHAIN = value_chain({"Optics": 1.0}, {"Lasers": 1.0})


def test_a_cluster_of_unknown_country_may_stand_before_all_that_are_as_good(
    shared: Neo4jStore,
) -> None:
    """A country that nobody states may be new: 0 to .15 on the score."""
    lasers = {SCHEME: ["Lasers"]}
    shared.write(
        intake(
            [
                *cluster("c0", country="ES", categories={SCHEME: ["Optics"]}),
                *cluster("known", country="FR", categories=lasers),
                *cluster("second", country="FR", categories=lasers),
                *cluster("unknown", categories=lasers),
            ]
        )
    )

    best = best_candidates(Ground(shared.parts()), Question(alliance=["c0"], chain=CHAIN))

    assert {one.id: one.rank for one in best} == {
        "known": RankRange(best=1, worst=3),
        "second": RankRange(best=1, worst=3),
        "unknown": RankRange(best=1, worst=3),
    } or [one.id for one in best] == ["known", "second", "unknown"]
    assert [one.is_pareto for one in best] == [True, True, False]
