"""The best sets in order: looked at, bounded, or solved, they are the same."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.queries.composition_drawn import set_rules, situations
from tests.queries.composition_example import RULES, toy_situation

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.cases import shipped
from hanse.ingest.chains import read_chain
from hanse.queries.all_sets import every_set
from hanse.queries.composition_columns import Problem
from hanse.queries.composition_ends import End, problem
from hanse.queries.composition_facts import Situation
from hanse.queries.composition_reading import situation as read_situation
from hanse.queries.composition_rules import SetRules
from hanse.queries.composition_value import DEFAULT_OBJECTIVE, Objective
from hanse.queries.distinct import Floats, Sets
from hanse.queries.near_best import Effort, Ranking, best_sets
from hanse.queries.solver import Deadline

SOON = 30.0
BOUNDED = Effort(every=0)
SOLVED = Effort(every=0, bounded=0)
LOOKED_AT = Effort()


def asked_for(end: End = "low") -> Problem:
    return problem(toy_situation(), RULES, DEFAULT_OBJECTIVE, end=end)


def ranked(asked: Problem, effort: Effort, *, size: int = 3, number: int = 10) -> Ranking:
    return best_sets(asked, size, number=number, deadline=Deadline.after(SOON), effort=effort)


@pytest.mark.parametrize("effort", [LOOKED_AT, BOUNDED, SOLVED])
def test_the_six_sets_that_pass_come_in_the_order_of_the_worked_example(effort: Effort) -> None:
    found = ranked(asked_for(), effort)

    names = ["".join("bgmpqs"[n] for n in one) for one in found.sets]
    assert names == ["bmq", "bmp", "bgq", "bgp", "gmq", "gmp"]
    assert found.bound == pytest.approx(0.8785, abs=1e-4)
    assert not found.is_infeasible


@settings(max_examples=25)
@given(situations(), set_rules(), st.sampled_from(("low", "high")))
def test_however_they_are_found_the_values_of_the_best_sets_are_the_same(
    situation: Situation, rules: SetRules, end: End
) -> None:
    asked = problem(situation, rules, DEFAULT_OBJECTIVE, end=end)

    looked_at, bounded, solved = (
        ranked(asked, effort, size=rules.smallest, number=4)
        for effort in (LOOKED_AT, BOUNDED, SOLVED)
    )

    assert bounded.values == pytest.approx(looked_at.values)
    assert solved.values == pytest.approx(looked_at.values)
    # every one of them is proved: nothing else exceeds the last
    assert solved.rest <= min(solved.values, default=-np.inf) + 1e-6
    assert looked_at.is_infeasible is bounded.is_infeasible is solved.is_infeasible


@settings(max_examples=25)
@given(situations(), set_rules())
def test_every_set_that_is_found_passes_and_none_comes_twice(
    situation: Situation, rules: SetRules
) -> None:
    asked = problem(situation, rules, DEFAULT_OBJECTIVE, end="low")

    found = ranked(asked, SOLVED, size=rules.smallest)

    assert len(set(found.sets)) == len(found.sets)
    if found.sets:
        assert asked.passes(np.array(found.sets)).all()
        assert list(found.values) == sorted(found.values, reverse=True)


def test_sets_of_equal_value_are_in_the_order_of_their_other_end_then_of_ids() -> None:
    # without anything that counts all sets are equal
    nothing = problem(
        toy_situation(), RULES, Objective(chain=0, region=0, market=0, fit=0),
        end="low",
    )  # fmt: skip

    alike = best_sets(nothing, 3, number=6, deadline=Deadline.after(SOON))
    by_other_end = best_sets(
        nothing, 3, number=6, deadline=Deadline.after(SOON), second=asked_for()
    )

    assert list(alike.sets) == sorted(alike.sets)
    assert by_other_end.sets == ranked(asked_for(), LOOKED_AT).sets


def test_time_that_is_up_leaves_the_floor_of_the_swap_search_and_a_bound() -> None:
    found = best_sets(
        asked_for(), 3, number=3, deadline=Deadline.after(0), effort=Effort(every=0, bounded=0)
    )

    assert found.sets[0] == (0, 2, 4)
    assert found.bound >= found.values[0]


# -- the annex ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def annex() -> Situation:
    """Return the 95 clusters of the annex besides the three members of LASER-GO in it."""
    store = SqliteStore.in_memory(shipped("laser-go"), address="laser-go")
    graph = PartnershipGraph.of(store, as_of=store.contents().settings.as_of)
    members = graph.members("laser-go")
    text = {chain.id: chain.text for chain in graph.definitions("chain")}
    return read_situation(
        graph,
        alliance=members,
        chain=read_chain(text["photonics-for-health"], where="the shipped chain"),
        targets=("north-america", "southeast-asia"),
        candidates=[c.id for c in graph.clusters() if c.annex_no and c.id not in members],
        rules=SetRules(),
    )


@pytest.mark.parametrize("end", ["low", "high"])
def test_the_solver_finds_the_best_of_all_138_415_triples_of_the_annex(
    annex: Situation, end: End
) -> None:
    weights = DEFAULT_OBJECTIVE.for_situation(annex)
    triples = every_set(range(len(annex.offers)), 3)
    values = plainly(annex, triples, is_low=end == "low")

    found = ranked(problem(annex, SetRules(), weights, end=end), SOLVED)

    assert len(triples) == 138_415
    assert found.values == pytest.approx(np.sort(values)[::-1][:10], abs=1e-9)
    assert found.bound == pytest.approx(values.max())


def plainly(annex: Situation, triples: Sets, *, is_low: bool) -> Floats:
    """Return the values of triples once more, straight from the formulas."""
    weights, offers = DEFAULT_OBJECTIVE, annex.offers
    covers = np.array([[c.low if is_low else c.high for c in o.covers] for o in offers])
    has = np.array([high if is_low else low for low, high in annex.standing.amounts])
    stages = np.array([stage.weight for stage in annex.chain.stages])

    def chain(amounts: Floats) -> Floats:
        worth = 0.7 * np.clip(amounts, 0, 1) + 0.3 * np.clip(amounts - 1, 0, 1)
        total: Floats = worth @ stages
        return total

    missing = annex.missing[1] if is_low else annex.missing[0]
    share = (chain(has + covers[triples].sum(axis=1)) - chain(has)) / missing
    places = [o.places.sure if is_low else o.places.possible for o in offers]
    region = united(triples, places, without=annex.within if is_low else {}) / 3
    turns = annex.turns if is_low else ((),)
    covered = [
        united(triples, [
            o.markets.sure.union(*(turn[n] for n in o.either)) if is_low else o.markets.possible
            for o in offers
        ])
        for turn in turns
    ]  # fmt: skip
    market = np.min(covered, axis=0) / len(annex.targets)
    whole = np.minimum(share, 1), np.minimum(region, 1), market
    total: Floats = weights.chain * whole[0] + weights.region * whole[1] + weights.market * whole[2]
    return total


def united(
    triples: Sets,
    things: Sequence[frozenset[str]],
    *,
    without: object = None,
) -> Floats:
    """Return how many things three clusters have together, wider places aside."""
    outer = without if isinstance(without, dict) else {}
    names = sorted(name for name, n in Counter(t for had in things for t in had).items() if n)
    has = np.array([[name in had for name in names] for had in things], dtype=bool)
    any_of = has[triples[:, 0]] | has[triples[:, 1]] | has[triples[:, 2]]
    counts: Floats = any_of.sum(axis=1).astype(np.float64)
    for place, name in enumerate(names):
        inner = [n for n, other in enumerate(names) if name in outer.get(other, ())]
        if inner:
            counts = counts - (any_of[:, place] & any_of[:, inner].any(axis=1))
    return counts
