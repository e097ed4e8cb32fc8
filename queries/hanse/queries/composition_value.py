"""What a set of partners is worth to an alliance, and what that is made of.

Value = .55 chain + .15 region + .15 market + .15 fit, each a share from 0 to 1. The weights
are this project's own; no source stands behind them, they are shown with every answer, and
each can be changed. Fit is another axis than the rest, and may weigh nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from math import fsum, isfinite
from typing import Final

from hanse.graph.errors import BadDefinition
from hanse.graph.quantities import UNKNOWN, Interval
from hanse.queries.chains import chain_value
from hanse.queries.composition_facts import Offer, Situation
from hanse.queries.gains import COMPLETE_BELOW, ROUNDING

PARTS: Final = ("chain", "region", "market", "fit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """What each part counts in the value of a set.

    Raises
    ------
    BadDefinition
        When a weight is negative or not a number.
    """

    chain: float = 0.55
    region: float = 0.15
    market: float = 0.15
    fit: float = 0.15

    def __post_init__(self) -> None:
        for weight in fields(self):
            value = getattr(self, weight.name)
            if not (isfinite(value) and value >= 0):
                where, hint = f"weight of {weight.name}", "give a number of 0 or more"
                raise BadDefinition(f"{value:g} is no weight", where=where, hint=hint)

    def for_situation(self, situation: Situation) -> "Objective":
        """Return the weights as used: fit weighs nothing where nobody was evaluated."""
        return self if situation.has_fit else replace(self, fit=0.0)


DEFAULT_OBJECTIVE: Final = Objective()


@dataclass(frozen=True, slots=True, kw_only=True)
class Makeup:
    """The value of a set and its parts, each 0 to 1.

    ``chain`` is unknown where the chain is complete already, ``market`` where no market is
    aimed at, ``fit`` where nobody was evaluated; an unknown part counts 0.
    """

    value: Interval
    chain: Interval
    region: Interval
    market: Interval
    fit: Interval


def makeup(situation: Situation, chosen: Sequence[Offer], objective: Objective) -> Makeup:
    """Return what the candidates ``chosen`` are worth together; they are one or more."""
    parts = {
        "chain": chain_share(situation, chosen),
        "region": region_share(situation, chosen),
        "market": market_share(situation, chosen),
        "fit": mean_fit(situation, chosen),
    }
    low = fsum(getattr(objective, name) * (part.low or 0.0) for name, part in parts.items())
    high = fsum(getattr(objective, name) * (part.high or 0.0) for name, part in parts.items())
    return Makeup(value=Interval(low, high), **parts)


def chain_share(situation: Situation, chosen: Sequence[Offer]) -> Interval:
    """Return the share of what the alliance lacks of the chain that a set brings.

    (F(K with S) - F(K)) / (1 - F(K)). Where the covers of members are ranges, the least gain
    meets the best provided alliance and the greatest the least provided one.
    """
    if situation.is_complete:
        return UNKNOWN
    least, most = situation.missing
    enough = COMPLETE_BELOW - ROUNDING
    low = _chain_gain(situation, chosen, is_worst=True) / most if least >= enough else 0.0
    high = _chain_gain(situation, chosen, is_worst=False) / max(least, enough)
    return Interval(min(1.0, low), min(1.0, high))


def _chain_gain(situation: Situation, chosen: Sequence[Offer], *, is_worst: bool) -> float:
    """Return F(K with S) - F(K), as a share of the complete chain."""
    has = [high if is_worst else low for low, high in situation.standing.amounts]
    with_them = [
        amount + fsum(o.covers[s].low if is_worst else o.covers[s].high for o in chosen)
        for s, amount in enumerate(has)
    ]
    return chain_value(situation.chain, with_them) - chain_value(situation.chain, has)


def region_share(situation: Situation, chosen: Sequence[Offer]) -> Interval:
    """Return the regions new to the alliance, as a share of the number of partners, at most 1.

    Partners of one country whose regions are unknown are in one region at the worst, and in
    one each at the best.
    """
    sure = frozenset[str]().union(*(offer.places.sure for offer in chosen))
    holding = frozenset[str]().union(*(situation.within.get(p, frozenset()) for p in sure))
    possible = frozenset[str]().union(*(offer.places.possible for offer in chosen))
    low, high = len(sure - holding) / len(chosen), len(possible) / len(chosen)
    return Interval(min(1.0, low), min(1.0, high))


def market_share(situation: Situation, chosen: Sequence[Offer]) -> Interval:
    """Return the share of the target markets that a set covers.

    At the worst one side of each "either ... or both" holds, and they overlap as they can.
    """
    if not situation.targets:
        return UNKNOWN
    sure = frozenset[str]().union(*(offer.markets.sure for offer in chosen))
    open_sides = sorted(frozenset[int]().union(*(offer.either for offer in chosen)))
    least = min(len(sure.union(*(turn[n] for n in open_sides))) for turn in situation.turns)
    possible = frozenset[str]().union(*(offer.markets.possible for offer in chosen))
    number = len(situation.targets)
    return Interval(least / number, len(possible) / number)


def mean_fit(situation: Situation, chosen: Sequence[Offer]) -> Interval:
    """Return the mean fit of a set, 0 to 1; a candidate of unknown fit may have any."""
    if not situation.has_fit:
        return UNKNOWN
    lows = fsum(offer.fit.low or 0.0 for offer in chosen)
    highs = fsum(1.0 if offer.fit.high is None else offer.fit.high for offer in chosen)
    return Interval(lows / len(chosen), highs / len(chosen))
