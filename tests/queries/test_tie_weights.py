"""One-weight sensitivity in closed form, on the invented table of the oracle `rubric`."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.people import GUIDE
from tests.rubric_oracle import CRITERIA, NAMES, ORACLE, evaluation, scores

from hanse.graph.quantities import UNKNOWN
from hanse.queries.tie_weights import (
    TieWeight,
    in_words,
    nearest_swaps,
    ratings_of,
    tie_weight,
    tie_weights,
)

TIES = tie_weights(evaluation())


def crossing(key: str) -> tuple[str, str, str]:
    pair, criterion = key.lower().split()
    a, b = pair.split("-")
    return a, b, CRITERIA[int(criterion[1:]) - 1]


@pytest.mark.parametrize("key", ORACLE["crossing"])
def test_the_weights_at_which_two_tie_are_those_of_the_fixture(key: str) -> None:
    a, b, criterion = crossing(key)
    (found,) = [t for t in TIES if {t.a, t.b} == {a, b} and t.criterion == criterion]

    assert found.weight_at_tie == pytest.approx(ORACLE["crossing"][key], abs=1e-6)


def test_the_one_ahead_by_the_weights_of_the_guide_comes_first() -> None:
    total = dict(zip(NAMES, ORACLE["total"], strict=True))

    assert all(total[tie.a] >= total[tie.b] for tie in TIES)


def test_the_nearest_swap_comes_first_and_each_criterion_has_one() -> None:
    changes = [round(tie.change, 9) for tie in TIES]

    assert changes == sorted(changes)
    assert nearest_swaps(TIES)[0] == TIES[0]
    assert len({tie.criterion for tie in nearest_swaps(TIES)}) == len(nearest_swaps(TIES))


def test_a_tie_at_all_the_weight_or_none_of_it_is_no_swap() -> None:
    """Equal by one criterion, two tie once it has all the weight; neither overtakes."""
    ends = [tie for tie in TIES if round(tie.weight_at_tie, 9) in (0, 1)]

    assert ends
    assert not set(ends) & set(nearest_swaps(TIES))


def test_photonics_share_would_have_to_fall_to_8_1_percent_before_k01_leads_k03() -> None:
    (tie,) = [t for t in TIES if (t.a, t.b, t.criterion) == ("k03", "k01", "photonics-share")]

    assert in_words(tie, name="photonics share", leader="K03", other="K01") == (
        "The weight of photonics share would have to fall from 15 % to 8.1 % before K01 leads K03."
    )


def test_a_weight_may_have_to_rise() -> None:
    tie = TieWeight(criterion="c", a="a", b="b", weight_now=0.15, weight_at_tie=0.26)

    assert "rise from 15 % to 26 %" in in_words(tie, name="c", leader="A", other="B")


def test_candidates_that_tie_already_are_said_to() -> None:
    tie = TieWeight(criterion="c", a="a", b="b", weight_now=0.15, weight_at_tie=0.15)

    assert in_words(tie, name="c", leader="A", other="B") == (
        "By the weight of c as it is, A and B tie."
    )


def test_a_pair_with_a_blank_has_no_tie_weight() -> None:
    table = scores()
    table["k01"]["culture"] = UNKNOWN

    assert not any("k01" in (tie.a, tie.b) for tie in tie_weights(evaluation(table)))


def test_only_the_first_candidates_are_compared() -> None:
    assert {name for tie in tie_weights(evaluation(), most=3) for name in (tie.a, tie.b)} == {
        "k03", "k01", "k02",
    }  # fmt: skip


def test_a_criterion_that_carries_all_the_weight_has_no_others_to_scale() -> None:
    only = replace(GUIDE.criteria[0], weight=1.0)
    guide = replace(GUIDE, criteria=(only,))

    assert tie_weight(guide, only.id, ahead=[5], behind=[3]) is None


rows = st.lists(st.integers(0, 5), min_size=10, max_size=10)


@given(rows, rows, st.sampled_from(CRITERIA))
def test_at_the_tie_weight_both_totals_are_equal(
    ahead: list[int], behind: list[int], criterion: str
) -> None:
    found = tie_weight(GUIDE, criterion, ahead=ahead, behind=behind)
    place = CRITERIA.index(criterion)

    if found is None:
        return
    rest = (1 - found) / (1 - GUIDE.criteria[place].weight)
    moved = [found if n == place else c.weight * rest for n, c in enumerate(GUIDE.criteria)]
    totals = [sum(w * s for w, s in zip(moved, row, strict=True)) for row in (ahead, behind)]
    assert totals[0] == pytest.approx(totals[1])


def test_ratings_are_those_of_the_card_or_nothing() -> None:
    first = evaluation().candidates[0]

    assert ratings_of(first) == ORACLE["scores"][2]
