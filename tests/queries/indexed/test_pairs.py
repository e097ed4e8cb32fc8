"""The best candidates of every cluster are found for many at a time, without holding all pairs."""

import numpy as np
import pytest
from tests.builders import cluster, intake, partnership, value_chain

from hanse.graph.index import Index
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.indexed import pairs as module
from hanse.queries.indexed.pairs import Pairing

CHAIN = value_chain({"Optics": 1.0}, {"Lasers": 1.0})
KINDS = ("Optics", "Lasers", "Steel")
TWINS = 30
CLAIMS = [
    said
    for number in range(3 * TWINS)
    for said in cluster(
        f"c{number:02}", country="DE", categories={"technology_field": [KINDS[number % 3]]}
    )
]
# Three of the twins know each other, so that access tells twins apart.
CLAIMS += partnership("P", members=["c00", "c01", "c04"])
INDEX = Index.of(SqliteStore.in_memory([intake(CLAIMS)], address="test"))


def best(cluster_row: int, top: int) -> list[int]:
    """Return the best for one, by their places among all."""
    found = list(Pairing(INDEX, CHAIN).pairs(top))
    ones = np.concatenate([part.ones for part in found])
    others = np.concatenate([part.others for part in found])
    return list(map(int, others[ones == cluster_row]))


def test_nobody_completes_itself() -> None:
    for part in Pairing(INDEX, CHAIN).pairs(3):
        assert (part.ones != part.others).all()


def test_every_cluster_gets_its_candidates_once_and_best_first() -> None:
    found = list(Pairing(INDEX, CHAIN).pairs(2))
    ones = np.concatenate([part.ones for part in found])

    assert sorted(ones.tolist()) == [row for row in range(3 * TWINS) for _ in range(2)]
    for part in found:
        same = part.ones[1:] == part.ones[:-1]
        assert (part.lows[1:][same] <= part.lows[:-1][same]).all()


def test_who_opens_access_comes_first_and_then_the_earlier_id() -> None:
    # of those who have lasers, 1 and 4 know others; to 0, who knows the same, they open nothing
    assert best(3, 3) == [1, 4, 7]
    assert best(0, 3) == [1, 4, 7]
    assert best(6, 1) == [1]


def test_for_no_places_nobody_is_sought() -> None:
    assert list(Pairing(INDEX, CHAIN).pairs(0)) == []


def test_few_scores_at_a_time_give_the_same_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = [best(row, 4) for row in (0, 4, 5)]
    monkeypatch.setattr(module, "TOGETHER", 2)
    monkeypatch.setattr(module, "MOST_CELLS", 1)
    monkeypatch.setattr(module, "FIRST_READ", 1)
    monkeypatch.setattr(module, "SLACK", 0)

    assert [best(row, 4) for row in (0, 4, 5)] == at_once
