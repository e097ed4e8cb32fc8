"""Interest in all of some markets, or in any; no statement of a market can exclude."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import claim, cluster, market, project

from hanse.graph.claims import Claim
from hanse.graph.rules import MarketRule, Need
from hanse.queries.interests import interested
from hanse.queries.markets import TargetMarkets
from hanse.queries.outcomes import Decision

WORLD: Final = [
    *market("North America"),
    *market("Southeast Asia"),
    *market("Canada", country="CA", within="north-america"),
    *market("Vietnam", country="VN", within="southeast-asia"),
    *market("Japan", country="JP"),
]
BOTH: Final = ("north-america", "southeast-asia")


def said(target: str, either: str | None = None) -> Claim:
    return claim("x", "targets", target, role="interested_in", context=either, locator=target)


def decision(*claims: Claim, need: Need = "all", markets: tuple[str, ...] = BOTH) -> Decision:
    graph = project([*WORLD, *cluster("x"), *claims])
    rule = MarketRule(id="markets", text="", markets=markets, need=need)
    return interested(graph, "x", rule, TargetMarkets.of(graph, markets))


def test_both_markets_are_needed_where_both_are_asked_for() -> None:
    # D4.1, section 2.3, page 12: BIOPRO and ZAB support the "targeted country regions".
    assert decision(said("north-america"), said("southeast-asia")).outcome == "pass"


def test_an_interest_in_canada_says_nothing_of_southeast_asia() -> None:
    # D4.1, section 2.1, page 8: Biocat was interested in "the market in Canada".
    decided = decision(said("canada"))

    assert decided.outcome == "unknown"
    assert "Nothing is said of Southeast Asia." in decided.text
    assert decision(said("canada"), need="any").outcome == "pass"


def test_either_or_both_is_enough_for_any_and_leaves_both_open() -> None:
    # D4.1, section 2.2, page 11: "either in North America or Southeast Asia, or both".
    either = [said(target, either="one-or-both") for target in BOTH]

    assert decision(*either).outcome == "unknown"
    assert decision(*either, need="any").outcome == "pass"


def test_another_market_does_not_exclude() -> None:
    decided = decision(said("japan"))

    assert decided.outcome == "unknown"
    assert decided.text == (
        "It is said to go for Japan; nothing is said of North America and Southeast Asia."
    )
    assert decided.evidence


def test_without_a_statement_the_markets_are_unknown() -> None:
    decided = decision()

    assert decided.outcome == "unknown"
    assert decided.evidence == ()


def test_a_rule_without_any_market_decides_nothing() -> None:
    assert decision(said("canada"), markets=()).outcome == "unknown"


@pytest.mark.parametrize("need", ["any", "all"])
@given(st.permutations(["canada", "vietnam", "japan", "north-america"]))
def test_a_further_market_never_takes_a_pass_away(need: Need, named: list[str]) -> None:
    outcomes = [decision(*map(said, named[:n]), need=need).outcome for n in range(len(named) + 1)]

    assert outcomes == sorted(outcomes, key=["unknown", "pass"].index)
