"""Events to which one document invites, held against each other.

D8 (a remark) two that lie on the same days in two countries.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from hanse.graph.claims import Claim
from hanse.graph.dates import first_day, last_day
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.conflict_rules.finding import Conflict, sources_of, stated


@dataclass(frozen=True, slots=True, kw_only=True)
class _Days:
    """When and where an event is, as one reading of it has it."""

    event: str
    country: str
    start: Claim
    end: Claim | None

    @property
    def first(self) -> str:
        return first_day(str(self.start.value))

    @property
    def last(self) -> str:
        return last_day(str((self.end or self.start).value))

    @property
    def is_guess(self) -> bool:
        return not self.start.is_fact

    @property
    def claims(self) -> tuple[Claim, ...]:
        return (self.start, *((self.end,) if self.end else ()))


def events_on_the_same_days(graph: PartnershipGraph) -> Iterator[Conflict]:
    """Remark on events that a document announces for the same days in two countries (D8).

    Where a conjecture beside the printed date makes them meet, the message says so.
    """
    by_source: dict[str, dict[str, Claim]] = {}
    for event in graph.ids("event"):
        for claim in graph.claims_of(event, "announced_as"):
            by_source.setdefault(claim.source, {}).setdefault(event, claim)
    for source, announced in sorted(by_source.items()):
        dated = [days for event in sorted(announced) for days in _readings(graph, event, source)]
        for one, other in combinations(dated, 2):
            if one.country != other.country and _meet(one, other):
                yield _clash(graph, one, other)


def _readings(graph: PartnershipGraph, event: str, source: str) -> Iterator[_Days]:
    """Yield the days of an event: as printed, and as they are conjectured to be meant."""
    country = graph.value(event, "country")
    said = [c for c in graph.claims(event) if c.source == source]
    for is_fact in (True, False) if country else ():
        dates = [c for c in said if c.predicate == "date" and c.is_fact is is_fact]
        ends = [c for c in said if c.predicate == "until" and c.is_fact is is_fact]
        for start in dates[:1]:
            yield _Days(event=event, country=str(country), start=start, end=next(iter(ends), None))


def _meet(one: _Days, other: _Days) -> bool:
    # A month or a year says too little to clash with anything.
    is_coarse = any(len(str(days.start.value)) < len("2017-04-03") for days in (one, other))
    return not is_coarse and one.first <= other.last and other.first <= one.last


def _clash(graph: PartnershipGraph, one: _Days, other: _Days) -> Conflict:
    first, last = max(one.first, other.first), min(one.last, other.last)
    claims = (*one.claims, *other.claims)
    guessed = [graph.name(days.event) for days in (one, other) if days.is_guess]
    reading = f", if {' and '.join(guessed)} is dated as conjectured" if guessed else ""
    return Conflict(
        code="D8",
        kind="impossible date",
        severity="remark",
        subject=one.event,
        attribute="date",
        statements=stated(claims),
        computed=None,
        rule="Nobody can follow both of two invitations to the same days in two countries.",
        message=f"{graph.name(one.event)} ({one.country}) and {graph.name(other.event)}"
        f" ({other.country}) are both announced for {first} to {last}{reading}"
        f" ({sources_of(graph, claims)}).",
        settle="The programme of each, with its days.",
    )
