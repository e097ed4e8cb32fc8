"""Ties come from partnerships, and from nothing else."""

from hypothesis import given
from tests.builders import cluster, partnership, project
from tests.queries.ties_drawn import EXPECTED, MEMBERS, TWO, drawn, projected

from hanse.queries.ties import Ties, pairs_between, pairs_of


def test_the_two_alliances_of_the_fixture_tie_nine_clusters_by_21_ties() -> None:
    assert len(TWO.held) == EXPECTED["nodes"]
    assert sum(len(TWO.tied(cluster)) for cluster in TWO.held) / 2 == EXPECTED["edges"]
    assert TWO.held["biocat"] == ("bioxclusters", "laser-go")


def test_a_network_ties_its_members_only_when_asked() -> None:
    claims = [c for name in ("A", "B", "C") for c in cluster(name)]
    claims += partnership("P", members=["a", "b"]) + partnership(
        "N", kind="network", members=["b", "c"]
    )
    graph = project(claims)

    assert Ties.of(graph).tied("b") == {"a"}
    assert Ties.of(graph, include_networks=True).tied("b") == {"a", "c"}


def test_one_known_member_is_tied_to_nobody() -> None:
    ties = Ties.among({"P": ["a"], "Q": ["b", "c"]})

    assert ties.tied("a") == frozenset()
    assert tuple(ties.held) == ("b", "c")


@given(drawn)
def test_the_ties_are_those_of_the_projected_graph(ties: Ties) -> None:
    graph = projected(ties)

    assert {c: set(ties.tied(c)) for c in ties.held} == {c: set(graph[c]) for c in graph}


def test_the_graph_of_clusters_and_partnerships_has_one_edge_a_membership() -> None:
    graph = TWO.bipartite()

    assert graph.number_of_edges() == sum(map(len, MEMBERS.values()))
    assert TWO.clusters_in(graph) == tuple(sorted(TWO.held))


def test_pairs_are_counted() -> None:
    assert pairs_of(9) == 36
    assert pairs_between([5, 3]) == 15
    assert pairs_between([]) == 0
