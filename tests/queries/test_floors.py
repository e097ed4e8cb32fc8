"""Ratings that nobody can get after the screening rules, as far as the rules say so."""

from dataclasses import replace

import pytest
from tests.builders import claim, project, thing
from tests.people import GUIDE

from hanse.graph.quantities import Quantity
from hanse.graph.rules import CountRule, FieldRule, ListingRule, Rules
from hanse.queries.floors import Floor, excluded, floors_of, screening_floors

COMPANIES = GUIDE.criteria[0]


def floor(unit: str, least: float) -> Floor:
    return Floor(rule="rule", text="the rule", unit=unit, least=least)


def test_only_criteria_that_ask_for_at_least_are_floors() -> None:
    least = Quantity(value=30, unit="active_members", qualifier="at_least")
    graph = project(
        [
            *thing("search_rule", "Thirty members.", id="a", rule_kind="criterion"),
            claim("a", "active_members", least),
            *thing("search_rule", "One photonics partner.", id="b", rule_kind="quota"),
            claim("b", "clusters", Quantity(value=1, unit="clusters", qualifier="at_least")),
            *thing("search_rule", "At most 50.", id="c", rule_kind="criterion"),
            claim("c", "members", Quantity(value=50, unit="members", qualifier="at_most")),
        ]
    )

    assert screening_floors(graph) == (
        Floor(rule="a", text="Thirty members", unit="active_members", least=30),
    )


def test_a_rule_on_companies_excludes_for_certain() -> None:
    assert excluded(COMPANIES, floor("companies", 30)) == (
        "ratings 0 and 1 and the 21 to 29 of rating 2 cannot be earned"
    )


def test_smes_are_companies_so_a_rule_on_them_excludes_for_certain_too() -> None:
    assert excluded(COMPANIES, floor("smes", 51)) == "ratings 0, 1 and 2 cannot be earned"


def test_members_need_not_be_companies_and_that_is_said() -> None:
    assert excluded(COMPANIES, floor("members", 5)) == (
        "rating 0 cannot be earned (if the members that it counts are companies)"
    )


@pytest.mark.parametrize("unit", ["jobs", "research_bodies"])
def test_a_rule_on_another_thing_says_nothing(unit: str) -> None:
    assert excluded(COMPANIES, floor(unit, 30)) == ""


def test_a_rule_that_excludes_nothing_is_silent() -> None:
    assert excluded(COMPANIES, floor("companies", 0)) == ""


def test_a_judgement_is_bounded_by_no_rule() -> None:
    assert excluded(GUIDE.criteria[2], floor("companies", 30)) == ""


def test_where_shares_are_cut_no_whole_numbers_are_named() -> None:
    share = replace(GUIDE.criteria[1], evidence="companies")

    assert excluded(share, floor("companies", 30)) == (
        "ratings 0, 1 and 2 and what is below 30 of rating 3 cannot be earned"
    )


def test_rules_that_are_named_give_floors_and_preferences_none() -> None:
    rules = Rules(
        id="rules",
        label="Rules",
        rules=(
            CountRule(id="size", text="At least 60 companies.", unit="companies", at_least=60),
            CountRule(id="nice", text="150.", unit="companies", at_least=150, is_preference=True),
            ListingRule(id="on", text="Is listed."),
            FieldRule(id="field", text="Any field.", fields=()),
        ),
    )

    assert floors_of(rules) == (
        Floor(rule="size", text="At least 60 companies", unit="companies", least=60),
        Floor(rule="on", text="Is listed", unit="eccp_listed", least=1),
    )


def test_after_a_listing_that_is_asked_for_a_no_cannot_be_earned() -> None:
    listed = next(c for c in GUIDE.criteria if c.evidence == "eccp_listed")

    assert excluded(listed, floor("eccp_listed", 1)) == "rating 0 cannot be earned"
    assert excluded(listed, floor("companies", 30)) == ""
