"""Statements about one and the same thing: numbers, texts, dates, parts and wholes.

S1 two numbers, S2 two values where only one can hold, U1 a part larger than its whole,
P1 parts that do not add up to the whole, P2 (a remark) a whole that is itemised in part.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.dates import first_day, last_day
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval, meet
from hanse.graph.schema import schema
from hanse.queries.conflict_rules.finding import (
    Conflict,
    are_of_different_days,
    can_both_hold,
    figure,
    label,
    quantities,
    quantity,
    sources_of,
    stated,
)
from hanse.queries.reasons import listed
from hanse.queries.sizes import WHOLES, unit_label

# A part is never more than the whole; beside what bounds sizes, those active in a field.
PARTS_OF: Final = {
    **WHOLES,
    "active_members": ("members",),
    "active_smes": ("smes", "active_members", "companies", "members"),
}
# Wholes that are nothing but these parts, and wholes that are said to include them.
_MADE_OF: Final = {"partnerships": ("co_funded_partnerships", "voluntary_partnerships")}
_INCLUDING: Final = {"research_bodies": ("research_centres", "university_hospitals",
                                         "science_parks")}  # fmt: skip
# Attributes of which several values are no contradiction, though one is shown: spellings,
# addresses, and points that are representative only.
_LOOSE: Final = ("name", "homepage", "longitude", "latitude")


def differing_numbers(graph: PartnershipGraph, thing: str) -> Iterator[Conflict]:
    """Find numbers of one unit that cannot all be true of a thing (S1)."""
    for unit in graph.counts(thing):
        claims = quantities(graph, thing, unit)
        clashing = _clashing(claims)
        if clashing:
            figures = listed(list(dict.fromkeys(str(quantity(claim)) for claim in clashing)))
            yield Conflict(
                code="S1",
                kind="stated/stated",
                subject=thing,
                attribute=unit,
                statements=stated(clashing),
                computed=None,
                rule="Two numbers of one unit and one day must meet; “about” allows ±10 %.",
                message=f"{graph.name(thing)}: {figures} {unit_label(unit)} are stated"
                f" ({sources_of(graph, clashing)}), and cannot all be true.",
                settle="A statement that names its day, or what exactly each of them counts.",
            )


def _clashing(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims that contradict another, one for each number, in order."""
    wrong = {
        claim
        for first, second in combinations(claims, 2)
        for claim in (first, second)
        if not can_both_hold(quantity(first), quantity(second))
        and not are_of_different_days(first, second)
    }
    return [claim for claim in claims if claim in wrong]


def differing_values(graph: PartnershipGraph, thing: str) -> Iterator[Conflict]:
    """Find different values of an attribute that has one value at a time (S2)."""
    for attribute, claims in _single_valued(graph, thing).items():
        wrong = {
            claim
            for first, second in combinations(claims, 2)
            for claim in (first, second)
            if not _agree(first, second) and not are_of_different_days(first, second)
        }
        clashing = [claim for claim in claims if claim in wrong]
        if clashing:
            values = listed(list(dict.fromkeys(_value_of_its_day(claim) for claim in clashing)))
            yield Conflict(
                code="S2",
                kind="stated/stated",
                subject=thing,
                attribute=attribute,
                statements=stated(clashing),
                computed=None,
                rule=f"Of “{label(attribute)}” only one value can hold at a time.",
                message=f"{graph.name(thing)}, {label(attribute)}: {values} are stated"
                f" ({sources_of(graph, clashing)}).",
                settle="The document that decides it: a contract, a register, the body itself.",
            )


def _value_of_its_day(claim: Claim) -> str:
    return f"“{claim.value}”" + (f" (as of {claim.as_of})" if claim.as_of else "")


def _single_valued(graph: PartnershipGraph, thing: str) -> dict[str, list[Claim]]:
    attributes = schema().attributes
    found: dict[str, list[Claim]] = {}
    for claim in graph.claims(thing):
        known = attributes.get(claim.predicate)
        if known and claim.is_fact and not known.is_many and claim.predicate not in _LOOSE:
            found.setdefault(claim.predicate, []).append(claim)
    return found


def _agree(first: Claim, second: Claim) -> bool:
    """Say whether two values are the same, or one date is a coarser form of the other."""
    if schema().attributes[first.predicate].value_type != "date":
        return first.value == second.value
    one, other = str(first.value), str(second.value)
    return first_day(one) <= last_day(other) and first_day(other) <= last_day(one)


def parts_above_wholes(graph: PartnershipGraph, thing: str) -> Iterator[Conflict]:
    """Find a number of a part that exceeds that of its whole (U1)."""
    for part, wholes in PARTS_OF.items():
        for whole in wholes:
            for below in quantities(graph, thing, part):
                above = [c for c in quantities(graph, thing, whole) if not _fits(below, c)]
                if above:
                    yield _part_above_whole(graph, thing, below, above)


def _fits(part: Claim, whole: Claim) -> bool:
    low, high = quantity(part).tolerated.low, quantity(whole).tolerated.high
    return low is None or high is None or low <= high or are_of_different_days(part, whole)


def _part_above_whole(
    graph: PartnershipGraph, thing: str, part: Claim, wholes: Sequence[Claim]
) -> Conflict:
    names = (unit_label(part.predicate), unit_label(wholes[0].predicate))
    larger = listed(list(dict.fromkeys(figure(claim) for claim in wholes)))
    return Conflict(
        code="U1",
        kind="unit mixed",
        subject=thing,
        attribute=part.predicate,
        statements=stated((part, *wholes)),
        computed=None,
        rule=f"{names[0].capitalize()} are among the {names[1]}, so there are no more of them.",
        message=f"{graph.name(thing)}: {figure(part)} of only {larger}"
        f" ({sources_of(graph, (part, *wholes))}).",
        settle="What each number counts, in which unit, and on which day.",
    )


def parts_of_wholes(graph: PartnershipGraph, thing: str) -> Iterator[Conflict]:
    """Find parts that do not add up to their whole (P1), or itemise it in part (P2)."""
    for whole, parts in (*_MADE_OF.items(), *_INCLUDING.items()):
        wholes = quantities(graph, thing, whole)
        stated_parts = [quantities(graph, thing, part) for part in parts]
        if not wholes or not all(stated_parts):
            continue
        total = _sum([claims[0] for claims in stated_parts])
        found = (wholes, [claims[0] for claims in stated_parts], total)
        is_whole = whole in _MADE_OF
        fits = any(_covers(quantity(claim).tolerated, total, is_whole=is_whole) for claim in wholes)
        if not fits:
            yield _wrong_sum(graph, thing, *found, is_whole=is_whole)
        elif not is_whole and not any(meet(quantity(c).interval, total) for c in wholes):
            yield _itemised_in_part(graph, thing, *found)


def _sum(parts: Sequence[Claim]) -> Interval:
    ranges = [quantity(claim).tolerated for claim in parts]
    highs = [part.high for part in ranges if part.high is not None]
    low = sum(part.low or 0 for part in ranges)
    return Interval(low, sum(highs) if len(highs) == len(ranges) else None)


def _covers(whole: Interval, parts: Interval, *, is_whole: bool) -> bool:
    if is_whole:
        return meet(whole, parts)
    return whole.high is None or parts.low is None or parts.low <= whole.high


def _wrong_sum(
    graph: PartnershipGraph,
    thing: str,
    wholes: Sequence[Claim],
    parts: Sequence[Claim],
    total: Interval,
    *,
    is_whole: bool,
) -> Conflict:
    added = listed([figure(claim) for claim in parts])
    what = unit_label(wholes[0].predicate)
    return Conflict(
        code="P1",
        kind="stated/stated",
        subject=thing,
        attribute=wholes[0].predicate,
        statements=stated((*wholes, *parts)),
        computed=total,
        rule="The parts add up to the whole." if is_whole else "Parts are no more than the whole.",
        message=f"{graph.name(thing)}: {added} make {total}, against"
        f" {listed([str(quantity(c)) for c in wholes])} {what}"
        f" ({sources_of(graph, (*wholes, *parts))}).",
        settle=f"A list of the {what}.",
    )


def _itemised_in_part(
    graph: PartnershipGraph,
    thing: str,
    wholes: Sequence[Claim],
    parts: Sequence[Claim],
    total: Interval,
) -> Conflict:
    whole = quantity(wholes[0])
    rest = whole.value - (total.low or 0)
    return Conflict(
        code="P2",
        kind="count of a list",
        severity="remark",
        subject=thing,
        attribute=wholes[0].predicate,
        statements=stated((*wholes, *parts)),
        computed=total,
        rule="A list that is said to be included may leave some out.",
        message=f"{graph.name(thing)}: {listed([figure(claim) for claim in parts])} itemise"
        f" {total} of the {figure(wholes[0])}; {rest:g} are not itemised.",
        settle="The kinds that the remainder is made of.",
    )
