"""Make the records that the verbs of the graph answer with, out of its nodes and ties."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, cast

from hanse.graph.model import (
    SCHEMES,
    Agreement,
    Category,
    ClusterOrganisation,
    Count,
    Market,
    Membership,
    Partnership,
    Region,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hanse.graph.claims import Claim, Preference
    from hanse.graph.partnership_graph import PartnershipGraph


def cluster(graph: PartnershipGraph, cluster: str) -> ClusterOrganisation:
    """Return a cluster organisation with everything the graph knows of it."""
    number = graph.value(cluster, "annex_no")
    return ClusterOrganisation(
        id=cluster,
        name=graph.name(cluster),
        aliases=tuple(a for a in map(str, graph.values(cluster, "alias"))),
        country=_text(graph.value(cluster, "country")),
        regions=graph.regions_of(cluster),
        annex_no=None if number is None else int(cast("float", number)),
        homepage=_text(graph.value(cluster, "homepage")),
        categories=_by_scheme(graph, graph.targets_of(cluster, "classified_as")),
        counts=graph.counts(cluster),
    )


def _by_scheme(graph: PartnershipGraph, ids: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    found = {scheme: tuple(c for c in ids if _scheme(graph, c) == scheme) for scheme in SCHEMES}
    return {scheme: categories for scheme, categories in found.items() if categories}


def _scheme(graph: PartnershipGraph, category: str) -> str:
    return str(graph.value(category, "scheme"))


def category(graph: PartnershipGraph, category: str) -> Category:
    """Return a category with its scheme and its standard label."""
    return Category(id=category, scheme=_scheme(graph, category), label=graph.name(category))


def partnership(graph: PartnershipGraph, partnership: str) -> Partnership:
    """Return a partnership with its members and its target markets."""
    return Partnership(
        id=partnership,
        name=graph.name(partnership),
        kind=graph.kind(partnership),
        programme=_text(graph.value(partnership, "programme")),
        since=_text(graph.value(partnership, "since")),
        until=_text(graph.value(partnership, "until")),
        members=memberships(graph.ties_to(partnership, "member_of")),
        target_markets=graph.targets_of(partnership, "targets"),
    )


def membership(claim: Claim) -> Membership:
    """Return the membership that a claim states."""
    return Membership(
        cluster=claim.subject,
        partnership=claim.other,
        role=claim.role,
        since=claim.since,
        until=claim.until,
    )


def memberships(claims: Iterable[Claim]) -> tuple[Membership, ...]:
    """Return the memberships that claims state, each once.

    What one source leaves open (role, since, until) and another states is one membership;
    statements that differ stay apart.
    """
    stated = tuple(dict.fromkeys(map(membership, claims)))
    fuller: dict[tuple[str, str], list[Membership]] = defaultdict(list)
    for one in stated:
        fuller[one.cluster, one.partnership].append(one)
    return tuple(
        one
        for one in stated
        if not any(_says_less(one, other) for other in fuller[one.cluster, one.partnership])
    )


def _says_less(one: Membership, other: Membership) -> bool:
    details = [(getattr(one, part), getattr(other, part)) for part in ("role", "since", "until")]
    return one != other and all(mine in (None, theirs) for mine, theirs in details)


def agreement(graph: PartnershipGraph, agreement: str) -> Agreement:
    """Return an agreement with its party and its other end."""
    return Agreement(
        id=agreement,
        party=next(iter(graph.sources_of(agreement, "party_to")), ""),
        other=next(iter(graph.targets_of(agreement, "other_end")), ""),
        country=_text(graph.value(agreement, "country")),
        kind=_text(graph.value(agreement, "agreement_kind")),
        status=_text(graph.value(agreement, "agreement_status")),
        date=_text(graph.value(agreement, "since")),
        until=_text(graph.value(agreement, "until")),
    )


def region(graph: PartnershipGraph, region: str) -> Region:
    """Return a region with its NUTS code, where one fits."""
    level = graph.value(region, "level")
    return Region(
        id=region,
        name=graph.name(region),
        country=_text(graph.value(region, "country")),
        nuts_code=_text(graph.value(region, "nuts_code")),
        nuts_version=_text(graph.value(region, "nuts_version")),
        level=None if level is None else int(cast("float", level)),
        within=graph.wider(region),
        longitude=cast("float | None", graph.value(region, "longitude")),
        latitude=cast("float | None", graph.value(region, "latitude")),
    )


def market(graph: PartnershipGraph, market: str) -> Market:
    """Return a target market and the groups of countries it lies in."""
    return Market(
        id=market,
        name=graph.name(market),
        country=_text(graph.value(market, "country")),
        within=graph.wider(market),
    )


def count(unit: str, chosen: Preference) -> Count:
    """Return a count as chosen among its statements."""
    return Count(
        unit=unit,
        interval=chosen.interval,
        qualifier=chosen.qualifier,
        is_preferred=chosen.claim is not None,
        is_strict=chosen.is_strict,
    )


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)
