"""The model earns what the sets are worth, at both ends and under every rule."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.queries.composition_drawn import set_rules, situations
from tests.queries.composition_example import RULES, toy_situation

from hanse.queries.all_sets import every_set
from hanse.queries.composition_ends import End, problem
from hanse.queries.composition_facts import Situation
from hanse.queries.composition_model import model
from hanse.queries.composition_rules import SetRules
from hanse.queries.composition_value import DEFAULT_OBJECTIVE
from hanse.queries.solver import Deadline, relaxation, solve_scipy

SOON = 20.0


def test_the_best_set_of_the_worked_example_is_solved_for() -> None:
    asked = problem(toy_situation(), RULES, DEFAULT_OBJECTIVE, end="low")

    solution = solve_scipy(model(asked, 3), Deadline.after(SOON))

    assert solution.chosen == (0, 2, 4)  # b, m, q
    assert solution.bound == pytest.approx(0.8785, abs=1e-4)


@settings(max_examples=30)
@given(situations(), set_rules(), st.sampled_from(("low", "high")))
def test_the_model_finds_the_best_of_all_sets(
    situation: Situation, rules: SetRules, end: End
) -> None:
    asked = problem(situation, rules, DEFAULT_OBJECTIVE, end=end)
    every = every_set(range(len(situation.offers)), rules.smallest)
    passing = every[asked.passes(every)]

    solution = solve_scipy(model(asked, rules.smallest), Deadline.after(SOON))

    assert solution.is_infeasible is (len(passing) == 0)
    if solution.chosen is not None:
        best = asked.values(passing).max()
        assert asked.values(np.array([solution.chosen]))[0] == pytest.approx(best)
        assert solution.bound == pytest.approx(best, abs=1e-6)


@settings(max_examples=30)
@given(situations(), set_rules(), st.sampled_from(("low", "high")))
def test_no_set_is_worth_more_than_the_bound_less_the_losses_of_its_members(
    situation: Situation, rules: SetRules, end: End
) -> None:
    asked = problem(situation, rules, DEFAULT_OBJECTIVE, end=end)
    every = every_set(range(len(situation.offers)), rules.smallest)
    passing = every[asked.passes(every)]

    relaxed = relaxation(model(asked, rules.smallest), Deadline.after(SOON))

    if len(passing):
        most = relaxed.bound - relaxed.losses[passing].sum(axis=1)
        assert (asked.values(passing) <= most + 1e-7).all()
