"""Where nothing ties sets, contradictions and ways out are those of each set by itself."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from hanse.graph.quantities import Interval, exact, hull
from hanse.queries.atoms import extent_by_atoms
from hanse.queries.single_sizes import SingleSizes, fit_each, untied_parts
from hanse.queries.statements import Question, Statement


def said(name: str, of: str, low: float | None, high: float | None) -> Statement:
    return Statement(id=f"{of}:{name}", sets=frozenset((of,)), size=Interval(low, high))


CLASHING = [
    said("smes", "a", 100, None),
    said("members", "a", None, 80),
    said("companies", "b", 50, 50),
]


def test_without_places_each_set_is_a_part_and_with_an_outside_all_are_one() -> None:
    parts = untied_parts(Question(inside=frozenset("ba")))

    assert [part.inside for part in parts] == [frozenset("a"), frozenset("b")]
    assert len(untied_parts(Question(inside=frozenset("ab"), outside=frozenset("c")))) == 1
    assert untied_parts(Question(inside=frozenset())) == []


def test_one_set_of_no_place_makes_all_one_part() -> None:
    places = {"a": frozenset("1"), "b": frozenset("2")}

    assert len(untied_parts(Question(inside=frozenset("ab"), places=places))) == 2
    assert len(untied_parts(Question(inside=frozenset("abc"), places=places))) == 1


def test_the_range_spans_the_ways_out_of_each_set() -> None:
    part = Question(inside=frozenset("ab"), outside=frozenset("c"))

    found = SingleSizes(CLASHING, CLASHING).bounds(part)

    assert found.contradictions == (("a:members", "a:smes"),)
    assert found.interval == Interval(0, None)
    assert found.is_tightest


def test_a_hundred_contradictions_are_no_more_than_a_hundred_steps() -> None:
    names = [f"s{number:02}" for number in range(100)]
    every = [
        statement
        for name in names
        for statement in (said("smes", name, 9, None), said("members", name, 5, 5))
    ]
    places = dict.fromkeys(names, frozenset("1"))

    found = SingleSizes(every, every).bounds(Question(inside=frozenset(names), places=places))

    assert found.interval == Interval(5, None)
    assert len(found.contradictions) == 100


def test_what_is_set_aside_is_not_read() -> None:
    single = SingleSizes(CLASHING, CLASHING)
    part = Question(inside=frozenset("a"))

    assert single.bounds(part, frozenset({"a:smes"})).interval == Interval(0, 80)
    assert single.bounds(part).contradictions


def test_a_lenient_reading_is_taken_where_it_helps_and_said_to_be_one() -> None:
    stated = [said("about", "a", 90, 90), said("smes", "a", 95, None)]
    lenient = [said("about", "a", 81, 99), said("smes", "a", 95, None)]

    found = SingleSizes(stated, lenient).bounds(Question(inside=frozenset("a")))

    assert (found.interval, found.is_lenient) == (Interval(95, 99), True)
    assert not fit_each(stated)
    assert fit_each(lenient)


ends = st.tuples(st.none() | st.integers(0, 9), st.none() | st.integers(0, 9))
spots = st.none() | st.fixed_dictionaries(
    dict.fromkeys("abc", st.frozensets(st.sampled_from("12")))
)


@settings(max_examples=150)
@given(st.fixed_dictionaries(dict.fromkeys("abc", st.tuples(ends, ends))), spots, st.booleans())
def test_it_is_the_span_of_every_combination_of_ways_out(
    drawn: dict[str, tuple[tuple[int | None, int | None], ...]],
    places: dict[str, frozenset[str]] | None,
    is_outside: bool,
) -> None:
    every = [
        said(str(place), name, min(pair, key=_none_first), max(pair, key=_none_last))
        for name, pairs in drawn.items()
        for place, pair in enumerate(pairs)
    ]
    outside = frozenset("c") if is_outside else frozenset[str]()
    part = Question(inside=frozenset("abc") - outside, outside=outside, places=places)
    by_set = [[s for s in every if s.sets == {name}] for name in "abc"]
    ways = [[own] if fit_each(own) else [[one] for one in own] for own in by_set]

    found = SingleSizes(every, every).bounds(part)

    spans = [extent_by_atoms(part, [s for own in way for s in own]) for way in product(*ways)]
    assert found.interval == hull(span for span in spans if span is not None)


def _none_first(end: int | None) -> float:
    return -1 if end is None else end


def _none_last(end: int | None) -> float:
    return 99 if end is None else end


def test_one_statement_of_each_set_always_fits() -> None:
    assert fit_each([said("companies", "a", 3, 3), said("companies", "b", 5, 5)])
    assert SingleSizes([], []).of("a").stated == Interval(None, None)
    assert SingleSizes(CLASHING, CLASHING).of("b").stated == exact(50)
