"""Hold one candidate against one screening rule: pass, fail or unknown, with the reason.

What is not stated is unknown: "not in this list" is not "no". Only a statement excludes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from hanse.graph.model import ClusterOrganisation
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.places import is_member_state
from hanse.graph.rules import (
    CountRule,
    CountryRule,
    FieldRule,
    ListingRule,
    MarketRule,
    MembershipRule,
    NewRegionRule,
    ScreeningRule,
)
from hanse.queries.belonging import belongs
from hanse.queries.fields import from_fields
from hanse.queries.interests import interested
from hanse.queries.markets import TargetMarkets
from hanse.queries.novelty import Footprint, novelty
from hanse.queries.outcomes import Decision, outcome_of
from hanse.queries.reasons import evidence_of
from hanse.queries.thresholds import reached


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What every candidate is held against: where the alliance sits, the markets of each rule."""

    graph: PartnershipGraph
    footprint: Footprint
    markets: Mapping[str, TargetMarkets] = field(hash=False)

    @classmethod
    def of(
        cls,
        graph: PartnershipGraph,
        rules: Sequence[ScreeningRule],
        *,
        alliance: Sequence[str],
        targets: Sequence[str] = (),
    ) -> Self:
        """Return the ground; a rule that names no market asks for the alliance's targets.

        Raises
        ------
        UnknownName
            When the graph holds no market that a rule names.
        """
        asked = {rule.id: rule.markets or targets for rule in rules if isinstance(rule, MarketRule)}
        return cls(
            graph=graph,
            footprint=Footprint.of(graph, [graph.cluster(member) for member in alliance]),
            markets={
                rule: TargetMarkets.of(graph, [graph.find(name, "market") for name in names])
                for rule, names in asked.items()
            },
        )


def check(ground: Ground, cluster: ClusterOrganisation, rule: ScreeningRule) -> Decision:
    """Return what a rule says of a cluster, and why."""
    graph = ground.graph
    match rule:
        case FieldRule():
            return from_fields(graph, cluster, rule)
        case CountRule():
            return reached(graph, cluster.id, rule.unit, rule.at_least)
        case MarketRule():
            return interested(graph, cluster.id, rule, ground.markets[rule.id])
        case CountryRule():
            return _country(graph, cluster, rule)
        case NewRegionRule():
            return _new_region(graph, cluster, ground.footprint)
        case MembershipRule():
            return belongs(graph, cluster.id, rule)
        case ListingRule():
            return _listed(graph, cluster.id, rule.attribute)
    raise TypeError(f"{rule.id} is a rule of no known kind")


def _country(graph: PartnershipGraph, cluster: ClusterOrganisation, rule: CountryRule) -> Decision:
    country = cluster.country
    if country is None:
        return Decision(outcome="unknown", text="Its country is unknown.")
    is_member = rule.in_eu and is_member_state(country, graph.as_of)
    is_so = is_member or country in rule.countries
    standing = "one of those asked for"
    if is_member or not rule.countries:
        day = f" on {graph.as_of}" if graph.as_of else ""
        standing = f"a Member State of the European Union{day}"
    text = f"Its country is {country}, {'' if is_so else 'not '}{standing}."
    stated = graph.claims_of(cluster.id, "country")
    return Decision(outcome=outcome_of(is_so), text=text, evidence=evidence_of(stated))


def _new_region(
    graph: PartnershipGraph, cluster: ClusterOrganisation, footprint: Footprint
) -> Decision:
    part = novelty(graph, cluster, footprint)
    places = tuple(dict.fromkeys(p for reason in part.reasons for p in reason.evidence))
    if part.value.high:
        text = " ".join(reason.text for reason in part.reasons)
        outcome = outcome_of(True if part.value.low else None)
        return Decision(outcome=outcome, text=text, evidence=places)
    stated = graph.ties(cluster.id, "located_in")
    names = " and ".join(graph.name(region) for region in cluster.regions)
    text = f"A member of the alliance sits in {names} already."
    return Decision(outcome="fail", text=text, evidence=evidence_of(stated))


def _listed(graph: PartnershipGraph, cluster: str, attribute: str) -> Decision:
    values = set(graph.values(cluster, attribute))
    places = evidence_of(graph.claims_of(cluster, attribute))
    if not values:
        text = "It is not in the list that was read, which is not a no."
        return Decision(outcome="unknown", text=text)
    if len(values) > 1:
        text = "It is said to be listed, and not to be."
        return Decision(outcome="unknown", text=text, evidence=places)
    is_listed = values == {True}
    text = "It is listed." if is_listed else "It is stated not to be listed."
    return Decision(outcome=outcome_of(is_listed), text=text, evidence=places)
