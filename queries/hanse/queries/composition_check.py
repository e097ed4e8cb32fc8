"""Whether a set of partners passes the rules: each rule by itself, in plain words.

This knows nothing of solvers and of how sets are found; it looks at one set, and every set
that is returned has to pass here. Seats and invitations are shared out one by one, where the
search relies on Hall's condition.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Final

from hanse.graph.quantities import Interval
from hanse.graph.rules import Quota, ScreeningRule
from hanse.queries import composition_rules as rule
from hanse.queries.answers import Evidence
from hanse.queries.composition_facts import Known, Offer, Situation
from hanse.queries.composition_rules import SetRules
from hanse.queries.outcomes import Outcome, every
from hanse.queries.reasons import counted, spelled
from hanse.queries.seats import share_out

# Costs that differ by less are the same sum, added in another order.
SAME_COST: Final = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """How a set stands to one rule: passes, fails, or nobody knows; and why.

    ``candidates`` are ids of those on whom it turns, where it turns on some of them;
    ``evidence`` says where that stands, as far as it is stated.
    """

    rule: str
    outcome: Outcome
    text: str
    candidates: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


def findings(situation: Situation, rules: SetRules, chosen: Sequence[Offer]) -> tuple[Finding, ...]:
    """Return how a set stands to every rule that is asked for, in the order of the rules."""
    ids = {offer.id for offer in chosen}
    found = {
        finding.rule: finding
        for finding in (
            _size(rules, chosen),
            _entities(situation, rules, chosen),
            _countries(situation, rules, chosen),
            *_quotas(rules.quotas, chosen),
            *(_screened(asked, chosen) for asked in rules.screening),
            _new_region(rules, chosen),
            *(_required(situation, known, ids) for known in rules.required),
            *(_excluded(situation, known, ids) for known in rules.excluded),
            _budget(rules, chosen),
            _invitations(situation, chosen),
        )
    }
    return tuple(found[asked.id] for asked in rules.listed())


def passes(found: Iterable[Finding]) -> bool | None:
    """Say whether a set passes every rule; ``None`` where that is open."""
    outcome = every(finding.outcome for finding in found)
    return None if outcome == "unknown" else outcome == "pass"


def why_not(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the rules that a set breaks or may break."""
    return tuple(finding for finding in found if finding.outcome != "pass")


def seating(rules: SetRules, chosen: Sequence[Offer]) -> tuple[tuple[str, str], ...]:
    """Return which quota each partner fills a seat of, as (quota, cluster).

    For certain if that can be, and else as it may be.
    """
    seats = {quota.id: quota.seats for quota in rules.quotas}
    sure = share_out(seats, {offer.id: offer.fields.sure for offer in chosen})
    if len(sure) == sum(seats.values()):
        return sure
    return share_out(seats, {offer.id: offer.fields.possible for offer in chosen})


def _outcome(*, sure: bool, possible: bool) -> Outcome:
    return "pass" if sure else "unknown" if possible else "fail"


def _at_least(known: Interval, wanted: float) -> Outcome:
    sure = known.low is not None and known.low >= wanted
    return _outcome(sure=sure, possible=known.high is None or known.high >= wanted)


def _size(rules: SetRules, chosen: Sequence[Offer]) -> Finding:
    fits = rules.smallest <= len(chosen) <= rules.largest
    text = f"{counted(len(chosen), 'partner')}."
    return Finding(
        rule=rule.SIZE, outcome=_outcome(sure=fits, possible=fits), text=text.capitalize()
    )


def _entities(situation: Situation, rules: SetRules, chosen: Sequence[Offer]) -> Finding:
    number = len(situation.members) + len(chosen)
    outcome = _at_least(Interval(number, number), rules.least_entities)
    text = f"{counted(number, 'organisation')} with the members of the alliance."
    return Finding(rule=rule.ENTITIES, outcome=outcome, text=text.capitalize())


def _countries(situation: Situation, rules: SetRules, chosen: Sequence[Offer]) -> Finding:
    sure = frozenset[str]().union(*(offer.countries.sure for offer in chosen))
    possible = frozenset[str]().union(*(offer.countries.possible for offer in chosen))
    held = len(situation.countries)
    known = Interval(held + len(sure), held + situation.unplaced + len(possible))
    outcome = _at_least(known, rules.least_countries)
    text = f"Countries, those of members included: {known}."
    return Finding(rule=rule.COUNTRIES, outcome=outcome, text=text)


def _quotas(quotas: Sequence[Quota], chosen: Sequence[Offer]) -> list[Finding]:
    seats = {quota.id: quota.seats for quota in quotas}
    sure = _filled(seats, [(offer.id, offer.fields) for offer in chosen], is_sure=True)
    possible = _filled(seats, [(offer.id, offer.fields) for offer in chosen], is_sure=False)
    cannot = sum(possible.values()) < sum(seats.values())
    filled = possible if cannot else sure
    short: Outcome = "fail" if cannot else "unknown"
    return [
        Finding(
            rule=quota.id,
            outcome="pass" if filled[quota.id] == quota.seats else short,
            text=_seats_text(quota, sure[quota.id], possible[quota.id]),
            candidates=tuple(o.id for o in chosen if quota.id in o.fields.possible),
        )
        for quota in quotas
    ]


def _filled(
    seats: dict[str, int], chosen: Iterable[tuple[str, Known]], *, is_sure: bool
) -> dict[str, int]:
    able = {name: known.sure if is_sure else known.possible for name, known in chosen}
    taken = [kind for kind, _ in share_out(seats, able)]
    return {kind: taken.count(kind) for kind in seats}


def _seats_text(quota: Quota, sure: int, possible: int) -> str:
    label = quota.field.label or quota.field.id
    return f"{label}: {_range(sure, possible)} of {counted(quota.seats, 'seat')} filled."


def _range(sure: int, possible: int) -> str:
    least = spelled(sure) if sure else "none"
    return least if sure == possible else f"{least} to {spelled(possible)}"


def _screened(asked: ScreeningRule, chosen: Sequence[Offer]) -> Finding:
    outcome = every(offer.screened[asked.id].outcome for offer in chosen)
    telling = [o for o in chosen if o.screened[asked.id].outcome == outcome != "pass"]
    texts = [f"{offer.name}: {offer.screened[asked.id].text}" for offer in telling]
    return Finding(
        rule=asked.id,
        outcome=outcome,
        text=" ".join(texts) or f"All {spelled(len(chosen))} pass.",
        candidates=tuple(offer.id for offer in telling),
        evidence=tuple(e for offer in telling for e in offer.screened[asked.id].evidence),
    )


def _new_region(rules: SetRules, chosen: Sequence[Offer]) -> Finding:
    sure = [offer.id for offer in chosen if offer.places.sure]
    possible = [offer.id for offer in chosen if offer.places.possible]
    known = Interval(len(sure), len(possible))
    text = f"Partners from a region new to the alliance: {known}."
    outcome = _at_least(known, rules.new_regions)
    return Finding(rule=rule.NEW_REGION, outcome=outcome, text=text, candidates=tuple(possible))


def _required(situation: Situation, known: str, ids: set[str]) -> Finding:
    outcome = _outcome(sure=known in ids, possible=known in ids)
    text = f"{_name(situation, known)} is {'in' if known in ids else 'not in'}."
    return Finding(rule=rule.REQUIRE + known, outcome=outcome, text=text, candidates=(known,))


def _excluded(situation: Situation, known: str, ids: set[str]) -> Finding:
    outcome = _outcome(sure=known not in ids, possible=known not in ids)
    text = f"{_name(situation, known)} is {'in' if known in ids else 'out'}."
    return Finding(rule=rule.EXCLUDE + known, outcome=outcome, text=text, candidates=(known,))


def _name(situation: Situation, known: str) -> str:
    offer = situation.by_id.get(known)
    return offer.name if offer else known


def _budget(rules: SetRules, chosen: Sequence[Offer]) -> Finding:
    limit = (rules.budget or 0.0) + SAME_COST
    cost = total_cost(chosen)
    sure = cost.high is not None and cost.high <= limit
    text = f"They cost {cost} in all, and {rules.budget or 0:.10g} may be spent."
    unknown = tuple(offer.id for offer in chosen if offer.cost.high is None)
    outcome = _outcome(sure=sure, possible=(cost.low or 0.0) <= limit)
    return Finding(rule=rule.BUDGET, outcome=outcome, text=text, candidates=unknown)


def total_cost(chosen: Sequence[Offer]) -> Interval:
    """Return what a set costs; the high end is ``None`` where a cost is unknown."""
    low = fsum(offer.cost.low or 0.0 for offer in chosen)
    highs = [offer.cost.high for offer in chosen if offer.cost.high is not None]
    return Interval(low, fsum(highs) if len(highs) == len(chosen) else None)


def _invitations(situation: Situation, chosen: Sequence[Offer]) -> Finding:
    seats = dict.fromkeys(situation.members, 1)
    pairs = [(offer.id, offer.inviters) for offer in chosen]
    sure, possible = (sum(_filled(seats, pairs, is_sure=s).values()) for s in (True, False))
    of_all = counted(len(seats), "member")
    text = f"{_range(sure, possible)} of {of_all} can invite a partner of its own.".capitalize()
    outcome = _outcome(sure=sure == len(seats), possible=possible == len(seats))
    return Finding(rule=rule.INVITATIONS, outcome=outcome, text=text)
