"""How far an alliance reaches: bounds and sets, by hop, never a slogan.

Hop 0 are the members. Hop 1 are the clusters first reached through the partnerships and
consortia of a member, the *access point*; a network opens a way only on request. Each cluster
counts once, at its first hop. Agreements with gateways stand apart, in no hop and no total.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from hanse.graph.assumptions import Assumption
from hanse.graph.model import ACCESS_KINDS, PARTNERSHIP_KINDS
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval
from hanse.queries.answers import Evidence
from hanse.queries.figures import Figures
from hanse.queries.frames import to_frame as as_frame
from hanse.queries.hops import Extent, Step
from hanse.queries.reach_counts import ReachedCount, ReachedCounts
from hanse.queries.reasons import evidence_of
from hanse.queries.spread import Spread, spread

Change = Literal["lost", "gained"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a set of clusters comes to: ids, counts by unit, and where they sit."""

    clusters: tuple[str, ...]
    counts: Mapping[str, ReachedCount] = field(hash=False)
    spread: Spread

    @property
    def regions(self) -> tuple[str, ...]:
        """Return the ids of the regions, each at its stated level."""
        return self.spread.regions

    @property
    def countries(self) -> tuple[str, ...]:
        """Return the countries (ISO 3166-1)."""
        return self.spread.countries

    @property
    def eu_member_states(self) -> tuple[str, ...]:
        """Return the countries that were Member States on the graph's day."""
        return self.spread.eu_member_states

    @property
    def markets(self) -> tuple[str, ...]:
        """Return the ids of the markets that are stated for certain."""
        return self.spread.markets


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop(Scope):
    """What is first reached at one hop.

    ``via`` is empty at hop 0; else the access point and the partnerships it opens.
    """

    hop: int
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachedAgreement:
    """An agreement of a member, or of a partnership passed through, with a gateway."""

    id: str
    party: str
    other: str
    country: str | None
    kind: str | None
    status: str | None
    date: str | None
    until: str | None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Marginal:
    """What is lost without a member, or gained with a further one.

    ``clusters`` are those that would no longer, or newly,
    be reached, itself included; ``counts`` say how many are in these and in none of the rest,
    ``by_region`` under :data:`hanse.queries.reach_counts.BY_REGION`.
    """

    id: str
    change: Change
    clusters: tuple[str, ...]
    counts: Mapping[str, Interval] = field(hash=False)
    by_region: Mapping[str, Interval] = field(hash=False)
    regions: tuple[str, ...]
    countries: tuple[str, ...]
    eu_member_states: tuple[str, ...]
    markets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far an alliance reaches, by hop and in total, and what each member brings."""

    alliance: tuple[str, ...]
    hops: tuple[Hop, ...]
    total: Scope
    agreements: tuple[ReachedAgreement, ...]
    marginal: tuple[Marginal, ...]
    assumptions: tuple[Assumption, ...] = ()
    to_frame = as_frame


def reach(
    graph: PartnershipGraph,
    *,
    alliance: Sequence[str],
    include_networks: bool = False,
    assumptions: Sequence[Assumption] = (),
    candidates: Sequence[str] = (),
    with_marginal: bool = True,
) -> Reach:
    """Return how far the clusters of ``alliance`` reach, on the graph's day.

    Parameters
    ----------
    alliance
        Ids or names of clusters; twice named counts once.
    include_networks
        Whether a network opens a way, as partnerships and consortia do.
    assumptions
        Readings that the figures are taken under; none by default.
    candidates
        Clusters of which to say what each would add; they are not part of the answer else.
    with_marginal
        Whether to say what is lost without each member; most of the time goes into that.

    Raises
    ------
    UnknownName
        When a name is no cluster of the graph on its day.
    """
    kinds = PARTNERSHIP_KINDS if include_networks else ACCESS_KINDS
    members = tuple(dict.fromkeys(graph.find(name, "cluster") for name in alliance))
    joining = dict.fromkeys(graph.find(name, "cluster") for name in candidates)
    each = members if with_marginal else ()
    without = {m: Extent.of(graph, (o for o in members if o != m), kinds) for m in each}
    more = {c: Extent.of(graph, (*members, c), kinds) for c in joining if c not in members}
    now = Extent.of(graph, members, kinds)
    every = now.clusters.union(*(extent.clusters for extent in more.values()))
    held = spread(graph, now.clusters, partnerships=now.partnerships)
    counts = ReachedCounts(Figures.of(graph, assumptions), every)
    changes = (
        *(_lost(graph, counts, member, now, left, held) for member, left in without.items()),
        *(_gained(graph, counts, cluster, now, then, held) for cluster, then in more.items()),
    )
    return _reach(graph, counts, now, changes, tuple(assumptions))


def _reach(
    graph: PartnershipGraph,
    counts: ReachedCounts,
    now: Extent,
    changes: tuple[Marginal, ...],
    assumptions: tuple[Assumption, ...],
) -> Reach:
    first = _scope(graph, counts, now.members, now.inside)
    return Reach(
        alliance=now.members,
        hops=(_hop(first, 0, ()), *(_step_hop(graph, counts, step) for step in now.steps)),
        total=_scope(graph, counts, now.clusters, now.partnerships) if now.steps else first,
        agreements=_agreements(graph, [*now.members, *sorted(now.partnerships)]),
        marginal=changes,
        assumptions=assumptions,
    )


def _scope(
    graph: PartnershipGraph,
    counts: ReachedCounts,
    clusters: Iterable[str],
    partnerships: Iterable[str],
) -> Scope:
    every = tuple(sorted(clusters))
    return Scope(
        clusters=every,
        counts=counts.of(every),
        spread=spread(graph, every, partnerships=partnerships),
    )


def _hop(scope: Scope, hop: int, via: tuple[str, ...]) -> Hop:
    return Hop(clusters=scope.clusters, counts=scope.counts, spread=scope.spread, hop=hop, via=via)


def _step_hop(graph: PartnershipGraph, counts: ReachedCounts, step: Step) -> Hop:
    scope = _scope(graph, counts, step.clusters, step.partnerships)
    return _hop(scope, 1, (step.access_point, *step.partnerships))


def _agreements(graph: PartnershipGraph, parties: Sequence[str]) -> tuple[ReachedAgreement, ...]:
    found = {}
    for party in parties:
        for agreement in graph.agreements(party):
            stated = graph.claims_of(agreement.id, "kind")
            found[agreement.id] = ReachedAgreement(
                id=agreement.id,
                party=agreement.party,
                other=agreement.other,
                country=agreement.country,
                kind=agreement.kind,
                status=agreement.status,
                date=agreement.date,
                until=agreement.until,
                evidence=evidence_of(stated),
            )
    return tuple(found[known] for known in sorted(found))


def _lost(
    graph: PartnershipGraph,
    counts: ReachedCounts,
    member: str,
    now: Extent,
    left: Extent,
    more: Spread,
) -> Marginal:
    """Return what goes with a member; it is then not reached through others either."""
    staying = left.clusters - {member}
    less = spread(graph, staying, partnerships=left.partnerships)
    rest = _Rest(clusters=now.clusters - staying, staying=staying, more=more, less=less)
    return _marginal(counts, member, "lost", rest)


def _gained(
    graph: PartnershipGraph,
    counts: ReachedCounts,
    cluster: str,
    now: Extent,
    then: Extent,
    less: Spread,
) -> Marginal:
    """Return what a candidate brings that the alliance does not reach already."""
    more = spread(graph, then.clusters, partnerships=then.partnerships)
    fresh = then.clusters - now.clusters
    rest = _Rest(clusters=fresh, staying=now.clusters, more=more, less=less)
    return _marginal(counts, cluster, "gained", rest)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rest:
    """Clusters that one alliance reaches beyond another, and the spread of both."""

    clusters: frozenset[str]
    staying: frozenset[str]
    more: Spread
    less: Spread

    def only(self, kind: str) -> tuple[str, ...]:
        """Return what only the larger alliance has."""
        held = getattr(self.less, kind)
        return tuple(item for item in getattr(self.more, kind) if item not in held)


def _marginal(counts: ReachedCounts, cluster: str, change: Change, rest: _Rest) -> Marginal:
    ranges = counts.lost(rest.clusters, rest.staying)
    return Marginal(
        id=cluster,
        change=change,
        clusters=tuple(sorted(rest.clusters)),
        counts={unit: whatever for unit, (whatever, _) in ranges.items()},
        by_region={unit: apart for unit, (_, apart) in ranges.items()},
        regions=rest.only("regions"),
        countries=rest.only("countries"),
        eu_member_states=rest.only("eu_member_states"),
        markets=rest.only("markets"),
    )
