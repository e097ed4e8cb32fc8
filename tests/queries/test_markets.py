"""Targets may be countries or groups; what is open stays a range."""

import pytest
from tests.builders import claim, cluster, market, partnership, project

from hanse.graph.claims import Claim
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval, exact
from hanse.queries.markets import TargetMarkets, coverage, targets_of
from hanse.queries.reasons import Part

WORLD = [
    *market("North America"),
    *market("Southeast Asia"),
    *market("Asia"),
    *market("Anglosphere"),
    *market("Canada", country="CA", within="north-america"),
    claim("canada", "within", "anglosphere"),
    *market("United States", country="US", within="north-america"),
    *market("Singapore", country="SG", within="southeast-asia"),
    *market("Japan", country="JP", within="asia"),
    claim("southeast-asia", "within", "asia"),
]
# D4.1, section 2, page 8: the two regions that LASER-GO targets.
LASER_GO = ("north-america", "southeast-asia")


def said(market: str, role: str = "interested_in", either: str | None = None) -> Claim:
    return claim("x", "targets", market, role=role, context=either, locator=f"p. {market}")


def covered(*claims: Claim, targets: tuple[str, ...] = LASER_GO) -> Part:
    graph = world(*claims)
    return coverage(graph, "x", TargetMarkets.of(graph, targets))


def world(*claims: Claim) -> PartnershipGraph:
    return project([*WORLD, *cluster("x"), *claims])


def test_any_country_of_a_group_covers_the_group_once() -> None:
    # D4.1, section 2.1: Biocat is interested in Canada; LASER-GO targets North America.
    part = covered(said("canada"), said("united-states"))

    assert part.value == exact(0.5)


def test_a_statement_of_the_group_itself_covers_it() -> None:
    assert covered(said("north-america")).value == exact(0.5)


def test_each_country_is_a_target_of_its_own_when_countries_are_aimed_at() -> None:
    targets = ("canada", "singapore", "united-states")

    assert covered(said("canada"), targets=targets).value == exact(1 / 3)


@pytest.mark.parametrize("role", ["targets", "interested_in", "explored", "opening"])
def test_any_kind_of_statement_makes_a_market_one_of_the_candidate(role: str) -> None:
    assert covered(said("canada", role)).value == exact(0.5)


def test_unknown_markets_may_cover_none_or_all_targets() -> None:
    part = covered()

    assert part.value == Interval(0, 1)
    assert "unknown" in part.reasons[0].text


def test_other_markets_cover_nothing_and_that_is_known() -> None:
    part = covered(said("japan"))

    assert part.value == exact(0)
    assert part.reasons == ()


def test_without_target_markets_there_is_nothing_to_cover() -> None:
    assert covered(said("canada"), targets=()).value == exact(0)


def test_either_or_both_covers_one_target_at_least_and_perhaps_both() -> None:
    # D4.1, section 2.2, page 11, of three candidates: "either ... or ..., or both".
    part = covered(said("north-america", either="e"), said("southeast-asia", either="e"))

    assert part.value == Interval(0.5, 1)
    assert part.reasons[0].text.startswith(
        "May cover North America and Southeast Asia, and covers at least one of them"
    )
    assert len(part.reasons[0].evidence) == 2


def test_either_or_with_a_side_outside_the_targets_promises_nothing() -> None:
    assert covered(said("canada", either="e"), said("japan", either="e")).value == Interval(0, 0.5)


def test_either_or_adds_nothing_where_one_side_is_certain() -> None:
    part = covered(said("canada"), said("canada", either="e"), said("southeast-asia", either="e"))

    assert part.value == Interval(0.5, 1)


def test_the_only_known_side_of_an_either_or_promises_nothing() -> None:
    assert covered(said("canada", either="e")).value == Interval(0, 0.5)


def test_two_either_or_sets_each_leave_their_own_side_open() -> None:
    part = covered(
        said("canada", either="one"),
        said("united-states", either="one"),
        said("singapore", either="two"),
        said("japan", either="two"),
    )

    assert part.value == Interval(0.5, 1)


def test_a_wider_group_than_the_target_leaves_the_target_open() -> None:
    part = covered(said("asia"))

    assert part.value == Interval(0, 0.5)
    assert "wider than the target" in part.reasons[0].text


def test_a_group_that_shares_a_country_with_the_target_leaves_it_open() -> None:
    assert covered(said("anglosphere")).value == Interval(0, 0.5)


def test_the_reason_says_what_was_stated_and_what_it_counts_for() -> None:
    part = covered(said("canada"))

    assert [reason.text for reason in part.reasons] == [
        "Covers one of two target markets: it is interested in Canada (part of North America)."
    ]
    # Where the interest is stated, and where Canada is said to be part of the group.
    assert {evidence.locator for evidence in part.reasons[0].evidence} == {"p. canada", "p. 1"}


def test_markets_of_one_kind_of_statement_are_named_together() -> None:
    part = covered(said("north-america"), said("southeast-asia"), said("canada", "opening"))

    assert part.reasons[0].text == (
        "Covers two of two target markets: it is opening Canada (part of North America)"
        " and it is interested in North America and Southeast Asia."
    )


def test_only_what_a_partnership_targets_is_its_target() -> None:
    graph = project(
        [
            *WORLD,
            *partnership("LASER-GO", targets=["southeast-asia", "north-america"]),
            claim("laser-go", "targets", "japan", role="explored"),
        ]
    )

    assert targets_of(graph, "laser-go") == ("north-america", "southeast-asia")
