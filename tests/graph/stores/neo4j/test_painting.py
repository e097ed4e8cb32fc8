from collections.abc import Iterable, Iterator

from tests.builders import claim, cluster

from hanse.graph.claims import Claim
from hanse.graph.stores.neo4j.painting import by_subject, drawn, joined


def test_claims_are_taken_together_by_subject() -> None:
    said = dict(by_subject([claim("a"), claim("a", value="A"), claim("b")]))

    assert {subject: len(claims) for subject, claims in said.items()} == {"a": 2, "b": 1}


def test_things_judged_to_be_the_same_are_one() -> None:
    every = [*cluster("Alpha"), *cluster("Alfa"), claim("x", "member_of", "alfa")]
    same = [claim("alfa", "same_as", "alpha")]

    def claims_of(subjects: Iterable[str]) -> Iterator[Claim]:
        asked = set(subjects)
        return (one for one in [*every, *same] if one.subject in asked)

    things, ties = drawn(joined(claims_of, ["alfa", "x"], same), ())

    assert [thing.id for thing in things] == ["alpha", "x"]
    assert things[0].properties["aliases"] == ["Alfa"]
    assert [(tie.start, tie.end) for tie in ties] == [("x", "alpha")]


def test_a_thing_of_which_nothing_is_said_any_more_comes_empty() -> None:
    assert list(joined(lambda _: [], ["gone"], [])) == [("gone", [])]
