"""The best set of partners, asked for as a user asks."""

from dataclasses import replace

import pytest
from tests.builders import cluster, project
from tests.queries.composition_example import (
    CHAIN,
    FITS,
    MEMBERS,
    RULES,
    TARGETS,
    claims,
    toy,
)

from hanse.graph.errors import BadInput, UnknownName
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import UNKNOWN, Interval
from hanse.queries.composition import compose
from hanse.queries.composition_records import Composition
from hanse.queries.composition_rules import SetRules
from hanse.queries.composition_value import DEFAULT_OBJECTIVE, Objective


def composed(
    rules: SetRules = RULES,
    *,
    graph: PartnershipGraph | None = None,
    candidates: tuple[str, ...] | None = None,
    fits: dict[str, Interval] | None = FITS,
    weights: Objective = DEFAULT_OBJECTIVE,
    near_best: int = 10,
    pareto: bool = False,
) -> Composition:
    return compose(
        graph or toy(),
        alliance=MEMBERS,
        chain=CHAIN,
        targets=TARGETS,
        rules=rules,
        candidates=candidates,
        fits=fits,
        weights=weights,
        near_best=near_best,
        pareto=pareto,
    )


def test_the_best_set_of_the_worked_example_is_proved() -> None:
    answer = composed(pareto=True)

    assert answer.status == "optimal"
    assert answer.bound == pytest.approx(0.8785, abs=1e-4)
    assert answer.sets[0].members == ("b", "m", "q")
    assert answer.sets[0].makeup.market == Interval(1, 1)
    assert answer.pareto == (("b", "m", "q"), ("b", "g", "q"), ("g", "m", "q"))
    assert answer.appearances == {"b": 4, "g": 4, "m": 4, "p": 3, "q": 3}
    assert answer.relax == ()


def test_the_answer_says_what_was_asked() -> None:
    answer = composed()

    assert (answer.alliance, answer.chain) == (("h", "l", "o"), "chain")
    assert answer.targets == ("canada", "singapore", "united-states")
    assert answer.candidates == ("b", "g", "m", "p", "q", "s")
    assert [rule.id for rule in answer.rules][:2] == ["size", "quota:photonics"]
    assert answer.objective == Objective(chain=0.55, region=0.15, market=0.15, fit=0.15)
    assert answer.pareto == ()


def test_a_smaller_budget_gives_another_set() -> None:
    # the fixture: a greedy choice takes M, B, Q, which costs 55
    answer = composed(replace(RULES, budget=50))

    assert answer.sets[0].members == ("b", "g", "q")
    assert answer.sets[0].value.low == pytest.approx(0.7835, abs=1e-4)


def test_names_are_understood_as_ids_are() -> None:
    rules = replace(RULES, required=("G",), excluded=("Q",))
    named = {name.upper(): fit for name, fit in FITS.items()}

    answer = composed(rules, candidates=("B", "M", "P", "Q"), fits=named)

    # G is required, so it is a candidate without being named
    assert answer.candidates == ("b", "g", "m", "p", "q")
    assert answer.sets[0].members == ("b", "g", "p")


def test_without_fits_fit_weighs_nothing_and_the_weights_say_so() -> None:
    answer = composed(fits=None)

    assert answer.objective.fit == 0
    assert answer.sets[0].makeup.fit == UNKNOWN
    assert answer.sets[0].value.high == pytest.approx(0.8785 - 0.15 * 0.7733, abs=1e-4)


def test_only_as_many_sets_are_given_as_are_asked_for() -> None:
    assert len(composed(near_best=2).sets) == 2
    with pytest.raises(BadInput, match="fewer than one set"):
        composed(near_best=0)


def test_members_are_no_candidates() -> None:
    assert composed(candidates=("b", "m", "q", "l")).candidates == ("b", "m", "q")
    with pytest.raises(BadInput, match="l is a member already"):
        composed(replace(RULES, required=("L",)))
    with pytest.raises(BadInput, match="nobody to choose from"):
        composed(candidates=("l",))


def test_a_name_that_nobody_has_is_refused() -> None:
    with pytest.raises(UnknownName, match="no cluster is called 'Zeta'"):
        composed(candidates=("b", "Zeta"))


def test_who_has_no_categories_or_touches_no_stage_is_said_to() -> None:
    said = [*claims(), *cluster("Plain", country="PL", regions=["Plain"])]
    said += cluster(
        "Plastics", country="RO", regions=["Vest"], categories={"technology_field": ["plastics"]}
    )

    answer = composed(
        SetRules(smallest=2, largest=2), graph=project(said), candidates=("plain", "plastics")
    )

    assert answer.sets[0].uncategorised == ("plain",)
    assert answer.sets[0].off_chain == ("plastics",)
    # only the one may add to the chain: one provider of each stage
    assert answer.sets[0].makeup.chain.low == 0
    assert answer.sets[0].makeup.chain.high == pytest.approx(0.8636, abs=1e-4)


def test_nobody_passes_rules_that_nobody_can_pass_and_the_way_out_is_named() -> None:
    answer = composed(replace(RULES, budget=20))

    assert (answer.status, answer.bound, answer.sets) == ("infeasible", None, ())
    assert answer.relax[0] == ("budget",)
    assert answer.possible is answer.certain


def test_the_same_question_has_the_same_answer() -> None:
    assert composed(pareto=True) == composed(pareto=True)
