"""What an answer counts by itself."""

from hanse.graph.quantities import exact
from hanse.queries.composition_records import ChosenSet, Outlook
from hanse.queries.composition_value import Makeup


def chosen(members: str) -> ChosenSet:
    whole = exact(0.5)
    worth = Makeup(value=whole, chain=whole, region=whole, market=whole, fit=whole)
    return ChosenSet(members=tuple(members), makeup=worth, cost=exact(0))


def test_candidates_are_counted_over_the_sets_the_most_frequent_first() -> None:
    outlook = Outlook(
        status="optimal",
        bound=0.5,
        gap=0.0,
        sets=(chosen("bmq"), chosen("bgq"), chosen("agm")),
        proved=3,
    )

    assert list(outlook.appearances.items()) == [
        ("b", 2),
        ("g", 2),
        ("m", 2),
        ("q", 2),
        ("a", 1),
    ]
    assert chosen("bmq").value == exact(0.5)
