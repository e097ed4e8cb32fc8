"""What hangs on one cluster alone, and what falls apart without it."""

from itertools import combinations

import networkx as nx
from hypothesis import given
from tests.queries.ties_drawn import EXPECTED, TWO, drawn, projected

from hanse.graph.ids import slug
from hanse.queries.separation import articulation_points, dependent_pairs, without
from hanse.queries.ties import Ties


def test_biocat_alone_holds_the_two_alliances_together() -> None:
    assert articulation_points(TWO) == tuple(map(slug, EXPECTED["articulation"]))


def test_all_15_pairs_across_the_two_alliances_depend_on_biocat() -> None:
    pairs = dependent_pairs(TWO)

    assert (pairs.total, pairs.apart) == (15, 15)
    assert pairs.through == {"biocat": 15}


def test_a_pair_that_depends_on_two_clusters_counts_once() -> None:
    # a-b, b-c, c-d: without b or without c there is no way from a to d
    pairs = dependent_pairs(Ties.among({"P": "ab", "Q": "bc", "R": "cd"}))

    assert pairs.total == 3
    assert pairs.through == {"b": 2, "c": 2}


def test_without_biocat_the_nine_fall_into_five_and_three() -> None:
    left = without(TWO, "biocat")

    assert [len(part) for part in left.parts] == [5, 3]
    assert left.parts[1] == ("biom", "biopmed", "lyonbiopole")
    assert left.partnerships == ("bioxclusters", "laser-go")
    assert (left.separated_pairs, left.breaks) == (15, True)


def test_without_a_member_of_one_alliance_nothing_breaks() -> None:
    assert not without(TWO, "litek").breaks
    assert without(TWO, "nobody").parts == ()


@given(drawn)
def test_articulation_points_are_those_of_the_projected_graph(ties: Ties) -> None:
    assert set(articulation_points(ties)) == set(nx.articulation_points(projected(ties)))


@given(drawn)
def test_a_pair_depends_on_a_cluster_without_which_it_is_not_connected(ties: Ties) -> None:
    graph = projected(ties)
    connected = [pair for pair in combinations(sorted(graph), 2) if nx.has_path(graph, *pair)]
    through = {c: [p for p in connected if c not in p and cut(graph, c, p)] for c in graph}

    pairs = dependent_pairs(ties)

    assert dict(pairs.through) == {c: len(cuts) for c, cuts in through.items() if cuts}
    assert pairs.total == len({pair for cuts in through.values() for pair in cuts})
    assert pairs.apart == sum(not graph.has_edge(*pair) for pair in connected)


def cut(graph: "nx.Graph[str]", cluster: str, pair: tuple[str, str]) -> bool:
    rest = graph.subgraph(set(graph) - {cluster})
    return not nx.has_path(rest, *pair)
