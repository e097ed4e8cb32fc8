"""Solve with the newest HiGHS, where the extra ``hanse[solver]`` is installed."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Final

import numpy as np

from hanse.queries.solver import SPREAD, Deadline, Model, Solution, taken

# Below what any two sets differ by, values being spread.
_GAP: Final = 1e-6
_STANDARD_OUTPUT: Final = 1


def solve_newest(
    model: Model, deadline: Deadline, *, start: Sequence[int] | None = None
) -> Solution:
    """Solve a model, starting from choices of a known solution if there is one."""
    highspy = import_module("highspy")
    with _silence():
        solver = highspy.Highs()
    options = {"output_flag": False, "mip_rel_gap": 0.0, "mip_abs_gap": _GAP, "random_seed": 0}
    for name, value in {**options, "time_limit": max(deadline.left, 0.01)}.items():
        solver.setOptionValue(name, value)
    solver.passModel(_problem(model))
    if start is not None:
        numbers = np.arange(model.choices, dtype=np.int32)
        solver.setSolution(model.choices, numbers, np.isin(numbers, start).astype(np.float64))
    solver.run()
    status, info = solver.getModelStatus(), solver.getInfo()
    if status == highspy.HighsModelStatus.kInfeasible:
        return Solution(chosen=None, bound=-np.inf, is_infeasible=True)
    has_one = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    bound = -float(info.mip_dual_bound) / SPREAD if np.isfinite(info.mip_dual_bound) else np.inf
    chosen = taken(np.asarray(solver.getSolution().col_value), model) if has_one else None
    return Solution(chosen=chosen, bound=bound)


@contextmanager
def _silence() -> Iterator[None]:
    """Keep the greeting of HiGHS, which no option turns off, out of what programs read."""
    sys.stdout.flush()
    kept = os.dup(_STANDARD_OUTPUT)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, _STANDARD_OUTPUT)
        yield
    finally:
        os.dup2(kept, _STANDARD_OUTPUT)
        os.close(nowhere)
        os.close(kept)


def _problem(model: Model) -> object:
    highspy = import_module("highspy")
    columns, free = model.matrix.tocsc(), len(model.gain) - model.choices
    problem = highspy.HighsLp()
    problem.num_col_, problem.num_row_ = len(model.gain), len(model.limits)
    problem.col_cost_ = -SPREAD * model.gain
    problem.col_lower_, problem.col_upper_ = np.zeros(len(model.gain)), model.most
    problem.row_lower_ = np.full(len(model.limits), -highspy.kHighsInf)
    problem.row_upper_ = model.limits
    problem.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    problem.a_matrix_.start_, problem.a_matrix_.index_ = columns.indptr, columns.indices
    problem.a_matrix_.value_ = columns.data
    whole, in_part = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
    problem.integrality_ = [whole] * model.choices + [in_part] * free
    return problem
