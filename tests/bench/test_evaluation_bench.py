"""How fast evaluation and rank acceptability are, and how their cost grows.

Processor time of this process, the best of three; run with ``just bench``. Read the ratios: the
seconds are those of one machine. The bounds are those that the evaluation of an open call must
keep: 10,000 candidates by 10 criteria and 5 assessors in a second, acceptability of 100
candidates in two.
"""

import gc
import random
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import pytest
from tests.builders import claim
from tests.people import GUIDE, rating

from hanse.graph.fold import fold
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.store import Contents
from hanse.queries.assessments import PeopleRatings
from hanse.queries.rubric import Evaluation, evaluate
from hanse.queries.smaa import acceptability

if TYPE_CHECKING:
    from hanse.graph.claims import Claim

ASSESSORS: Final = 5
EVALUATION_SECONDS: Final = 1.0
ACCEPTABILITY_SECONDS: Final = 2.0
STEEPEST: Final = 20  # times the cost at ten times the size; in proportion would be 10

pytestmark = pytest.mark.bench


def graph(candidates: int) -> PartnershipGraph:
    """Make a graph of candidates that five assessors rated by every criterion."""
    drawn = random.Random(1)
    claims: list[Claim] = []
    for number in range(candidates):
        name = f"c{number:05}"
        claims.append(claim(name, "kind", "cluster"))
        claims += [
            rating(name, c.id, drawn.randint(c.scale.minimum, c.scale.maximum), by=f"p{person}")
            for c in GUIDE.criteria
            for person in range(ASSESSORS)
        ]
    return PartnershipGraph(fold(claims), Contents())


def evaluated(known: PartnershipGraph) -> Evaluation:
    """Evaluate everybody, from the claims of the assessors on."""
    people = PeopleRatings(known, GUIDE)
    return evaluate(known, GUIDE, candidates=known.ids("cluster"), ratings=people)


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of the best of three runs."""
    taken = []
    for _ in range(3):
        gc.collect()
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def test_ten_thousand_candidates_of_five_assessors_are_evaluated_within_a_second() -> None:
    sizes = (1_000, 10_000)
    taken = []
    for size in sizes:
        known = graph(size)
        taken.append(seconds(lambda: evaluated(known)))  # noqa: B023  # run at once
    for size, time_taken in zip(sizes, taken, strict=True):
        print(f"evaluate {size:>6,} x 10 x {ASSESSORS}: {time_taken:.3f} s")  # noqa: T201
    print(f"ten times the candidates: {taken[1] / taken[0]:.1f} times the time")  # noqa: T201

    assert taken[1] <= EVALUATION_SECONDS
    assert taken[1] / taken[0] <= STEEPEST


def test_acceptability_of_a_hundred_candidates_takes_two_seconds_at_most() -> None:
    sizes = (10, 100)
    everybody = evaluated(graph(sizes[-1]))
    taken = []
    for size in sizes:
        some = Evaluation(
            guide=GUIDE, maximum=everybody.maximum, candidates=everybody.candidates[:size]
        )
        taken.append(seconds(lambda: acceptability(some)))  # noqa: B023  # run at once
    for size, time_taken in zip(sizes, taken, strict=True):
        print(f"acceptability of {size:>3}, 20,000 draws: {time_taken:.3f} s")  # noqa: T201
    print(f"ten times the candidates: {taken[1] / taken[0]:.1f} times the time")  # noqa: T201

    assert taken[1] <= ACCEPTABILITY_SECONDS
