"""Rules on sets of partners: what is asked in words, and what contradicts itself."""

from typing import Any

import pytest
from tests.queries.composition_example import RULES

from hanse.graph.errors import BadDefinition
from hanse.graph.quantities import exact
from hanse.graph.rules import CountRule, Field, NewRegionRule, Quota, Rules
from hanse.queries.composition_rules import SetRules, at_least_active


def test_the_rules_of_the_worked_example_are_listed_in_words() -> None:
    assert {rule.id: rule.text for rule in RULES.listed()} == {
        "size": "three partners in all",
        "quota:photonics": "one seat for photonics",
        "quota:health": "two seats for health",
        "active": "at least 30 active members each",
        "new-region": "at least one partner from a new region",
        "budget": "a cost of at most 60 in all",
        "invitations": "every member invites one partner of its own",
    }


def test_what_is_not_asked_for_is_no_rule() -> None:
    assert [rule.id for rule in SetRules(smallest=2, largest=4).listed()] == ["size"]
    assert SetRules(smallest=2, largest=4).listed()[0].text == "two to four partners in all"


def test_each_cluster_that_is_required_or_excluded_is_a_rule_of_its_own() -> None:
    rules = SetRules(required=("biocat", "biocat"), excluded=("optence",))

    assert [rule.id for rule in rules.listed()] == ["size", "require:biocat", "exclude:optence"]


@pytest.mark.parametrize(
    ("contradiction", "message"),
    [
        ({"smallest": 0}, "0 to 3 is no size"),
        ({"smallest": 4}, "4 to 3 is no size"),
        ({"new_regions": -1}, "fewer than none"),
        ({"budget": -1.0}, "negative or no number"),
        ({"budget": float("nan")}, "negative or no number"),
        ({"costs": {"biocat": exact(-1)}}, "negative or no number"),
        ({"quotas": (Quota(field=Field(id="a")), Quota(field=Field(id="a")))}, "this id"),
        ({"screening": (at_least_active(30), at_least_active(40))}, "this id"),
    ],
)
def test_rules_that_contradict_themselves_are_refused(
    contradiction: dict[str, Any], message: str
) -> None:
    with pytest.raises(BadDefinition, match=message):
        SetRules(**contradiction)


def test_a_search_gives_its_quotas_its_call_and_the_rules_that_exclude() -> None:
    search = Rules(
        id="laser-go",
        label="LASER-GO",
        rules=(
            at_least_active(30),
            NewRegionRule(id="regions", text="A new region.", is_preference=True),
        ),
        quotas=(Quota(field=Field(id="photonics")), Quota(field=Field(id="health"), seats=2)),
        invite_one_each=True,
        least_countries=3,
    )

    rules = SetRules.of(search)

    # D4.1, section 2: one photonics and two health; regions that are new are preferred
    assert [rule.id for rule in rules.listed()] == [
        "size",
        "countries",
        "quota:photonics",
        "quota:health",
        "active",
        "invitations",
    ]
    assert (rules.smallest, rules.largest) == (3, 3)
    assert SetRules.of(search, size=5).largest == 5


def test_a_rule_of_the_users_own_may_be_called_like_one_of_ours() -> None:
    """Many would call a rule on companies "size", as ours on the number of partners is called."""
    own = CountRule(id="size", text="At least 50 companies.", unit="companies", at_least=50)
    rules = SetRules.of(Rules(id="own", label="own", source="us", rules=(own,)))

    assert [rule.id for rule in rules.listed()] == ["size", "rule:size"]
    assert [rule.id for rule in rules.screening] == ["rule:size"]


def test_a_rule_that_its_author_called_active_stands_beside_the_one_that_is_added() -> None:
    rules = SetRules(screening=(at_least_active(30),)).with_least_active(40)

    assert [rule.id for rule in rules.listed()] == ["size", "rule:active", "active"]
    assert SetRules().with_least_active(0) == SetRules()
