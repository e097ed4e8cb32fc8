"""Where a step of a search is said to have looked, against who was found.

F7 (a remark) a step that looked outside the European Union and found nobody there.
"""

from collections.abc import Iterator
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.places import is_member_state
from hanse.queries.conflict_rules.finding import Conflict, sources_of, stated
from hanse.queries.reasons import listed
from hanse.queries.spread import spread

OUTSIDE_THE_EU: Final = "outside the EU"


def nobody_from_there(graph: PartnershipGraph, step: str) -> Iterator[Conflict]:
    """Remark on a step that looked outside the Union, where all it found sit inside (F7)."""
    wide = [c for c in graph.claims_of(step, "searched_area") if c.value == OUTSIDE_THE_EU]
    found = graph.ties_to(step, "found_in") if wide else ()
    clusters = sorted(_clusters(graph, found))
    for claim in wide[:1] if clusters else ():
        sites = spread(graph, clusters, day=_day(graph, claim))
        is_inside = [is_member_state(country, _day(graph, claim)) for country in sites.countries]
        if sites.countries_unknown or not all(is_inside):
            continue
        claims = (claim, *found)
        yield Conflict(
            code="F7",
            kind="scope mixed",
            severity="remark",
            subject=step,
            attribute="searched_area",
            statements=stated(claims),
            computed=None,
            rule="Who looks outside the EU need not find anybody there.",
            message=f"{graph.name(step)}: it is said to look outside the EU as well, but all"
            f" found sit in {listed(sites.countries)}:"
            f" {listed([graph.name(one) for one in clusters])} ({sources_of(graph, claims)}).",
            settle="Whom the step looked at outside the EU, and why none went further.",
        )


def _clusters(graph: PartnershipGraph, found: tuple[Claim, ...]) -> set[str]:
    known: set[str] = set()
    for tie in found:
        is_group = graph.kind(tie.subject) == "group"
        known |= {*graph.members(tie.subject)} if is_group else {tie.subject}
    return known


def _day(graph: PartnershipGraph, claim: Claim) -> str | None:
    """Return the day on which a Member State must have been one."""
    source = graph.sources.get(claim.source)
    return claim.as_of or graph.as_of or (source.date if source else None)
