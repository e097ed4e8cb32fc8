"""Columns that have grown to their end are arrays of the types that the index counts on."""

from array import array

import numpy as np

from hanse.graph.indexing.facts import ABOUT, HIGH_STRICT, LOW_STRICT, UNDECIDED, numbers, reals


def test_a_grown_column_keeps_its_values_and_takes_four_bytes_each() -> None:
    column = numbers(array("i", [3, -1, 2**31 - 1]))

    assert column.tolist() == [3, -1, 2**31 - 1]
    assert column.dtype == np.int32


def test_real_numbers_keep_open_ends() -> None:
    column = reals(array("d", [0.0, float("nan"), 70.5]))

    assert column.dtype == np.float64
    assert np.isnan(column).tolist() == [False, True, False]
    assert column[2] == 70.5


def test_a_column_that_nothing_was_put_in_has_a_type_all_the_same() -> None:
    nothing, nothing_real = numbers(array("i")), reals(array("d"))

    assert nothing.dtype == np.int32
    assert nothing_real.dtype == np.float64
    assert nothing.tolist() == nothing_real.tolist() == []


def test_marks_can_be_told_apart_when_several_are_set() -> None:
    marks = (LOW_STRICT, HIGH_STRICT, ABOUT, UNDECIDED)

    assert len({sum(m for n, m in enumerate(marks) if some >> n & 1) for some in range(16)}) == 16
