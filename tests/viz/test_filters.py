"""Clusters are filtered by where they sit, what they belong to and go for, how they score."""

from tests.builders import claim, cluster, market, partnership
from tests.explorers import session

from hanse.graph.claims import Claim
from hanse.viz.filters import Filter, edges, filters, score_ranges
from hanse.viz.opening import opening


def found(name: str, *more: Claim) -> Filter:
    opened = opening(session(*more))
    return next(f for f in filters(opened.session.graph, opened.picture.view) if f.id == name)


def test_a_cluster_is_in_every_wider_region() -> None:
    within = claim("catalonia", "within", "spain")
    named = [claim("spain", "kind", "region"), claim("spain", "name", "Spain")]

    assert found("region", within, *named).of["biocat"] == ("catalonia", "spain")


def test_a_cluster_goes_for_the_markets_of_its_partnerships() -> None:
    assert found("market").of["litek"] == ("canada",)


def test_a_network_s_markets_are_not_those_of_its_members() -> None:
    network = partnership("EDCA", kind="network", members=["medicen"], targets=["canada"])
    markets = found("market", *network)

    assert "medicen" not in markets.of


def test_a_market_that_is_only_explored_is_not_gone_for() -> None:
    said = [*market("Japan", country="JP"), claim("medicen", "targets", "japan", role="explored")]

    assert "medicen" not in found("market", *said).of


def test_values_are_counted_most_clusters_first() -> None:
    values = found("partnership").values

    assert [(v.id, v.clusters) for v in values] == [("bioxclusters", 3), ("laser-go", 2)]


def test_what_is_not_stated_is_no_value() -> None:
    assert "zab-brandenburg" not in found("region").of


def test_a_score_that_all_have_alike_is_left_out() -> None:
    ranges = score_ranges(opening(session(*cluster("Nobody"))).picture.view)

    assert all(len(one.edges) > 1 for one in ranges)
    assert "complementarity" in {one.id for one in ranges}


def test_edges_are_round_and_hold_both_ends() -> None:
    for low, high in ((0.0, 1.0), (0.013, 0.61), (0.95, 3.55)):
        marks = edges(low, high)

        assert marks[0] <= low
        assert marks[-1] >= high
        assert 10 <= len(marks) - 1 <= 22
