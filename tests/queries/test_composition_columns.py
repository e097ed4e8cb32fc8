"""Columns say the same as plain words: every value and every rule, of every set."""

import numpy as np
import pytest
from hypothesis import given
from tests.queries.composition_drawn import set_rules, situations
from tests.queries.composition_example import RULES, toy_situation

from hanse.queries.all_sets import every_set
from hanse.queries.composition_check import findings, passes
from hanse.queries.composition_ends import problem
from hanse.queries.composition_facts import Situation
from hanse.queries.composition_rules import SetRules
from hanse.queries.composition_value import DEFAULT_OBJECTIVE, makeup


@given(situations(), set_rules())
def test_columns_and_plain_sums_agree_on_the_value_of_every_set(
    situation: Situation, rules: SetRules
) -> None:
    weights = DEFAULT_OBJECTIVE.for_situation(situation)
    low, high = (problem(situation, rules, weights, end=end) for end in ("low", "high"))
    sets = every_set(range(len(situation.offers)), rules.smallest)

    plain = [makeup(situation, [situation.offers[n] for n in one], weights).value for one in sets]

    assert low.values(sets) == pytest.approx([value.low for value in plain])
    assert high.values(sets) == pytest.approx([value.high for value in plain])
    assert all((value.low or 0.0) <= (value.high or 0.0) for value in plain)


@given(situations(), set_rules())
def test_halls_condition_and_sharing_out_agree_on_who_passes(
    situation: Situation, rules: SetRules
) -> None:
    low, high = (problem(situation, rules, DEFAULT_OBJECTIVE, end=end) for end in ("low", "high"))
    sets = every_set(range(len(situation.offers)), rules.smallest)

    checked = [passes(findings(situation, rules, situation.chosen(ids(situation, one))))
               for one in sets]  # fmt: skip

    assert low.passes(sets).tolist() == [outcome is True for outcome in checked]
    assert high.passes(sets).tolist() == [outcome is not False for outcome in checked]


def ids(situation: Situation, numbers: np.ndarray) -> list[str]:
    return [situation.offers[number].id for number in numbers]


def test_with_everything_known_both_ends_are_one() -> None:
    situation = toy_situation()
    low, high = (problem(situation, RULES, DEFAULT_OBJECTIVE, end=end) for end in ("low", "high"))

    assert low.is_like(high)


def test_without_rules_every_set_passes() -> None:
    asked = problem(toy_situation(), RULES, DEFAULT_OBJECTIVE, end="low").without_rules()

    assert asked.passes(every_set(range(6), 3)).all()
    assert asked.open_to.tolist() == [0, 1, 2, 3, 4, 5]
