"""The scores of many at once are those that the plain reading adds up one by one."""

import numpy as np
import pytest
from hypothesis import given
from tests.builders import cluster, intake, value_chain
from tests.worlds import chains, days, worlds

from hanse.graph.claims import Claim
from hanse.graph.index import Index
from hanse.graph.model import ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.chains import Feeds
from hanse.queries.complementarity import candidates
from hanse.queries.indexed.scoring import Question, Scored
from hanse.queries.indexed.signatures import ChainGroups
from hanse.queries.scores import DEFAULT, at_worst


def question(
    index: Index, members: list[str], chain: ValueChain, *, scale_by_active: bool = False
) -> Question:
    feeds = Feeds.of(chain)
    return Question.of(
        index,
        members=index.codes(members),
        feeds=feeds,
        groups=ChainGroups.of(index, feeds, scale_by_active=scale_by_active),
        targets=index.of_kinds("market")[:2].tolist(),
        weights=DEFAULT,
        scale_by_active=scale_by_active,
    )


@pytest.mark.parametrize("scale_by_active", [False, True])
@given(claims=worlds, day=days, chain=chains)
def test_everybody_scores_as_by_the_plain_reading(
    claims: list[Claim], day: str | None, chain: ValueChain, *, scale_by_active: bool
) -> None:
    store = SqliteStore.in_memory([intake(claims)], address="test")
    graph, index = PartnershipGraph.of(store, as_of=day), Index.of(store, as_of=day)
    members = list(graph.ids("cluster")[:2])
    asked = question(index, members, chain, scale_by_active=scale_by_active)
    plain = candidates(
        graph,
        alliance=members,
        chain=chain,
        targets=graph.ids("market")[:2],
        scale_by_active=scale_by_active,
    ).candidates

    rows = index.row_of[index.codes([one.id for one in plain])]
    found = asked.scored(rows)
    bounds = asked.bounds()

    for place, one in enumerate(plain):
        low, high = one.score.low, one.score.high
        assert (found.lows[place], found.highs[place]) == pytest.approx((low, high))
        assert found.worst[:, place].tolist() == pytest.approx(at_worst(one.components))
        assert asked.exactly(int(rows[place])) == one.score
        group = asked.groups.of_rows[rows[place]]
        assert found.lows[place] <= bounds[0][group] + 1e-9
        assert found.highs[place] <= bounds[1][group] + 1e-9


def test_a_first_provider_from_a_new_country_earns_chain_gain_and_region() -> None:
    claims = cluster("A", country="FR", categories={"technology_field": ["Optics"]})
    claims += cluster("X", country="DE", categories={"technology_field": ["Lasers"]})
    index = Index.of(SqliteStore.in_memory([intake(claims)], address="test"))
    asked = question(index, ["a"], value_chain({"Optics": 1.0}, {"Lasers": 1.0}))

    found = asked.scored(index.row_of[index.codes(["x"])])

    # The gap of one of two stages, the hand-over it makes possible, and the country.
    expected = 0.45 * 0.35 / 0.65 + 0.15 * 1 + 0.15 * 1
    assert found.lows.tolist() == pytest.approx([expected])
    assert found.highs.tolist() == pytest.approx([expected])


def test_scores_put_together_keep_their_order() -> None:
    one = Scored(rows=np.array([3]), lows=np.ones(1), highs=np.ones(1), worst=np.ones((5, 1)))
    two = Scored(rows=np.array([1]), lows=np.zeros(1), highs=np.ones(1), worst=np.zeros((5, 1)))

    found = Scored.none().and_(one).and_(two)

    assert found.rows.tolist() == [3, 1]
    assert found.lows.tolist() == [1, 0]
    assert found.worst[0].tolist() == [1, 0]
