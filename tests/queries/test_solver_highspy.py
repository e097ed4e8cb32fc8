"""The newest HiGHS, where the extra is installed, says what SciPy's says; and says no more."""

import pytest
from tests.queries.test_solver import IMPOSSIBLE, KNAPSACK, SOON

from hanse.queries.solver import Deadline
from hanse.queries.solver_highspy import solve_newest

pytest.importorskip("highspy", reason="the extra hanse[solver] is not installed")


def test_both_solvers_find_the_same(capfd: pytest.CaptureFixture[str]) -> None:
    solution = solve_newest(KNAPSACK, Deadline.after(SOON))

    assert solution.chosen == (0, 1)
    assert solution.bound == pytest.approx(0.9)
    assert capfd.readouterr().out == ""


def test_a_solution_that_is_known_is_a_place_to_start_from() -> None:
    assert solve_newest(KNAPSACK, Deadline.after(SOON), start=[1, 2]).chosen == (0, 1)


def test_what_cannot_be_is_said_to_be_impossible() -> None:
    assert solve_newest(IMPOSSIBLE, Deadline.after(SOON)).is_infeasible
