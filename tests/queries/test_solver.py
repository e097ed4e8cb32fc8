"""What a solver says, and what is read of it: nothing that it did not say."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.sparse import csr_array

from hanse.queries.solver import Deadline, Model, relaxation, solve, solve_scipy

# Two of three may be taken.
KNAPSACK = Model(
    gain=np.array([0.5, 0.4, 0.3]),
    matrix=csr_array(np.array([[1.0, 1.0, 1.0]])),
    limits=np.array([2.0]),
    most=np.ones(3),
    choices=3,
)
# At least two of what may be taken once.
IMPOSSIBLE = replace(KNAPSACK, matrix=csr_array(-KNAPSACK.matrix), limits=np.array([-4.0]))
SOON = 10.0


def test_the_best_choices_come_with_the_bound_that_proves_them() -> None:
    solution = solve(KNAPSACK, Deadline.after(SOON))

    assert solution.chosen == (0, 1)
    assert solution.bound == pytest.approx(0.9)


def test_what_cannot_be_is_said_to_be_impossible() -> None:
    assert solve_scipy(IMPOSSIBLE, Deadline.after(SOON)).is_infeasible
    assert solve_scipy(IMPOSSIBLE, Deadline.after(SOON)).chosen is None
    assert relaxation(IMPOSSIBLE, Deadline.after(SOON)).is_infeasible


def test_sets_found_before_are_found_no_more() -> None:
    found: list[tuple[int, ...]] = []
    for _ in range(3):
        solution = solve_scipy(KNAPSACK.without(found), Deadline.after(SOON))
        assert solution.chosen is not None
        found.append(solution.chosen)

    assert found[:2] == [(0, 1), (0, 2)]
    # of one alone and of two others the better one
    assert found[2] == (1, 2)


def test_some_choices_alone_are_numbered_anew() -> None:
    solution = solve_scipy(KNAPSACK.only(np.array([1, 2])), Deadline.after(SOON))

    assert solution.chosen == (0, 1)
    assert solution.bound == pytest.approx(0.7)


def test_no_solution_earns_more_than_the_bound_less_its_losses() -> None:
    relaxed = relaxation(KNAPSACK, Deadline.after(SOON))

    for chosen in ([0, 1], [0, 2], [1, 2], [0], [1], [2]):
        most = relaxed.bound - relaxed.losses[chosen].sum()
        assert KNAPSACK.gain[chosen].sum() <= most + 1e-9
    assert relaxed.best == pytest.approx(0.9)
    assert relaxed.shares.tolist() == [1, 1, 0]


def test_time_that_is_up_leaves_nothing_proved() -> None:
    rng = np.random.default_rng(1)
    hard = Model(
        gain=rng.uniform(1, 2, 300),
        matrix=csr_array(rng.uniform(0, 1, (60, 300))),
        limits=np.full(60, 40.0),
        most=np.ones(300),
        choices=300,
    )

    solution = solve_scipy(hard, Deadline.after(0))

    assert Deadline.after(-1).left == 0
    assert not solution.is_infeasible
    assert solution.chosen is None or solution.bound >= hard.gain[list(solution.chosen)].sum()
