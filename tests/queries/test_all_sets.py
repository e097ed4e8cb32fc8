"""Every set of partners, and those only whose losses are small enough."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanse.queries.all_sets import every_set, in_batches, number_of_sets, sets_within


@given(st.sets(st.integers(0, 30), max_size=8), st.integers(0, 4))
def test_every_set_is_listed_once_and_in_order(among: set[int], size: int) -> None:
    found = every_set(sorted(among), size)

    assert [tuple(one) for one in found.tolist()] == list(combinations(sorted(among), size))
    assert len(found) == number_of_sets(sorted(among), size)


def test_sets_hold_those_that_are_required() -> None:
    assert every_set([1, 3, 5, 7], 3, required=[5]).tolist() == [[1, 3, 5], [1, 5, 7], [3, 5, 7]]
    assert every_set([1, 3], 1, required=[1, 3]).shape == (0, 1)
    assert number_of_sets([1, 3], 1, required=[1, 3]) == 0


losses = st.lists(st.sampled_from((-1.0, -0.5, 0.0, 0.25, 1.0, 2.0)), min_size=1, max_size=8)


@given(losses, st.integers(1, 4), st.sampled_from((-1.5, 0.0, 0.5, 1.25, 4.0)))
def test_the_sets_within_a_loss_are_those_and_no_others(
    losses: list[float], size: int, most: float
) -> None:
    found = sets_within(np.array(losses), size, most, limit=10_000)

    assert found is not None
    assert {frozenset(one) for one in found.tolist()} == {
        frozenset(one)
        for one in combinations(range(len(losses)), size)
        if sum(losses[n] for n in one) <= most
    }


def test_too_many_sets_are_not_listed_at_all() -> None:
    assert sets_within(np.zeros(98), 3, 1.0, limit=152_095) is None
    assert sets_within(np.zeros(98), 3, 1.0, limit=152_096) is not None


@pytest.mark.parametrize("number", [0, 1, 45_000])
def test_batches_hold_every_set_once(number: int) -> None:
    sets = np.arange(2 * number).reshape(number, 2)

    batches = list(in_batches(sets))

    assert sum(map(len, batches)) == number
    assert all((batch == sets[i * 20_000 :][: len(batch)]).all() for i, batch in enumerate(batches))
