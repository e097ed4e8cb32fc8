"""Contradictions and ways out, in the sense of Reiter's theory of diagnosis (1987)."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from hanse.queries.consistency import CanBeTrue, Names, smallest_contradiction, untangle

# The figures of section 3.2 and of the newsletter: any of these sets cannot be true together.
DOCUMENTS = [
    frozenset({"2,300 of all", "3,300 SMEs of four"}),
    frozenset({"3,300 SMEs of four", "1,700 of three", "871 of Biocat"}),
]


def unless(clashes: Sequence[Names]) -> CanBeTrue:
    return lambda kept: not any(clash <= kept for clash in clashes)


def test_statements_that_agree_have_no_contradiction() -> None:
    tangle = untangle(["a", "b"], lambda _: True)

    assert tangle.contradictions == ()
    assert tangle.ways_out == (frozenset(),)
    assert tangle.is_complete


def test_every_contradiction_of_the_documents_is_found_the_smallest_first() -> None:
    names = sorted({name for clash in DOCUMENTS for name in clash} | {"1,600 of six"})

    tangle = untangle(names, unless(DOCUMENTS))

    assert tangle.contradictions == tuple(DOCUMENTS)


def test_every_smallest_way_out_is_found_and_none_is_preferred() -> None:
    names = sorted({name for clash in DOCUMENTS for name in clash})

    ways = {frozenset(way) for way in untangle(names, unless(DOCUMENTS)).ways_out}

    assert ways == {
        frozenset({"3,300 SMEs of four"}),
        frozenset({"2,300 of all", "1,700 of three"}),
        frozenset({"2,300 of all", "871 of Biocat"}),
    }


def test_of_two_contradictions_the_smaller_is_named() -> None:
    clashes = [frozenset("abc"), frozenset("de")]

    assert smallest_contradiction("abcde", unless(clashes)) == frozenset("de")


def test_a_statement_that_is_impossible_by_itself_is_named_alone() -> None:
    assert smallest_contradiction("abc", unless([frozenset("b")])) == frozenset("b")


def test_a_search_that_would_not_end_is_cut_short_and_says_so() -> None:
    names = [f"{letter}{number}" for number in range(12) for letter in "ab"]
    pairs = [frozenset({f"a{number}", f"b{number}"}) for number in range(12)]

    tangle = untangle(names, unless(pairs))

    assert not tangle.is_complete


clash_sets = st.lists(st.sets(st.sampled_from("abcdef"), min_size=1), max_size=4)


@given(clashes=clash_sets)
def test_each_contradiction_cannot_be_true_and_each_part_of_it_can(
    clashes: list[set[str]],
) -> None:
    can_be_true = unless([frozenset(clash) for clash in clashes])

    tangle = untangle("abcdef", can_be_true)

    for clash in tangle.contradictions:
        assert not can_be_true(clash)
        assert all(can_be_true(clash - {name}) for name in clash)


@given(clashes=clash_sets)
def test_each_way_out_leaves_no_contradiction_and_no_part_of_it_does(
    clashes: list[set[str]],
) -> None:
    can_be_true = unless([frozenset(clash) for clash in clashes])

    tangle = untangle("abcdef", can_be_true)

    for way in tangle.ways_out:
        assert can_be_true(frozenset("abcdef") - way)
        assert not any(can_be_true(frozenset("abcdef") - way | {name}) for name in way)
