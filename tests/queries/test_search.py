"""Things are found by what they are called, and clusters by country and category, counted."""

import pytest
from tests.builders import claim, cluster, partnership, project, region

from hanse.queries.search import CountedValue, passing, search

GRAPH = project(
    cluster(
        "Elastopôle",
        country="FR",
        regions=["Centre"],
        categories={"technology_field": ["Optics", "Élastomers"]},
    )
    + cluster("TO-Health!", country="BG", categories={"technology_field": ["Optics"]})
    + cluster("Valley of Optics", country="FR", aliases=["Vallée de l'optique"])
    + cluster("Unplaced")
    + partnership("Optics United", members=["elastopole"])
    + region("Optical Coast")
)


@pytest.mark.parametrize(
    "words", ["elastopole", "ELASTOPÔLE", "Elasto", "  élasto ", "elastopo\u0302le"]
)
def test_case_accents_and_the_rest_of_a_word_are_aside(words: str) -> None:
    assert "elastopole" in search(GRAPH, words).things


@pytest.mark.parametrize("words", ["to health", "TO-HEALTH", "health to", "hea t", "health!"])
def test_words_are_found_in_any_order_and_punctuation_is_aside(words: str) -> None:
    assert search(GRAPH, words).things == ("to-health",)


@pytest.mark.parametrize("words", ["pole", "health coast", "", "   ", "nothing such"])
def test_what_begins_no_word_or_not_every_word_is_not_found(words: str) -> None:
    found = search(GRAPH, words)

    assert (found.things, found.total) == ((), 0)


def test_a_thing_is_found_by_another_name_of_its_own() -> None:
    assert search(GRAPH, "vallee l optique").things == ("valley-of-optics",)


def test_a_thing_is_found_by_the_name_and_the_id_of_what_was_merged_into_it() -> None:
    said = cluster("BIOCAT") + cluster("Bioregion", id="formerly-catalonia")
    merged = project([*said, claim("formerly-catalonia", "same_as", "biocat")])
    (known,) = merged.ids("cluster")

    for words in ("biocat", "bioregion", "formerly catalonia"):
        assert search(merged, words).things == (known,)


def test_clusters_come_first_then_names_that_begin_so_and_all_are_counted() -> None:
    found = search(GRAPH, "opti")

    assert found.things == (
        "valley-of-optics",
        "optical-coast",
        "technology_field:optics",
        "optics-united",
    )
    assert search(GRAPH, "opti", most=2).things == found.things[:2]
    assert search(GRAPH, "opti", most=2).total == found.total == 4


def test_clusters_pass_that_have_one_value_of_each_facet() -> None:
    optics = {"technology_field": ["technology_field:optics", "technology_field:none"]}

    assert passing(GRAPH).total == 4
    assert passing(GRAPH, optics).clusters == ("elastopole", "to-health")
    assert passing(GRAPH, {**optics, "country": ["FR", "DE"]}).clusters == ("elastopole",)
    assert passing(GRAPH, {"country": []}).total == 0


def test_values_of_those_that_pass_are_counted_the_commonest_first_and_unknown_ones_not() -> None:
    found = passing(GRAPH, most=1)

    assert (found.clusters, found.total) == (("elastopole",), 4)
    assert [(one.id, one.clusters) for one in found.facets["country"]] == [("FR", 2), ("BG", 1)]
    assert found.facets["technology_field"] == (
        CountedValue(id="technology_field:optics", label="Optics", clusters=2),
        CountedValue(id="technology_field:elastomers", label="Élastomers", clusters=1),
    )
