"""The least and the greatest value of a sum under a few constraints, exactly.

Small problems are solved in fractions, so that 3,300 against 2,571 is never a matter of
rounding, and without loading a numerical library (which takes longer than all bounds of an
alliance together). Large ones go to HiGHS through SciPy.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from hanse.graph.errors import HanseError
from hanse.graph.quantities import Interval

if TYPE_CHECKING:
    from scipy.sparse import csr_array

# Cells (columns x rows) up to which fractions are the faster way; measured.
SMALL: Final = 3000
# SciPy's codes for what it found.
_FOUND: Final = 0
_INFEASIBLE: Final = 2
_UNBOUNDED: Final = 3
# How far from a whole number HiGHS may leave one (its tolerance is a tenth of this).
_SLIP: Final = 1e-6
# The key of the right-hand side in a sparse row; variables count from 0.
_RIGHT: Final = -1
# Whole numbers stay whole: nearly all of them are, and fractions take ten times as long.
Exact = int | Fraction
Line = dict[int, Exact]


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """``size.low <= sum of coefficient x variable <= size.high``; an end of ``None`` is open."""

    coefficients: Mapping[int, int]
    size: Interval


def extent(
    objective: Sequence[int], constraints: Sequence[Constraint], *, small: int = SMALL
) -> Interval | None:
    """Return the least and the greatest value that a sum can take.

    Parameters
    ----------
    objective
        The coefficient of each variable in the sum, none below zero. Variables are never
        below zero.
    constraints
        What must hold, over the same variables.
    small
        Cells up to which the problem is solved in fractions.

    Returns
    -------
    Interval or None
        In the unit of the constraints; ``high`` is ``None`` where nothing bounds the sum.
        ``None`` when no values satisfy all constraints.

    Examples
    --------
    >>> both = Constraint(coefficients={0: 1, 1: 1}, size=Interval(None, 100))
    >>> extent([1, 0], [both, Constraint(coefficients={1: 1}, size=Interval(30, None))])
    Interval(low=0, high=70)
    """
    if len(objective) * len(constraints) > small:
        return _by_highs(objective, constraints)
    tableau = _Tableau.of(len(objective), constraints)
    least = tableau.minimise(objective)
    if least is None:
        return None
    greatest = tableau.maximise(objective)
    return Interval(_number(least), None if greatest is None else _number(greatest))


def _number(value: Exact) -> float:
    return int(value) if value.denominator == 1 else float(value)


@dataclass(slots=True)
class _Tableau:
    """The simplex method on sparse rows, with Bland's rule, so that it always ends."""

    rows: list[Line]
    basis: list[int]

    @classmethod
    def of(cls, width: int, constraints: Sequence[Constraint]) -> "_Tableau":
        """Return the tableau whose basis are the slacks: one row for each stated end."""
        rows: list[Line] = []
        for constraint in constraints:
            for end, sign in ((constraint.size.low, -1), (constraint.size.high, 1)):
                if end is not None:
                    row: Line = {v: sign * c for v, c in constraint.coefficients.items()}
                    slack = width + len(rows)
                    rows.append(row | {slack: 1, _RIGHT: sign * _exact(end)})
        return cls(rows, [width + place for place in range(len(rows))])

    def minimise(self, objective: Sequence[int]) -> Exact | None:
        """Return the least value by the dual simplex method; ``None`` when nothing satisfies."""
        costs: Line = {v: c for v, c in enumerate(objective) if c}
        while (leaving := self._violated()) is not None:
            row = self.rows[leaving]
            entering = [v for v, value in row.items() if v != _RIGHT and value < 0]
            if not entering:
                return None
            best = min(entering, key=lambda v: (_over(costs.get(v, 0), -row[v]), v))
            self._pivot(leaving, best, costs)
        return -costs.get(_RIGHT, 0)

    def _violated(self) -> int | None:
        below = [(self.basis[r], r) for r, row in enumerate(self.rows) if row.get(_RIGHT, 0) < 0]
        return min(below)[1] if below else None

    def maximise(self, objective: Sequence[int]) -> Exact | None:
        """Return the greatest value, from values that satisfy all; ``None`` is unbounded."""
        costs: Line = {v: -c for v, c in enumerate(objective) if c}
        for place, variable in enumerate(self.basis):
            _subtract(costs, self.rows[place], costs.get(variable, 0))
        while entering := [v for v, value in costs.items() if v != _RIGHT and value < 0]:
            variable = min(entering)
            leaving = self._first_to_give(variable)
            if leaving is None:
                return None
            self._pivot(leaving, variable, costs)
        return costs.get(_RIGHT, 0)

    def _first_to_give(self, variable: int) -> int | None:
        rising = [
            (_over(row.get(_RIGHT, 0), row[variable]), self.basis[place], place)
            for place, row in enumerate(self.rows)
            if row.get(variable, 0) > 0
        ]
        return min(rising)[2] if rising else None

    def _pivot(self, place: int, variable: int, costs: Line) -> None:
        scale = self.rows[place][variable]
        row = {v: _over(value, scale) for v, value in self.rows[place].items()}
        self.rows[place] = row
        self.basis[place] = variable
        for other in (costs, *(r for r in self.rows if r is not row)):
            _subtract(other, row, other.get(variable, 0))


def _over(value: Exact, divisor: Exact) -> Exact:
    """Return an exact quotient, whole where it is."""
    if divisor in (1, -1):
        return value if divisor == 1 else -value
    quotient = Fraction(value, divisor)
    return quotient.numerator if quotient.denominator == 1 else quotient


def _subtract(line: Line, row: Line, factor: Exact) -> None:
    """Take ``factor`` times ``row`` from ``line``, in place; what becomes zero goes."""
    if not factor:
        return
    for variable, value in row.items():
        rest = line.get(variable, 0) - factor * value
        if rest:
            line[variable] = rest
        else:
            line.pop(variable, None)


def _exact(value: float) -> Exact:
    """Return a stated size; a share of a millionth is beyond what any document means."""
    return int(value) if value == int(value) else Fraction(value).limit_denominator(1_000_000)


def _by_highs(objective: Sequence[int], constraints: Sequence[Constraint]) -> Interval | None:
    """Return the same by HiGHS; without its presolve, which may not tell open from impossible."""
    import numpy as np
    from scipy.optimize import linprog

    matrix, limits = _inequalities(len(objective), constraints)
    ends: list[float | None] = []
    for sign in (1, -1):
        costs = sign * np.array(objective, dtype=float)
        result = linprog(costs, A_ub=matrix, b_ub=limits, options={"presolve": False})
        if result.status == _INFEASIBLE:
            return None
        if result.status not in (_FOUND, _UNBOUNDED):
            raise HanseError(f"bounds could not be computed: {result.message}")
        ends.append(None if result.status == _UNBOUNDED else _rounded(sign * result.fun))
    return Interval(ends[0], ends[1])


def _inequalities(
    width: int, constraints: Sequence[Constraint]
) -> tuple["csr_array", Sequence[float]]:
    """Return all stated ends as ``matrix @ variables <= limits``."""
    from scipy.sparse import lil_array

    ends = [
        (constraint.coefficients, sign, end)
        for constraint in constraints
        for sign, end in ((-1, constraint.size.low), (1, constraint.size.high))
        if end is not None
    ]
    matrix = lil_array((len(ends), width))
    for place, (coefficients, sign, _) in enumerate(ends):
        for variable, coefficient in coefficients.items():
            matrix[place, variable] = sign * coefficient
    return matrix.tocsr(), [sign * end for _, sign, end in ends]


def _rounded(value: float) -> float:
    """Return a whole number where the solver meant one."""
    nearest = round(value)
    return nearest if abs(value - nearest) <= _SLIP * max(1.0, abs(value)) else value
