"""Certain and possible sets, checked once more, and those that fail with their reasons."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.queries.composition_drawn import set_rules, situations
from tests.queries.composition_example import RULES, toy_situation

from hanse.graph.errors import HanseError
from hanse.queries.composition_check import findings, passes
from hanse.queries.composition_facts import Situation
from hanse.queries.composition_records import FailingSet, Outlook
from hanse.queries.composition_rules import SetRules
from hanse.queries.composition_value import DEFAULT_OBJECTIVE
from hanse.queries.near_best import Effort
from hanse.queries.outcomes import Decision
from hanse.queries.outlooks import Asked, checked, outlooks, pareto_front


def asked(situation: Situation, rules: SetRules = RULES, number: int = 10) -> Asked:
    weights = DEFAULT_OBJECTIVE.for_situation(situation)
    return Asked(situation=situation, rules=rules, objective=weights, number=number, seconds=60)


def answered(
    situation: Situation, rules: SetRules = RULES
) -> tuple[Outlook, Outlook, tuple[FailingSet, ...]]:
    return outlooks(asked(situation, rules))


def unknown_activity(*ids: str) -> Situation:
    situation = toy_situation()
    unknown = {"active": Decision(outcome="unknown", text="Nothing is stated.")}
    offers = [replace(o, screened=unknown) if o.id in ids else o for o in situation.offers]
    return replace(situation, offers=tuple(offers))


def test_with_everything_known_what_is_possible_is_what_is_certain() -> None:
    certain, possible, _ = answered(toy_situation())

    assert possible is certain
    assert (certain.status, certain.gap, certain.proved) == ("optimal", 0.0, 6)
    assert certain.bound == pytest.approx(0.8785, abs=1e-4)


def test_an_unknown_number_of_active_members_is_neither_pass_nor_fail() -> None:
    certain, possible, _ = answered(unknown_activity("m"))

    assert [one.members for one in certain.sets] == [("b", "g", "q"), ("b", "g", "p")]
    assert possible.sets[0].members == ("b", "m", "q")
    assert [one.rule for one in possible.sets[0].open] == ["active"]
    assert certain.sets[0].open == ()


def test_where_nothing_is_certain_the_rule_that_is_open_is_named() -> None:
    certain, possible, _ = answered(unknown_activity(*"bgmpq"))

    assert (certain.status, certain.bound, certain.sets) == ("infeasible", None, ())
    assert certain.relax[0] == ("active",)
    assert possible.status == "optimal"


def test_better_sets_that_fail_are_given_with_their_reasons() -> None:
    _, _, failing = answered(toy_situation())

    assert ["".join(one.members) for one in failing] == ["mqs", "bms", "mps", "bqs", "bps"]
    assert [one.rule for one in failing[0].why_not] == ["active"]
    assert "22 members active in the field" in failing[0].why_not[0].text


def test_several_sizes_are_one_order() -> None:
    certain, _, _ = answered(toy_situation(), SetRules(smallest=2, largest=4, quotas=RULES.quotas))

    values = [one.value.low or 0.0 for one in certain.sets]
    assert {len(one.members) for one in certain.sets} == {3, 4}
    assert values == sorted(values, reverse=True)
    assert certain.proved == 10


def test_organisations_that_are_asked_for_raise_the_least_size() -> None:
    rules = SetRules(smallest=1, largest=4, least_entities=6)

    assert list(asked(toy_situation(), rules).sizes) == [3, 4]
    assert answered(toy_situation(), SetRules(least_entities=10))[0].relax == (("entities",),)


def test_what_is_not_proved_in_time_is_said_with_the_gap_that_is_left() -> None:
    hurried = replace(asked(toy_situation()), seconds=0, effort=Effort(every=0, bounded=0))

    certain, _, _ = outlooks(hurried)

    assert (certain.status, certain.proved) == ("feasible", 0)
    assert certain.sets[0].members == ("b", "m", "q")
    assert certain.bound is not None
    assert certain.gap is not None
    assert certain.gap == pytest.approx(certain.bound - (certain.sets[0].value.low or 0))
    assert 0 < certain.gap < 0.1


def test_of_the_possible_sets_a_front_is_given_where_none_is_certain() -> None:
    question = asked(unknown_activity(*"bgmpqs"))

    assert pareto_front(question, outlooks(question)[0]).sets


@settings(max_examples=30)
@given(situations(), set_rules())
def test_every_set_passes_an_independent_check(situation: Situation, rules: SetRules) -> None:
    certain, possible, failing = answered(situation, rules)

    for one in certain.sets:
        assert passes(findings(situation, rules, situation.chosen(one.members))) is True
    for one in possible.sets:
        assert passes(findings(situation, rules, situation.chosen(one.members))) is not False
    for failed in failing:
        assert failed.why_not
        assert not certain.sets or (failed.makeup.value.low or 0) > (certain.sets[0].value.low or 0)


@settings(max_examples=30)
@given(situations(), set_rules())
def test_what_is_certain_is_never_worth_more_than_what_is_possible(
    situation: Situation, rules: SetRules
) -> None:
    certain, possible, _ = answered(situation, rules)

    if certain.sets:
        assert (certain.sets[0].value.low or 0) <= (possible.bound or 0) + 1e-9
        assert possible.status == "optimal"


def test_a_set_that_breaks_a_rule_or_is_worth_something_else_is_not_believed() -> None:
    question = asked(toy_situation())
    best, better = (question.situation.chosen(ids) for ids in ("bmq", "mqs"))

    assert checked(question, best, 0.8785, end="low").members == ("b", "m", "q")
    with pytest.raises(HanseError, match="the search and the check disagree on b, m, q"):
        checked(question, best, 0.9, end="low")
    with pytest.raises(HanseError, match="disagree on m, q, s"):
        checked(question, better, 0.9225, end="low")
