"""Which rules stand in the way: the smallest ways out, each of them needed."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from tests.queries.composition_drawn import set_rules, situations
from tests.queries.composition_example import RULES, toy_situation

from hanse.queries.all_sets import every_set
from hanse.queries.composition_check import findings
from hanse.queries.composition_ends import problem
from hanse.queries.composition_facts import Situation
from hanse.queries.composition_rules import SetRules
from hanse.queries.composition_value import DEFAULT_OBJECTIVE
from hanse.queries.relaxing import relaxations
from hanse.queries.solver import Deadline


def ways(rules: SetRules, situation: Situation | None = None) -> tuple[tuple[str, ...], ...]:
    here = situation or toy_situation(rules)
    asked = problem(here, rules, DEFAULT_OBJECTIVE, end="low")
    return relaxations(asked, rules, members=len(here.members), deadline=Deadline.after(30))


def test_a_budget_too_small_is_the_one_rule_to_relax() -> None:
    # three of them cost 28 at the least
    assert ways(replace(RULES, budget=20))[0] == ("budget",)


def test_where_one_rule_is_not_enough_pairs_are_named() -> None:
    # S has 22 active members
    rules = replace(RULES, budget=20, required=("s",))

    assert ("active", "budget") in ways(rules)
    assert ("budget", "require:s") in ways(rules)
    assert min(map(len, ways(rules))) == 2


@pytest.mark.parametrize(
    ("rules", "way"),
    [
        (SetRules(smallest=7, largest=7), ("size",)),
        (SetRules(least_entities=7), ("entities",)),
        (SetRules(least_countries=9), ("countries",)),
        (SetRules(new_regions=3, required=("m",)), ("new-region",)),
        (SetRules(required=("s",), excluded=("s",)), ("exclude:s",)),
        (SetRules(smallest=1, largest=1, required=("s", "b")), ("require:b",)),
        (SetRules(smallest=2, largest=2, invite_one_each=True), ("invitations",)),
    ],
    ids=lambda value: str(value)[:40],
)
def test_each_kind_of_rule_may_be_the_one_in_the_way(rules: SetRules, way: tuple[str, ...]) -> None:
    assert way in ways(rules)


@settings(max_examples=25)
@given(situations(most=5), set_rules())
def test_the_ways_out_are_the_smallest_that_there_are(
    situation: Situation, rules: SetRules
) -> None:
    broken = broken_by_each_set(situation, rules)
    assume(frozenset() not in broken)

    named = [frozenset(way) for way in ways(rules, situation)]

    # the smallest sets of rules that some set breaks and no other way out is part of
    assert len(named[0]) == min(map(len, broken))
    for way in named:
        assert any(one <= way for one in broken)
        assert not any(one < way for one in broken)
        assert not any(other < way for other in named)


def broken_by_each_set(situation: Situation, rules: SetRules) -> set[frozenset[str]]:
    """Return which rules each set of any size breaks, at the worst; quotas taken apart."""
    broken: set[frozenset[str]] = set()
    for size in range(1, len(situation.offers) + 1):
        for numbers in every_set(range(len(situation.offers)), size):
            chosen = [situation.offers[n] for n in np.atleast_1d(numbers)]
            for quotas in chosen_quotas(rules):
                asked = replace(rules, quotas=quotas)
                out = {one.rule for one in findings(situation, asked, chosen)
                       if one.outcome != "pass"}  # fmt: skip
                dropped = {quota.id for quota in rules.quotas if quota not in quotas}
                if not any(rule.startswith("quota:") for rule in out):
                    broken.add(frozenset(out | dropped))
    return broken


def chosen_quotas(rules: SetRules) -> list[tuple]:  # type: ignore[type-arg]
    return [
        chosen
        for number in range(len(rules.quotas) + 1)
        for chosen in combinations(rules.quotas, number)
    ]


def test_the_same_ways_are_named_each_time() -> None:
    rules = replace(RULES, budget=20)

    assert ways(rules) == ways(rules)
