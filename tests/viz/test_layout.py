"""What is alike stands together, and the same view always stands the same way."""

import pytest
from tests.builders import cluster, project
from tests.explorers import session

from hanse.viz.layout import digest, hub_places, hubs_of, spring_places, themes
from hanse.viz.opening import opening
from hanse.viz.view import View, view_of


@pytest.fixture(scope="module")
def case() -> View:
    """Return the shipped case, whose themes a reader knows."""
    from hanse.viz.session import Session

    graph = Session.open("laser-go").graph
    return view_of(graph, members=graph.members("laser-go"))


def distance(first: tuple[float, float], second: tuple[float, float]) -> float:
    return float(((first[0] - second[0]) ** 2 + (first[1] - second[1]) ** 2) ** 0.5)


def test_every_node_has_a_place_and_the_same_one_twice(case: View) -> None:
    first, second = themes(case), themes(case)

    assert set(first) == {node.id for node in case.nodes}
    assert digest(first.items()) == digest(second.items())


def test_hubs_are_the_industries_that_some_cluster_has(case: View) -> None:
    hubs = hubs_of(case)

    assert len(hubs) <= 60
    assert all(hub.split(":")[0].endswith("_industry") and having for hub, having in hubs.items())


def test_industries_that_share_clusters_stand_nearer_than_those_that_share_none(
    case: View,
) -> None:
    places = hub_places(case)
    bio = "emerging_industry:bio-pharmaceuticals"
    drugs, plastics = "sectoral_industry:biopharmaceuticals", "sectoral_industry:plastics"

    assert distance(places[bio], places[drugs]) < distance(places[bio], places[plastics])


def test_a_cluster_stands_nearer_to_its_own_industries_than_to_others(case: View) -> None:
    places = themes(case)
    hubs = hubs_of(case)
    own: list[float] = []
    others: list[float] = []
    for node in case.of_kind("cluster"):
        for hub in hubs:
            gap = distance(places[node.id], places[hub])
            (own if hub in node.categories else others).append(gap)

    assert sum(own) / len(own) < 0.75 * sum(others) / len(others)


def test_no_mark_of_the_first_picture_covers_another(case: View) -> None:
    places = themes(case)
    shown = [n.id for n in case.of_kind("cluster", "partnership", "sectoral_industry")]
    gaps = [distance(places[a], places[b]) for a in shown for b in shown if a < b]

    assert min(gaps) > 18  # the largest mark has a radius of 10.5


def test_two_that_want_to_be_apart_get_their_distance() -> None:
    first, second = spring_places([[0, 0.4], [0.4, 0]])

    assert distance(first, second) == pytest.approx(0.4, abs=1e-6)


def test_a_view_without_industries_has_places_all_the_same() -> None:
    places = themes(view_of(project(cluster("A") + cluster("B"))))

    assert len(set(places.values())) == 2


def test_what_is_tied_to_nothing_stands_in_the_dock() -> None:
    view = opening(session()).picture.view
    places = themes(view)
    lowest = max(y for node, (_, y) in places.items() if node != "zab-brandenburg")

    assert places["zab-brandenburg"][1] > lowest
