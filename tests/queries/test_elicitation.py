"""Weights by trade-off questions: few questions, the weights they mean, contradictions told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.people import GUIDE

from hanse.graph.errors import BadInput, UnknownName
from hanse.graph.model import Guide
from hanse.queries.elicitation import (
    Elicited,
    TradeOff,
    elicited,
    next_question,
    with_weights,
)

ASKED = {criterion.id: criterion for criterion in GUIDE.criteria}


def worth(guide: Guide, criterion: str) -> float:
    found = {c.id: c.weight * (c.scale.maximum - c.scale.minimum) for c in guide.criteria}
    return found[criterion]


def answered(guide: Guide, *, wrong_by: float = 1.0) -> list[TradeOff]:
    """Answer every question by the weights of ``guide``, the checks too high by a factor."""
    answers: list[TradeOff] = []
    while question := next_question(guide, answers):
        times = worth(guide, question.a) / worth(guide, question.b)
        times *= wrong_by if question.is_check else 1
        answers.append(TradeOff(a=question.a, b=question.b, times=times))
    return answers


def weights(found: Elicited) -> dict[str, float]:
    assert found.weights is not None
    return dict(found.weights)


def test_ten_criteria_take_nine_questions_and_five_checks() -> None:
    answers = answered(GUIDE)
    links = [a for n, a in enumerate(answers) if not _is_check(answers[:n])]

    assert (len(links), len(answers)) == (9, 14)


def _is_check(before: list[TradeOff]) -> bool:
    question = next_question(GUIDE, before)
    assert question is not None
    return question.is_check


def test_the_weights_are_those_that_the_answers_mean() -> None:
    found = elicited(GUIDE, answered(GUIDE))

    assert weights(found) == pytest.approx({c.id: c.weight for c in GUIDE.criteria})
    assert found.typical_factor == pytest.approx(1)
    assert found.is_consistent is True


def test_the_heaviest_criterion_is_set_beside_the_others_in_turn() -> None:
    question = next_question(GUIDE, [])

    assert question is not None
    assert (question.a, question.b, question.is_check) == ("fair-contract", "companies", False)
    assert question.text == (
        "How many times as much is it worth to go from 0 (Unacceptable) to 5 (Very strong) by "
        "fair contract as from 0 to 5 by companies? (1: the same; below 1: less)"
    )


def test_a_listing_rated_0_or_1_takes_five_times_the_weight_to_be_worth_as_much() -> None:
    guide = replace(GUIDE, criteria=(ASKED["eccp"], ASKED["interest"]))
    found = elicited(guide, [TradeOff(a="interest", b="eccp", times=1)])

    assert weights(found) == pytest.approx({"eccp": 5 / 6, "interest": 1 / 6})


def test_answers_that_only_tie_the_weights_together_check_nothing() -> None:
    found = elicited(GUIDE, answered(GUIDE)[:9])

    assert weights(found) == pytest.approx({c.id: c.weight for c in GUIDE.criteria})
    assert (found.typical_factor, found.is_consistent) == (None, None)


def test_while_a_criterion_is_tied_to_no_other_there_are_no_weights() -> None:
    assert elicited(GUIDE, answered(GUIDE)[:8]).weights is None


def test_checks_that_contradict_the_others_are_told_with_the_worst_first() -> None:
    answers = answered(GUIDE, wrong_by=4)
    found = elicited(GUIDE, answers)
    factors = [round(c.factor, 9) for c in found.contradictions]

    assert found.is_consistent is False
    assert factors == sorted(factors, reverse=True)
    assert found.contradictions[0].answer in answers
    assert found.contradictions[0].factor > 1.5


def test_two_answers_on_one_pair_count_as_their_geometric_mean() -> None:
    guide = replace(GUIDE, criteria=(ASKED["culture"], ASKED["interest"]))
    twice = [TradeOff(a="interest", b="culture", times=times) for times in (2, 8)]

    assert weights(elicited(guide, twice)) == pytest.approx({"culture": 0.2, "interest": 0.8})


def test_one_criterion_alone_needs_no_question() -> None:
    guide = replace(GUIDE, criteria=(ASKED["interest"],))

    assert next_question(guide, []) is None
    assert elicited(guide, []).weights == {"interest": 1}


def test_other_weights_leave_the_guide_as_it_is_otherwise() -> None:
    equal = dict.fromkeys(ASKED, 0.1)
    found = with_weights(GUIDE, equal)

    assert {c.id: c.weight for c in found.criteria} == equal
    assert with_weights(found, {c.id: c.weight for c in GUIDE.criteria}) == GUIDE


def test_an_answer_about_no_criterion_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="no criterion is called 'interests'") as refused:
        elicited(GUIDE, [TradeOff(a="interests", b="culture", times=1)])
    assert "interest" in refused.value.hint


@pytest.mark.parametrize("times", [0, -1, 1_000, float("nan")])
def test_an_impossible_trade_off_is_refused(times: float) -> None:
    with pytest.raises(BadInput, match="is no trade-off"):
        elicited(GUIDE, [TradeOff(a="interest", b="culture", times=times)])


def test_a_criterion_beside_itself_is_refused() -> None:
    with pytest.raises(BadInput, match="beside itself"):
        next_question(GUIDE, [TradeOff(a="interest", b="interest", times=1)])


shares = st.lists(st.floats(0.1, 1), min_size=2, max_size=8)


@given(shares)
def test_consistent_answers_give_back_any_weights(found: list[float]) -> None:
    criteria = [
        replace(c, weight=share / sum(found))
        for c, share in zip(GUIDE.criteria, found, strict=False)
    ]
    guide = replace(GUIDE, criteria=tuple(criteria))

    assert weights(elicited(guide, answered(guide))) == pytest.approx(
        {c.id: c.weight for c in criteria}
    )
