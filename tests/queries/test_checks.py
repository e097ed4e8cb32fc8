"""One candidate against one rule: country, region, listing, and the kinds told elsewhere."""

import pytest
from tests.builders import claim, cluster, market, partnership, project

from hanse.graph.claims import Claim
from hanse.graph.errors import UnknownName
from hanse.graph.rules import (
    CountRule,
    CountryRule,
    Field,
    FieldRule,
    ListingRule,
    MarketRule,
    MembershipRule,
    NewRegionRule,
    ScreeningRule,
)
from hanse.queries.checks import Ground, check
from hanse.queries.outcomes import Decision

FRENCH = cluster("Opticsvalley", country="FR", regions=["Île-de-France"])


def decision(
    rule: ScreeningRule, *claims: Claim, alliance: tuple[str, ...] = (), as_of: str | None = None
) -> Decision:
    graph = project([*FRENCH, *claims], as_of=as_of)
    ground = Ground.of(graph, [rule], alliance=alliance)
    return check(ground, graph.cluster("x"), rule)


@pytest.mark.parametrize(
    ("country", "day", "outcome"),
    [("DE", "2017-04-13", "pass"), ("CH", "2017-04-13", "fail"), ("GB", "2017-04-13", "pass"),
     ("GB", "2021", "fail"), (None, "2017-04-13", "unknown")],
)  # fmt: skip
def test_member_states_are_those_of_the_day(country: str | None, day: str, outcome: str) -> None:
    rule = CountryRule(id="eu", text="", in_eu=True)

    assert decision(rule, *cluster("x", country=country), as_of=day).outcome == outcome


def test_the_country_and_the_day_stand_in_the_reason() -> None:
    rule = CountryRule(id="eu", text="", in_eu=True)
    text = decision(rule, *cluster("x", country="CH"), as_of="2017-04-13").text

    assert text == "Its country is CH, not a Member State of the European Union on 2017-04-13."


def test_named_countries_are_enough_beside_the_union() -> None:
    rule = CountryRule(id="place", text="", countries=frozenset({"CH"}), in_eu=True)

    assert decision(rule, *cluster("x", country="CH")).outcome == "pass"
    assert decision(rule, *cluster("x", country="AU")).outcome == "fail"


NEW = NewRegionRule(id="new-region", text="", is_preference=True)


@pytest.mark.parametrize(
    ("country", "regions", "outcome"),
    [("FR", ["Île-de-France"], "fail"), ("FR", ["Bretagne"], "pass"), ("AT", [], "pass"),
     ("FR", [], "unknown"), (None, [], "unknown")],
)  # fmt: skip
def test_a_region_is_new_where_no_member_sits(
    country: str | None, regions: list[str], outcome: str
) -> None:
    """D4.1, section 1, page 7: preference for "additional geographical areas of the EU"."""
    there = cluster("x", country=country, regions=regions)

    assert decision(NEW, *there, alliance=("opticsvalley",)).outcome == outcome


def test_a_listing_is_a_yes_a_no_or_unknown() -> None:
    rule = ListingRule(id="eccp", text="")
    yes, no = (claim("x", "eccp_listed", is_so) for is_so in (True, False))

    assert decision(rule, *cluster("x"), yes).outcome == "pass"
    assert decision(rule, *cluster("x"), no).outcome == "fail"
    assert decision(rule, *cluster("x"), yes, no).outcome == "unknown"


def test_not_in_the_list_is_not_a_no() -> None:
    decided = decision(ListingRule(id="eccp", text=""), *cluster("x"))

    assert decided.outcome == "unknown"
    assert decided.text == "It is not in the list that was read, which is not a no."


@pytest.mark.parametrize(
    "rule",
    [
        FieldRule(
            id="f",
            text="",
            fields=(Field(id="f", categories=frozenset({"s3_priority:photonics"})),),
        ),
        CountRule(id="c", text="", unit="members", at_least=30),
        MarketRule(id="m", text="", markets=("canada",)),
        MembershipRule(id="p", text="", partnerships=("laser-go",)),
        CountryRule(id="l", text="", countries=frozenset({"FR"})),
        NewRegionRule(id="n", text=""),
        ListingRule(id="e", text=""),
    ],
    ids=lambda rule: type(rule).__name__,
)
def test_of_whom_nothing_is_stated_every_rule_is_open(rule: ScreeningRule) -> None:
    claims = [*cluster("x"), *market("Canada"), *partnership("LASER-GO", members=["opticsvalley"])]

    assert decision(rule, *claims, alliance=("opticsvalley",)).outcome == "unknown"


def test_a_market_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownName, match="atlantis"):
        decision(MarketRule(id="m", text="", markets=("atlantis",)), *cluster("x"))
