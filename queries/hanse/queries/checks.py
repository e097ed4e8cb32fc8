"""Hold one candidate against one screening rule: pass, fail or unknown, with the reason.

What is not stated is unknown: "not in this list" is not "no". Only a statement excludes.
"""

from collections.abc import Sequence
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
from hanse.queries.answers import Evidence
from hanse.queries.fields import FieldStanding, standing
from hanse.queries.market_checks import interest
from hanse.queries.markets import TargetMarkets, targets_of
from hanse.queries.membership_checks import belongs
from hanse.queries.novelty import Footprint, novelty
from hanse.queries.reasons import evidence_of, listed
from hanse.queries.thresholds import Outcome, Reached, reached


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one rule says of a candidate, the sentence that says why, and where it stands.

    ``evidence`` is empty only where nothing is stated.
    """

    rule: str
    outcome: Outcome
    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What every candidate is held against: the alliance, where it sits and what it targets."""

    graph: PartnershipGraph
    members: tuple[str, ...]
    footprint: Footprint
    markets: dict[str, TargetMarkets] = field(hash=False)

    @classmethod
    def of(
        cls, graph: PartnershipGraph, alliance: Sequence[str], rules: Sequence[ScreeningRule]
    ) -> Self:
        """Return the ground of an alliance; the names in the rules must be known."""
        return cls(
            graph=graph,
            members=tuple(alliance),
            footprint=Footprint.of(graph, [graph.cluster(member) for member in alliance]),
            markets={
                rule.id: _markets(graph, rule) for rule in rules if isinstance(rule, MarketRule)
            },
        )
