"""Hand a mixed-integer problem to HiGHS and take nothing back unread.

SciPy brings a HiGHS of its own. With the extra ``hanse[solver]`` the newest HiGHS is used: it
may start from a solution that is known already. Both give the same optimum.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib.util import find_spec
from time import monotonic
from typing import TYPE_CHECKING, Final, Self

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scipy.sparse import csr_array

Floats = NDArray[np.float64]
Numbers = NDArray[np.intp]

# HiGHS stops when optimum and bound differ by less than 1e-6; values here lie between 0 and 1,
# and are spread so that this is far below what any two sets differ by.
SPREAD: Final = 1000.0
# SciPy's codes for what it found.
_INFEASIBLE: Final = 2
_HALF: Final = 0.5


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment after which no more time is spent."""

    at: float

    @classmethod
    def after(cls, seconds: float) -> Self:
        """Return the moment that lies ``seconds`` ahead."""
        return cls(monotonic() + seconds)

    @property
    def left(self) -> float:
        """Return the seconds that are left, never below 0."""
        return max(0.0, self.at - monotonic())


@dataclass(frozen=True, kw_only=True)
class Model:
    """Choose variables between 0 and ``most`` that earn most: ``gain``, with every row kept.

    Each row of ``matrix`` times the variables is at most its ``limit``. The first ``choices``
    variables are whole, 0 or 1.
    """

    gain: Floats
    matrix: csr_array
    limits: Floats
    most: Floats
    choices: int

    def only(self, kept: Numbers) -> Model:
        """Return the model with some of the choices alone."""
        columns = np.concatenate([kept, np.arange(self.choices, len(self.gain))])
        return replace(
            self,
            gain=self.gain[columns],
            matrix=self.matrix[:, columns],
            most=self.most[columns],
            choices=len(kept),
        )

    def without(self, found: Iterable[Sequence[int]]) -> Model:
        """Return the model in which sets found already are none: no-good cuts.

        Of the members of a set at least one is not chosen.
        """
        from scipy.sparse import csr_array, vstack

        sets = [np.asarray(chosen, dtype=np.intp) for chosen in found]
        if not sets:
            return self
        rows = np.concatenate([np.full(len(one), number) for number, one in enumerate(sets)])
        entries = (np.ones(len(rows)), (rows, np.concatenate(sets)))
        cuts = csr_array(entries, shape=(len(sets), len(self.gain)))
        limits = np.append(self.limits, [len(one) - 1.0 for one in sets])
        return replace(self, matrix=vstack([self.matrix, cuts], format="csr"), limits=limits)


@dataclass(frozen=True, kw_only=True)
class Solution:
    """What was found: the choices that are taken, and what no solution exceeds.

    ``chosen`` is ``None`` where none was found in time, or none exists: ``is_infeasible``.
    """

    chosen: tuple[int, ...] | None
    bound: float
    is_infeasible: bool = False


@dataclass(frozen=True, kw_only=True)
class Relaxation:
    """What could be earned if choices could be taken in part.

    No whole solution earns more than ``bound`` less the ``losses`` of the choices it takes
    (reduced costs; a choice that is sorely missed has a loss below 0). ``best`` is the bound
    of all, ``shares`` say how far each choice is taken there.
    """

    best: float
    bound: float
    losses: Floats
    shares: Floats
    is_infeasible: bool = False


def relaxation(model: Model, deadline: Deadline) -> Relaxation:
    """Solve a model with its choices taken in part; without an answer nothing is bounded."""
    from scipy.optimize import linprog

    found = linprog(
        -model.gain,
        A_ub=model.matrix,
        b_ub=model.limits,
        bounds=np.column_stack([np.zeros(len(model.most)), model.most]),
        method="highs",
        options={"time_limit": max(deadline.left, 0.01)},
    )
    if found.status or found.x is None:
        none = np.zeros(model.choices)
        is_out = found.status == _INFEASIBLE
        return Relaxation(best=np.inf, bound=np.inf, losses=none, shares=none, is_infeasible=is_out)
    taking = np.maximum(0.0, found.lower.marginals[: model.choices])
    leaving = np.maximum(0.0, -found.upper.marginals[: model.choices])
    # whom a rule shuts out is bounded above by 0, and is not missed
    leaving[model.most[: model.choices] == 0] = 0.0
    best, shares = -float(found.fun), found.x[: model.choices]
    bound = best - float(leaving.sum())
    return Relaxation(best=best, bound=bound, losses=taking - leaving, shares=shares)


def solve(model: Model, deadline: Deadline, *, start: Sequence[int] | None = None) -> Solution:
    """Solve a model; ``start`` are choices of a solution that is known already."""
    if find_spec("highspy") is not None:
        from hanse.queries.solver_highspy import solve_newest

        return solve_newest(model, deadline, start=start)
    return solve_scipy(model, deadline)


def solve_scipy(model: Model, deadline: Deadline) -> Solution:
    """Solve a model with the HiGHS that SciPy brings."""
    from scipy.optimize import milp

    whole = np.zeros(len(model.gain))
    whole[: model.choices] = 1
    found = milp(
        -SPREAD * model.gain,
        constraints=(model.matrix, -np.inf, model.limits),
        integrality=whole,
        bounds=(0, model.most),
        options={"mip_rel_gap": 0, "time_limit": max(deadline.left, 0.01)},
    )
    if found.status == _INFEASIBLE:
        return Solution(chosen=None, bound=-np.inf, is_infeasible=True)
    # without a solution in time there are neither values nor, at times, a bound
    stated = found.mip_dual_bound
    bound = np.inf if stated is None or not np.isfinite(stated) else -float(stated) / SPREAD
    chosen = None if found.x is None else taken(found.x, model)
    return Solution(chosen=chosen, bound=bound)


def taken(values: Floats, model: Model) -> tuple[int, ...]:
    """Return the numbers of the choices that a solution takes."""
    return tuple(np.flatnonzero(values[: model.choices] > _HALF).tolist())
