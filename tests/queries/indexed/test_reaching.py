"""The index reaches as far as the plain reading, with the same figures and sources."""

from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.builders import intake
from tests.worlds import days, worlds

from hanse.graph.claims import Claim
from hanse.graph.index import Index
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.indexed.reaching import reach
from hanse.queries.reach import reach as plain_reach


@given(worlds, days, st.randoms(use_true_random=True))
def test_an_alliance_reaches_as_far(claims: list[Claim], day: str | None, random: Random) -> None:
    store = SqliteStore.in_memory([intake(claims)], address="test")
    graph, index = PartnershipGraph.of(store, as_of=day), Index.of(store, as_of=day)
    clusters = graph.ids("cluster")
    if not clusters:
        return
    asked: dict[str, Any] = {
        "alliance": random.sample(clusters, random.randint(1, min(3, len(clusters)))),
        "include_networks": random.random() < 0.3,
        "candidates": random.sample(clusters, random.randint(0, 1)),
        "with_marginal": random.random() < 0.5,
    }

    assert reach(index, store, **asked) == plain_reach(graph, **asked)
