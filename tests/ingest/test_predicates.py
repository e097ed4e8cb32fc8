"""Words that stand for a choice are understood, or refused with the choice."""

import pytest

from hanse.ingest.predicates import counted_unit, one_of, stated_predicate, subject_kinds
from hanse.ingest.rows import CellFault
from hanse.ingest.sheets import BY_NAME


def test_case_and_spaces_do_not_matter_in_a_choice() -> None:
    assert one_of(("interested_in", "targets"), "Interested in", "relation") == "interested_in"


def test_another_word_is_refused_with_the_choice() -> None:
    with pytest.raises(CellFault) as fault:
        one_of(("partnership", "network"), "club", "kind")

    assert fault.value.remedy == "write one of partnership, network"


@pytest.mark.parametrize(
    ("text", "unit"), [("SMEs", "smes"), ("research bodies", "research_bodies"), ("jobs", "jobs")]
)
def test_a_unit_is_understood_in_peoples_words(text: str, unit: str) -> None:
    assert counted_unit(text, column="unit") == unit


@pytest.mark.parametrize("text", ["name", "homepage", "parsecs", "classified_as"])
def test_what_counts_nothing_is_no_unit(text: str) -> None:
    with pytest.raises(CellFault, match="nothing is counted in this unit"):
        counted_unit(text, column="unit")


def test_an_attribute_and_a_relation_are_found_by_their_names() -> None:
    assert stated_predicate("Grant agreement", column="attribute") == "grant_agreement"
    assert stated_predicate("part_of", column="attribute") == "part_of"
    with pytest.raises(CellFault, match="no attribute is called 'colour'"):
        stated_predicate("colour", column="attribute")


def test_a_membership_is_a_clusters_and_a_count_may_be_anybodys() -> None:
    assert subject_kinds(BY_NAME["memberships"]) == ("cluster",)
    assert subject_kinds(BY_NAME["counts"]) == ()
    assert subject_kinds(BY_NAME["focus"]) == ("cluster",)
