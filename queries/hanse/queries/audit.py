"""What a search's filter finds for each quota, whom it leaves out, and what would find them.

Only what is known can be counted: a cluster that no source describes is neither found nor
missed, and one that is not in the list that was read may still stand in the directory.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from hanse.graph.model import ClusterOrganisation
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.rules import CountRule, Filter, Quota, Rules, scheme_of
from hanse.queries.reasons import described, scheme_name
from hanse.queries.searches import Search
from hanse.queries.thresholds import reached
from hanse.queries.widening import Widenings, widenings

# Stands for a filter where the rules state none: what the steps of the search found.
THE_STEPS = Filter(id="steps", label="the steps of the search", categories=frozenset())

LISTED: Final = "eccp_listed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A known cluster of the field that the filter does not find, and why."""

    id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaAudit:
    """How a filter serves a quota; members of the alliance are left aside.

    ``pool`` counts everybody the filter finds, ``found`` are those of the field. Of these,
    ``open_counts`` are undecided on a rule that asks for a number, by rule, and ``named`` were
    looked at one by one in the search. ``undecided`` may be in the field or not.
    """

    quota: str
    filter: Filter
    pool: int
    found: tuple[str, ...]
    open_counts: Mapping[str, tuple[str, ...]] = field(hash=False)
    named: tuple[str, ...]
    missed: tuple[Missed, ...]
    undecided: tuple[str, ...]
    widenings: Widenings


def audit(
    graph: PartnershipGraph, rules: Rules, *, alliance: Sequence[str], searches: Sequence[Search]
) -> tuple[QuotaAudit, ...]:
    """Return the audit of each quota by each filter of the rules.

    Without a filter the steps of the searches are looked at, and without these nothing is.
    """
    outside = [c for c in graph.clusters() if c.id not in alliance]
    found = {one: frozenset(c.id for c in outside if one.finds(c)) for one in rules.filters}
    steps = {cluster for search in searches for step in search.steps for cluster in step.clusters}
    if not found and steps:
        found = {THE_STEPS: frozenset(c.id for c in outside if c.id in steps)}
    named = {cluster for search in searches for cluster in search.named}
    return tuple(
        _audit(graph, rules, quota, outside, named, used, ids)
        for quota in rules.quotas
        for used, ids in found.items()
    )


def _audit(
    graph: PartnershipGraph,
    rules: Rules,
    quota: Quota,
    outside: Sequence[ClusterOrganisation],
    named: set[str],
    used: Filter,
    found: frozenset[str],
) -> QuotaAudit:
    held = {cluster.id: quota.field.holds(cluster) for cluster in outside}
    inside = [cluster for cluster in outside if held[cluster.id]]
    caught = tuple(cluster.id for cluster in inside if cluster.id in found)
    return QuotaAudit(
        quota=quota.field.id,
        filter=used,
        pool=len(found),
        found=caught,
        open_counts={
            rule.id: tuple(c for c in caught if _is_open(graph, c, rule))
            for rule in rules.rules
            if isinstance(rule, CountRule)
        },
        named=tuple(cluster for cluster in caught if cluster in named),
        missed=tuple(
            Missed(id=c.id, why=_why(graph, c, used)) for c in inside if c.id not in found
        ),
        undecided=tuple(cluster for cluster, is_in in held.items() if is_in is None),
        widenings=widenings(quota.field, inside, found),
    )


def _is_open(graph: PartnershipGraph, cluster: str, rule: CountRule) -> bool:
    return reached(graph, cluster, rule.unit, rule.at_least).outcome == "unknown"


def _why(graph: PartnershipGraph, cluster: ClusterOrganisation, used: Filter) -> str:
    """Return what is stated of a cluster where the filter looks, or that nothing is."""
    if not used.categories:
        return "No step of the search found it."
    schemes = sorted({scheme_of(category) for category in used.categories})
    stated = [c for scheme in schemes for c in cluster.categories.get(scheme, ())]
    if stated:
        return f"It is classified as {described(map(graph.category, stated))}."
    said = f"No {' or '.join(map(scheme_name, schemes))} is stated of it"
    if graph.values(cluster.id, LISTED):
        return f"{said}."
    return f"{said}; whether the directory lists it is unknown."
