"""A question about sizes falls into parts that no statement ties together."""

from hanse.graph.quantities import exact
from hanse.queries.parts import parts_of
from hanse.queries.statements import Question, Statement


def of(*sets: str) -> list[Statement]:
    return [Statement(id=names, sets=frozenset(names), size=exact(9)) for names in sets]


def named(question: Question, statements: list[Statement]) -> list[tuple[str, list[str]]]:
    parts = parts_of(question, statements)
    return [("".join(sorted(part.inside)), sorted(names)) for part, names in parts]


def test_sets_without_a_common_statement_are_parts_of_their_own() -> None:
    assert named(Question(inside=frozenset("abc")), of("a", "b", "c", "ab")) == [
        ("ab", ["a", "ab", "b"]),
        ("c", ["c"]),
    ]


def test_what_nobody_asks_for_is_left_out() -> None:
    assert named(Question(inside=frozenset("a")), of("a", "b", "c", "bc")) == [("a", ["a"])]


def test_a_set_tied_to_one_that_is_asked_for_comes_along_with_its_size() -> None:
    assert named(Question(inside=frozenset("a")), of("a", "b", "ab")) == [("a", ["a", "ab", "b"])]


def test_sets_that_may_hide_others_are_one_part_with_them() -> None:
    asked = Question(inside=frozenset("a"), outside=frozenset("b"))

    assert named(asked, of("a", "b")) == [("a", ["a", "b"])]


def test_with_places_those_of_a_common_place_are_one_part() -> None:
    places = {"a": frozenset({"R1"}), "b": frozenset({"R1", "R2"}), "c": frozenset({"R3"})}

    asked = Question(inside=frozenset("abc"), places=places)

    assert [part for part, _ in named(asked, of("a", "b", "c"))] == ["ab", "c"]


def test_one_set_of_unknown_place_may_share_with_all() -> None:
    asked = Question(inside=frozenset("ab"), places={"a": frozenset({"R1"})})

    assert [part for part, _ in named(asked, of("a", "b"))] == ["ab"]
