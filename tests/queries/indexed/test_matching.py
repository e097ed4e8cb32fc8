"""Who completes whom is the same on the index as when each cluster is asked about by itself."""

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
from hanse.queries import matching
from hanse.queries.indexed import pairs
from hanse.queries.indexed.matching import matches
from hanse.queries.scores import Weights

WEIGHTS = (Weights(), Weights(chain_gain=0.1, redundancy=1), Weights(access=1, region=0.01))


@pytest.fixture(scope="module", params=[(1, 0), (100, 6)])
def little_at_a_time(request: pytest.FixtureRequest) -> Iterator[None]:
    """Look at few and keep none to spare, so that small projects need a second look."""
    first_read, slack = request.param
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(pairs, "FIRST_READ", first_read)
        changed.setattr(pairs, "SLACK", slack)
        changed.setattr(pairs, "MOST_CELLS", 20)
        yield


@pytest.mark.usefixtures("little_at_a_time")
@given(worlds, days, chains, st.randoms(use_true_random=True))
def test_the_same_pairs_come_first(
    claims: list[Claim], day: str | None, chain: ValueChain, random: Random
) -> None:
    store = SqliteStore.in_memory([intake(claims)], address="test")
    graph, index = PartnershipGraph.of(store, as_of=day), Index.of(store, as_of=day)
    markets = graph.ids("market")
    asked: dict[str, Any] = {
        "targets": random.sample(markets, random.randint(0, min(3, len(markets)))),
        "top": random.choice((0, 1, 2, 4, 10)),
        "weights": random.choice(WEIGHTS),
        "include_networks": random.random() < 0.3,
    }

    assert list(matches(index, chain, **asked)) == list(matching.matches(graph, chain, **asked))
