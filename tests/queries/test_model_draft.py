"""A problem written down: its rows, and what a count of distinct things comes to."""

import numpy as np
import pytest

from hanse.queries.distinct import Distinct
from hanse.queries.model_draft import Draft, term
from hanse.queries.solver import Deadline, solve_scipy


def draft(gain: list[float]) -> Draft:
    return Draft(choices=len(gain), gain=np.array(gain), most=np.ones(len(gain)))


def best(made: Draft) -> tuple[tuple[int, ...] | None, float]:
    solution = solve_scipy(made.model(), Deadline.after(10))
    return solution.chosen, solution.bound


def test_the_most_is_earned_within_what_rows_allow() -> None:
    made = draft([3, 2, 2])
    made.at_most(2, term([0, 1, 2], 1.0))
    made.at_least(1, term([2], 1.0))

    chosen, value = best(made)

    assert chosen == (0, 2)
    assert value == pytest.approx(5)


def test_a_thing_that_two_have_earns_once() -> None:
    things = Distinct.of([frozenset({"Spain"}), frozenset({"Spain"}), frozenset({"Poland"})])
    made = draft([0, 0, 0])
    made.at_most(2, term([0, 1, 2], 1.0))
    made.earn(made.counted(things), 1.0)

    chosen, value = best(made)

    assert value == pytest.approx(2)
    assert chosen is not None
    assert 2 in chosen


def test_a_region_around_another_earns_nothing_beside_it() -> None:
    within = {"Catalonia": frozenset({"Spain"})}
    things = Distinct.of([frozenset({"Spain"}), frozenset({"Catalonia"})], within)
    made = draft([0, 0])
    made.at_least(2, term([0, 1], 1.0))
    made.earn(made.counted(things), 1.0)

    assert best(made)[1] == pytest.approx(1)


def test_what_is_earned_may_be_capped() -> None:
    things = Distinct.of([frozenset({"a", "b", "c"})])
    made = draft([0])
    made.at_most(1, term([0], 1.0))
    made.earn(made.counted(things), 1.0, most=2)

    assert best(made)[1] == pytest.approx(2)
