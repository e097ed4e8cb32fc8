"""The least and the greatest value of a sum, in fractions and by HiGHS."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hanse.graph.quantities import Interval
from hanse.queries.linear import Constraint, extent

ALWAYS_HIGHS = 0
FOUR = 4


def at_most(high: float, *variables: int) -> Constraint:
    return Constraint(coefficients=dict.fromkeys(variables, 1), size=Interval(None, high))


def at_least(low: float, *variables: int) -> Constraint:
    return Constraint(coefficients=dict.fromkeys(variables, 1), size=Interval(low, None))


def test_a_sum_that_nothing_bounds_is_open_above() -> None:
    assert extent([1], []) == Interval(0, None)
    assert extent([1, 1], [at_most(5, 0)]) == Interval(0, None)


def test_a_sum_runs_from_what_it_must_to_what_it_may_be() -> None:
    assert extent([1, 1], [at_least(3, 0), at_most(5, 0), at_most(4, 1)]) == Interval(3, 9)


def test_a_part_gets_what_the_others_leave() -> None:
    assert extent([1, 0], [at_least(10, 0, 1), at_most(4, 1)]) == Interval(6, None)


def test_constraints_that_exclude_each_other_have_no_answer() -> None:
    assert extent([1], [at_least(3, 0), at_most(2, 0)]) is None


def test_an_answer_is_exact_where_floats_are_not() -> None:
    thirds = Constraint(coefficients={0: 3}, size=Interval(1, 1))

    found = extent([1], [thirds])

    assert found == Interval(float(Fraction(1, 3)), float(Fraction(1, 3)))
    assert extent([3], [thirds]) == Interval(1, 1)


def test_a_factor_counts_an_element_as_often_as_it_says() -> None:
    twice = Constraint(coefficients={0: 1, 1: 2}, size=Interval(None, 10))

    assert extent([1, 1], [twice, at_least(2, 1)]) == Interval(2, 8)


@pytest.mark.parametrize("small", [ALWAYS_HIGHS, 10_000])
def test_both_ways_know_open_and_impossible(small: int) -> None:
    assert extent([1, 1], [at_least(2, 0)], small=small) == Interval(2, None)
    assert extent([1], [at_least(3, 0), at_most(2, 0)], small=small) is None


@st.composite
def constraints(draw: st.DrawFn) -> list[Constraint]:
    found = []
    for _ in range(draw(st.integers(1, 5))):
        variables = draw(st.sets(st.integers(0, FOUR), min_size=1))
        low = draw(st.none() | st.integers(0, 20))
        high = draw(st.none() | st.integers(low or 0, 40))
        found.append(Constraint(coefficients=dict.fromkeys(variables, 1), size=Interval(low, high)))
    return found


@settings(max_examples=60)
@given(said=constraints(), wanted=st.lists(st.integers(0, 1), min_size=5, max_size=5))
def test_fractions_and_highs_agree(said: list[Constraint], wanted: list[int]) -> None:
    exact = extent(wanted, said)
    numeric = extent(wanted, said, small=ALWAYS_HIGHS)

    assert exact == numeric


@given(said=constraints(), values=st.lists(st.integers(0, 15), min_size=5, max_size=5))
def test_whatever_satisfies_the_constraints_lies_within_the_answer(
    said: list[Constraint], values: list[int]
) -> None:
    sums = [sum(values[v] for v in one.coefficients) for one in said]
    true = [
        Constraint(coefficients=one.coefficients, size=Interval(total - 1, total + 1))
        for one, total in zip(said, sums, strict=True)
    ]

    found = extent([1] * 5, true)

    assert found is not None
    assert found.low is not None
    assert found.low <= sum(values)
    assert found.high is None or sum(values) <= found.high
