"""Sets that no other beats on chain, fit, cost and reach."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from tests.queries.composition_drawn import situations
from tests.queries.composition_example import RULES, toy_situation

from hanse.queries.all_sets import MOST_SETS
from hanse.queries.composition_ends import problem
from hanse.queries.composition_facts import Situation
from hanse.queries.composition_records import Front
from hanse.queries.composition_rules import SetRules
from hanse.queries.composition_value import DEFAULT_OBJECTIVE, chain_share
from hanse.queries.distinct import Distinct
from hanse.queries.pareto import front


def front_of(situation: Situation, rules: SetRules, size: int, look_at: int = MOST_SETS) -> Front:
    asked = problem(situation, rules, DEFAULT_OBJECTIVE, end="low")
    reached = Distinct.of([offer.reached for offer in situation.offers])
    return front(asked, reached, [size], look_at=look_at)


def test_the_front_of_the_worked_example_has_three_sets() -> None:
    # the fixture: on chain, fit and cost; all six sets reach as far
    found = front_of(toy_situation(), RULES, 3)

    assert found.sets == (("b", "m", "q"), ("b", "g", "q"), ("g", "m", "q"))
    assert (found.number, found.is_complete) == (3, True)


def test_a_set_that_reaches_further_stands_on_the_front_too() -> None:
    situation = toy_situation()
    offers = [
        replace(o, reached=frozenset({"p", "x", "y"})) if o.id == "p" else o
        for o in situation.offers
    ]

    found = front_of(replace(situation, offers=tuple(offers)), RULES, 3)

    assert ("b", "m", "p") in found.sets


@settings(max_examples=25)
@given(situations(most=6))
def test_nobody_on_the_front_is_beaten_and_everybody_else_is(situation: Situation) -> None:
    found = front_of(situation, SetRules(smallest=2, largest=2), 2)

    points = {
        tuple(sorted((a.id, b.id))): point(situation, a.id, b.id)
        for a, b in combinations(situation.offers, 2)
    }
    best = {
        chosen
        for chosen, mine in points.items()
        if not any(beats(other, mine) for other in points.values())
    }
    assert set(found.sets) == best


def point(situation: Situation, *ids: str) -> tuple[float, ...]:
    chosen = situation.chosen(ids)
    costs = [float("inf") if o.cost.high is None else o.cost.high for o in chosen]
    reached = frozenset[str]().union(*(offer.reached for offer in chosen))
    fit = sum(o.fit.low or 0.0 for o in chosen) / len(chosen)
    chain = chain_share(situation, chosen).low or 0.0
    return (round(chain, 12), round(fit, 12), -sum(costs), len(reached))


def beats(other: tuple[float, ...], mine: tuple[float, ...]) -> bool:
    return other != mine and all(a >= b for a, b in zip(other, mine, strict=True))


def test_of_more_sets_than_can_be_looked_at_some_of_the_front_is_found() -> None:
    found = front_of(toy_situation(), RULES, 3, look_at=5)

    assert not found.is_complete
    assert ("b", "m", "q") in found.sets
