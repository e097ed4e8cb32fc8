"""Things are found by any name; when none is found, the message says what was meant."""

import pytest
from tests.builders import category, cluster, partnership, project

from hanse.graph.errors import UnknownName
from hanse.graph.partnership_graph import PartnershipGraph


@pytest.fixture
def graph() -> PartnershipGraph:
    return project(
        cluster("BIOCAT", aliases=["BioRegion of Catalonia"])
        + cluster("Elastopôle")
        + cluster("TO Health!", aliases=["TOHealth!"])
        + partnership("LASER-GO")
        + partnership("bioXclusters", until="2013")
        + category("sectoral_industry", "Biopharmaceuticals")
        + category("emerging_industry", "Biopharmaceuticals"),
        as_of="2017-04-13",
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("biocat", "biocat"),
        ("BIOCAT", "biocat"),
        ("bioregion of catalonia", "biocat"),
        ("  BioRegion, of Catalonia ", "biocat"),
        ("elastopole", "elastopole"),
        ("ELASTOPÔLE", "elastopole"),
        ("tohealth", "to-health"),
        ("To Health", "to-health"),
        ("laser go", "laser-go"),
    ],
)
def test_a_thing_is_found_by_any_of_its_names(
    graph: PartnershipGraph, name: str, expected: str
) -> None:
    assert graph.find(name) == expected


def test_a_name_of_another_kind_is_not_taken(graph: PartnershipGraph) -> None:
    with pytest.raises(UnknownName, match="no cluster is called 'laser-go'"):
        graph.find("laser-go", "cluster")


def test_a_name_near_another_brings_that_one_up(graph: PartnershipGraph) -> None:
    with pytest.raises(UnknownName) as caught:
        graph.find("elastopol", "cluster")

    assert caught.value.hint == "did you mean elastopole or Elastopôle?"


def test_a_name_of_several_things_asks_which_one(graph: PartnershipGraph) -> None:
    with pytest.raises(UnknownName) as caught:
        graph.find("Biopharmaceuticals")

    assert str(caught.value) == (
        "'Biopharmaceuticals' may be emerging_industry:biopharmaceuticals"
        " or sectoral_industry:biopharmaceuticals\n  hint: give the id"
    )
    found = graph.find("sectoral_industry:biopharmaceuticals")
    assert found == "sectoral_industry:biopharmaceuticals"


def test_a_thing_that_did_not_exist_on_the_day_is_not_unknown(graph: PartnershipGraph) -> None:
    with pytest.raises(UnknownName) as caught:
        graph.find("bioXclusters", "partnership")

    assert str(caught.value) == (
        "bioxclusters held until 2013, not on 2017-04-13\n  hint: ask for another day with --as-of"
    )


@pytest.mark.parametrize("name", ["", " ", "\x00", "'; DROP TABLE claim; --", "a" * 10_000])
def test_a_hostile_name_is_simply_unknown(graph: PartnershipGraph, name: str) -> None:
    with pytest.raises(UnknownName):
        graph.find(name)
