"""Who would pass if a rule were read another way: documents do not always apply what they print."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hanse.graph.rules import MarketRule, Rules
from hanse.queries.checks import Ground
from hanse.queries.interests import interested
from hanse.queries.outcomes import Outcome, every
from hanse.queries.reasons import listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Another reading of one rule, and everybody who would then pass all of them, by id."""

    rule: str
    text: str
    passed: tuple[str, ...]


def readings(
    ground: Ground, rules: Rules, outcomes: Mapping[str, Mapping[str, Outcome]]
) -> tuple[Reading, ...]:
    """Return the other reading of each rule that asks for all of several markets: any of them.

    ``outcomes`` are those of the rules that exclude, by candidate and rule.
    """
    asked = [
        rule
        for rule in rules.rules
        if isinstance(rule, MarketRule) and not rule.is_preference and rule.need == "all"
    ]
    several = [rule for rule in asked if len(ground.markets[rule.id].targets) > 1]
    return tuple(_any_market(ground, rule, outcomes) for rule in several)


def _any_market(
    ground: Ground, rule: MarketRule, outcomes: Mapping[str, Mapping[str, Outcome]]
) -> Reading:
    graph, markets = ground.graph, ground.markets[rule.id]
    either = replace(rule, need="any")
    passed = tuple(
        cluster
        for cluster, by_rule in sorted(outcomes.items())
        if _others(by_rule, rule) == "pass"
        and interested(graph, cluster, either, markets).outcome == "pass"
    )
    names = listed([graph.name(market) for market in markets.targets])
    text = f"Any one of {names} is enough."
    return Reading(rule=rule.id, text=text, passed=passed)


def _others(by_rule: Mapping[str, Outcome], rule: MarketRule) -> Outcome:
    return every(outcome for name, outcome in by_rule.items() if name != rule.id)
