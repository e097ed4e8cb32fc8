"""The view carries what is known of every thing, and makes up nothing."""

import pytest
from tests.builders import claim, cluster, project, thing
from tests.explorers import bare, claims, session

from hanse.graph.quantities import Interval
from hanse.viz.opening import opening
from hanse.viz.view import Edge, Node, View, facet, kinds_shown, view_of


@pytest.fixture(scope="module")
def view() -> View:
    return opening(session()).picture.view


def node(view: View, name: str) -> Node:
    return next(node for node in view.nodes if node.id == name)


def test_nodes_stand_in_the_order_of_their_ids(view: View) -> None:
    assert [node.id for node in view.nodes] == sorted(node.id for node in view.nodes)


def test_a_category_is_of_the_kind_of_its_scheme(view: View) -> None:
    assert node(view, "technology_field:optics").kind == "technology_field"
    assert node(view, "s3_priority:ageing-societies").kind == "s3_priority"


def test_what_is_not_counted_is_not_there_rather_than_zero(view: View) -> None:
    assert node(view, "biocat").counts == {"companies": Interval(871, 871)}
    assert node(view, "litek").counts == {}


def test_statements_that_differ_span_a_range(view: View) -> None:
    """About 250 and at least 300 members: nothing decides, so the range spans both."""
    assert node(view, "medicen").counts["members"] == Interval(250, None)


def test_money_and_shares_are_no_counts() -> None:
    known = cluster("Optence") + thing("region", "Hessen")
    known += [claim("optence", "founded", "1999")]

    assert view_of(project(known)).nodes[1].counts == {}


def test_a_cluster_stands_as_member_ranked_off_the_chain_or_uncategorised(view: View) -> None:
    names = ("litek", "biocat", "balneological-tourism", "zab-brandenburg")

    assert [node(view, name).standing for name in names] == [
        "member",
        "ranked",
        "off_chain",
        "uncategorised",
    ]


def test_scores_are_properties_of_the_nodes_they_belong_to(view: View) -> None:
    biocat = node(view, "biocat").scores

    assert {"complementarity", "complementarity_rank", "fit", "weighted_score"} <= biocat.keys()
    assert "complementarity" not in node(view, "litek").scores
    assert "fit" not in node(view, "lyonbiopole").scores


def test_scores_are_on_the_graph_too() -> None:
    opened = opening(session())

    assert (
        opened.session.graph.scores["biocat"]["complementarity"]
        == (node(opened.picture.view, "biocat").scores["complementarity"])
    )


def test_not_enough_scored_is_no_rank(view: View) -> None:
    """Of the guide 40 % is rated for Medicen, which is listed; a rank needs 70 %."""
    assert node(view, "medicen").scores["coverage"] == Interval(0.4, 0.4)
    assert "fit_rank" not in node(view, "medicen").scores


def test_covers_say_how_far_a_cluster_covers_each_stage(view: View) -> None:
    assert node(view, "litek").covers == {"components": 1.0}
    assert node(view, "biocat").covers == {"care": 0.7}
    assert node(view, "zab-brandenburg").covers == {}


def test_a_relation_is_drawn_once_however_often_it_is_stated() -> None:
    twice = [*claims(), claim("biocat", "member_of", "bioxclusters", locator="p. 2")]
    edges = view_of(project(twice)).edges

    assert edges.count(Edge(source="biocat", target="bioxclusters", relation="member_of")) == 1


def test_members_lead_the_ranking_and_the_uncategorised_come_last(view: View) -> None:
    assert set(view.ranking[:2]) == {"litek", "opticsvalley"}
    assert view.ranking[-2:] == ("balneological-tourism", "zab-brandenburg")
    assert len(set(view.ranking)) == len(view.of_kind("cluster"))


def test_without_an_alliance_nobody_has_a_standing_or_a_score() -> None:
    view = opening(bare()).picture.view

    assert {node.standing for node in view.nodes} == {None}
    assert all(node.scores == {} for node in view.nodes)


def test_names_are_folded_as_a_search_compares_them(view: View) -> None:
    assert node(view, "lyonbiopole").folded == "lyonbiopole"
    assert "bioregio de catalunya" in node(view, "biocat").folded


def test_a_facet_counts_clusters_and_leaves_the_unknown_out(view: View) -> None:
    assert [(v.id, v.clusters) for v in facet(view, "country")] == [
        ("FR", 3),
        ("DE", 2),
        ("ES", 1),
        ("LT", 1),
        ("RO", 1),
    ]
    assert sum(v.clusters for v in facet(view, "sectoral_industry")) == 7


def test_the_legend_counts_every_kind_there_is(view: View) -> None:
    counted = kinds_shown(view)

    assert counted["cluster"] == 8
    assert sum(counted.values()) == len(view.nodes)
    assert "network" not in counted
