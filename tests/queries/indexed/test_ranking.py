"""The best are found without reading all, with their ranks among all."""

from collections.abc import Sequence

import numpy as np
import pytest
from tests.builders import cluster, intake, value_chain

from hanse.graph.claims import Claim
from hanse.graph.index import Index
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.chains import Feeds
from hanse.queries.complementarity import candidates
from hanse.queries.indexed import ranking as module
from hanse.queries.indexed.ranking import Ranking, ranking
from hanse.queries.indexed.scoring import Question
from hanse.queries.indexed.signatures import ChainGroups
from hanse.queries.scores import DEFAULT, Weights

CHAIN = value_chain({"Optics": 1.0}, {"Lasers": 1.0, "Health": 0.5}, {"Health": 1.0})
LABELS = {
    "a": ["Optics"], "b": ["Optics"], "c": ["Lasers"], "d": ["Lasers", "Health"],
    "e": ["Health"], "f": ["Lasers"], "g": ["Steel"], "h": [],
}  # fmt: skip
COUNTRIES = {"a": "FR", "b": "DE", "c": "FR", "d": "FR", "e": None, "f": "AT", "g": "AT"}
CLAIMS: list[Claim] = [
    said
    for name, labels in LABELS.items()
    for said in cluster(name, country=COUNTRIES.get(name), categories={"technology_field": labels})
]
STORE = SqliteStore.in_memory([intake(CLAIMS)], address="test")
INDEX = Index.of(STORE)


def best(top: int | None, pool: Sequence[str] | None = None) -> Ranking:
    """Return the best that may complete "a"."""
    feeds, members = Feeds.of(CHAIN), INDEX.codes(["a"])
    question = Question.of(
        INDEX, members=members, feeds=feeds, groups=ChainGroups.of(INDEX, feeds), targets=(),
        weights=DEFAULT,
    )  # fmt: skip
    rows = None if pool is None else INDEX.row_of[INDEX.codes(pool)]
    return ranking(question, top=top, members=INDEX.row_of[members], rows=rows)


def ids(found: Ranking) -> list[str]:
    return INDEX.ids.some(INDEX.clusters[found.rows])


@pytest.fixture(autouse=True, params=[1, 4096])
def read_at_a_time(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read one group at a time, so that some stay unread; and all at once."""
    monkeypatch.setattr(module, "FIRST_READ", request.param)


@pytest.mark.parametrize("top", [None, 0, 1, 2, 3, 10])
def test_the_first_are_those_of_the_plain_reading_with_their_ranks_among_all(
    top: int | None,
) -> None:
    plain = candidates(PartnershipGraph.of(STORE), alliance=["a"], chain=CHAIN).candidates[:top]
    found = best(top)

    assert ids(found) == [one.id for one in plain]
    assert list(found.ranks) == [one.rank for one in plain]
    assert found.is_pareto.tolist() == [one.is_pareto for one in plain]


def test_members_those_off_the_chain_and_the_uncategorised_are_no_candidates() -> None:
    assert sorted(ids(best(None))) == ["b", "c", "d", "e", "f"]


def test_of_a_pool_only_those_in_it_are_ranked() -> None:
    found = best(None, pool=["a", "b", "c", "g", "h"])

    assert ids(found) == ["c", "b"]
    assert [(rank.best, rank.worst) for rank in found.ranks] == [(1, 1), (2, 2)]


def test_equal_scores_stand_in_the_order_of_ids() -> None:
    twins = [said for name in ("z", "x", "y") for said in cluster(
        name, country="DE", categories={"technology_field": ["Lasers"]})]  # fmt: skip
    index = Index.of(SqliteStore.in_memory([intake([*CLAIMS, *twins])], address="test"))
    feeds, members = Feeds.of(CHAIN), index.codes(["a"])
    question = Question.of(
        index, members=members, feeds=feeds, groups=ChainGroups.of(index, feeds), targets=(),
        weights=DEFAULT,
    )  # fmt: skip
    pool = np.sort(index.row_of[index.codes(["z", "x", "y"])])

    found = ranking(question, top=2, members=index.row_of[members], rows=pool)

    assert index.ids.some(index.clusters[found.rows]) == ["x", "y"]
    assert [(rank.best, rank.worst) for rank in found.ranks] == [(1, 1), (1, 1)]


def test_ranks_heed_those_whose_best_may_be_better_though_their_worst_is_not() -> None:
    """Of whom nobody knows how active it is may be anywhere: it is read for the ranks alone."""
    lasers, both = ({"technology_field": labels} for labels in (["Lasers"], ["Lasers", "Health"]))
    claims = cluster("a", categories={"technology_field": ["Optics"]})
    claims += cluster("p", categories=lasers, numbers={"active_members": 1000})
    claims += cluster("w", categories=both)
    store = SqliteStore.in_memory([intake(claims)], address="test")
    graph, index, feeds = PartnershipGraph.of(store), Index.of(store), Feeds.of(CHAIN)
    weights = Weights(chain_gain=1, hand_over=0, region=0, market=0, access=0, redundancy=0)
    members, groups = index.codes(["a"]), ChainGroups.of(index, feeds, scale_by_active=True)
    asked = Question.of(
        index, members=members, feeds=feeds, groups=groups, targets=(), weights=weights,
        scale_by_active=True,
    )  # fmt: skip

    found = ranking(asked, top=1, members=index.row_of[members])

    plain = candidates(
        graph, alliance=["a"], chain=CHAIN, weights=weights, scale_by_active=True
    ).candidates
    assert index.ids.some(index.clusters[found.rows]) == [plain[0].id] == ["p"]
    assert found.ranks == (plain[0].rank,)
    assert (plain[0].rank.best, plain[0].rank.worst) == (1, 2)
