"""Dates that no calendar of events allows.

D1 an end before its start, D2 something of a project dated after the project's end, D3 an
event announced as upcoming after its day, D4 a name that bears another year than the date,
D5 a part outside the period of its whole, D6 a statement dated after its own document,
D7 (a remark) something handed in after it was due.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.dates import first_day, last_day
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.conflict_rules.finding import Conflict, label, quantity, sources_of, stated
from hanse.queries.reasons import listed

# What a project does on a day; its own start and end are not among them.
_DATED: Final = ("date", "day", "due", "submitted", "version_date")
_STARTS: Final = ("since", "date", "day")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_UPCOMING: Final = "upcoming"
_MONTHS_A_YEAR: Final = 12


def date_conflicts(graph: PartnershipGraph, thing: str) -> Iterator[Conflict]:
    """Find what is wrong with the dates of one thing."""
    yield from _ends_before_start(graph, thing)
    yield from _after_the_end(graph, thing)
    yield from _upcoming_in_the_past(graph, thing)
    yield from _another_year_in_the_name(graph, thing)
    yield from _part_outside_its_whole(graph, thing)
    yield from _dated_after_its_document(graph, thing)
    yield from _handed_in_late(graph, thing)


def _first(graph: PartnershipGraph, thing: str, *attributes: str) -> Claim | None:
    return next((c for name in attributes for c in graph.claims_of(thing, name)), None)


def _impossible(
    code: str, graph: PartnershipGraph, claims: tuple[Claim, ...], *, rule: str, message: str
) -> Conflict:
    return Conflict(
        code=code,
        kind="impossible date",
        subject=claims[0].subject,
        attribute=claims[0].predicate,
        statements=stated(claims),
        computed=None,
        rule=rule,
        message=f"{graph.name(claims[0].subject)}: {message} ({sources_of(graph, claims)}).",
        settle="The day in another document, or a correction by whoever issued this one.",
    )


def _ends_before_start(graph: PartnershipGraph, thing: str) -> Iterator[Conflict]:
    rule = "Nothing ends before it starts."
    for start in (c for name in _STARTS for c in graph.claims_of(thing, name)):
        for end in graph.claims_of(thing, "until"):
            if last_day(str(end.value)) < first_day(str(start.value)):
                message = f"it starts {start.value} and ends {end.value}"
                yield _impossible("D1", graph, (start, end), rule=rule, message=message)
    for claim in graph.claims(thing):
        since, until = claim.since, claim.until
        if claim.is_fact and since and until and last_day(until) < first_day(since):
            message = f"{label(claim.predicate)} {graph.name(claim.other)} from {since} to {until}"
            yield _impossible("D1", graph, (claim,), rule=rule, message=message)


def _end_of(start: Claim, duration: Claim) -> str | None:
    """Return the latest last day of something that lasts some months from a coarse start."""
    months = quantity(duration).tolerated.high
    if months is None:
        return None
    year, month, day = map(int, last_day(str(start.value)).split("-"))
    years, rest = divmod(month - 1 + int(months), _MONTHS_A_YEAR)
    month_after = f"{year + years}-{rest + 1:02d}"
    day_after = min(day, int(last_day(month_after)[-2:]))
    after = date.fromisoformat(f"{month_after}-{day_after:02d}")
    return (after - timedelta(days=1)).isoformat()


def _after_the_end(graph: PartnershipGraph, thing: str) -> Iterator[Conflict]:
    start, duration = _first(graph, thing, "since"), _first(graph, thing, "duration_months")
    end = _end_of(start, duration) if start and duration else None
    if start is None or duration is None or end is None:
        return
    late = [claim for claim in _activities(graph, thing) if first_day(str(claim.value)) > end]
    if not late:
        return
    late.sort(key=lambda claim: (first_day(str(claim.value)), claim.predicate, claim.id))
    earliest: dict[str, Claim] = {}
    for claim in late:
        earliest.setdefault(claim.predicate, claim)
    dates = listed([f"{label(name)} {claim.value}" for name, claim in earliest.items()])
    yield _impossible(
        "D2",
        graph,
        (start, duration, *earliest.values()),
        rule="What a project does on a day lies before its end: start plus duration.",
        message=f"a start on {start.value} and {quantity(duration).value:g} months make an end"
        f" on {end}, before what is dated later: {dates}",
    )


def _activities(graph: PartnershipGraph, thing: str) -> list[Claim]:
    """Return what is dated of a thing, of its parts, and of what it produced."""
    parts, queue = [thing], [thing]
    while queue:
        whole = queue.pop()
        inner = (*graph.sources_of(whole, "part_of"), *graph.sources_of(whole, "produced_by"))
        fresh = [part for part in inner if part not in parts]
        parts += fresh
        queue += fresh
    return [claim for part in parts for name in _DATED for claim in graph.claims_of(part, name)]


def _upcoming_in_the_past(graph: PartnershipGraph, thing: str) -> Iterator[Conflict]:
    for announced in graph.claims_of(thing, "announced_as"):
        source = graph.sources.get(announced.source)
        day = announced.as_of or (source.date if source else None)
        when = _first(graph, thing, "date")
        if announced.value != _UPCOMING or day is None or when is None:
            continue
        if last_day(str(when.value)) < first_day(day):
            yield _impossible(
                "D3",
                graph,
                (when, announced),
                rule="What is announced as upcoming lies ahead of the announcement.",
                message=f"dated {when.value}, and still announced as upcoming in {day}",
            )


def _another_year_in_the_name(graph: PartnershipGraph, thing: str) -> Iterator[Conflict]:
    years = set(_YEAR.findall(graph.name(thing))) if graph.kind(thing) == "event" else set()
    for when in graph.claims_of(thing, "date") if years else ():
        if str(when.value)[:4] not in years:
            names = [claim for claim in graph.claims_of(thing, "name") if claim.value]
            yield _impossible(
                "D4",
                graph,
                (when, *names),
                rule="An event that bears a year in its name takes place in that year.",
                message=f"dated {when.value}, in another year than its name says",
            )


def _period(graph: PartnershipGraph, thing: str) -> tuple[Claim | None, Claim | None]:
    return _first(graph, thing, *_STARTS), _first(graph, thing, "until")


def _part_outside_its_whole(graph: PartnershipGraph, thing: str) -> Iterator[Conflict]:
    start, end = _period(graph, thing)
    for whole in graph.targets_of(thing, "part_of") if start else ():
        begins, ends = _period(graph, whole)
        if start is None or begins is None:
            continue
        last = ends or (begins if graph.kind(whole) == "event" else None)
        is_early = last_day(str((end or start).value)) < first_day(str(begins.value))
        is_late = last is not None and first_day(str(start.value)) > last_day(str(last.value))
        if is_early or is_late:
            span = f"{begins.value} to {last.value}" if last else f"from {begins.value}"
            yield _impossible(
                "D5",
                graph,
                (start, begins, *((ends,) if ends else ())),
                rule="A part lies within the period of its whole.",
                message=f"dated {start.value}, outside {graph.name(whole)} ({span})",
            )


def _dated_after_its_document(graph: PartnershipGraph, thing: str) -> Iterator[Conflict]:
    for claim in graph.claims(thing):
        source = graph.sources.get(claim.source)
        if not claim.is_fact or claim.as_of is None or source is None or source.date is None:
            continue
        if first_day(claim.as_of) > last_day(source.date):
            yield _impossible(
                "D6",
                graph,
                (claim,),
                rule="A document says nothing of a day after its own.",
                message=f"{label(claim.predicate)} is stated as of {claim.as_of}, in a document"
                f" of {source.date}",
            )


def _handed_in_late(graph: PartnershipGraph, thing: str) -> Iterator[Conflict]:
    due, submitted = _first(graph, thing, "due"), _first(graph, thing, "submitted")
    if due is None or submitted is None:
        return
    days = (
        date.fromisoformat(first_day(str(submitted.value)))
        - date.fromisoformat(last_day(str(due.value)))
    ).days
    if days > 0:
        yield Conflict(
            code="D7",
            kind="impossible date",
            severity="remark",
            subject=thing,
            attribute="submitted",
            statements=stated((due, submitted)),
            computed=None,
            rule="What is due on a day is handed in by then.",
            message=f"{graph.name(thing)}: handed in on {submitted.value}, {days} days after"
            f" {due.value}, when it was due ({sources_of(graph, (due, submitted))}).",
            settle="Nothing: late is possible.",
        )
