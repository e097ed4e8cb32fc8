"""Whether a candidate is interested in the markets that a search asks for.

A market that nobody names is not refused: an interest in Canada says nothing of Southeast Asia.
So a candidate passes or stays open; no statement of a market can exclude it.
"""

from collections.abc import Sequence

from hanse.graph.claims import Claim
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.rules import MarketRule
from hanse.queries.markets import TargetMarkets, coverage
from hanse.queries.outcomes import Decision
from hanse.queries.reasons import evidence_of, listed


def interested(
    graph: PartnershipGraph, cluster: str, rule: MarketRule, markets: TargetMarkets
) -> Decision:
    """Return whether a cluster is interested in all of the markets, or in any.

    Of an "either A or B (or both)" one holds at least: enough for any, not for all.
    """
    if not markets.targets:
        text = "No market is asked for: neither the rule nor the alliance names one."
        return Decision(outcome="unknown", text=text)
    part = coverage(graph, cluster, markets)
    covered = round((part.value.low or 0.0) * len(markets.targets))
    wanted = 1 if rule.need == "any" else len(markets.targets)
    stated = graph.ties(cluster, "targets")
    reasons = [reason.text for reason in part.reasons]
    if stated and covered < wanted:
        reasons += _unsaid(graph, stated, markets)
    return Decision(
        outcome="pass" if covered >= wanted else "unknown",
        text=" ".join(reasons),
        evidence=evidence_of(stated),
    )


def _unsaid(graph: PartnershipGraph, stated: Sequence[Claim], markets: TargetMarkets) -> list[str]:
    """Return the sentence on the markets that no statement touches."""
    touched = {t for claim in stated for t in markets.touched_by.get(claim.other, ())}
    silent = [graph.name(market) for market in markets.targets if market not in touched]
    if not silent:
        return []
    if touched:
        return [f"Nothing is said of {listed(silent)}."]
    named = listed([graph.name(market) for market in dict.fromkeys(c.other for c in stated)])
    return [f"It is said to go for {named}; nothing is said of {listed(silent)}."]
