"""Exchanging one partner at a time: never better than the best, and never against a rule."""

import numpy as np
import pytest
from hypothesis import given
from tests.queries.composition_drawn import set_rules, situations
from tests.queries.composition_example import RULES, toy_situation

from hanse.queries.all_sets import every_set
from hanse.queries.composition_ends import problem
from hanse.queries.composition_facts import Situation
from hanse.queries.composition_rules import SetRules
from hanse.queries.composition_value import DEFAULT_OBJECTIVE
from hanse.queries.swap_search import Pool, neighbours, swap_search


def test_the_best_set_of_the_worked_example_is_found() -> None:
    asked = problem(toy_situation(), RULES, DEFAULT_OBJECTIVE, end="low")

    pool = swap_search(asked, 3, among=range(6), number=6)

    assert pool.best() == (0, 2, 4)  # b, m, q
    assert list(pool.values.values()) == pytest.approx(
        [0.8785, 0.8215, 0.7835, 0.7765, 0.7075, 0.7005], abs=1e-4
    )


@given(situations(), set_rules())
def test_what_is_found_passes_the_rules_and_is_not_better_than_the_best(
    situation: Situation, rules: SetRules
) -> None:
    asked = problem(situation, rules, DEFAULT_OBJECTIVE, end="low")
    every = every_set(range(len(situation.offers)), rules.smallest)
    passing = every[asked.passes(every)]

    pool = swap_search(asked, rules.smallest, among=range(len(situation.offers)), number=5)

    assert pool.values.keys() <= {tuple(one) for one in passing.tolist()}
    found = pool.best()
    if found is not None:
        assert pool.values[found] <= asked.values(passing).max() + 1e-12


def test_the_same_search_finds_the_same() -> None:
    asked = problem(toy_situation(), RULES, DEFAULT_OBJECTIVE, end="low")
    first, second = (swap_search(asked, 3, among=range(6)).values for _ in range(2))

    assert list(first.items()) == list(second.items())


def test_fewer_candidates_than_seats_give_no_set() -> None:
    asked = problem(toy_situation(), RULES, DEFAULT_OBJECTIVE, end="low")

    assert swap_search(asked, 3, among=[0, 1]).best() is None


def test_neighbours_differ_in_one() -> None:
    around = neighbours(np.array([0, 1]), np.array([0, 1, 2, 3]))

    assert sorted(map(sorted, around.tolist())) == [[0, 2], [0, 3], [1, 2], [1, 3]]


def test_a_pool_hands_out_the_best_that_are_not_left_out() -> None:
    pool = Pool()
    pool.add(np.array([[1, 0], [2, 3], [4, 5]]), np.array([0.5, 0.9, 0.7]))

    assert pool.best() == (2, 3)
    assert pool.best(but=[(2, 3)]) == (4, 5)
    assert pool.threshold(3) == 0.5
    assert pool.threshold(4) == -np.inf
    assert [pool.unseen(2), pool.unseen(2), pool.unseen(2)] == [(2, 3), (4, 5), None]
