"""Numbers keep their unit, their qualifier and an honest range."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import quantities

from hanse.graph.errors import BadClaim
from hanse.graph.quantities import (
    LARGEST_WHOLE,
    UNKNOWN,
    Interval,
    Qualifier,
    Quantity,
    check_number,
    exact,
    hull,
    meet,
)

ENDS = st.none() | st.integers(0, 100)
INTERVALS = st.tuples(ENDS, ENDS).map(
    lambda ends: Interval(*sorted(ends)) if None not in ends else Interval(*ends)  # type: ignore[type-var]  # no None
)


def number(value: float, qualifier: Qualifier = "exactly", *, strict: bool = False) -> Quantity:
    return Quantity(value=value, unit="companies", qualifier=qualifier, strict=strict)


# -- intervals -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (UNKNOWN, "unknown"),
        (exact(85), "85"),
        (exact(0), "0"),
        (exact(2.7), "2.7"),
        (Interval(300, None), "300 or more"),
        (Interval(None, 50), "? to 50"),
        (Interval(2.7, 3.8), "2.7 to 3.8"),
        (exact(1_234_567), "1234567"),
        (Interval(12_345_678, 23_456_789.5), "12345678 to 23456789.5"),
        (Interval(0, math.inf), "0 to inf"),
    ],
)
def test_an_interval_is_written_with_all_its_digits(interval: Interval, text: str) -> None:
    assert str(interval) == text


def test_unknown_is_not_zero() -> None:
    assert UNKNOWN.is_unknown
    assert not UNKNOWN.is_exact
    assert not exact(0).is_unknown
    assert exact(0).is_exact


def test_an_open_end_stays_open_in_a_hull() -> None:
    assert hull([exact(250), Interval(300, None)]) == Interval(250, None)
    assert hull([exact(250), UNKNOWN]) == UNKNOWN
    assert hull([]) == UNKNOWN


@given(st.lists(INTERVALS, min_size=1, max_size=5))
def test_a_hull_spans_every_interval_and_nothing_more(parts: list[Interval]) -> None:
    spanned = hull(parts)

    assert all(hull([spanned, part]) == spanned for part in parts)
    assert spanned.low in {part.low for part in parts}
    assert spanned.high in {part.high for part in parts}


def test_ranges_meet_when_both_can_be_true() -> None:
    assert meet(Interval(200, None), Interval(0, 200))
    assert not meet(Interval(200, None), exact(85))
    assert meet(UNKNOWN, exact(85))


@given(INTERVALS, INTERVALS)
def test_meeting_is_mutual(first: Interval, second: Interval) -> None:
    assert meet(first, second) == meet(second, first)
    assert meet(first, hull([first, second]))


# -- quantities ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quantity", "interval", "text"),
    [
        (number(85), exact(85), "85"),
        (number(1600, "about"), exact(1600), "about 1,600"),
        (number(300, "at_least"), Interval(300, None), "at least 300"),
        (number(30, "at_least", strict=True), Interval(30, None), "more than 30"),
        (number(50, "at_most"), Interval(0, 50), "at most 50"),
        (number(50, "at_most", strict=True), Interval(0, 50), "fewer than 50"),
        (number(12.5), exact(12.5), "12.5"),
        (number(1_234_567.25), exact(1_234_567.25), "1,234,567.25"),
        (
            Quantity(value=1_000_000, upper=2_500_000, unit="EUR", qualifier="between"),
            Interval(1_000_000, 2_500_000),
            "1,000,000 to 2,500,000",
        ),
    ],
)
def test_a_quantity_states_a_range_and_reads_as_people_write_it(
    quantity: Quantity, interval: Interval, text: str
) -> None:
    assert quantity.interval == interval
    assert str(quantity) == text


# DESIGN 4: "about" counts as plus or minus 10 % when conflicts are tested, and only there.
def test_about_hides_a_tenth_when_statements_are_held_against_each_other_and_only_there() -> None:
    about = number(2300, "about")

    assert about.interval == exact(2300)
    assert about.tolerated == Interval(2070, 2530)


@given(quantities())
def test_what_is_not_about_is_tolerated_as_stated(quantity: Quantity) -> None:
    if quantity.qualifier != "about":
        assert quantity.tolerated == quantity.interval
    low, high = quantity.tolerated.low, quantity.tolerated.high
    assert low is not None
    assert 0 <= low <= (math.inf if high is None else high)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, True, 2**53 + 1, "871", None])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(BadClaim, match=r"not a number|too large"):
        check_number(value)
    with pytest.raises(BadClaim):
        number(value)
    with pytest.raises(BadClaim):
        Quantity(value=0, upper=value, unit="jobs", qualifier="between")


def test_the_largest_number_that_is_kept_exactly_is_taken() -> None:
    assert number(LARGEST_WHOLE).interval == exact(2**53)


def test_a_number_too_large_to_be_written_out_is_refused_in_words() -> None:
    with pytest.raises(BadClaim, match="too large to be kept exactly"):
        check_number(10**400)


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        (lambda: number(-1), "is no quantity"),
        (lambda: Quantity(value=1, unit=" "), "is no quantity"),
        (lambda: number(1, "roughly"), "is no quantity"),  # type: ignore[arg-type]  # on purpose
        (lambda: number(1, "between"), "two ends are stated of 'between'"),
        (lambda: Quantity(value=1, upper=2, unit="jobs"), "two ends are stated of 'between'"),
        (
            lambda: Quantity(value=150, upper=100, unit="jobs", qualifier="between"),
            re.escape("150 to 100 is no range"),
        ),
    ],
)  # fmt: skip
def test_a_quantity_that_contradicts_itself_is_refused(wrong: object, what: str) -> None:
    assert callable(wrong)
    with pytest.raises(BadClaim, match=what):
        wrong()
