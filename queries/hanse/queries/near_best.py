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
from hanse.queries.solver import Deadline, Model, Relaxation, relaxation, solve
from hanse.queries.swap_search import Pool, improve, swap_search

# How near a bound has to come to a value to prove it; solvers work to about this.
PROVED_TO: Final = 1e-7
# Sets that may be the best and are looked at one by one; more are left to the solver.
MOST_LOOKED_AT: Final = 100_000
# Candidates among whom the swap search looks: those whom the bound speaks for most.
SHORTLIST: Final = 1000


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


_NONE: Final = Ranking(sets=(), values=(), bound=-np.inf, rest=-np.inf, is_infeasible=True)


def best_sets(
    problem: Problem, size: int, *, number: int, deadline: Deadline, second: Problem | None = None
) -> Ranking:
    """Return the ``number`` best sets of ``size`` partners.

    Where sets are looked at one by one, those of equal value are in the order of their value
    by ``second``, then of their ids. A solver gives any of them first.
    """
    allowed = problem.open_to
    if not set(problem.required) <= set(allowed.tolist()) or len(allowed) < size:
        return _NONE
    if number_of_sets(allowed.tolist(), size, problem.required) <= MOST_SETS:
        every = every_set(allowed.tolist(), size, problem.required)
        return by_looking(problem, every, number=number, second=second)
    return by_solving(problem, size, number=number, deadline=deadline, second=second)


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
    sets = np.concatenate(kept)
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


def by_solving(
    problem: Problem, size: int, *, number: int, deadline: Deadline, second: Problem | None = None
) -> Ranking:
    """Return the best sets by way of a bound, the swap search and the solver."""
    asked = model(problem, size)
    relaxed = relaxation(asked, deadline)
    if relaxed.is_infeasible:
        return _NONE
    pool = _pool(problem, size, relaxed)
    few = _few(problem, size, relaxed, pool.threshold(number))
    if few is not None:
        return by_looking(problem, few, number=number, second=second)
    return _Search(problem, size, asked, relaxed, pool).ranking(number, deadline)


def _few(problem: Problem, size: int, relaxed: Relaxation, threshold: float) -> Sets | None:
    """Return the sets that may be worth ``threshold``, or ``None`` where they are many."""
    if not np.isfinite(threshold) or not np.isfinite(relaxed.bound):
        return None
    allowed = problem.open_to
    spare = relaxed.bound - threshold + PROVED_TO
    found = sets_within(relaxed.losses[allowed], size, spare, limit=MOST_LOOKED_AT)
    return None if found is None else allowed[found]


def _pool(problem: Problem, size: int, relaxed: Relaxation) -> Pool:
    """Return good sets, sought among those candidates whom the bound speaks for."""
    allowed = problem.open_to
    losses = relaxed.losses[allowed] - relaxed.shares[allowed]
    nearest = allowed[np.argsort(losses, kind="stable")]
    start = [n for n in nearest[:size].tolist() if relaxed.shares[n] > 0]
    return swap_search(problem, size, among=nearest[:SHORTLIST].tolist(), start=start)


def _kept(problem: Problem, relaxed: Relaxation, threshold: float) -> Sets:
    """Return the candidates who may be in a set worth ``threshold``."""
    allowed = problem.open_to
    may = relaxed.best - relaxed.losses[allowed] >= threshold - PROVED_TO
    return np.union1d(allowed[may], problem.required).astype(np.intp)


@dataclass(frozen=True, kw_only=True)
class _Step:
    """The next best set, and whether it is proved to be it."""

    chosen: tuple[int, ...] | None
    bound: float
    is_proved: bool


class _Search:
    """Find one best set after the other, each forbidden once it is found."""

    def __init__(
        self, problem: Problem, size: int, asked: Model, relaxed: Relaxation, pool: Pool
    ) -> None:
        self.problem, self.size, self.asked = problem, size, asked
        self.relaxed, self.pool = relaxed, pool

    def ranking(self, number: int, deadline: Deadline) -> Ranking:
        """Return the best sets, proved as far as time allows."""
        found: list[tuple[int, ...]] = []
        bounds: list[float] = []
        for step in self._steps(found, number, deadline):
            bounds.append(step.bound)
            if step.is_proved and step.chosen is not None:
                found.append(step.chosen)
        while len(found) < number and (more := self.pool.best(but=found)) is not None:
            found.append(more)
        return Ranking(
            sets=tuple(found),
            values=tuple(map(self._value, found)),
            bound=bounds[0],
            rest=bounds[-1],
            is_infeasible=not found and bounds[0] == -np.inf,
        )

    def _steps(
        self, found: Sequence[tuple[int, ...]], number: int, deadline: Deadline
    ) -> Iterator[_Step]:
        """Yield the next best set until one is not proved; ``found`` grows meanwhile."""
        bound = self.relaxed.best
        while len(found) < number:
            step = self._step(found, number, bound, deadline)
            bound = step.bound
            yield step
            if not step.is_proved:
                return

    def _step(
        self, found: Iterable[tuple[int, ...]], number: int, bound: float, deadline: Deadline
    ) -> _Step:
        known = self.pool.best(but=found)
        if known is not None and self._value(known) >= bound - PROVED_TO:
            return _Step(chosen=known, bound=bound, is_proved=True)
        if not deadline.left:
            return _Step(chosen=known, bound=bound, is_proved=False)
        solved_bound = self._solve(found, number, known, deadline)
        bound = min(bound, solved_bound)
        best = self.pool.best(but=found)
        is_proved = best is not None and self._value(best) >= bound - PROVED_TO
        return _Step(chosen=best, bound=bound, is_proved=is_proved)

    def _solve(
        self,
        found: Iterable[tuple[int, ...]],
        number: int,
        known: tuple[int, ...] | None,
        deadline: Deadline,
    ) -> float:
        """Add the best set that is left, and its neighbours, to the pool; return its bound."""
        kept = _kept(self.problem, self.relaxed, self.pool.threshold(number))
        place = {candidate: n for n, candidate in enumerate(kept.tolist())}
        cuts = [[place[c] for c in chosen] for chosen in found if place.keys() >= set(chosen)]
        start = None if known is None else [place[c] for c in known if c in place]
        solved = solve(self.asked.only(kept).without(cuts), deadline, start=start)
        if solved.chosen is not None:
            best = kept[list(solved.chosen)]
            if self.problem.passes(best[np.newaxis])[0]:
                self.pool.add(best[np.newaxis], self.problem.values(best[np.newaxis]))
                improve(self.problem, best.tolist(), kept, self.pool)
        return solved.bound

    def _value(self, chosen: tuple[int, ...]) -> float:
        return float(self.problem.values(np.array([chosen]))[0])
