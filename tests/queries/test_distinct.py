"""Counting what several clusters have, each thing once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanse.queries.all_sets import every_set
from hanse.queries.distinct import Distinct, sum_of

# more than one word of 64 bits
THINGS = [f"thing {n}" for n in range(150)]
had = st.lists(st.frozensets(st.sampled_from(THINGS), max_size=40), min_size=3, max_size=6)


@given(had)
def test_each_thing_counts_once_however_many_have_it(things: list[frozenset[str]]) -> None:
    sets = every_set(range(len(things)), 3)

    counted = Distinct.of(things).count(sets)

    united = [frozenset[str]().union(*(things[n] for n in one)) for one in sets]
    assert counted.tolist() == [len(one) for one in united]


def test_a_wider_region_does_not_count_beside_one_that_lies_within_it() -> None:
    things = [frozenset({"Spain"}), frozenset({"Catalonia"}), frozenset({"Aragon"})]
    within = {"Catalonia": frozenset({"Spain"}), "Aragon": frozenset({"Spain"})}

    counted = Distinct.of(things, within)

    assert counted.count(np.array([[0, 1], [1, 2], [0, 2]])).tolist() == [1, 2, 1]
    assert counted.count(np.array([[0, 1, 2]])).tolist() == [2]
    assert counted.count(np.array([[0]])).tolist() == [1]


def test_what_only_one_has_is_counted_with_it() -> None:
    counted = Distinct.of([frozenset({"a", "b"}), frozenset({"b", "c", "d"})])

    assert counted.shared == ("b",)
    assert counted.alone.tolist() == [1, 2]
    assert counted.most == 3


@pytest.mark.parametrize("column", [np.array([True, False, True]), np.array([1.0, 0.5, 2.0])])
def test_a_column_is_summed_over_each_set(column: np.ndarray) -> None:
    sets = np.array([[0, 1], [0, 2]])

    assert sum_of(column, sets).tolist() == column[sets].sum(axis=1).tolist()
