"""What is drawn of a large view, and that it is said."""

import pytest
from tests.builders import claim, cluster, partnership, project
from tests.explorers import session

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.viz.opening import opening
from hanse.viz.scene import MOST_NODES, NEIGHBOURS, SceneTooLarge, links, matches, scene
from hanse.viz.view import View, view_of


def crowd(count: int) -> PartnershipGraph:
    """Return clusters that all stand in one partnership and one sector."""
    names = [f"cluster-{number:04}" for number in range(count)]
    known = [said for name in names for said in cluster(name)]
    known += cluster("first", categories={"sectoral_industry": ["Plastics"]})
    known += [claim(name, "classified_as", "sectoral_industry:plastics") for name in names]
    return project(known + partnership("Alliance", members=names))


@pytest.fixture(scope="module")
def many() -> View:
    return view_of(crowd(450), members=("cluster-0449",))


@pytest.fixture(scope="module")
def few() -> View:
    return opening(session()).picture.view


def test_a_small_view_is_drawn_whole_and_nothing_needs_to_be_said(few: View) -> None:
    drawn = scene(few)

    assert {node.id for node in few.of_kind("cluster")} <= set(drawn.nodes)
    assert (drawn.clusters, drawn.of_clusters, drawn.message) == (8, 8, "")


def test_regions_and_markets_are_off_at_first(few: View) -> None:
    kinds = {node.id: node.kind for node in few.nodes}

    assert {kinds[node] for node in scene(few).nodes} == {
        "cluster",
        "partnership",
        "sectoral_industry",
    }


def test_above_four_hundred_clusters_the_best_are_drawn_and_it_is_said(many: View) -> None:
    drawn = scene(many)

    assert drawn.clusters == 400
    assert drawn.message == (
        "Showing the 400 best-fitting of 451 clusters. Search or filter to bring in others."
    )


def test_members_are_drawn_whatever_their_place(many: View) -> None:
    assert "cluster-0449" in scene(many, budget=10).nodes


def test_a_filter_brings_in_others(many: View) -> None:
    passing = {f"cluster-{number:04}" for number in range(440, 450)}
    drawn = scene(many, passing=passing)

    assert passing <= set(drawn.nodes)
    assert drawn.message == ""


def test_what_is_selected_is_drawn_with_its_neighbours(many: View) -> None:
    assert {"cluster-0430", "alliance"} <= set(scene(many, selected="cluster-0430").nodes)


def test_no_more_than_fifty_neighbours_are_added_unasked(many: View) -> None:
    drawn = scene(many, budget=5, selected="sectoral_industry:plastics")

    assert drawn.clusters <= 5 + 1 + NEIGHBOURS
    assert dict(drawn.too_many) == {"cluster": 451}


def test_more_than_a_picture_holds_is_refused_with_a_way_out() -> None:
    view = view_of(crowd(MOST_NODES + 1))

    with pytest.raises(SceneTooLarge, match="1,500") as refused:
        scene(view, budget=5000)

    assert "filter" in refused.value.hint


def test_links_to_what_nearly_all_share_wait_until_they_are_asked_for(many: View) -> None:
    drawn = links(many, scene(many).nodes)

    assert {edge.relation for edge in drawn} == {"member_of"}


def test_links_are_capped_and_memberships_come_first() -> None:
    view = view_of(crowd(120))
    every = [node.id for node in view.nodes]

    assert len(links(view, every)) <= 6000
    assert all(edge.source in every and edge.target in every for edge in links(view, every))


@pytest.mark.parametrize("words", ["LYONBIOPOLE", "lyonbiopôle", " lyon  ", "Bioregio Catalunya"])
def test_a_name_is_found_without_accents_or_case(few: View, words: str) -> None:
    assert matches(few, words)[0] in ("lyonbiopole", "biocat")


def test_clusters_come_before_categories_and_beginnings_before_middles(few: View) -> None:
    found = matches(few, "bio")

    assert found[:2] == ("biocat", "biom")
    assert found.index("lyonbiopole") < found.index("sectoral_industry:biopharmaceuticals")


def test_nothing_is_found_for_nothing(few: View) -> None:
    assert matches(few, "  ") == ()
    assert matches(few, "no such name") == ()
