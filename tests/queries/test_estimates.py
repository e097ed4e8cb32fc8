"""Estimates against the figures of the reference fixture."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanse.queries.estimates import chapman, union_if_independent

EXPECTED = json.loads((Path(__file__).parents[1] / "data" / "expected.json").read_text("utf-8"))


def test_the_estimate_from_two_matched_lists_is_that_of_the_fixture() -> None:
    value, standard_error = EXPECTED["reach"]["chapman_200_150_60"]

    found = chapman(200, 150, 60)

    assert found.value == pytest.approx(value, abs=1e-4)
    assert found.standard_error == pytest.approx(standard_error, abs=1e-4)


def test_two_lists_of_the_same_leave_no_doubt() -> None:
    found = chapman(50, 50, 50)

    assert found.value == 50
    assert found.standard_error == 0


def test_no_more_can_be_in_both_lists_than_in_one() -> None:
    with pytest.raises(ValueError, match="61 in both lists, of 60 and 150"):
        chapman(60, 150, 61)


def test_independent_sets_of_100_80_and_60_in_400_reach_196() -> None:
    assert union_if_independent([100, 80, 60], 400) == pytest.approx(196)


@given(st.integers(0, 500), st.integers(0, 500), st.data())
def test_an_estimate_is_never_below_what_was_counted(
    first: int, second: int, data: st.DataObject
) -> None:
    both = data.draw(st.integers(0, min(first, second)))

    assert chapman(first, second, both).value >= first + second - both - 1e-9
