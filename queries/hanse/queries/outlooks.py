"""The best sets at their worst and at their best, each checked again by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from hanse.graph.errors import HanseError
from hanse.graph.quantities import Interval
from hanse.queries.composition_check import findings, passes, seating, total_cost, why_not
from hanse.queries.composition_columns import Problem
from hanse.queries.composition_ends import End, problem
from hanse.queries.composition_facts import Offer, Situation
from hanse.queries.composition_records import (
    ChosenSet,
    Composition,
    FailingSet,
    Front,
    Outlook,
)
from hanse.queries.composition_rules import SetRules
from hanse.queries.composition_value import Makeup, Objective, makeup
from hanse.queries.distinct import Distinct
from hanse.queries.near_best import DEFAULT_EFFORT, PROVED_TO, Effort, Ranking, best_sets
from hanse.queries.pareto import front
from hanse.queries.relaxing import relaxations
from hanse.queries.scores import SAME_TO
from hanse.queries.solver import Deadline

# Parts of the time that the certain sets, the possible ones, and those that fail may take.
_PARTS: Final = (0.5, 0.25, 0.15)
# A solver and the plain sum may differ by this much.
_SAME_VALUE: Final = 1e-6


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is asked: how many near-best sets, within how many seconds, looking at how many."""

    situation: Situation
    rules: SetRules
    objective: Objective
    number: int
    seconds: float
    effort: Effort = DEFAULT_EFFORT

    @property
    def sizes(self) -> range:
        """Return the sizes that sets may have, by the rules and the number of candidates."""
        least = self.rules.least_entities - len(self.situation.members)
        most = min(self.rules.largest, len(self.situation.offers))
        return range(max(self.rules.smallest, least), most + 1)

    def problem(self, end: End) -> Problem:
        """Return one end of the problem."""
        return problem(self.situation, self.rules, self.objective, end=end)

    def chosen(self, ranking: Ranking) -> Iterator[tuple[Offer, ...]]:
        """Yield the offers of each set."""
        for numbers in ranking.sets:
            yield tuple(self.situation.offers[number] for number in numbers)


def composed(asked: Asked, *, has_front: bool = False) -> Composition:
    """Return the whole answer; the front only where it is asked for."""
    about = asked.situation
    certain, possible, failing = outlooks(asked)
    return Composition(
        alliance=about.members,
        chain=about.chain.id,
        targets=about.targets,
        objective=asked.objective,
        rules=asked.rules.listed(),
        candidates=tuple(offer.id for offer in about.offers),
        certain=certain,
        possible=possible,
        failing=failing,
        front=pareto_front(asked, certain) if has_front else None,
    )


def outlooks(asked: Asked) -> tuple[Outlook, Outlook, tuple[FailingSet, ...]]:
    """Return the certain and the possible outlook, and better sets that fail.

    Raises
    ------
    HanseError
        When no set was found in time, though some may exist.
    """
    low, high = asked.problem("low"), asked.problem("high")
    seconds = [asked.seconds * part for part in _PARTS]
    certain = _outlook(asked, low, high, end="low", seconds=seconds[0])
    is_known = low.is_like(high)
    possible = certain if is_known else _outlook(asked, high, low, end="high", seconds=seconds[1])
    return certain, possible, _failing(asked, low, certain, seconds[2])


def pareto_front(asked: Asked, certain: Outlook) -> Front:
    """Return the front of the certain sets; of the possible ones where there are none."""
    reached = Distinct.of([offer.reached for offer in asked.situation.offers])
    return front(asked.problem("low" if certain.sets else "high"), reached, asked.sizes)


def _rankings(
    asked: Asked,
    here: Problem,
    second: Problem | None,
    seconds: float,
    *,
    above: float = -np.inf,
) -> list[Ranking]:
    """Return the ranking of each size; each has its share of the time."""
    share = seconds / max(1, len(asked.sizes))
    return [
        best_sets(
            here,
            size,
            number=asked.number,
            deadline=Deadline.after(share),
            second=second,
            above=above,
            effort=asked.effort,
        )
        for size in asked.sizes
    ]


def _outlook(asked: Asked, here: Problem, second: Problem, *, end: End, seconds: float) -> Outlook:
    found = _rankings(asked, here, second, seconds)
    if all(ranking.is_infeasible for ranking in found):
        return _infeasible(asked, here, seconds)
    every = [
        checked(asked, offers, value, end=end)
        for ranking in found
        for offers, value in zip(asked.chosen(ranking), ranking.values, strict=True)
    ]
    if not every:
        what = f"no set of partners was found within {seconds:.3g} seconds"
        raise HanseError(what, hint="give more time, or fewer candidates")
    sets = sorted(every, key=lambda one: _order(one, end))[: asked.number]
    values = [_at(one.value, end) for one in sets]
    bound = max(values[0], _bound(asked, found))
    is_proved = values[0] >= bound - PROVED_TO
    proved = max(ranking.rest for ranking in found) - PROVED_TO
    return Outlook(
        status="optimal" if is_proved else "feasible",
        bound=values[0] if is_proved else bound,
        gap=0.0 if is_proved else bound - values[0],
        sets=tuple(sets),
        proved=sum(value >= proved for value in values),
    )


def _infeasible(asked: Asked, here: Problem, seconds: float) -> Outlook:
    """Return that no set passes, and which rules stand in the way."""
    members, deadline = len(asked.situation.members), Deadline.after(seconds / 2)
    relax = relaxations(here, asked.rules, members=members, deadline=deadline)
    return Outlook(status="infeasible", bound=None, gap=None, sets=(), proved=0, relax=relax)


def _bound(asked: Asked, found: Sequence[Ranking]) -> float:
    """Return what no set exceeds; nothing exceeds all weights together."""
    weights = asked.objective
    most = weights.chain + weights.region + weights.market + weights.fit
    return min(most, max(ranking.bound for ranking in found))


def checked(asked: Asked, offers: Sequence[Offer], value: float, *, end: End) -> ChosenSet:
    """Return a set that was found, after an independent check of its value and the rules.

    Raises
    ------
    HanseError
        When the set does not pass, or is not worth ``value`` at this end.
    """
    worth = makeup(asked.situation, offers, asked.objective)
    found = findings(asked.situation, asked.rules, offers)
    outcome = passes(found)
    is_fit = outcome is True or (end == "high" and outcome is None)
    if not is_fit or abs(_at(worth.value, end) - value) > _SAME_VALUE:
        names = ", ".join(offer.id for offer in offers)
        what = f"the search and the check disagree on {names}"
        raise HanseError(what, hint="this is a fault of Hanse; please report it")
    return ChosenSet(
        members=tuple(offer.id for offer in offers),
        makeup=worth,
        cost=total_cost(offers),
        seats=seating(asked.rules, offers),
        open=why_not(found),
        off_chain=tuple(offer.id for offer in offers if offer.is_off_chain),
        uncategorised=tuple(offer.id for offer in offers if offer.is_uncategorised),
    )


def _at(value: Interval, end: End) -> float:
    return (value.low if end == "low" else value.high) or 0.0


def _order(one: ChosenSet, end: End) -> tuple[float, float, tuple[str, ...]]:
    """Return the key for falling values at this end, then at the other, then ids."""
    low, high = round(_at(one.value, "low"), SAME_TO), round(_at(one.value, "high"), SAME_TO)
    return (-low, -high, one.members) if end == "low" else (-high, -low, one.members)


def _failing(
    asked: Asked, low: Problem, certain: Outlook, seconds: float
) -> tuple[FailingSet, ...]:
    """Return the sets that would be worth more than the best certain one, with the reasons."""
    best = _at(certain.sets[0].value, "low") if certain.sets else -np.inf
    rankings = _rankings(asked, low.without_rules(), None, seconds, above=best)
    sets = [_failure(asked, offers) for ranking in rankings for offers in asked.chosen(ranking)]
    better = [one for one in sets if one.why_not and _low(one.makeup) > best + PROVED_TO]
    order = sorted(better, key=lambda one: (-round(_low(one.makeup), SAME_TO), one.members))
    return tuple(order[: asked.number])


def _failure(asked: Asked, offers: Sequence[Offer]) -> FailingSet:
    return FailingSet(
        members=tuple(offer.id for offer in offers),
        makeup=makeup(asked.situation, offers, asked.objective),
        why_not=why_not(findings(asked.situation, asked.rules, offers)),
    )


def _low(worth: Makeup) -> float:
    return worth.value.low or 0.0
