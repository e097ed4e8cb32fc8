"""Sizes that nothing ties have the bounds of the linear programme, without solving one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hanse.graph.quantities import Interval, exact
from hanse.queries import untied
from hanse.queries.atoms import extent_by_atoms
from hanse.queries.statements import Question, Statement
from hanse.queries.untied import extent_of_untied, together

NAMES = "abcdef"


def asked(inside: str, outside: str = "", **places: str) -> Question:
    where = {name: frozenset(spots) for name, spots in places.items()} if places else None
    return Question(inside=frozenset(inside), outside=frozenset(outside), places=where)


def test_of_sizes_alone_it_is_from_the_largest_to_the_sum() -> None:
    sizes = {"a": exact(100), "b": exact(80), "c": exact(60)}

    assert extent_of_untied(asked("abc"), sizes) == Interval(100, 240)


def test_an_unknown_size_opens_the_upper_end_and_hides_whatever_there_is() -> None:
    sizes = {"a": exact(100), "b": Interval(None, None)}

    assert extent_of_untied(asked("ab"), sizes) == Interval(100, None)
    assert extent_of_untied(asked("a", "b"), sizes) == Interval(0, 100)


def test_what_lies_nowhere_in_particular_lies_in_what_is_somewhere() -> None:
    sizes = {"a": exact(100), "b": exact(80), "c": exact(150)}

    assert extent_of_untied(asked("abc", a="1", b="2"), sizes) == Interval(180, 330)
    assert extent_of_untied(asked("abc", a="1", b="2"), {**sizes, "c": exact(200)}).low == 200


def test_places_that_chain_together_are_solved_and_no_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    solved: list[frozenset[str]] = []

    def solve(part: Question, said: list[Statement]) -> Interval | None:
        solved.append(part.inside)
        return extent_by_atoms(part, said)

    monkeypatch.setattr(untied, "extent_by_atoms", solve)
    sizes = dict.fromkeys("abcde", exact(10))

    found = extent_of_untied(asked("abcde", a="1", b="12", c="2", d="3", e="3"), sizes)

    assert found == Interval(30, 50)
    assert solved == [frozenset("abc")]


def test_sets_hang_together_through_any_chain_of_places() -> None:
    places = {n: frozenset(p) for n, p in {"a": "1", "b": "23", "c": "4", "d": "12"}.items()}

    found = together(frozenset("a"), "abcd", places)

    assert found == [frozenset("abd")]


sizes = st.builds(
    lambda low, more: Interval(low, None if low is None or more is None else low + more),
    st.none() | st.integers(0, 9),
    st.none() | st.integers(0, 5),
)
spots = st.none() | st.dictionaries(
    st.sampled_from(NAMES), st.frozensets(st.sampled_from("1234"), max_size=3)
)


@settings(max_examples=400)
@given(
    st.fixed_dictionaries(dict.fromkeys(NAMES, sizes)),
    st.frozensets(st.sampled_from(NAMES), min_size=1),
    st.frozensets(st.sampled_from(NAMES)),
    spots,
)
def test_the_bounds_are_those_of_the_linear_programme(
    known: dict[str, Interval],
    inside: frozenset[str],
    outside: frozenset[str],
    places: dict[str, frozenset[str]] | None,
) -> None:
    question = Question(inside=inside - outside, outside=outside, places=places)
    said = [Statement(id=n, sets=frozenset(n), size=size) for n, size in known.items()]

    assert extent_of_untied(question, known) == extent_by_atoms(question, said)
