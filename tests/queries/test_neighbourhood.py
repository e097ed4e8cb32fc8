"""What lies around a thing: the nearest first, in both directions, never more than asked for."""

from random import Random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import cluster, partnership, project
from tests.worlds import worlds

from hanse.graph.claims import Claim
from hanse.graph.errors import UnknownName
from hanse.queries.neighbourhood import neighbourhood

GRAPH = project(
    cluster("A", regions=["R"])
    + cluster("B")
    + cluster("C")
    + cluster("Alone")
    + partnership("P", members=["a", "b"])
    + partnership("Q", members=["b", "c"])
)


def test_ties_are_followed_in_both_directions_the_nearest_first() -> None:
    found = neighbourhood(GRAPH, "A")

    assert found.things == ("a", "p", "r", "b")
    assert found.distances == (0, 1, 1, 2)
    assert neighbourhood(GRAPH, "A", hops=4).things == ("a", "p", "r", "b", "q", "c")


def test_what_is_left_out_is_still_counted() -> None:
    found = neighbourhood(GRAPH, "a", hops=4, most=3)

    assert (found.things, found.distances, found.total) == (("a", "p", "r"), (0, 1, 1), 6)


def test_a_thing_without_ties_has_only_itself_around() -> None:
    found = neighbourhood(GRAPH, "alone")

    assert (found.things, found.distances, found.total) == (("alone",), (0,), 1)


def test_a_name_that_nothing_has_is_refused() -> None:
    with pytest.raises(UnknownName):
        neighbourhood(GRAPH, "nobody")


@given(worlds, st.randoms(use_true_random=True), st.integers(0, 3))
def test_distances_are_the_shortest_ways(claims: list[Claim], random: Random, hops: int) -> None:
    graph = project(claims)
    centre = random.choice(graph.ids("cluster") or [min(graph.networkx)])
    ways = nx.single_source_shortest_path_length(
        graph.networkx.to_undirected(as_view=True), centre, cutoff=hops
    )

    found = neighbourhood(graph, centre, hops=hops)

    assert dict(zip(found.things, found.distances, strict=True)) == dict(ways)
    assert list(found.things) == sorted(ways, key=lambda thing: (ways[thing], thing))
    assert found.total == len(ways)
