"""Find good sets by exchanging one partner at a time; it needs no solver.

It proves nothing, and it is seldom far off. Whatever a solver returns is held against it, and
the better of the two is given.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

import numpy as np

from hanse.queries.composition_columns import Problem
from hanse.queries.distinct import Floats, Sets

STARTS: Final = 3
# The first of any pseudo-random numbers will do, as long as it is always the same.
SEED: Final = 2017
# Sets remembered beside the best one.
KEPT: Final = 200
# Lacking something weighs more than any value can.
_FORBIDDING: Final = 1000.0
_BETTER: Final = 1e-12


@dataclass(slots=True)
class Pool:
    """Good sets that pass every rule, by value; the best :data:`KEPT` of those met."""

    values: dict[tuple[int, ...], float] = field(default_factory=dict)
    _seen: set[tuple[int, ...]] = field(default_factory=set)

    def add(self, sets: Sets, values: Floats) -> None:
        """Remember sets, and forget the least of all."""
        for row in np.argsort(-values, kind="stable")[:KEPT]:
            self.values[tuple(sorted(sets[row].tolist()))] = float(values[row])
        best = sorted(self.values.items(), key=_order)[:KEPT]
        self.values = dict(best)

    def best(self, *, but: Iterable[tuple[int, ...]] = ()) -> tuple[int, ...] | None:
        """Return the best set, some left out; ``None`` where there is none."""
        out = set(but)
        return next((one for one in self.values if one not in out), None)

    def unseen(self, number: int) -> tuple[int, ...] | None:
        """Return one of the ``number`` best sets not given before; ``None`` where all were."""
        for chosen in islice(self.values, number):
            if chosen not in self._seen:
                self._seen.add(chosen)
                return chosen
        return None

    def threshold(self, number: int) -> float:
        """Return the value that ``number`` sets reach; minus infinity if they are fewer."""
        values = list(self.values.values())
        return values[number - 1] if len(values) >= number else -np.inf


def _order(entry: tuple[tuple[int, ...], float]) -> tuple[float, tuple[int, ...]]:
    chosen, value = entry
    return -value, chosen


def swap_search(
    problem: Problem,
    size: int,
    *,
    among: Sequence[int],
    start: Sequence[int] = (),
    starts: int = STARTS,
    number: int = 1,
) -> Pool:
    """Return good sets of ``size`` partners out of the candidates ``among``.

    It starts from ``start``, filled up, and from sets drawn at random, always the same ones.
    The ``number`` best are such that no exchange of one partner leads to a better one among
    them.
    """
    pool, random = Pool(), np.random.default_rng(SEED)
    every = np.array(sorted({*among, *problem.required}), dtype=np.intp)
    if len(every) < size:
        return pool
    for _ in range(starts):
        rest = random.permutation(every)
        first = dict.fromkeys([*problem.required, *start, *rest.tolist()])
        improve(problem, list(first)[:size], every, pool)
        start = ()
    widen(problem, every, pool, number)
    return pool


def widen(problem: Problem, among: Sets, pool: Pool, number: int) -> None:
    """Look around each of the best sets, until none of the ``number`` best is new."""
    while (fresh := pool.unseen(number)) is not None:
        sets = neighbours(np.array(fresh, dtype=np.intp), among)
        passing = sets[problem.passes(sets)]
        pool.add(passing, problem.values(passing))


def improve(problem: Problem, chosen: Sequence[int], among: Sets, pool: Pool) -> None:
    """Exchange partners, each time to the best effect, until nothing is gained by it."""
    now = np.array([chosen], dtype=np.intp)
    merit = _merits(problem, now)[0]
    while True:
        sets = neighbours(now[0], among)
        merits = _merits(problem, sets)
        passing = merits > -_FORBIDDING / 2
        pool.add(sets[passing], merits[passing])
        if not len(sets) or merits.max() <= merit + _BETTER:
            break
        now, merit = sets[[merits.argmax()]], merits.max()
    if merit > -_FORBIDDING / 2:
        pool.add(now, np.array([merit]))


def neighbours(chosen: Sets, among: Sets) -> Sets:
    """Return every set that differs in one partner."""
    others = np.setdiff1d(among, chosen)
    sets = np.tile(chosen, (len(chosen) * len(others), 1))
    for place in range(len(chosen)):
        sets[place * len(others) : (place + 1) * len(others), place] = others
    return sets


def _merits(problem: Problem, sets: Sets) -> Floats:
    merits: Floats = problem.values(sets) - _FORBIDDING * problem.shortfall(sets)
    return merits
