"""Put what is known of candidates into columns, at its worst or at its best."""

from collections.abc import Mapping, Sequence
from math import inf
from typing import Final, Literal

import numpy as np

from hanse.graph.errors import BadDefinition
from hanse.queries import composition_rules as rule
from hanse.queries.chains import tier
from hanse.queries.composition_columns import Bools, Chain, Condition, Problem
from hanse.queries.composition_facts import Known, Offer, Situation
from hanse.queries.composition_rules import SetRules
from hanse.queries.composition_value import Objective
from hanse.queries.distinct import Distinct
from hanse.queries.gains import COMPLETE_BELOW, ROUNDING
from hanse.queries.seats import hall_conditions

End = Literal["low", "high"]
# Kinds of seats, or members who may invite different clusters: n give 2**n - 1 conditions.
MOST_KINDS: Final = 12


def problem(situation: Situation, rules: SetRules, objective: Objective, *, end: End) -> Problem:
    """Return one end of what is asked.

    Raises
    ------
    BadDefinition
        When seats are of more kinds than can be held against each other.
    """
    offers, is_low = situation.offers, end == "low"
    held = len(situation.countries) + (0 if is_low else situation.unplaced)
    return Problem(
        ids=tuple(offer.id for offer in offers),
        objective=objective,
        chain=_chain(situation, is_low=is_low),
        places=Distinct.of(
            [_held(offer.places, is_low=is_low) for offer in offers],
            situation.within if is_low else None,
        ),
        markets=_markets(situation, is_low=is_low),
        number_of_targets=len(situation.targets),
        fit=np.array([_fit(offer, is_low=is_low) for offer in offers]),
        blocked=_blocked(rules, offers, is_low=is_low),
        conditions=_conditions(situation, rules, is_low=is_low),
        required=tuple(n for n, offer in enumerate(offers) if offer.id in rules.required),
        costs=np.array([_cost(offer, is_low=is_low) for offer in offers]),
        budget=rules.budget,
        countries=Distinct.of([_held(offer.countries, is_low=is_low) for offer in offers]),
        new_countries=max(0, rules.least_countries - held),
    )


def _held(known: Known, *, is_low: bool) -> frozenset[str]:
    return known.sure if is_low else known.possible


def _fit(offer: Offer, *, is_low: bool) -> float:
    low, high = offer.fit.low or 0.0, 1.0 if offer.fit.high is None else offer.fit.high
    return low if is_low else high


def _cost(offer: Offer, *, is_low: bool) -> float:
    """Return a cost; the worst is the highest, and an unknown one has no highest."""
    if is_low:
        return inf if offer.cost.high is None else offer.cost.high
    return offer.cost.low or 0.0


def _chain(situation: Situation, *, is_low: bool) -> Chain:
    """Return what covers add; at the worst they meet the best provided alliance."""
    stages, providers = situation.chain.stages, situation.chain.provider_worths
    least, most = situation.missing
    enough = COMPLETE_BELOW - ROUNDING
    missing = most if is_low else max(least, enough)
    counts = not situation.is_complete and (least >= enough or not is_low)
    has = np.array([high if is_low else low for low, high in situation.standing.amounts])
    numbers = np.arange(len(providers))
    filled = [[tier(amount, int(number)) for number in numbers] for amount in has]
    covers = [[c.low if is_low else c.high for c in offer.covers] for offer in situation.offers]
    return Chain(
        covers=np.array(covers).reshape(len(covers), len(stages)),
        start=np.maximum(0.0, numbers - has[:, np.newaxis]),
        length=1.0 - np.array(filled),
        worth=np.outer([stage.weight for stage in stages], providers) * (counts / missing),
    )


def _markets(situation: Situation, *, is_low: bool) -> tuple[Distinct, ...]:
    offers = situation.offers
    if not is_low:
        return (Distinct.of([offer.markets.possible for offer in offers]),)
    return tuple(
        Distinct.of([o.markets.sure.union(*(turn[n] for n in o.either)) for o in offers])
        for turn in situation.turns
    )


def _blocked(rules: SetRules, offers: Sequence[Offer], *, is_low: bool) -> dict[str, Bools]:
    """Return whom a rule shuts out by itself, by the rule's id."""
    found: dict[str, Bools] = {}
    out = ("fail", "unknown") if is_low else ("fail",)
    for asked in rules.screening:
        found[asked.id] = np.array([o.screened[asked.id].outcome in out for o in offers])
    for known in rules.excluded:
        found[rule.EXCLUDE + known] = np.array([offer.id == known for offer in offers])
    if rules.budget is not None:
        found[rule.BUDGET] = np.array([_cost(o, is_low=is_low) == inf for o in offers])
    return {name: out for name, out in found.items() if out.any()}


def _conditions(situation: Situation, rules: SetRules, *, is_low: bool) -> tuple[Condition, ...]:
    """Return quotas and invitations by Hall's condition, and the new regions asked for."""
    fields = [_held(offer.fields, is_low=is_low) for offer in situation.offers]
    found = _seats({q.id: q.seats for q in rules.quotas}, fields, rule_of=None)
    if rules.invite_one_each:
        inviters = [_held(offer.inviters, is_low=is_low) for offer in situation.offers]
        seats = dict.fromkeys(situation.members, 1)
        found += _seats(seats, inviters, rule_of=rule.INVITATIONS)
    if rules.new_regions:
        brings = np.array([bool(_held(o.places, is_low=is_low)) for o in situation.offers])
        relief = {rule.NEW_REGION: rules.new_regions}
        found.append(Condition(among=brings, need=rules.new_regions, relief=relief))
    return tuple(found)


def _seats(
    seats: Mapping[str, int], able: Sequence[frozenset[str]], *, rule_of: str | None
) -> list[Condition]:
    """Return the conditions under which seats can be shared out.

    ``rule_of`` is the rule that asks for all of them; without it each kind is a rule. Kinds
    that the same clusters can fill are one kind with more seats.
    """
    alike: dict[frozenset[int], list[str]] = {}
    for kind in seats:
        alike.setdefault(frozenset(n for n, can in enumerate(able) if kind in can), []).append(kind)
    if len(alike) > MOST_KINDS:
        what = f"seats of {len(alike)} kinds cannot be shared out"
        raise BadDefinition(what, hint=f"ask for {MOST_KINDS} kinds at the most")
    joint = {kinds[0]: sum(seats[kind] for kind in kinds) for kinds in alike.values()}
    members = {kinds[0]: kinds for kinds in alike.values()}
    found = []
    for chosen, need in hall_conditions(joint):
        who = np.array([not can.isdisjoint(chosen) for can in able])
        asked = {kind: seats[kind] for first in chosen for kind in members[first]}
        relief = asked if rule_of is None else {rule_of: need}
        found.append(Condition(among=who, need=need, relief=relief))
    return found
