"""Bounds for any number of sets: valid, if not the narrowest."""

from hypothesis import given
from hypothesis import strategies as st

from hanse.graph.quantities import Interval, exact
from hanse.queries.atoms import extent_by_atoms
from hanse.queries.loose_bounds import loose_extent
from hanse.queries.statements import Question, Statement

ASKED = Question(inside=frozenset("abc"))


def said(sets: str, low: int | None, high: int | None) -> Statement:
    return Statement(id=sets, sets=frozenset(sets), size=Interval(low, high))


def test_a_statement_about_many_beats_the_sum_of_its_parts() -> None:
    sizes = [said("a", 100, 100), said("b", 80, 80), said("c", 60, 60), said("ab", None, 150)]

    assert loose_extent(ASKED, sizes) == Interval(100, 210)


def test_sets_of_different_places_are_added_up() -> None:
    places = {"a": frozenset({"R1"}), "b": frozenset({"R1"}), "c": frozenset({"R2"})}
    asked = Question(inside=frozenset("abc"), places=places)

    sizes = [said("a", 100, 100), said("b", 80, 80), said("c", 60, 60)]

    assert loose_extent(asked, sizes) == Interval(160, 240)


def test_one_set_of_unknown_size_opens_the_upper_end() -> None:
    assert loose_extent(ASKED, [said("a", 100, 100), said("b", 80, None)]) == Interval(100, None)


def test_what_does_not_count_takes_its_size_from_the_low_end() -> None:
    asked = Question(inside=frozenset("a"), outside=frozenset("b"))

    assert loose_extent(asked, [said("a", 100, 100), said("b", 30, 30)]) == Interval(70, 100)


def test_a_sum_caps_a_union_and_an_overlap_says_nothing() -> None:
    total = Statement(id="sum", sets=frozenset("abc"), size=exact(90), kind="sum")
    common = Statement(id="common", sets=frozenset("abc"), size=exact(5), kind="overlap")

    assert loose_extent(ASKED, [total, common]) == Interval(0, 90)


@given(
    st.lists(
        st.builds(
            said,
            st.sampled_from(["a", "b", "c", "ab", "bc", "abc"]),
            st.integers(0, 20),
            st.integers(20, 40),
        ),
        max_size=5,
        unique_by=lambda one: one.id,
    )
)
def test_loose_bounds_are_never_narrower_than_the_exact_ones(some: list[Statement]) -> None:
    narrow, wide = extent_by_atoms(ASKED, some), loose_extent(ASKED, some)

    if narrow is not None:
        assert (wide.low or 0) <= (narrow.low or 0)
        assert wide.high is None or (narrow.high is not None and wide.high >= narrow.high)
