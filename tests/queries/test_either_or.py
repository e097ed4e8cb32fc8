"""Statements of "either A or B (or both)", taken at what they promise."""

from itertools import combinations

from tests.builders import claim, cluster, market, project

from hanse.queries.either_or import MOST_TURNS, kept, sides_of
from hanse.queries.markets import TargetMarkets

MARKETS = ("canada", "japan", "elsewhere")


def sides(*said: tuple[str, str], targets: tuple[str, ...] = ("canada", "japan")) -> object:
    claims = [c for name in MARKETS for c in market(name)] + cluster("Medicen")
    claims += [claim("medicen", "targets", name, context=either) for name, either in said]
    graph = project(claims)
    return sides_of(graph, "medicen", TargetMarkets.of(graph, targets))


def test_each_side_is_given_by_the_targets_it_would_cover() -> None:
    # D4.1, section 2.2: "either in North America or Southeast Asia, or both"
    told = sides(("canada", "or"), ("japan", "or"))

    assert told == {(frozenset({"canada"}), frozenset({"japan"}))}


def test_a_side_alone_or_one_that_covers_no_target_promises_nothing() -> None:
    assert sides(("canada", "or")) == set()
    assert sides(("canada", "or"), ("elsewhere", "or")) == set()


def test_what_is_stated_without_an_alternative_is_no_either_or() -> None:
    claims = market("Canada") + cluster("Medicen", targets=["canada"])
    graph = project(claims)

    assert sides_of(graph, "medicen", TargetMarkets.of(graph, ["canada"])) == set()


def test_more_statements_than_can_be_turned_all_ways_promise_nothing() -> None:
    every = [tuple(frozenset({m}) for m in pair) for pair in combinations("abcdefgh", 2)]

    found = kept([*every, every[0]])

    assert found == tuple(sorted(every, key=lambda one: [sorted(side) for side in one])[:6])
    assert 2 ** len(found) == MOST_TURNS
