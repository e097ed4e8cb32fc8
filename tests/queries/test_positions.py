"""Measures of brokerage: those of the fixture ``graph``, and those that networkx computes."""

from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from tests.queries.ties_drawn import PER_NODE, TWO, drawn, projected

from hanse.queries.positions import (
    betweenness,
    brokered_pairs,
    constraint,
    effective_size,
    tie_betweenness,
)
from hanse.queries.ties import Ties


@pytest.mark.parametrize(("cluster", "expected"), PER_NODE.items(), ids=list(PER_NODE))
def test_every_measure_of_every_cluster_of_the_fixture_holds(
    cluster: str, expected: dict[str, Any]
) -> None:
    assert len(TWO.tied(cluster)) == expected["degree"]
    assert brokered_pairs(TWO, cluster) == expected["brokered_pairs"]
    assert constraint(TWO, cluster) == pytest.approx(expected["constraint"], abs=1e-6)
    assert effective_size(TWO, cluster) == pytest.approx(expected["effective_size"], abs=1e-6)
    assert tie_betweenness(TWO)[cluster] == pytest.approx(expected["betweenness"], abs=1e-6)


def test_biocat_stands_between_53_percent_of_all_pairs_of_clusters_and_partnerships() -> None:
    # 24 of the 45 pairs that the other ten, eight clusters and two partnerships, make
    assert betweenness(TWO)["biocat"] == pytest.approx(24 / 45)
    assert {c for c, share in betweenness(TWO).items() if share} == {"biocat"}


@given(drawn)
def test_networkx_finds_the_same(ties: Ties) -> None:
    graph = projected(ties)

    ours = {c: (constraint(ties, c), effective_size(ties, c)) for c in ties.held}
    theirs = {c: (nx.constraint(graph)[c], nx.effective_size(graph)[c]) for c in graph}

    assert ours.keys() == theirs.keys()
    for cluster, pair in ours.items():
        assert pair == pytest.approx(theirs[cluster])


@given(drawn)
def test_betweenness_is_that_of_all_shortest_paths(ties: Ties) -> None:
    theirs = nx.betweenness_centrality(ties.bipartite())

    assert betweenness(ties) == pytest.approx({c: theirs[c] for c in ties.held})


def test_who_is_tied_to_nobody_has_no_measure_rather_than_no_number() -> None:
    ties = Ties.among({"P": ["a", "b"]})

    assert constraint(ties, "c") is None
    assert effective_size(ties, "c") is None
    assert "c" not in betweenness(ties)
    assert brokered_pairs(ties, "c") == 0
