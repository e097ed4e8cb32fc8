"""What composing takes, as ratios and growth; wall time is printed and never judged."""

from collections.abc import Mapping
from time import perf_counter, process_time

import pytest
from tests.bench.composition_instances import ALLIANCE, CHAIN, MARKETS, fits, instance, rules

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval
from hanse.queries.composition import compose
from hanse.queries.composition_records import Composition

pytestmark = pytest.mark.bench

# Candidates and partners; the first is the size of the annex of D4.1.
SIZES = ((98, 3), (98, 5), (1_500, 3), (1_500, 5), (1_500, 8), (20_000, 3), (20_000, 5))


@pytest.mark.parametrize("is_evaluated", [True, False], ids=["with fits", "without fits"])
def test_what_composing_takes_grows_slowly(
    capsys: pytest.CaptureFixture[str], *, is_evaluated: bool
) -> None:
    rows = []
    for number, size in SIZES:
        seconds, wall, answer = measured(number, size, fits(number) if is_evaluated else None)
        rows.append((number, size, seconds, wall, answer))

    with capsys.disabled():
        first = rows[0][2]
        for number, size, seconds, wall, answer in rows:
            print(  # noqa: T201
                f"\n{number:>6} choose {size}: {seconds / first:7.1f} x the first"
                f" ({seconds:.2f} s CPU, {wall:.2f} s), {answer.status},"
                f" gap {answer.certain.gap}, {answer.certain.proved} proved",
                end="",
            )
        print()  # noqa: T201
    assert all(answer.sets for *_, answer in rows)
    assert all(answer.certain.gap is not None for *_, answer in rows)


def measured(
    number: int, size: int, known: Mapping[str, Interval] | None
) -> tuple[float, float, Composition]:
    """Return seconds of CPU and of wall time, and the answer, with everything loaded."""
    graph = instance(number)
    graph.clusters()
    asked(instance(10), size, fits(10))
    start, wall = process_time(), perf_counter()
    answer = asked(graph, size, known)
    return process_time() - start, perf_counter() - wall, answer


def asked(graph: PartnershipGraph, size: int, known: Mapping[str, Interval] | None) -> Composition:
    return compose(
        graph, alliance=ALLIANCE, chain=CHAIN, targets=MARKETS, rules=rules(size), fits=known
    )
