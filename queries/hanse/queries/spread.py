"""Where a set of clusters sits, and which markets it goes for: sets, so exact.

Each region is counted at the level it is stated at. One that lies within another of the same
set does not count beside it. What nobody stated of a cluster is listed, never guessed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hanse.graph.claims import Claim
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.places import member_states
from hanse.queries.answers import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Regions, countries, Member States and markets, each by id or ISO code, in order.

    ``undecided_markets`` are those of an "either ... or both" alone. ``regions_unknown`` and
    ``countries_unknown`` are the clusters of which none is stated: the true sets may be
    larger by theirs. ``evidence`` says of each id where it stands.
    """

    regions: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    eu_member_states: tuple[str, ...] = ()
    markets: tuple[str, ...] = ()
    undecided_markets: tuple[str, ...] = ()
    regions_unknown: tuple[str, ...] = ()
    countries_unknown: tuple[str, ...] = ()
    evidence: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict, hash=False)


def spread(
    graph: PartnershipGraph,
    clusters: Iterable[str],
    *,
    partnerships: Iterable[str] = (),
    day: str | None = None,
) -> Spread:
    """Return where ``clusters`` sit, and the markets of theirs and of ``partnerships``.

    Parameters
    ----------
    partnerships
        Ids of those whose target markets count too.
    day
        The day for Member States of the European Union; by default that of the graph.
    """
    members = sorted(set(clusters))
    places = {member: graph.regions_of(member) for member in members}
    lands = {member: _countries(graph, member, places[member]) for member in members}
    countries = tuple(sorted({country for found in lands.values() for country in found}))
    said = [c for thing in (*members, *sorted(set(partnerships))) for c in _markets(graph, thing)]
    sure = {claim.other for claim in said if claim.context is None}
    regions = outermost(graph, (region for found in places.values() for region in found))
    return Spread(
        regions=regions,
        countries=countries,
        eu_member_states=member_states(countries, day or graph.as_of),
        markets=tuple(sorted(sure)),
        undecided_markets=tuple(sorted({claim.other for claim in said} - sure)),
        regions_unknown=tuple(member for member in members if not places[member]),
        countries_unknown=tuple(member for member in members if not lands[member]),
        evidence=_evidence(graph, members, said),
    )


def outermost(graph: PartnershipGraph, regions: Iterable[str]) -> tuple[str, ...]:
    """Return regions without those that lie within another of them, in order."""
    every = sorted(set(regions))
    return tuple(r for r in every if not set(every).intersection(graph.wider(r)))


def places_of(graph: PartnershipGraph, clusters: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return for each cluster its regions and all that lie within them.

    Two clusters then have a place in common exactly when a region of one is, contains or lies
    within a region of the other. A cluster without a region has none.
    """
    inner: dict[str, frozenset[str]] = {}
    return {
        cluster: frozenset(r for region in graph.regions_of(cluster)
                           for r in _within(graph, region, inner))
        for cluster in clusters
    }  # fmt: skip


def _within(
    graph: PartnershipGraph, region: str, known: dict[str, frozenset[str]]
) -> frozenset[str]:
    if region not in known:
        found, queue = {region}, [region]
        while queue:
            fresh = set(graph.sources_of(queue.pop(), "within")) - found
            found |= fresh
            queue += fresh
        known[region] = frozenset(found)
    return known[region]


def _countries(graph: PartnershipGraph, cluster: str, regions: Sequence[str]) -> set[str]:
    stated = [graph.value(thing, "country") for thing in (cluster, *regions)]
    return {str(country) for country in stated if country is not None}


def _markets(graph: PartnershipGraph, thing: str) -> tuple[Claim, ...]:
    return graph.ties(thing, "targets")


def _evidence(
    graph: PartnershipGraph, clusters: Sequence[str], markets: Sequence[Claim]
) -> dict[str, tuple[Evidence, ...]]:
    found: dict[str, dict[Evidence, None]] = {}
    located = [claim for cluster in clusters for claim in graph.ties(cluster, "located_in")]
    for claim in (*located, *markets):
        found.setdefault(claim.other, {})[Evidence.of(claim)] = None
    for cluster in clusters:
        for claim in graph.claims_of(cluster, "country"):
            found.setdefault(str(claim.value), {})[Evidence.of(claim)] = None
    return {thing: tuple(evidence) for thing, evidence in sorted(found.items())}
