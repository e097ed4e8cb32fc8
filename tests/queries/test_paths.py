"""The way from one to another, in words."""

import pytest
from tests.builders import claim, cluster, partnership, project, thing

from hanse.graph.errors import UnknownName
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.answers import Evidence
from hanse.queries.paths import path


def graph() -> PartnershipGraph:
    names = ("LITEK", "Biocat", "BioM", "Medicen", "Optence")
    said = [c for name in names for c in cluster(name)]
    said += partnership("LASER-GO GLOBAL", members=["litek", "biocat", "medicen"])
    said += partnership("bioXclusters plus", members=["biocat", "biom"])
    said += partnership("EIT Health", kind="network", members=["medicen", "optence"])
    said += [*thing("alliance", "Ours"), claim("optence", "in_alliance", "ours")]
    return project([*said, claim("litek", "in_alliance", "ours")])


def test_a_way_between_two_alliances_is_told_in_one_sentence() -> None:
    way = path(graph(), "LASER-GO GLOBAL", "bioXclusters plus")

    assert way.path == ("laser-go-global", "biocat", "bioxclusters-plus")
    assert way.text == (
        "LASER-GO GLOBAL has the member Biocat, which is a member of bioXclusters plus."
    )


def test_each_step_says_how_and_where_it_is_stated() -> None:
    first, *_, last = path(graph(), "litek", "biom").steps

    assert (first.start, first.relation, first.end) == ("litek", "member of", "laser-go-global")
    assert (last.start, last.relation, last.end) == ("bioxclusters-plus", "has member", "biom")
    assert first.evidence == (Evidence(document="test", locator="p. 1"),)


def test_a_network_is_a_way_only_when_asked() -> None:
    closed = path(graph(), "litek", "optence")
    opened = path(graph(), "litek", "optence", include_networks=True)

    assert (closed.path, closed.steps) == ((), ())
    assert closed.text == "LITEK and Optence are not connected by partnerships and consortia."
    assert opened.path == ("litek", "laser-go-global", "medicen", "eit-health", "optence")


def test_a_saved_alliance_may_be_an_end_but_is_no_way_between_others() -> None:
    assert path(graph(), "ours", "biocat").path == ("ours", "litek", "laser-go-global", "biocat")
    assert path(graph(), "litek", "optence").path == ()


def test_of_ways_equally_short_the_first_by_ids_is_told() -> None:
    said = [c for name in ("A", "B") for c in cluster(name)]
    said += partnership("Q", members=["a", "b"]) + partnership("P", members=["a", "b"])

    assert path(project(said), "a", "b").path == ("a", "p", "b")


def test_the_way_to_oneself_has_no_step() -> None:
    way = path(graph(), "litek", "LITEK")

    assert (way.path, way.steps) == (("litek",), ())
    assert way.text == "LITEK is both ends of the way."


def test_a_name_that_nobody_has_is_refused() -> None:
    with pytest.raises(UnknownName):
        path(graph(), "litek", "Zeta")
