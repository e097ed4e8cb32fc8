"""What a candidate adds on the map: a new country, or regions new in a country held already."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Self

from hanse.graph.claims import Claim
from hanse.graph.model import ClusterOrganisation
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval, exact
from hanse.queries.reasons import Part, Reason, evidence_of, listed

# What a wholly new set of regions is worth where the country is held already; a country is 1.
NEW_REGION: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Footprint:
    """Where the members of an alliance sit.

    ``around`` are the regions that contain theirs. ``unplaced`` are the countries of members
    whose region is unknown, ``None`` among them where the country is unknown too.
    """

    countries: frozenset[str]
    regions: frozenset[str]
    around: frozenset[str]
    unplaced: frozenset[str | None]
    has_unknown_country: bool

    @classmethod
    def of(cls, graph: PartnershipGraph, members: Iterable[ClusterOrganisation]) -> Self:
        """Return the footprint of an alliance."""
        every = list(members)
        regions = frozenset(region for member in every for region in member.regions)
        return cls(
            countries=frozenset(m.country for m in every if m.country is not None),
            regions=regions,
            around=frozenset(wider for region in regions for wider in graph.wider(region)),
            unplaced=frozenset(m.country for m in every if not m.regions),
            has_unknown_country=any(m.country is None for m in every),
        )


def novelty(graph: PartnershipGraph, cluster: ClusterOrganisation, footprint: Footprint) -> Part:
    """Return what a candidate adds on the map.

    1 for a new country; else half the share of its regions that are new. Unknown regions give
    0 to one half, an unknown country 0 to 1. A region within one that is held is not new; one
    that contains a held region, or in which a member of unknown region may sit, may be new.
    """
    country = cluster.country
    if country is None:
        text = "Its country is unknown: it may or may not be new to the alliance."
        return _part(Interval(0.0, 1.0), text)
    stated = graph.claims_of(cluster.id, "country")
    if country in footprint.countries:
        return _new_regions(graph, cluster, footprint)
    if not footprint.has_unknown_country:
        return _part(exact(1.0), f"Brings a country new to the alliance: {country}.", stated)
    within = _share_of_new(graph, cluster, footprint)
    text = f"{country} may be new to the alliance: the country of a member is unknown."
    return _part(Interval(NEW_REGION * (within.low or 0.0), 1.0), text, stated)


def _new_regions(
    graph: PartnershipGraph, cluster: ClusterOrganisation, footprint: Footprint
) -> Part:
    share = _share_of_new(graph, cluster, footprint)
    value = Interval(NEW_REGION * (share.low or 0.0), NEW_REGION * (share.high or 0.0))
    if not cluster.regions:
        text = (
            f"Its country, {cluster.country}, is not new to the alliance; its region is unknown"
            " and may be."
        )
        return _part(value, text, graph.claims_of(cluster.id, "country"))
    if value.high == 0:
        return Part(value=value)
    fresh = [r for r in cluster.regions if _is_new(graph, cluster, r, footprint) != exact(0.0)]
    stated = [claim for claim in graph.ties(cluster.id, "located_in") if claim.other in fresh]
    verb = "Brings" if value.is_exact else "May bring"
    names = listed([graph.name(region) for region in fresh])
    text = f"{verb} new regions" if len(fresh) > 1 else f"{verb} a new region"
    text += f" to the alliance: {names} (the country, {cluster.country}, is not new)."
    return _part(value, text, stated)


def _share_of_new(
    graph: PartnershipGraph, cluster: ClusterOrganisation, footprint: Footprint
) -> Interval:
    if not cluster.regions:
        return Interval(0.0, 1.0)
    each = [_is_new(graph, cluster, region, footprint) for region in cluster.regions]
    low, high = (sum(r.low or 0.0 for r in each), sum(r.high or 0.0 for r in each))
    return Interval(low / len(each), high / len(each))


def _is_new(
    graph: PartnershipGraph, cluster: ClusterOrganisation, region: str, footprint: Footprint
) -> Interval:
    """Return 1 for a region that is new, 0 for one that is held, and 0 to 1 between them."""
    if footprint.regions.intersection((region, *graph.wider(region))):
        return exact(0.0)
    may_hold = footprint.unplaced.intersection((cluster.country, None))
    return Interval(0.0, 1.0) if may_hold or region in footprint.around else exact(1.0)


def _part(value: Interval, text: str, claims: Iterable[Claim] = ()) -> Part:
    reason = Reason(component="region", text=text, evidence=evidence_of(claims))
    return Part(value=value, reasons=(reason,))
