"""Ties in columns are a set of pairs, seen from either end."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from hanse.graph.indexing.ties import Ties, distinct, spans

PAIRS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)))


def codes(*numbers: int) -> NDArray[np.int32]:
    return np.array(numbers, dtype=np.int32)


def ties(pairs: list[tuple[int, int]]) -> Ties:
    return Ties.of(codes(*(one for one, _ in pairs)), codes(*(other for _, other in pairs)))


def pairs_of(known: Ties) -> list[tuple[int, int]]:
    return list(zip(known.ends.tolist(), known.others.tolist(), strict=True))


@given(PAIRS)
def test_each_pair_is_there_once_and_in_order_from_either_end(pairs: list[tuple[int, int]]) -> None:
    known = ties(pairs)

    assert pairs_of(known) == sorted(set(pairs))
    assert pairs_of(known.turned()) == sorted({(other, one) for one, other in pairs})
    assert len(known) == len(set(pairs))


@given(PAIRS)
def test_one_thing_leads_to_what_it_is_paired_with(pairs: list[tuple[int, int]]) -> None:
    known = ties(pairs)

    for thing in range(8):
        wanted = sorted({other for one, other in pairs if one == thing})
        assert known.of_one(thing).tolist() == wanted


@given(PAIRS, st.lists(st.integers(0, 8)))
def test_many_things_lead_to_what_each_of_them_does(
    pairs: list[tuple[int, int]], things: list[int]
) -> None:
    known = ties(pairs)

    places, others = known.of_many(codes(*things))

    each = [(n, int(o)) for n, thing in enumerate(things) for o in known.of_one(thing)]
    assert list(zip(places.tolist(), others.tolist(), strict=True)) == each
    assert known.numbers(codes(*things)).tolist() == [len(known.of_one(t)) for t in things]


def test_no_ties_lead_nowhere() -> None:
    nothing = Ties.none()

    assert (len(nothing), pairs_of(nothing), pairs_of(nothing.turned())) == (0, [], [])
    assert nothing.of_one(0).tolist() == []
    assert nothing.numbers(codes(0, 5)).tolist() == [0, 0]


def test_values_are_kept_once_and_spans_in_the_order_given() -> None:
    assert distinct(np.array([5, -1, 5, 2**40], dtype=np.int64)).tolist() == [-1, 5, 2**40]
    starts, counts = np.array([9, 4, 7]), np.array([2, 0, 1])
    assert spans(starts, counts).tolist() == [9, 10, 7]
