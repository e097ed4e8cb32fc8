"""How many of the target markets a candidate covers.

A target may be a country or a group of countries; each counts once. Any country within a
group covers it, and so does a statement about the group itself. A statement about something
wider than the target, or one side of an "either ... or both", leaves it open.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Self

from hanse.graph.claims import Claim
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval, exact
from hanse.queries.reasons import Part, Reason, counted, evidence_of, listed, spelled

# What a statement of a market may say; a cluster's markets are those of any such statement.
_ROLE_WORDS: Final = {
    "targets": "targets",
    "interested_in": "is interested in",
    "explored": "has explored",
    "opening": "is opening",
}


def targets_of(graph: PartnershipGraph, partnership: str) -> tuple[str, ...]:
    """Return the ids of the markets that a partnership targets, in order.

    Markets that it is said to be interested in, to have explored or to open are not targets.
    """
    claims = graph.ties(partnership, "targets")
    return tuple(dict.fromkeys(c.other for c in claims if c.role in (None, "targets")))


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetMarkets:
    """The markets aimed at, and which of them a statement about another market covers.

    ``covered_by`` maps a market to the targets it covers for certain, ``touched_by`` to those
    it covers for certain or possibly.
    """

    targets: tuple[str, ...]
    covered_by: Mapping[str, frozenset[str]] = field(hash=False)
    touched_by: Mapping[str, frozenset[str]] = field(hash=False)

    @classmethod
    def of(cls, graph: PartnershipGraph, targets: Sequence[str]) -> Self:
        """Return the target markets, held against every market of the graph."""
        markets = graph.ids("market")
        upwards = {market: {market, *graph.wider(market)} for market in markets}
        inside: dict[str, set[str]] = defaultdict(set)
        for market, outer in upwards.items():
            for wider in outer:
                inside[wider].add(market)
        return cls(
            targets=tuple(targets),
            covered_by={m: frozenset(t for t in targets if t in upwards[m]) for m in markets},
            touched_by={
                m: frozenset(t for t in targets if not inside[m].isdisjoint(inside[t]))
                for m in markets
            },
        )


def coverage(graph: PartnershipGraph, cluster: str, markets: TargetMarkets) -> Part:
    """Return the share of the target markets that a candidate covers, 0 to 1.

    Nothing stated of its markets gives 0 to 1. Of an "either A or B (or both)" at least one
    holds, and which is open. With no target markets there is nothing to cover: 0.
    """
    if not markets.targets:
        return Part(value=exact(0.0))
    claims = [c for c in graph.ties(cluster, "targets") if c.other in markets.covered_by]
    if not claims:
        return Part(value=Interval(0.0, 1.0), reasons=(_unknown(markets),))
    options = _options(claims)
    sure = _covered(options.pop(None, ()), markets)
    may = {target for claim in claims for target in markets.touched_by[claim.other]}
    least = len(sure) + max((_least(o, sure, markets) for o in options.values()), default=0)
    number = len(markets.targets)
    reasons = [
        *_sure_reason(graph, claims, sure, number),
        *_open_reason(graph, claims, may - sure, markets, least - len(sure)),
    ]
    return Part(value=Interval(least / number, len(may) / number), reasons=tuple(reasons))


def _options(claims: Iterable[Claim]) -> dict[str | None, list[Claim]]:
    """Return the claims by the either/or set they belong to; ``None`` are those that hold."""
    options: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in claims:
        options[claim.context].append(claim)
    return options


def _covered(claims: Iterable[Claim], markets: TargetMarkets) -> set[str]:
    return {target for claim in claims for target in markets.covered_by[claim.other]}


def _least(options: Sequence[Claim], sure: set[str], markets: TargetMarkets) -> int:
    """Return how many further targets an either/or set covers at least.

    One side alone may be the one that does not hold, so it promises nothing.
    """
    by_market = {claim.other: markets.covered_by[claim.other] for claim in options}
    if len(by_market) == 1:
        return 0
    return min(len(covered.difference(sure)) for covered in by_market.values())


def _sure_reason(
    graph: PartnershipGraph, claims: Iterable[Claim], sure: set[str], number: int
) -> list[Reason]:
    if not sure:
        return []
    upwards = {c.other: (c.other, *graph.wider(c.other)) for c in claims if c.context is None}
    used = [c for c in claims if c.context is None and not sure.isdisjoint(upwards[c.other])]
    nested = [
        tie
        for claim in used
        for tie in graph.ties(claim.other, "within")
        if claim.other not in sure
    ]
    share = f"{spelled(len(sure))} of {counted(number, 'target market')}"
    text = f"Covers {share}: {_said(graph, used, sure)}."
    return [Reason(component="market", text=text, evidence=evidence_of([*used, *nested]))]


def _said(graph: PartnershipGraph, claims: Iterable[Claim], sure: set[str]) -> str:
    """Return what a cluster is said to do in markets, each once, with the target it stands for."""
    by_verb: dict[str, dict[str, None]] = {}
    for claim in claims:
        verb = _ROLE_WORDS.get(claim.role or "targets", "targets")
        stands_for = [graph.name(t) for t in graph.wider(claim.other) if t in sure]
        for_target = f" (part of {listed(stands_for)})" if claim.other not in sure else ""
        by_verb.setdefault(verb, {})[graph.name(claim.other) + for_target] = None
    return listed([f"it {verb} {listed(list(named))}" for verb, named in by_verb.items()])


def _open_reason(
    graph: PartnershipGraph,
    claims: Iterable[Claim],
    undecided: set[str],
    markets: TargetMarkets,
    least: int,
) -> list[Reason]:
    if not undecided:
        return []
    used = [c for c in claims if not markets.touched_by[c.other].isdisjoint(undecided)]
    why = []
    if any(claim.context for claim in used):
        why.append("an “either … or both” leaves open which of its sides holds")
    if any(claim.context is None for claim in used):
        why.append("what is stated is wider than the target")
    which = listed([graph.name(t) for t in markets.targets if t in undecided])
    some = f", and covers at least {spelled(least)} of them" if least else ""
    text = f"May cover {which}{some}: {listed(why)}."
    return [Reason(component="market", text=text, evidence=evidence_of(used))]


def _unknown(markets: TargetMarkets) -> Reason:
    number = counted(len(markets.targets), "target market")
    text = f"Its markets are unknown: it may cover none or all of the {number}."
    return Reason(component="market", text=text)
