"""The index ranks and tells the same candidates as the plain reading, on any project."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import intake
from tests.worlds import chains, days, worlds

from hanse.graph.claims import Claim
from hanse.graph.index import Index
from hanse.graph.model import ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries import complementarity
from hanse.queries.indexed import ranking
from hanse.queries.indexed.candidates import candidates
from hanse.queries.scores import Weights


@pytest.fixture(scope="module", params=[1, 4096])
def read_at_a_time(request: pytest.FixtureRequest) -> Iterator[int]:
    """Read one group at a time, so that small projects leave some unread; and many."""
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(ranking, "FIRST_READ", request.param)
        yield request.param


WEIGHTS = (Weights(), Weights(chain_gain=0, market=1), Weights(region=0, redundancy=1))


@pytest.mark.usefixtures("read_at_a_time")
@given(worlds, days, chains, st.randoms(use_true_random=True))
def test_the_same_candidates_come_first_for_the_same_reasons(
    claims: list[Claim], day: str | None, chain: ValueChain, random: Random
) -> None:
    store = SqliteStore.in_memory([intake(claims)], address="test")
    graph, index = PartnershipGraph.of(store, as_of=day), Index.of(store, as_of=day)
    clusters, markets = graph.ids("cluster"), graph.ids("market")
    if not clusters:
        return
    asked: dict[str, Any] = {
        "alliance": random.sample(clusters, random.randint(1, min(3, len(clusters)))),
        "chain": chain,
        "targets": random.sample(markets, random.randint(0, min(3, len(markets)))),
        "pool": random.choice((None, random.sample(clusters, random.randint(0, len(clusters))))),
        "weights": random.choice(WEIGHTS),
        "include_networks": random.random() < 0.3,
        "scale_by_active": random.random() < 0.3,
        "top": random.choice((None, 0, 1, 2, 5)),
        "listed": random.choice((None, 1)),
    }

    plain = complementarity.candidates(graph, **asked)

    assert candidates(index, store, **asked) == plain
