"""Memberships against the period of what they are memberships in.

M1 a membership that starts before its partnership or outlasts it, M2 (a remark) one that a
source leaves open although another says that its partnership ended.
"""

from collections.abc import Iterator

from hanse.graph.claims import Claim
from hanse.graph.dates import first_day, last_day
from hanse.graph.model import PARTNERSHIP_KINDS
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.conflict_rules.finding import Conflict, sources_of, stated


def membership_conflicts(graph: PartnershipGraph, partnership: str) -> Iterator[Conflict]:
    """Find memberships that the period of a partnership contradicts."""
    if graph.kind(partnership) not in PARTNERSHIP_KINDS:
        return
    starts = graph.claims_of(partnership, "since")
    ends = graph.claims_of(partnership, "until")
    start = min(starts, key=lambda claim: first_day(str(claim.value)), default=None)
    end = max(ends, key=lambda claim: last_day(str(claim.value)), default=None)
    for member in graph.ties_to(partnership, "member_of"):
        if start and _is_before(member.since, start):
            yield _outside(graph, member, start, f"since {member.since}, before the partnership")
        elif end and (_is_after(member.until, end) or _is_after(member.since, end)):
            day = member.until or member.since
            yield _outside(graph, member, end, f"until {day}, after the end of the partnership")
        elif end and member.since and _is_left_open(graph, member, end):
            yield _left_open(graph, member, end)


def _is_before(day: str | None, start: Claim) -> bool:
    return day is not None and last_day(day) < first_day(str(start.value))


def _is_after(day: str | None, end: Claim) -> bool:
    return day is not None and first_day(day) > last_day(str(end.value))


def _is_left_open(graph: PartnershipGraph, member: Claim, end: Claim) -> bool:
    """Say whether a document written after the end, by others, speaks of no end."""
    source = graph.sources.get(member.source)
    written = source.date if source else None
    is_later = written is not None and first_day(written) > last_day(str(end.value))
    return member.until is None and member.source != end.source and is_later


def _outside(graph: PartnershipGraph, member: Claim, edge: Claim, when: str) -> Conflict:
    return Conflict(
        code="M1",
        kind="impossible date",
        subject=member.subject,
        attribute="member_of",
        statements=stated((member, edge)),
        computed=None,
        rule="A membership lies within the period of its partnership.",
        message=f"{graph.name(member.subject)} is a member of {graph.name(member.other)} {when}"
        f" ({edge.value}; {sources_of(graph, (member, edge))}).",
        settle="The partnership's agreement, or which of two partnerships of one name is meant.",
    )


def _left_open(graph: PartnershipGraph, member: Claim, end: Claim) -> Conflict:
    return Conflict(
        code="M2",
        kind="impossible date",
        severity="remark",
        subject=member.subject,
        attribute="member_of",
        statements=stated((member, end)),
        computed=None,
        rule="A membership ends with its partnership; an end that is not stated may be meant.",
        message=f"{graph.name(member.subject)} is said to be a member of"
        f" {graph.name(member.other)} since {member.since}, with no end, though it ended in"
        f" {end.value} ({sources_of(graph, (member, end))}).",
        settle="Whether a successor is meant.",
    )
