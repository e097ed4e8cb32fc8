"""The best sets of partners in order, and how far it is proved that they are.

Few sets are looked at one by one. Of many, what could be earned if candidates could be chosen
in part bounds what each set can be worth (reduced costs). The sets that may be as good as those
which the swap search found are looked at one by one, if they are few; otherwise the solver finds
the best of them, a no-good cut forbids it, and the next best is found.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from hanse.queries.all_sets import (
    MOST_SETS,
    every_set,
    in_batches,
    number_of_sets,
    sets_within,
)
from hanse.queries.composition_columns import Problem
from hanse.queries.composition_model import model
from hanse.queries.distinct import Floats, Sets
from hanse.queries.scores import SAME_TO
from hanse.queries.solver import Deadline, relaxation, solve
from hanse.queries.swap_search import Pool, swap_search, widen

# How near a bound has to come to a value to prove it; solvers work to about this.
PROVED_TO: Final = 1e-7
# Candidates among whom the swap search looks: those whom the bound speaks for most.
SHORTLIST: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How many sets are looked at one by one before a solver is asked.

    ``every``: all sets that can be formed. ``bounded``: those that may be among the best.
    """

    every: int = MOST_SETS
    bounded: int = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Ranking:
    """Sets by falling value, and what no set exceeds.

    Nothing that is not among them exceeds ``rest``, so that those which do not fall below it
    are the best in this order. Without sets, ``is_infeasible`` says that none passes; otherwise
    none was found in time.
    """

    sets: tuple[tuple[int, ...], ...]
    values: tuple[float, ...]
    bound: float
    rest: float
    is_infeasible: bool = False


DEFAULT_EFFORT: Final = Effort()
_NONE: Final = Ranking(sets=(), values=(), bound=-np.inf, rest=-np.inf, is_infeasible=True)


def best_sets(
    problem: Problem,
    size: int,
    *,
    number: int,
    deadline: Deadline,
    second: Problem | None = None,
    above: float = -np.inf,
    effort: Effort = DEFAULT_EFFORT,
) -> Ranking:
    """Return the ``number`` best sets of ``size`` partners; those not ``above`` may be left out.

    Where sets are looked at one by one, those of equal value are in the order of their value
    by ``second``, then of their ids. A solver gives any of them first.
    """
    allowed = problem.open_to
    if not set(problem.required) <= set(allowed.tolist()) or len(allowed) < size:
        return _NONE
    if number_of_sets(allowed.tolist(), size, problem.required) <= effort.every:
        every = every_set(allowed.tolist(), size, problem.required)
        return by_looking(problem, every, number=number, second=second)
    search = _Search(problem, size, number, above, effort)
    return search.ranking(deadline, second)


def by_looking(
    problem: Problem, every: Sets, *, number: int, second: Problem | None = None
) -> Ranking:
    """Return the best of all sets in ``every``, after looking at each."""
    kept: list[Sets] = []
    least = -np.inf
    for batch in in_batches(every):
        passing = batch[problem.passes(batch)]
        values = np.round(problem.values(passing), SAME_TO)
        kept.append(passing[values >= least])
        if len(values) >= number:
            least = max(least, np.partition(values, -number)[-number])
    if not kept or not sum(map(len, kept)):
        return _NONE
    sets = np.sort(np.concatenate(kept), axis=1)
    values = np.round(problem.values(sets), SAME_TO)
    order = _in_order(sets, values, second)
    best = order[:number]
    return Ranking(
        sets=tuple(tuple(row) for row in sets[best].tolist()),
        values=tuple(values[best].tolist()),
        bound=float(values[best[0]]),
        rest=float(values[order[number]]) if len(order) > number else -np.inf,
    )


def _in_order(sets: Sets, values: Floats, second: Problem | None) -> Sets:
    """Return the order by falling value, then by falling second value, then by ids."""
    if not len(sets):
        return np.empty(0, dtype=np.intp)
    other = np.zeros(len(sets)) if second is None else np.round(second.values(sets), SAME_TO)
    ids = [sets[:, place] for place in reversed(range(sets.shape[1]))]
    order: Sets = np.lexsort((*ids, -other, -values))
    return order


@dataclass(frozen=True, kw_only=True)
class _Step:
    """The next best set, and whether it is proved to be it."""

    chosen: tuple[int, ...] | None
    bound: float
    is_proved: bool


class _Search:
    """Find the best sets of many by way of a bound, the swap search and the solver."""

    def __init__(
        self, problem: Problem, size: int, number: int, above: float, effort: Effort
    ) -> None:
        self.problem, self.size, self.number, self.above = problem, size, number, above
        self.effort = effort
        self.model = model(problem, size)

    def ranking(self, deadline: Deadline, second: Problem | None) -> Ranking:
        """Return the best sets, proved as far as time allows."""
        self.relaxed = relaxation(self.model, deadline)
        if self.relaxed.is_infeasible:
            return _NONE
        self.pool = self._pool()
        few = self._few()
        if few is not None:
            return by_looking(self.problem, few, number=self.number, second=second)
        return self._one_by_one(deadline)

    def _pool(self) -> Pool:
        """Return good sets, sought among those candidates whom the bound speaks for."""
        relaxed, allowed = self.relaxed, self.problem.open_to
        losses = relaxed.losses[allowed] - relaxed.shares[allowed]
        nearest = allowed[np.argsort(losses, kind="stable")][:SHORTLIST]
        start = [n for n in nearest[: self.size].tolist() if relaxed.shares[n] > 0]
        return swap_search(
            self.problem, self.size, among=nearest.tolist(), start=start, number=self.number
        )

    def _threshold(self) -> float:
        """Return the value below which no set is wanted."""
        return max(self.above, self.pool.threshold(self.number))

    def _few(self) -> Sets | None:
        """Return the sets that may be worth the threshold, or ``None`` where they are many."""
        threshold = self._threshold()
        if not np.isfinite(threshold) or not np.isfinite(self.relaxed.bound):
            return None
        allowed = self.problem.open_to
        spare = self.relaxed.bound - threshold + PROVED_TO
        losses = self.relaxed.losses[allowed]
        found = sets_within(losses, self.size, spare, limit=self.effort.bounded)
        return None if found is None else allowed[found]

    def _kept(self) -> Sets:
        """Return the candidates who may be in a set worth the threshold."""
        allowed = self.problem.open_to
        most = self.relaxed.best - self.relaxed.losses[allowed]
        may = most >= self._threshold() - PROVED_TO
        return np.union1d(allowed[may], self.problem.required).astype(np.intp)

    def _one_by_one(self, deadline: Deadline) -> Ranking:
        """Return one best set after the other, each forbidden once it is found."""
        found: list[tuple[int, ...]] = []
        bounds: list[float] = []
        for step in self._steps(found, deadline):
            bounds.append(step.bound)
            if step.is_proved and step.chosen is not None:
                found.append(step.chosen)
        while len(found) < self.number and (more := self.pool.best(but=found)) is not None:
            found.append(more)
        return Ranking(
            sets=tuple(found),
            values=tuple(map(self._value, found)),
            bound=bounds[0],
            rest=bounds[-1],
            is_infeasible=not found and bounds[0] == -np.inf,
        )

    def _steps(self, found: Sequence[tuple[int, ...]], deadline: Deadline) -> Iterator[_Step]:
        """Yield the next best set until one is not proved; ``found`` grows meanwhile."""
        bound = self.relaxed.best
        while len(found) < self.number and (bound > self.above or not found):
            step = self._step(found, bound, deadline)
            bound = step.bound
            yield step
            if not step.is_proved:
                return

    def _step(self, found: Iterable[tuple[int, ...]], bound: float, deadline: Deadline) -> _Step:
        known = self.pool.best(but=found)
        if known is not None and self._value(known) >= bound - PROVED_TO:
            return _Step(chosen=known, bound=bound, is_proved=True)
        if not deadline.left:
            return _Step(chosen=known, bound=bound, is_proved=False)
        bound = min(bound, self._solve(found, known, deadline))
        best = self.pool.best(but=found)
        is_proved = best is not None and self._value(best) >= bound - PROVED_TO
        return _Step(chosen=best, bound=bound, is_proved=is_proved)

    def _solve(
        self, found: Iterable[tuple[int, ...]], known: tuple[int, ...] | None, deadline: Deadline
    ) -> float:
        """Add the best set that is left, and those around it, to the pool; return its bound."""
        kept = self._kept()
        place = {candidate: n for n, candidate in enumerate(kept.tolist())}
        cuts = [[place[c] for c in chosen] for chosen in found if place.keys() >= set(chosen)]
        start = None if known is None else [place[c] for c in known if c in place]
        solved = solve(self.model.only(kept).without(cuts), deadline, start=start)
        if solved.chosen is not None:
            best = kept[[list(solved.chosen)]]
            if self.problem.passes(best)[0]:
                self.pool.add(best, self.problem.values(best))
                widen(self.problem, kept, self.pool, self.number)
        return solved.bound

    def _value(self, chosen: tuple[int, ...]) -> float:
        return float(self.problem.values(np.array([chosen]))[0])
