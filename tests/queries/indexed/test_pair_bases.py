"""What groups score along a chain beside one cluster is what they score beside an alliance."""

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import cluster, intake, value_chain
from tests.worlds import chains, worlds

from hanse.graph.claims import Claim
from hanse.graph.index import Index
from hanse.graph.model import ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.chains import Feeds, Standing
from hanse.queries.indexed.chain_gains import group_gains
from hanse.queries.indexed.pair_bases import PairBases
from hanse.queries.indexed.signatures import ChainGroups
from hanse.queries.scores import DEFAULT, Weights

WEIGHTS = (DEFAULT, Weights(chain_gain=0.1, redundancy=1), Weights(hand_over=1))
CHAIN = value_chain({"Optics": 1.0}, {"Lasers": 1.0})


@given(worlds, chains, st.randoms(use_true_random=True))
def test_beside_a_cluster_every_group_scores_as_beside_an_alliance_of_it(
    claims: list[Claim], chain: ValueChain, random: Random
) -> None:
    store = SqliteStore.in_memory([intake(claims)], address="test")
    graph, index, feeds = PartnershipGraph.of(store), Index.of(store), Feeds.of(chain)
    groups, weights = ChainGroups.of(index, feeds), random.choice(WEIGHTS)
    bases = PairBases(feeds, groups, weights)
    for row, known in enumerate(graph.clusters()):
        is_known = bool(index.is_categorised[row])
        found = bases.beside(int(groups.of_rows[row])) if is_known else bases.beside_unknown
        plain = group_gains(Standing.of(feeds, [known]), groups.lows, groups.highs)

        for ends in zip(found, plain.weighed(weights), strict=True):
            np.testing.assert_allclose(*ends, atol=1e-12)


def test_beside_a_cluster_of_unknown_categories_a_group_may_add_all_or_little() -> None:
    claims = [*cluster("a"), *cluster("b", categories={"technology_field": ["Optics"]})]
    index = Index.of(SqliteStore.in_memory([intake(claims)], address="test"))
    feeds = Feeds.of(CHAIN)
    groups = ChainGroups.of(index, feeds)

    low, high = PairBases(feeds, groups, DEFAULT).beside_unknown

    assert (high - low).max() > 0
    assert (high >= low).all()


def test_what_one_half_of_a_chain_lacks_the_other_adds() -> None:
    claims = [
        *cluster("a", categories={"technology_field": ["Optics"]}),
        *cluster("b", categories={"technology_field": ["Lasers"]}),
    ]
    index = Index.of(SqliteStore.in_memory([intake(claims)], address="test"))
    feeds = Feeds.of(CHAIN)
    groups = ChainGroups.of(index, feeds)
    weights = Weights(chain_gain=1, hand_over=0, redundancy=0)

    beside_a = PairBases(feeds, groups, weights).beside(int(groups.of_rows[0]))[0]

    # "a" holds .35 of 1; a first provider of the other stage adds .35, a second of its own .15.
    assert beside_a[groups.of_rows].tolist() == pytest.approx([0.15 / 0.65, 0.35 / 0.65])
