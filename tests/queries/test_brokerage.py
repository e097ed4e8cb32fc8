"""The alliance of alliances, asked of a graph."""

import pytest
from tests.builders import cluster, partnership, project
from tests.queries.ties_drawn import EXPECTED

from hanse.graph.errors import UnknownName
from hanse.graph.ids import slug
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.brokerage import bridges, departure


def two_alliances() -> PartnershipGraph:
    """Return the graph of the fixture, a cluster that is in nothing, and a network."""
    names = {name for members in EXPECTED["alliances"].values() for name in members}
    said = [c for name in sorted(names | {"Alone"}) for c in cluster(name)]
    for name, members in EXPECTED["alliances"].items():
        said += partnership(name, members=[slug(member) for member in members])
    said += partnership("EIT Health", kind="network", members=["medicen", "alone"])
    return project(said)


def test_biocat_is_the_access_point_between_the_two_alliances() -> None:
    found = bridges(two_alliances())

    (biocat,) = found.access_points
    assert (biocat.id, biocat.partnerships) == ("biocat", ("bioxclusters", "laser-go"))
    assert (biocat.is_articulation, biocat.degree, biocat.brokered_pairs) == (True, 8, 15)
    assert biocat.constraint == pytest.approx(0.383333, abs=1e-6)
    assert biocat.effective_size == pytest.approx(4.75)
    assert biocat.betweenness == pytest.approx(0.533333, abs=1e-6)
    assert found.dependent_pairs.total == 15


def test_who_is_in_nothing_is_not_connected() -> None:
    found = bridges(two_alliances(), clusters=["Alone", "LITEK"])

    assert found.not_connected == ("alone",)
    alone, litek = found.positions
    assert (alone.constraint, alone.effective_size, alone.betweenness) == (None, None, None)
    assert litek.constraint == pytest.approx(0.6057, abs=1e-4)
    assert litek.betweenness == 0


def test_a_network_is_a_bridge_only_when_asked() -> None:
    found = bridges(two_alliances(), include_networks=True)

    assert [point.id for point in found.access_points] == ["biocat", "medicen"]
    assert found.not_connected == ()


def test_two_partnerships_of_the_same_members_make_no_access_point() -> None:
    said = [c for name in ("A", "B") for c in cluster(name)]
    said += partnership("P", members=["a", "b"]) + partnership("Q", members=["a", "b"])

    assert bridges(project(said)).access_points == ()


def test_a_graph_without_partnerships_has_no_bridges() -> None:
    found = bridges(project(cluster("A")))

    assert (found.access_points, found.dependent_pairs.total) == ((), 0)
    assert found.not_connected == ("a",)


def test_what_breaks_when_a_member_leaves_is_said() -> None:
    assert [len(part) for part in departure(two_alliances(), "Biocat").parts] == [5, 3]
    with pytest.raises(UnknownName):
        departure(two_alliances(), "Biokat & Co")
