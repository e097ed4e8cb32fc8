"""The sets of partners that no other set beats on everything at once.

What is held against each other is the chain, the fit, the cost and the reach, each at its
worst; a set stands on the front when no other is at least as good in all of them and better in
one. No weights are involved.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from hanse.queries.all_sets import MOST_SETS, every_set, in_batches, number_of_sets
from hanse.queries.composition_columns import Problem
from hanse.queries.composition_records import Front
from hanse.queries.composition_value import Objective
from hanse.queries.distinct import Distinct, Floats, Sets
from hanse.queries.scores import SAME_TO
from hanse.queries.swap_search import swap_search

# Sets that are named; of many that differ in nothing a reader needs no more.
MOST_NAMED: Final = 100
# Where there are too many sets to look at each: how much chain and fit count in turn, and how
# many candidates are looked at for the sake of each part.
_WEIGHTS: Final = ((1.0, 0.0), (3.0, 1.0), (1.0, 1.0), (1.0, 3.0), (0.0, 1.0))
_BEST_OF_EACH: Final = 60


def front(
    problem: Problem, reached: Distinct, sizes: Iterable[int], *, look_at: int = MOST_SETS
) -> Front:
    """Return the front of the sets that pass the rules, all facts at their worst.

    ``reached`` are the clusters first reached with each candidate. A part that is the same for
    all, such as a fit or a cost that nobody stated, decides nothing. Of a size of which there are
    more than ``look_at`` sets, good ones are looked at.
    """
    allowed, is_complete = problem.open_to.tolist(), True
    best: list[tuple[tuple[float, ...], tuple[int, ...]]] = []
    for size in sizes:
        is_few = number_of_sets(allowed, size, problem.required) <= look_at
        is_complete = is_complete and is_few
        for sets in _every(problem, size) if is_few else _sampled(problem, reached, size):
            passing = sets[problem.passes(sets)]
            best += _undominated(passing, _points(problem, reached, passing))
    ranked = _joint(best)
    named = [tuple(problem.ids[n] for n in chosen) for chosen in ranked[:MOST_NAMED]]
    return Front(sets=tuple(named), number=len(ranked), is_complete=is_complete)


def _every(problem: Problem, size: int) -> Iterable[Sets]:
    return in_batches(every_set(problem.open_to.tolist(), size, problem.required))


def _points(problem: Problem, reached: Distinct, sets: Sets) -> Floats:
    """Return what sets are held against each other by; more is better."""
    costs = problem.costs[sets].sum(axis=1)
    fit = problem.fit[sets].mean(axis=1)
    return np.column_stack([problem.chain.share(sets), fit, -costs, reached.count(sets)])


def _undominated(sets: Sets, points: Floats) -> list[tuple[tuple[float, ...], tuple[int, ...]]]:
    """Return the points on the front of these, each with every set that stands there."""
    rounded = np.round(points, SAME_TO)
    rest = np.unique(rounded, axis=0)[::-1]
    on_front = []
    while len(rest):
        # in falling order the first is beaten by none that follow
        on_front.append(rest[0])
        rest = rest[~(rest <= rest[0]).all(axis=1)]
    return [
        (tuple(point.tolist()), tuple(chosen))
        for point in on_front
        for chosen in sets[(rounded == point).all(axis=1)].tolist()
    ]


def _joint(
    best: Sequence[tuple[tuple[float, ...], tuple[int, ...]]],
) -> list[tuple[int, ...]]:
    """Return the sets on the front of several fronts, in the order of their points."""
    points = np.array(sorted({point for point, _ in best}, reverse=True))
    on_front: set[tuple[float, ...]] = set()
    while len(points):
        on_front.add(tuple(points[0].tolist()))
        points = points[~(points <= points[0]).all(axis=1)]
    kept = {(point, chosen) for point, chosen in best if point in on_front}
    order = sorted(kept, key=lambda one: ([-value for value in one[0]], one[1]))
    return [chosen for _, chosen in order]


def _sampled(problem: Problem, reached: Distinct, size: int) -> Iterable[Sets]:
    """Yield sets that are good by several weights, out of the best candidates of each part."""
    single = problem.open_to[:, np.newaxis]
    order = np.argsort(-_points(problem, reached, single), axis=0, kind="stable")
    among = sorted(set(problem.open_to[order[:_BEST_OF_EACH].ravel()].tolist()))
    for chain, fit in _WEIGHTS:
        weights = Objective(chain=chain, fit=fit, region=0.0, market=0.0)
        asked = replace(problem, objective=weights)
        pool = swap_search(asked, size, among=among, starts=1)
        if pool.values:
            yield np.array(list(pool.values), dtype=np.intp)
