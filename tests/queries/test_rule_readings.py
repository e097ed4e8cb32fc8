"""Who would pass if any of several markets were enough."""

from tests.builders import claim, cluster, market, project

from hanse.graph.rules import CountRule, MarketRule, Rules
from hanse.queries.checks import Ground
from hanse.queries.outcomes import Outcome
from hanse.queries.rule_readings import Reading, readings

BOTH = MarketRule(id="markets", text="", markets=("canada", "vietnam"))
GRAPH = project([
    *market("Canada"), *market("Vietnam"),
    *cluster("one"), claim("one", "targets", "canada"),
    *cluster("small"), claim("small", "targets", "canada"),
    *cluster("silent"),
])  # fmt: skip
OUTCOMES: dict[str, dict[str, Outcome]] = {
    "one": {"large": "pass", "markets": "unknown"},
    "small": {"large": "fail", "markets": "unknown"},
    "silent": {"large": "pass", "markets": "unknown"},
}


def read(rule: MarketRule) -> tuple[Reading, ...]:
    large = CountRule(id="large", text="", unit="members", at_least=30)
    rules = Rules(id="r", label="R", rules=(large, rule))
    return readings(Ground.of(GRAPH, rules.rules, alliance=()), rules, OUTCOMES)


def test_who_meets_every_other_rule_and_has_one_market_would_pass() -> None:
    (reading,) = read(BOTH)

    assert reading.passed == ("one",)
    assert reading.text == "Any one of Canada and Vietnam is enough."


def test_a_rule_on_one_market_or_on_any_has_no_other_reading() -> None:
    assert read(MarketRule(id="markets", text="", markets=("canada",))) == ()
    assert read(MarketRule(id="markets", text="", markets=BOTH.markets, need="any")) == ()
