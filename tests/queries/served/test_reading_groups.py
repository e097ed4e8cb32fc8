"""Every cluster on the chain is held against an alliance, by the bytes that the server keeps."""

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


def test_all_on_the_chain_are_held_against_the_alliance_but_its_members(
    shared: Neo4jStore,
) -> None:
    shared.write(intake(said(200)))  # type: ignore[arg-type]
    ground = Ground(shared.parts())
    situation = Situation.of(ground, Question(alliance=["c0"], chain=CHAIN))

    reader = Reader(ground.served, situation, top=3)

    best = reader.found.may_be_best(3).tolist()
    numbers = [int(number) for number in reader.found.numbers[best]]
    assert sorted(situation.groups.ids(numbers).values()) == [f"new-{n}" for n in range(5)]
    assert len(reader.found.lows) == 205
    assert Situation.of(ground, Question(alliance=["c0"], chain=CHAIN)) is situation


def test_those_that_were_reached_already_open_fewer_doors(shared: Neo4jStore) -> None:
    shared.write(intake(said(3)))  # type: ignore[arg-type]
    ground = Ground(shared.parts())
    situation = Situation.of(ground, Question(alliance=["c0"], chain=CHAIN))

    found = Reader(ground.served, situation, top=3).found

    assert [one.fresh for one in situation.apart if one.id == "new-0"] == [0]
    assert found.behind.max() == 0
