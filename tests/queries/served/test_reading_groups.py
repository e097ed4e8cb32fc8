"""What travels is bounded by the answer: of many that are alike, one line comes."""

import pytest
from tests.builders import cluster, intake, partnership, value_chain

from hanse.graph.stores.neo4j.project_store import Neo4jStore
from hanse.queries.served.asking import Ground
from hanse.queries.served.reading_groups import Reader
from hanse.queries.served.situation import Question, Situation

pytestmark = pytest.mark.service
SCHEME = "technology_field"
CHAIN = value_chain({"Optics": 1.0}, {"Lasers": 1.0}, {"Clinics": 0.8})


def said(alike: int) -> list[object]:
    every = [*cluster("c0", country="ES", categories={SCHEME: ["Optics"]})]
    for n in range(alike):
        every += cluster(f"same {n:03d}", country="ES", categories={SCHEME: ["Optics"]})
    for n in range(5):
        every += cluster(f"new {n}", country="ES", categories={SCHEME: ["Lasers", "Clinics"]})
    every += partnership("p", members=["c0", "new-0"])
    return list(every)


def test_of_many_that_cannot_win_no_id_travels(shared: Neo4jStore) -> None:
    shared.write(intake(said(200)))  # type: ignore[arg-type]
    ground = Ground(shared.parts())
    situation = Situation.of(ground, Question(alliance=["c0"], chain=CHAIN))

    reader = Reader(ground.served, situation, without=["c0"], top=3)
    reader.read_best()

    found = [one for kind in reader.found.kinds for one in kind.ids]
    assert len([one for one in found if one.startswith("same-")]) <= 3
    assert {"new-0", "new-1", "new-2"} <= set(found)
    assert sum(reader.sizes) == 206
