"""Write down a mixed-integer problem: variables first, then what must hold of them."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike

from hanse.queries.distinct import Distinct, Floats
from hanse.queries.solver import Model, Numbers


@dataclass(frozen=True, kw_only=True)
class Term:
    """A sum of variables, each with its factor."""

    columns: Numbers
    factors: Floats


@dataclass(kw_only=True)
class Draft:
    """A model in the making. The choices come first; what they earn follows."""

    choices: int
    gain: Floats
    most: Floats
    _limits: list[float] = field(default_factory=list)
    _rows: list[Numbers] = field(default_factory=list)
    _columns: list[Numbers] = field(default_factory=list)
    _factors: list[Floats] = field(default_factory=list)

    def variables(self, gain: ArrayLike, most: ArrayLike) -> Numbers:
        """Add variables from 0 to ``most``, and return their columns."""
        gains, mosts = np.broadcast_arrays(np.atleast_1d(gain), np.atleast_1d(most))
        first = len(self.gain)
        self.gain = np.append(self.gain, gains)
        self.most = np.append(self.most, mosts)
        return np.arange(first, len(self.gain))

    def at_most(self, limit: float, *terms: Term) -> None:
        """Write down that the terms add up to at most ``limit``."""
        for term in terms:
            self._rows.append(np.full(len(term.columns), len(self._limits)))
            self._columns.append(term.columns)
            self._factors.append(np.broadcast_to(term.factors, term.columns.shape))
        self._limits.append(limit)

    def at_least(self, limit: float, *terms: Term) -> None:
        """Write down that the terms add up to at least ``limit``."""
        self.at_most(-limit, *(Term(columns=t.columns, factors=-t.factors) for t in terms))

    def counted(self, things: Distinct) -> Term:
        """Add how many things the chosen ones have, each once, and return that sum.

        The sum may fall short of the number; where more is better it reaches it.
        """
        new = self.variables(np.zeros(len(things.shared)), 1.0)
        for column, holders in zip(new, things.holders, strict=True):
            self.at_most(0.0, term([column], 1.0), term(holders, -1.0))
        for inner, outer in things.within:
            for holder in things.holders[inner]:
                self.at_most(1.0, term([new[outer], holder], 1.0))
        own = np.flatnonzero(things.alone)
        factors = np.concatenate([np.ones(len(new)), things.alone[own]])
        return Term(columns=np.concatenate([new, own]), factors=factors)

    def earn(self, sum_of: Term, gain: float, *, most: float | None = None) -> None:
        """Let a sum earn ``gain`` for each of it, up to ``most`` of it."""
        if most is None:
            np.add.at(self.gain, sum_of.columns, gain * sum_of.factors)
            return
        capped = self.variables(gain, most)
        self.at_most(0.0, term(capped, 1.0), Term(columns=sum_of.columns, factors=-sum_of.factors))

    def model(self) -> Model:
        """Return the model as written down."""
        from scipy.sparse import csr_array

        rows, columns = np.concatenate(self._rows), np.concatenate(self._columns)
        entries = (np.concatenate(self._factors), (rows, columns))
        return Model(
            gain=self.gain,
            matrix=csr_array(entries, shape=(len(self._limits), len(self.gain))),
            limits=np.array(self._limits),
            most=self.most,
            choices=self.choices,
        )


def term(columns: ArrayLike, factors: ArrayLike) -> Term:
    """Return a sum of variables; one factor may stand for all."""
    numbers = np.asarray(columns, dtype=np.intp)
    return Term(columns=numbers, factors=np.broadcast_to(np.asarray(factors, float), numbers.shape))
