"""Programmes that label partnerships: how many it is said to be, and how large a part is.

L3 a search that counts too few partnerships with a label, G4 (a remark) a part that is far
larger than its share of the clusters.
"""

from collections.abc import Iterator
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.model import UNITS
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval
from hanse.queries.conflict_rules.finding import (
    Conflict,
    are_of_different_days,
    figure,
    quantities,
    quantity,
    sources_of,
    stated,
)
from hanse.queries.reasons import counted, listed, spelled
from hanse.queries.sizes import unit_label

# Clusters differ in size by far, so that only what is far off is remarked on. Ours: nothing
# that we know of says where "far" begins.
FAR_LARGER: Final = 5
_RULE_OF_SHARES: Final = (
    f"Clusters differ in size, but rarely hold {spelled(FAR_LARGER)} times their even share or"
    " more (a threshold of ours)."
)


def label_conflicts(graph: PartnershipGraph) -> Iterator[Conflict]:
    """Find what does not add up about partnerships with a label."""
    for step in graph.ids("search_step"):
        for pool in graph.ties(step, "drawn_from"):
            if graph.kind(pool.other) == "programme":
                yield from _fewer_than_bear_the_label(graph, pool)
    for programme in graph.ids("programme"):
        yield from _far_larger_parts(graph, programme)


def _fewer_than_bear_the_label(graph: PartnershipGraph, pool: Claim) -> Iterator[Conflict]:
    """Hold a number of partnerships in the field of a search against those the source labels."""
    for claim in quantities(graph, pool.subject, "partnerships"):
        labelled = _in_the_field(graph, pool, claim.source)
        high = quantity(claim).tolerated.high
        if high is None or len(labelled) <= high:
            continue
        number = len(labelled)
        names = listed([graph.name(tie.subject) for tie in labelled])
        yield Conflict(
            code="L3",
            kind="count of a list",
            subject=pool.subject,
            attribute="partnerships",
            statements=stated((claim, *labelled)),
            computed=Interval(number, None),
            rule="Among the partnerships in the field of a search is the one that searches (the"
            " alliance, or whoever has the theme of the search), and those of the clusters found.",
            message=f"{graph.name(pool.subject)}: {_number(claim)} in the field with the label"
            f" {graph.name(pool.other)} stated, but {spelled(number)} known: {names}"
            f" ({sources_of(graph, (claim, *labelled))}).",
            settle="Whether the number leaves out the partnership that searches.",
        )


def _number(claim: Claim) -> str:
    is_one = quantity(claim).value == 1
    return f"{quantity(claim)} {'partnership' if is_one else 'partnerships'}"


def _in_the_field(graph: PartnershipGraph, pool: Claim, source: str) -> list[Claim]:
    """Return what a source labels: whoever searches, and those of the clusters found."""
    found = {tie.subject for tie in graph.ties_to(pool.subject, "found_in")}
    themes = _themes_of_the_search(graph, pool.subject)
    ties: dict[str, Claim] = {}
    for tie in graph.ties_to(pool.other, "labelled_by"):
        is_alliance = tie.subject == graph.settings.alliance
        is_ours = is_alliance or not themes.isdisjoint(graph.values(tie.subject, "theme"))
        if tie.source == source and (is_ours or found.intersection(graph.members(tie.subject))):
            ties.setdefault(tie.subject, tie)
    return list(ties.values())


def _themes_of_the_search(graph: PartnershipGraph, step: str) -> set[object]:
    """Return the themes of what a step is part of: of the project that searches."""
    wholes, queue = {step}, [step]
    while queue:
        fresh = set(graph.targets_of(queue.pop(), "part_of")) - wholes
        wholes |= fresh
        queue += fresh
    return {theme for whole in wholes for theme in graph.values(whole, "theme")}


def _far_larger_parts(graph: PartnershipGraph, programme: str) -> Iterator[Conflict]:
    for clusters in quantities(graph, programme, "clusters")[:1]:
        for unit in sorted(UNITS):
            for whole in quantities(graph, programme, unit)[:1]:
                for part in _parts(graph, programme, unit):
                    yield from _far_larger(graph, part, whole, clusters)


def _parts(graph: PartnershipGraph, programme: str, unit: str) -> Iterator[Claim]:
    """Yield one number of a unit for each set of clusters within a labelled partnership."""
    labelled = [graph.members(one) for one in graph.sources_of(programme, "labelled_by")]
    sets = (*graph.ids("group"), *graph.sources_of(programme, "labelled_by"))
    for part in sets:
        members = set(graph.members(part))
        if members and any(members.issubset(whole) for whole in labelled):
            yield from quantities(graph, part, unit)[:1]


def _far_larger(
    graph: PartnershipGraph, part: Claim, whole: Claim, clusters: Claim
) -> Iterator[Conflict]:
    members = len(graph.members(part.subject))
    share = quantity(part).value / (quantity(whole).value or 1)
    even_share = members / (quantity(clusters).value or 1)
    if share > 1 or share < FAR_LARGER * even_share or are_of_different_days(part, whole):
        return
    claims = (part, whole, clusters)
    yield Conflict(
        code="G4",
        kind="stated/computed",
        severity="remark",
        subject=part.subject,
        attribute=part.predicate,
        statements=stated(claims),
        computed=None,
        rule=_RULE_OF_SHARES,
        message=f"{graph.name(part.subject)}: {figure(part)} are {share:.0%} of the"
        f" {figure(whole)} of {graph.name(whole.subject)}, with {counted(members, 'cluster')}"
        f" of {quantity(clusters)} ({even_share:.1%}), {share / even_share:.1f} times the even"
        f" share ({sources_of(graph, claims)}).",
        settle=f"The {unit_label(part.predicate)} of each cluster, and whom each figure counts.",
    )
