"""The share of target markets is what the plain reading gives, for any number of targets."""

import pytest
from hypothesis import given
from tests.builders import claim, cluster, intake, market
from tests.worlds import days, worlds

from hanse.graph.claims import Claim
from hanse.graph.index import Index
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.indexed.market_parts import WORD, IndexedTargets, market_parts
from hanse.queries.markets import TargetMarkets, coverage

MARKETS = [
    *market("Asia"),
    *market("Japan", country="JP", within="asia"),
    *market("China", country="CN", within="asia"),
    *market("Brazil", country="BR"),
]


def share(claims: list[Claim], *targets: str) -> tuple[float, float]:
    """Return the share of the targets that cluster "a" covers, lowest and highest."""
    index = Index.of(SqliteStore.in_memory([intake([*MARKETS, *claims])], address="test"))
    aimed = IndexedTargets.of(index, index.codes(targets).tolist())
    low, high = market_parts(index, aimed, index.codes(["a"]))
    return float(low[0]), float(high[0])


def test_a_country_covers_the_group_it_lies_in_but_a_group_only_touches_its_countries() -> None:
    assert share(cluster("A", targets=["japan"]), "asia", "brazil") == (0.5, 0.5)
    assert share(cluster("A", targets=["asia"]), "japan", "brazil") == (0, 0.5)


def test_unknown_markets_may_cover_everything_and_no_targets_ask_for_nothing() -> None:
    assert share(cluster("A"), "japan") == (0, 1)
    assert share(cluster("A")) == (0, 0)


def test_of_an_either_or_at_least_one_side_holds() -> None:
    sides = [
        claim("a", "targets", one, role="targets", context="either") for one in ("japan", "china")
    ]

    assert share([*cluster("A"), *sides], "japan", "china") == (0.5, 1)
    assert share([*cluster("A"), *sides[:1]], "japan", "china") == (0, 0.5)


@pytest.mark.parametrize("number", [WORD, WORD + 1, 2 * WORD + 2])
def test_more_targets_than_a_word_has_bits_are_counted_too(number: int) -> None:
    names = [f"market-{place}" for place in range(number)]
    made = [said for name in names for said in market(name)]
    stated = [names[0], names[-1]]

    low, high = share([*made, *cluster("A", targets=stated)], *names)

    assert low == high == pytest.approx(2 / number)


@given(worlds, days)
def test_everybody_covers_what_the_plain_reading_says(claims: list[Claim], day: str | None) -> None:
    store = SqliteStore.in_memory([intake(claims)], address="test")
    graph, index = PartnershipGraph.of(store, as_of=day), Index.of(store, as_of=day)
    targets = graph.ids("market")[::2]
    low, high = market_parts(
        index, IndexedTargets.of(index, index.codes(targets).tolist()), index.clusters
    )
    plain = TargetMarkets.of(graph, targets)
    for place, one in enumerate(index.ids.some(index.clusters)):
        value = coverage(graph, one, plain).value
        assert (low[place], high[place]) == (value.low, value.high), one
