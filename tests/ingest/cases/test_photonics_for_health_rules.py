"""The rules of the search of 2017, LASER-GO D4.1, sections 1 and 2, as data."""

from importlib.resources import files

import pytest

from hanse.graph.rules import CountRule, FieldRule, MarketRule, NewRegionRule, Rules
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.cases import shipped
from hanse.ingest.rules import read_rules

NAME = "laser-go-2017-rules"


@pytest.fixture(scope="module")
def rules() -> Rules:
    text = (files("hanse.ingest") / "cases" / "photonics_for_health" / "rules.toml").read_text(
        encoding="utf-8"
    )
    return read_rules(text, where="rules.toml")


def test_the_project_has_them_and_takes_them_by_default() -> None:
    contents = SqliteStore.in_memory(shipped("laser-go"), address="laser-go").contents()

    assert contents.settings.rules == NAME
    assert NAME in {d.id for d in contents.definitions if d.kind == "rules"}


def test_30_active_members_are_asked_for_in_either_field_or_both(rules: Rules) -> None:
    """Section 2, page 8: "having at least 30 cluster members active" in both or either field."""
    field, number = rules.rules[:2]

    assert isinstance(field, FieldRule)
    assert ([f.id for f in field.fields], field.need) == (["medical-devices", "photonics"], "any")
    assert isinstance(number, CountRule)
    assert (number.unit, number.at_least) == ("active_members", 30)


def test_both_target_markets_are_asked_for(rules: Rules) -> None:
    """Section 2, page 8: "the third markets in North America and Southeast Asia"."""
    markets = next(rule for rule in rules.rules if isinstance(rule, MarketRule))

    assert (markets.markets, markets.need) == (("north-america", "southeast-asia"), "all")


def test_new_regions_are_a_preference(rules: Rules) -> None:
    """Section 1, page 7: "preference would be given to" clusters of additional areas."""
    preferences = [rule for rule in rules.rules if rule.is_preference]

    assert [type(rule) for rule in preferences] == [NewRegionRule]


def test_one_partner_from_photonics_and_two_from_health(rules: Rules) -> None:
    """Section 2, page 8: "evenly split between three photonics and three health sector"."""
    assert {q.field.id: q.seats for q in rules.quotas} == {"photonics": 1, "health": 2}


def test_each_member_invites_one_partner(rules: Rules) -> None:
    """Section 1, page 7: "search for and invite one additional partner"."""
    assert rules.invite_one_each


def test_the_search_filtered_by_one_emerging_industry(rules: Rules) -> None:
    """Section 2.2, footnotes 2 and 4: emerging_industry_id=MED."""
    (used,) = rules.filters

    assert used.categories == {"emerging_industry:medical-devices"}
    assert used.step == "search-2017-eccp"


def test_health_is_not_told_by_the_industry_that_the_search_filtered_by(rules: Rules) -> None:
    health = next(field for field in rules.fields if field.id == "health")

    assert "emerging_industry:medical-devices" not in health.categories


def test_every_label_is_one_that_the_case_knows(rules: Rules) -> None:
    store = SqliteStore.in_memory(shipped("laser-go"), address="laser-go")
    known = {c.subject for c in store.claims() if c.predicate == "kind" and c.value == "category"}

    assert [c for field in rules.fields for c in sorted(field.categories - known)] == []
