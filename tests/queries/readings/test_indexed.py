from itertools import pairwise

import pytest
from tests.builders import claim, cluster, intake, partnership, value_chain

from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.readings import indexed
from hanse.queries.readings.indexed import Everybody, IndexedReading

NAMES = ("a", "b", "c", "d", "e")
CHAIN = value_chain({"Optics": 1.0})
CLAIMS = [
    *(said for name in NAMES for said in cluster(name)),
    *partnership("P", members=["a", "c"]),
    claim("e", "declined", "p"),
]


@pytest.fixture
def reading() -> IndexedReading:
    return IndexedReading(SqliteStore.in_memory([intake(CLAIMS)], address="test"))


def test_everybody_is_a_sequence_of_ids_that_are_made_when_looked_at(
    reading: IndexedReading,
) -> None:
    everybody = reading.clusters()

    assert isinstance(everybody, Everybody)
    assert len(everybody) == 5
    assert everybody[-1] == "e"
    assert list(pairwise(everybody[1:4])) == [("b", "c"), ("c", "d")]


def test_near_a_partnership_are_its_members_and_nobody_else(reading: IndexedReading) -> None:
    near = reading.near("p")

    assert near.members("p") == ("a", "c")
    assert "b" not in near


def test_of_those_who_are_not_ranked_the_first_are_listed_and_all_counted(
    reading: IndexedReading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexed, "LISTED", 2)

    found = reading.candidates({"alliance": ["a"], "chain": CHAIN, "without": ["b"]})

    assert found.uncategorised == ("c", "d")
    assert found.totals.uncategorised == 3
