"""What a set is worth: the worked example to four decimals, and what must always hold."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.queries.composition_drawn import CHAIN as DRAWN_CHAIN
from tests.queries.composition_drawn import situations
from tests.queries.composition_example import EXPECTED, RULES, toy_situation

from hanse.graph.errors import BadDefinition
from hanse.graph.quantities import UNKNOWN, Interval, exact
from hanse.queries.chains import chain_value
from hanse.queries.composition_facts import Known, Offer, Situation
from hanse.queries.composition_value import (
    DEFAULT_OBJECTIVE,
    Objective,
    chain_share,
    makeup,
    market_share,
    region_share,
)


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda row: row["set"])
def test_each_of_the_twenty_sets_has_the_value_of_the_worked_example(
    expected: dict[str, Any],
) -> None:
    situation = toy_situation()

    worth = makeup(situation, situation.chosen(expected["set"].lower()), DEFAULT_OBJECTIVE)

    assert worth.value.low == worth.value.high == pytest.approx(expected["value"], abs=1e-4)


def test_the_best_set_of_the_worked_example_is_made_of_these_parts() -> None:
    situation = toy_situation()

    worth = makeup(situation, situation.chosen("bmq"), DEFAULT_OBJECTIVE)

    parts = [part.low for part in (worth.chain, worth.region, worth.market, worth.fit)]
    assert parts == pytest.approx([0.9318, 0.6667, 1, 0.7733], abs=1e-4)


def test_where_nobody_was_evaluated_fit_is_unknown_and_weighs_nothing() -> None:
    situation = toy_situation(fits=None)
    weights = DEFAULT_OBJECTIVE.for_situation(situation)

    worth = makeup(situation, situation.chosen("bmq"), weights)

    assert worth.fit == UNKNOWN
    assert weights == Objective(fit=0.0)
    assert worth.value.is_exact


def test_a_candidate_of_unknown_fit_may_have_any() -> None:
    situation = toy_situation(RULES, {"b": exact(0.77), "m": Interval(None, 0.9)})

    worth = makeup(situation, situation.chosen("bmq"), DEFAULT_OBJECTIVE)

    assert worth.fit.low == pytest.approx(0.77 / 3)
    assert worth.fit.high == pytest.approx((0.77 + 0.9 + 1) / 3)


@pytest.mark.parametrize("weight", [-0.1, float("nan"), float("inf")])
def test_a_weight_that_is_none_is_refused(weight: float) -> None:
    with pytest.raises(BadDefinition, match="is no weight"):
        Objective(region=weight)


@given(situations(most=6), st.data())
def test_a_further_partner_never_lowers_what_a_set_adds_to_the_chain(
    situation: Situation, data: st.DataObject
) -> None:
    *few, further = data.draw(st.permutations(situation.offers))

    without, with_it = (chain_share(situation, chosen) for chosen in (few, [*few, further]))

    assert below(without, with_it)


def below(smaller: Interval, larger: Interval) -> bool:
    ends = ((smaller.low, larger.low), (smaller.high, larger.high))
    return all((a or 0.0) <= (b or 0.0) + 1e-12 for a, b in ends)


@given(situations(most=6), st.data())
def test_the_chain_value_is_monotone_and_submodular(
    situation: Situation, data: st.DataObject
) -> None:
    *others, further = data.draw(st.permutations(situation.offers))
    few = others[: data.draw(st.integers(0, len(others)))]

    early = chain([*few, further]) - chain(few)
    late = chain([*others, further]) - chain(others)

    assert early >= late - 1e-12
    assert late >= 0


def chain(chosen: list[Offer]) -> float:
    """Return F of some clusters alone, each cover at its low end."""
    amounts = [sum(o.covers[s].low for o in chosen) for s in range(len(DRAWN_CHAIN.stages))]
    return chain_value(DRAWN_CHAIN, amounts)


def test_an_either_or_promises_one_side_and_two_of_them_may_mean_the_same() -> None:
    # D4.1, section 2.2: "either in North America or Southeast Asia, or both", of three at once
    sides = (frozenset({"north-america"}), frozenset({"southeast-asia"}))

    told = with_markets(toy_situation(), sides)

    assert market_share(told, told.offers[:1]) == Interval(0.5, 1)
    assert market_share(told, told.offers[:2]) == Interval(0.5, 1)


def with_markets(situation: Situation, sides: tuple[frozenset[str], ...]) -> Situation:
    every = frozenset[str]().union(*sides)
    offers = tuple(
        replace(offer, markets=Known(possible=every), either=frozenset({0}))
        for offer in situation.offers
    )
    return replace(situation, targets=tuple(sorted(every)), either=(sides,), offers=offers)


def test_partners_of_one_country_whose_regions_are_unknown_may_share_one() -> None:
    somewhere = frozenset({"country:PL"})
    situation = toy_situation()
    two = [
        replace(offer, places=Known(sure=somewhere, possible=frozenset({f"of:{offer.id}"})))
        for offer in situation.offers[:2]
    ]

    assert region_share(situation, two) == Interval(0.5, 1)
