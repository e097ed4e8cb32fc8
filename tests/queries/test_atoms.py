"""Hailperin's linear programme: exact where every arrangement of the sets can be tried."""

from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hanse.graph.quantities import Interval, exact
from hanse.queries.atoms import TooManyAtoms, extent_by_atoms
from hanse.queries.statements import Question, Statement, StatementKind

ASKED = Question(inside=frozenset("abc"))


def said(sets: str, low: float | None, high: float | None, kind: StatementKind) -> Statement:
    return Statement(id=f"{kind} {sets}", sets=frozenset(sets), size=Interval(low, high), kind=kind)


def test_a_single_set_has_its_own_size() -> None:
    assert extent_by_atoms(Question(inside=frozenset("a")), [said("a", 3, 5, "union")]) == Interval(
        3, 5
    )


def test_a_set_of_two_sizes_that_exclude_each_other_is_impossible() -> None:
    twice = [said("a", 5, None, "union"), said("a", None, 3, "union")]

    assert extent_by_atoms(Question(inside=frozenset("a")), twice) is None


def test_a_hundred_sets_that_nothing_tells_apart_are_one() -> None:
    names = frozenset(f"s{number}" for number in range(100))
    sizes = [Statement(id=name, sets=frozenset({name}), size=exact(7)) for name in names]

    assert extent_by_atoms(Question(inside=names), sizes) == Interval(7, 700)


def test_too_many_sets_that_overlap_are_refused_rather_than_tried() -> None:
    names = [f"s{number}" for number in range(13)]
    pairs = [
        Statement(id=f"{a}{b}", sets=frozenset((a, b)), size=exact(1), kind="overlap")
        for a, b in pairwise(names)
    ]

    with pytest.raises(TooManyAtoms):
        extent_by_atoms(Question(inside=frozenset(names)), pairs)


def test_thirteen_sets_in_places_of_their_own_are_few_atoms() -> None:
    names = [f"s{number}" for number in range(13)]
    sizes = [Statement(id=name, sets=frozenset({name}), size=exact(7)) for name in names]
    places = {name: frozenset({name}) for name in names}

    asked = Question(inside=frozenset(names), places=places)

    assert extent_by_atoms(asked, sizes) == exact(91)


ATOMS = [frozenset(atom) for atom in ("a", "b", "c", "ab", "ac", "bc", "abc")]
statements = st.lists(
    st.builds(
        said,
        st.sampled_from(["a", "b", "c", "ab", "ac", "bc", "abc"]),
        st.none() | st.integers(0, 2),
        st.none() | st.integers(2, 3),
        st.sampled_from(["union", "overlap", "sum"]),
    ),
    max_size=4,
    unique_by=lambda one: one.id,
)


@settings(max_examples=60)
@given(statements)
def test_no_arrangement_of_small_sets_lies_outside_the_bounds(some: list[Statement]) -> None:
    found = extent_by_atoms(ASKED, some)
    possible = [sum(sizes) for sizes in product(range(3), repeat=7) if all_hold(some, sizes)]

    assert found is not None or not possible
    for size in possible:
        assert found is not None
        assert (found.low or 0) <= size
        assert found.high is None or size <= found.high


@settings(max_examples=60)
@given(statements)
def test_the_low_end_is_reached_or_lies_between_whole_numbers(some: list[Statement]) -> None:
    found = extent_by_atoms(ASKED, some)
    possible = [sum(sizes) for sizes in product(range(3), repeat=7) if all_hold(some, sizes)]

    if found is not None and possible and found.low is not None:
        assert min(possible) - found.low < 2


def all_hold(some: list[Statement], sizes: tuple[int, ...]) -> bool:
    return all(
        (one.size.low or 0) <= total and (one.size.high is None or total <= one.size.high)
        for one in some
        for total in [measured(one, sizes)]
    )


def measured(one: Statement, sizes: tuple[int, ...]) -> int:
    match one.kind:
        case "sum":
            return sum(n * len(atom & one.sets) for atom, n in zip(ATOMS, sizes, strict=True))
        case "overlap":
            return sum(n for atom, n in zip(ATOMS, sizes, strict=True) if one.sets <= atom)
        case _:
            return sum(n for atom, n in zip(ATOMS, sizes, strict=True) if one.sets & atom)
