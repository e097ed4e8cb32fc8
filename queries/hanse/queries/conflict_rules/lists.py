"""Numbers against the lists they count, and against what is computed from members.

L1 a number and a list that it counts differ, L2 (a remark) a list shorter than its number,
C1 regions, countries or Member States of a set of clusters against where its members sit.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.dates import holds_on
from hanse.graph.model import PARTNERSHIP_KINDS
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval, meet
from hanse.queries.conflict_rules.finding import (
    Conflict,
    quantities,
    quantity,
    sources_of,
    stated,
)
from hanse.queries.reasons import listed, spelled
from hanse.queries.sizes import unit_label
from hanse.queries.spread import Spread, spread

_SETS: Final = ("group", *PARTNERSHIP_KINDS, "alliance")
# A unit, and the relation or attribute that lists what it counts; from the other end where
# the entries lead to the thing.
_LISTED_BY: Final = {
    "steps": "step",
    "countries": "participant_countries",
    "eu_member_states": "listed_member_states",
    "markets": "serves_market",
    "research_infrastructures": "research_infrastructure",
}
_LISTED_AT_ITS_END: Final = {
    "candidates": "found_in",
    "shortlisted": "shortlisted_in",
    "selected": "chosen_in",
}
_SITES: Final[dict[str, Callable[[Spread], tuple[str, ...]]]] = {
    "regions": lambda found: found.regions,
    "countries": lambda found: found.countries,
    "eu_member_states": lambda found: found.eu_member_states,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """Entries of a list; ``is_complete`` says whether it is meant to hold them all."""

    entries: tuple[str, ...]
    claims: tuple[Claim, ...]
    is_complete: bool = False

    def length_on(self, day: str | None) -> Interval:
        """Return how many there were on a day: who entered without a stated end may have left."""
        number = len(self.entries)
        if day is None or self.is_complete:
            return Interval(number, number)
        ties = [c for c in self.claims if holds_on(day, since=c.since, until=c.until)]
        lasting = {claim.subject for claim in ties if claim.until or not claim.since}
        return Interval(len(lasting), len({claim.subject for claim in ties}) or number)


def counted_lists(graph: PartnershipGraph, thing: str) -> Iterator[Conflict]:
    """Find numbers that differ from the list of what they count (L1, L2)."""
    for unit in graph.counts(thing):
        entries = _list_of(graph, thing, unit)
        if entries is None:
            continue
        for claim in _first_of_each_value(quantities(graph, thing, unit)):
            size, length = quantity(claim).tolerated, entries.length_on(claim.as_of)
            if not meet(size, length):
                is_short = size.low is not None and size.low > (length.high or 0)
                is_open = is_short and not entries.is_complete
                yield _differing_list(graph, claim, entries, is_open=is_open)


def _list_of(graph: PartnershipGraph, thing: str, unit: str) -> _List | None:
    if unit == "clusters" and graph.kind(thing) in _SETS:
        members = graph.members(thing)
        relation = "in_group" if graph.kind(thing) == "group" else "member_of"
        claims = graph.ties_to(thing, relation)
        is_complete = graph.kind(thing) == "group"
        return _List(entries=members, claims=claims, is_complete=is_complete) if members else None
    if unit in _LISTED_AT_ITS_END:
        claims = graph.ties_to(thing, _LISTED_AT_ITS_END[unit])
        entries = tuple(dict.fromkeys(claim.subject for claim in claims))
        has_groups = any(graph.kind(entry) == "group" for entry in entries)
        return None if has_groups or not entries else _List(entries=entries, claims=claims)
    claims = graph.claims_of(thing, _LISTED_BY[unit]) if unit in _LISTED_BY else ()
    entries = tuple(dict.fromkeys(name for claim in claims for name in _entries(claim)))
    return _List(entries=entries, claims=claims) if entries else None


def _entries(claim: Claim) -> list[str]:
    """Return the entries that one statement lists."""
    return [entry.strip() for entry in str(claim.value).split("|")]


def _first_of_each_value(claims: Sequence[Claim]) -> list[Claim]:
    return list({claim.value: claim for claim in reversed(claims)}.values())[::-1]


def _differing_list(
    graph: PartnershipGraph, claim: Claim, entries: _List, *, is_open: bool
) -> Conflict:
    number, unit = len(entries.entries), unit_label(claim.predicate)
    verb = "only " if is_open else ""
    return Conflict(
        code="L2" if is_open else "L1",
        kind="count of a list",
        severity="remark" if is_open else "conflict",
        subject=claim.subject,
        attribute=claim.predicate,
        statements=stated((claim, *entries.claims)),
        computed=Interval(number, None) if is_open else Interval(number, number),
        rule="A number equals the length of the list it counts; a list may be incomplete.",
        message=f"{graph.name(claim.subject)}: {quantity(claim)} {unit} are stated"
        f" ({sources_of(graph, [claim])}), and {verb}{spelled(number)} listed.",
        settle="The full list." if is_open else "Which of them the number leaves out or adds.",
    )


def computed_sites(graph: PartnershipGraph, thing: str) -> Iterator[Conflict]:
    """Find numbers of regions, countries or Member States that the members contradict (C1)."""
    units = [unit for unit in _SITES if quantities(graph, thing, unit)]
    members = graph.members(thing) if units and graph.kind(thing) in _SETS else ()
    for unit in units if members else ():
        for claim in _first_of_each_value(quantities(graph, thing, unit)):
            found = _sites(graph, members, unit, claim)
            is_open = _is_open(graph, thing, members, unit)
            computed = Interval(len(found), None if is_open else len(found))
            if not meet(quantity(claim).tolerated, computed):
                yield _differing_sites(graph, claim, members, found, computed)


def _sites(
    graph: PartnershipGraph, members: Collection[str], unit: str, claim: Claim
) -> tuple[str, ...]:
    """Return what is computed for the day that the statement is about."""
    source = graph.sources.get(claim.source)
    day = claim.as_of or graph.as_of or (source.date if source else None)
    return _SITES[unit](spread(graph, members, day=day))


def _is_open(graph: PartnershipGraph, thing: str, members: Collection[str], unit: str) -> bool:
    """Say whether more may belong: a place is unknown, or a partnership's list is not closed."""
    found = spread(graph, members)
    unknown = found.regions_unknown if unit == "regions" else found.countries_unknown
    return bool(unknown) or graph.kind(thing) != "group"


def _differing_sites(
    graph: PartnershipGraph,
    claim: Claim,
    members: Sequence[str],
    found: tuple[str, ...],
    computed: Interval,
) -> Conflict:
    listing = _list_of(graph, claim.subject, claim.predicate)
    missing = [s for s in found if s not in listing.entries] if listing else []
    smaller = _right_for(graph, claim, members)
    parts = [
        _sitting(graph, claim, members, found),
        f"the list leaves out {listed(missing)}" if missing else "",
        f"the number is right for “{graph.name(smaller)}”" if smaller else "",
    ]
    return Conflict(
        code="C1",
        kind="scope mixed" if smaller else "stated/computed",
        subject=claim.subject,
        attribute=claim.predicate,
        statements=stated((claim, *(listing.claims if listing else ()))),
        computed=computed,
        rule="Each site of a member counts once; a region at the level it is stated at.",
        message="; ".join(filter(None, parts)) + ".",
        settle="Which clusters the sentence means: all that it counts elsewhere, or fewer.",
    )


def _sitting(
    graph: PartnershipGraph, claim: Claim, members: Sequence[str], found: Sequence[str]
) -> str:
    sites = listed([graph.name(site) for site in found])
    return (
        f"{graph.name(claim.subject)}: {quantity(claim)} {unit_label(claim.predicate)} are stated"
        f" ({sources_of(graph, [claim])}), but its {spelled(len(members))} members sit in"
        f" {spelled(len(found))}: {sites}"
    )


def _right_for(graph: PartnershipGraph, claim: Claim, members: Collection[str]) -> str | None:
    """Return the largest set of clusters within this one of which the number would be true."""
    sets = {other: frozenset(graph.members(other)) for other in graph.ids(*_SETS)}
    inner = {other: found for other, found in sets.items() if found and found < set(members)}
    for other in sorted(inner, key=lambda name: (-len(inner[name]), name)):
        number = len(_sites(graph, inner[other], claim.predicate, claim))
        if meet(quantity(claim).tolerated, Interval(number, number)):
            return other
    return None
