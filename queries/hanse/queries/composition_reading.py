"""Read off the graph what each candidate would bring to an alliance."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hanse.graph.model import ACCESS_KINDS, PARTNERSHIP_KINDS, ClusterOrganisation, ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import UNKNOWN, Interval
from hanse.queries.access import Surroundings
from hanse.queries.chains import Feeds, Standing
from hanse.queries.checks import Ground, check
from hanse.queries.composition_facts import Known, Offer, Situation
from hanse.queries.composition_rules import SetRules
from hanse.queries.either_or import Sides, kept, sides_of
from hanse.queries.markets import TargetMarkets
from hanse.queries.novelty import Footprint

# A place of which only its own cluster is known to stand in it.
OWN: Final = "of:"
COUNTRY: Final = "country:"


def situation(
    graph: PartnershipGraph,
    *,
    alliance: Sequence[str],
    chain: ValueChain,
    targets: Sequence[str],
    candidates: Sequence[str],
    rules: SetRules,
    fits: Mapping[str, Interval] | None = None,
    include_networks: bool = False,
) -> Situation:
    """Return what candidates would bring to an alliance.

    All names are ids here, those in the rules too. ``fits`` are shares from 0 to 1; who has
    none there may have any. Without ``fits`` fit is not asked about.
    """
    members = [graph.cluster(member) for member in sorted(set(alliance))]
    clusters = [graph.cluster(candidate) for candidate in sorted(set(candidates))]
    markets = TargetMarkets.of(graph, targets)
    kinds = PARTNERSHIP_KINDS if include_networks else ACCESS_KINDS
    reader = _Reader(
        graph=graph,
        feeds=Feeds.of(chain),
        footprint=Footprint.of(graph, members),
        markets=markets,
        either=kept(s for c in clusters for s in sides_of(graph, c.id, markets)),
        surroundings=Surroundings.of(graph, alliance, kinds),
        ground=Ground.of(graph, rules.screening, alliance=alliance, targets=targets),
        rules=rules,
        fits=fits,
        members=frozenset(alliance),
    )
    return reader.situation(members, clusters)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """Read one candidate after the other."""

    graph: PartnershipGraph
    feeds: Feeds
    footprint: Footprint
    markets: TargetMarkets
    either: tuple[Sides, ...]
    surroundings: Surroundings
    ground: Ground
    rules: SetRules
    fits: Mapping[str, Interval] | None
    members: frozenset[str]

    def situation(
        self, members: Sequence[ClusterOrganisation], clusters: Sequence[ClusterOrganisation]
    ) -> Situation:
        """Return the alliance, and what each of the candidates would bring."""
        offers = tuple(self.offer(cluster) for cluster in clusters)
        places = {place for offer in offers for place in offer.places.sure}
        return Situation(
            members=tuple(member.id for member in members),
            standing=Standing.of(self.feeds, members),
            targets=self.markets.targets,
            countries=self.footprint.countries,
            unplaced=sum(member.country is None for member in members),
            within=_within(self.graph, clusters, places),
            either=self.either,
            offers=offers,
            has_fit=self.fits is not None,
        )

    def offer(self, cluster: ClusterOrganisation) -> Offer:
        """Return what one candidate would bring."""
        fit = (self.fits or {}).get(cluster.id, UNKNOWN)
        sides = sides_of(self.graph, cluster.id, self.markets)
        return Offer(
            id=cluster.id,
            name=cluster.name,
            covers=self.feeds.covers(cluster),
            is_uncategorised=not cluster.category_ids,
            places=self._places(cluster),
            countries=self._countries(cluster),
            markets=self._markets(cluster.id),
            either=frozenset(n for n, one in enumerate(self.either) if one in sides),
            fit=Interval(fit.low or 0.0, 1.0 if fit.high is None else fit.high),
            screened={r.id: check(self.ground, cluster, r) for r in self.rules.screening},
            cost=self.rules.costs.get(cluster.id, Interval(0.0, None)),
            fields=self._fields(cluster),
            inviters=self._inviters(cluster.id),
            reached=self._reached(cluster.id),
        )

    def _places(self, cluster: ClusterOrganisation) -> Known:
        """Return the regions new to the alliance; an unknown region may be any."""
        if not cluster.regions:
            held = cluster.country is None or cluster.country in self.footprint.countries
            is_sure = not held and not self.footprint.has_unknown_country
            sure = frozenset({f"{COUNTRY}{cluster.country}"} if is_sure else ())
            return Known(sure=sure, possible=frozenset({OWN + cluster.id}))
        news = {region: self._is_new(cluster, region) for region in cluster.regions}
        return Known(
            sure=frozenset(region for region, is_new in news.items() if is_new),
            possible=frozenset(region for region, is_new in news.items() if is_new is not False),
        )

    def _is_new(self, cluster: ClusterOrganisation, region: str) -> bool | None:
        """Say whether a region is new; ``None`` where a member may sit in it."""
        if self.footprint.regions.intersection((region, *self.graph.wider(region))):
            return False
        may_hold = self.footprint.unplaced.intersection((cluster.country, None))
        return None if may_hold or region in self.footprint.around else True

    def _countries(self, cluster: ClusterOrganisation) -> Known:
        if cluster.country is None:
            return Known(possible=frozenset({OWN + cluster.id}))
        return Known.exactly({cluster.country} - self.footprint.countries)

    def _markets(self, cluster: str) -> Known:
        """Return the targets covered; one of which nothing is stated may cover all."""
        covered_by, touched_by = self.markets.covered_by, self.markets.touched_by
        claims = [c for c in self.graph.ties(cluster, "targets") if c.other in covered_by]
        if not claims:
            return Known(possible=frozenset(self.markets.targets))
        sure = (covered_by[claim.other] for claim in claims if claim.context is None)
        touched = (touched_by[claim.other] for claim in claims)
        return Known(sure=frozenset[str]().union(*sure), possible=frozenset().union(*touched))

    def _fields(self, cluster: ClusterOrganisation) -> Known:
        held = {quota.id: quota.field.holds(cluster) for quota in self.rules.quotas}
        return Known(
            sure=frozenset(quota for quota, is_in in held.items() if is_in),
            possible=frozenset(quota for quota, is_in in held.items() if is_in is not False),
        )

    def _inviters(self, cluster: str) -> Known:
        if self.rules.inviters is None:
            return Known.exactly(self.members)
        if cluster not in self.rules.inviters:
            return Known(possible=self.members)
        return Known.exactly(self.members.intersection(self.rules.inviters[cluster]))

    def _reached(self, cluster: str) -> frozenset[str]:
        doors = {claim.other for claim in self.surroundings.doors.get(cluster, ())}
        behind = {c.subject for door in doors for c in self.surroundings.memberships[door]}
        return frozenset({cluster, *behind} - self.surroundings.reached)


def _within(
    graph: PartnershipGraph, clusters: Iterable[ClusterOrganisation], places: set[str]
) -> dict[str, frozenset[str]]:
    """Return which of the places contain which; a country contains its regions."""
    outer: dict[str, set[str]] = {}
    for cluster in clusters:
        for region in places.intersection(cluster.regions):
            wider = (*graph.wider(region), f"{COUNTRY}{cluster.country}")
            outer.setdefault(region, set()).update(places.intersection(wider))
    return {place: frozenset(wider) for place, wider in sorted(outer.items()) if wider}
