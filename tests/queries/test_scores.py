"""Weights are checked, scores stay above nothing, and the front is what nobody beats."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanse.graph.errors import BadDefinition
from hanse.graph.quantities import UNKNOWN, Interval, exact
from hanse.queries.scores import Components, Weights, at_worst, pareto_front, score

NOTHING = Components(
    chain_gain=exact(0),
    gap=exact(0),
    thin=exact(0),
    hand_over=exact(0),
    region=exact(0),
    market=exact(0),
    access=exact(0),
    redundancy=exact(0),
)
POINTS = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=2), st.tuples(*[st.integers(0, 3)] * 3), max_size=12
)


def test_the_defaults_are_those_of_the_stated_formula() -> None:
    # .45 chain gain, .15 hand-overs, .15 region, .15 market, .10 access, .15 redundancy.
    all_of_it = Components(
        chain_gain=exact(1),
        gap=exact(1),
        thin=exact(0),
        hand_over=exact(1),
        region=exact(1),
        market=exact(1),
        access=exact(1),
        redundancy=exact(0),
    )

    assert score(all_of_it) == exact(1.0)
    assert score(replace(NOTHING, chain_gain=exact(1))) == exact(0.45)
    assert score(replace(NOTHING, access=exact(1))) == exact(0.10)


def test_redundancy_is_taken_off_but_never_below_nothing() -> None:
    assert score(replace(NOTHING, redundancy=exact(1))) == exact(0)
    redundant = replace(NOTHING, market=exact(1), redundancy=Interval(0, 0.5))
    found = score(redundant)
    assert [found.low, found.high] == pytest.approx([0.075, 0.15])


def test_the_unknown_gain_of_a_complete_chain_counts_nothing() -> None:
    complete = replace(NOTHING, chain_gain=UNKNOWN, gap=UNKNOWN, thin=UNKNOWN, region=exact(1))

    assert score(complete) == exact(0.15)


@pytest.mark.parametrize("weight", [-0.1, float("nan"), float("inf")])
def test_a_weight_that_is_none_is_refused(weight: float) -> None:
    with pytest.raises(BadDefinition, match="weight of region"):
        Weights(region=weight)


def test_candidates_are_held_against_each_other_at_their_worst() -> None:
    parts = replace(NOTHING, market=Interval(0.2, 1), redundancy=Interval(0, 0.4))

    assert at_worst(parts) == (0, 0, 0.2, 0, -0.4)


@given(POINTS)
def test_the_front_is_everyone_whom_nobody_beats(points: dict[str, tuple[int, ...]]) -> None:
    values = {name: tuple(map(float, point)) for name, point in points.items()}

    def is_beaten(mine: tuple[float, ...]) -> bool:
        return any(
            other != mine and all(a >= b for a, b in zip(other, mine, strict=True))
            for other in values.values()
        )

    assert pareto_front(values) == {n for n, value in values.items() if not is_beaten(value)}
