"""One set held against the rules: the reasons of the worked example, and what is unknown."""

from dataclasses import replace
from typing import Any

import pytest
from tests.queries.composition_example import EXPECTED, RULES, toy_situation

from hanse.graph.quantities import UNKNOWN, Interval
from hanse.queries.composition_check import (
    Finding,
    findings,
    passes,
    seating,
    total_cost,
    why_not,
)
from hanse.queries.composition_facts import Known, Situation
from hanse.queries.composition_rules import SetRules
from hanse.queries.outcomes import Decision

# The rules of the fixture, in its words.
WORDS = {
    "active": "<30 active",
    "quota:photonics": "quota 1 photonics + 2 health",
    "quota:health": "quota 1 photonics + 2 health",
    "new-region": "no new region",
    "budget": "budget",
    "invitations": "invitations cannot be shared out",
}


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda row: row["set"])
def test_each_of_the_twenty_sets_fails_for_the_reasons_of_the_worked_example(
    expected: dict[str, Any],
) -> None:
    situation = toy_situation()

    broken = why_not(findings(situation, RULES, situation.chosen(expected["set"].lower())))

    assert {WORDS[one.rule] for one in broken} == set(expected["why_not"])
    assert {one.outcome for one in broken} <= {"fail"}


def found(rules: SetRules, ids: str, situation: Situation | None = None) -> dict[str, Finding]:
    here = situation or toy_situation(rules)
    return {one.rule: one for one in findings(here, rules, here.chosen(ids))}


def test_a_budget_of_fifty_keeps_the_best_set_out() -> None:
    rules = replace(RULES, budget=50)

    assert found(rules, "bmq")["budget"].outcome == "fail"
    assert found(rules, "bmq")["budget"].text == "They cost 55 in all, and 50 may be spent."
    assert found(rules, "bqg")["budget"].outcome == "pass"


def test_every_rule_that_is_asked_for_is_answered_in_order() -> None:
    rules = replace(RULES, required=("b",), excluded=("s",), least_entities=6, least_countries=5)

    answered = found(rules, "bmq")

    assert tuple(answered) == tuple(rule.id for rule in rules.listed())
    assert passes(answered.values()) is True


def test_a_set_without_one_that_is_required_or_with_one_that_is_out_fails() -> None:
    rules = SetRules(required=("g",), excluded=("m",))

    answered = found(rules, "bmq")

    assert answered["require:g"].text == "G is not in."
    assert answered["exclude:m"].text == "M is in."
    assert passes(answered.values()) is False


def unknown_of(known: str, **facts: Any) -> Situation:
    """Return the worked example with some facts of one candidate unknown."""
    situation = toy_situation()
    offers = [replace(o, **facts) if o.id == known else o for o in situation.offers]
    return replace(situation, offers=tuple(offers))


@pytest.mark.parametrize(
    ("rule", "facts"),
    [
        ("active", {"screened": {"active": Decision(outcome="unknown", text="Not stated.")}}),
        ("budget", {"cost": Interval(5, None)}),
        ("quota:photonics", {"fields": Known(possible=frozenset({"quota:photonics"}))}),
        ("invitations", {"inviters": Known(possible=frozenset({"l"}))}),
    ],
)
def test_what_is_unknown_of_one_leaves_a_rule_open(rule: str, facts: dict[str, Any]) -> None:
    situation = unknown_of("q", **facts)

    answered = found(RULES, "bmq", situation)

    assert [one.rule for one in why_not(answered.values())] == [rule]
    assert answered[rule].outcome == "unknown"
    assert passes(answered.values()) is None


def test_one_unknown_cluster_cannot_fill_two_seats() -> None:
    both = Known(possible=frozenset({"quota:photonics", "quota:health"}))
    situation = unknown_of("q", fields=both)

    # B and Q: of three seats two can be filled at the most
    answered = found(replace(RULES, smallest=2, largest=2), "bq", situation)

    assert {answered["quota:photonics"].outcome, answered["quota:health"].outcome} == {
        "pass",
        "fail",
    }


def test_countries_count_those_of_members_and_an_unknown_one_may_be_new() -> None:
    rules = SetRules(least_countries=6)
    known = found(rules, "bmq")["countries"]
    situation = unknown_of("q", countries=Known(possible=frozenset({"of:q"})))

    # LT, FR, AT; then ES and DE: M sits in France as O does
    assert (known.outcome, known.text) == ("fail", "Countries, those of members included: 5.")
    assert found(replace(rules, least_countries=5), "bmq", situation)["countries"].outcome == (
        "unknown"
    )


def test_organisations_count_the_members_too() -> None:
    assert found(SetRules(least_entities=6), "bmq")["entities"].outcome == "pass"
    assert found(SetRules(least_entities=7), "bmq")["entities"].outcome == "fail"


def test_the_seats_are_shared_out_by_name() -> None:
    situation = toy_situation()

    assert seating(RULES, situation.chosen("bmq")) == (
        ("quota:photonics", "q"),
        ("quota:health", "b"),
        ("quota:health", "m"),
    )


def test_a_cost_that_nobody_stated_leaves_the_total_open() -> None:
    situation = unknown_of("q", cost=UNKNOWN)

    assert total_cost(situation.chosen("bm")) == Interval(45, 45)
    assert total_cost(situation.chosen("bmq")) == Interval(45, None)
