"""Agreement of assessors: Krippendorff's own example, and the oracles of `agreement`."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import cluster, project
from tests.people import GUIDE, rating, ratings_of

from hanse.graph.claims import Claim
from hanse.queries.agreement import (
    Agreement,
    Level,
    agreement,
    in_words,
    kendall_w,
    krippendorff_alpha,
)
from hanse.queries.assessments import PeopleRatings
from hanse.queries.rubric import evaluate

ORACLE = json.loads((Path(__file__).parents[1] / "data" / "expected.json").read_text("utf-8"))[
    "agreement"
]
# K. Krippendorff, Computing Krippendorff's alpha-reliability (2011): 4 raters, 12 units.
FOUR_RATERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
THREE_ASSESSORS = ((4, 3, 5, 2, None), (4, 2, 5, 3, 1), (5, 3, 4, 2, 1))


def units(rows: Sequence[Sequence[int | None]]) -> list[list[int]]:
    return [[value for value in unit if value is not None] for unit in zip(*rows, strict=True)]


# -- the oracle --------------------------------------------------------------------------------


@pytest.mark.parametrize("level", ["nominal", "ordinal", "interval"])
def test_krippendorffs_own_example_gives_his_published_figures(level: Level) -> None:
    found = krippendorff_alpha(units(FOUR_RATERS), level=level)

    assert found == pytest.approx(ORACLE["krippendorff_2011"][level], abs=1e-4)


def test_three_assessors_of_five_clusters_agree_as_in_the_fixture() -> None:
    found = krippendorff_alpha(units(THREE_ASSESSORS))

    assert found == pytest.approx(ORACLE["three_assessors_ordinal"], abs=1e-4)


def test_three_orders_of_four_clusters_agree_as_in_the_fixture() -> None:
    assert kendall_w([(1, 2, 3, 4), (2, 1, 3, 4), (1, 3, 2, 4)]) == pytest.approx(
        ORACLE["kendall_w"]
    )


# -- the measures ------------------------------------------------------------------------------


def test_equal_ranks_share_their_mean_and_the_correction_makes_full_agreement_1() -> None:
    assert kendall_w([(1, 1, 2), (4, 4, 5)]) == pytest.approx(1)


def test_ties_are_corrected_for_by_the_formula() -> None:
    """W = 12 S / (m²(n³ - n) - m Σ(t³ - t)); ranks 1.5, 1.5, 3 and 1, 2, 3 have S = 6.5."""
    sums = (2.5, 3.5, 6)
    spread = sum((value - 4) ** 2 for value in sums)

    assert kendall_w([(1, 1, 2), (1, 2, 3)]) == pytest.approx(12 * spread / (4 * 24 - 2 * 6))


@pytest.mark.parametrize("orders", [[], [(1, 2, 3)], [(1,), (1,)], [(2, 2), (3, 3)]])
def test_where_nothing_can_be_compared_there_is_no_concordance(
    orders: list[tuple[int, ...]],
) -> None:
    assert kendall_w(orders) is None


@pytest.mark.parametrize("ratings", [[], [(3,)], [(3,), (4,)], [(3, 3), (3, 3)]])
def test_where_nothing_was_rated_twice_or_all_is_the_same_there_is_no_alpha(
    ratings: list[tuple[int, ...]],
) -> None:
    assert krippendorff_alpha(ratings) is None


rated_units = st.lists(st.lists(st.integers(0, 5), min_size=1, max_size=5), min_size=2, max_size=8)


@given(rated_units)
def test_who_gave_which_rating_does_not_matter(found: list[list[int]]) -> None:
    mixed = [unit[::-1] for unit in found][::-1]

    assert krippendorff_alpha(mixed) == pytest.approx(krippendorff_alpha(found))


@given(rated_units)
def test_a_thing_rated_once_says_nothing(found: list[list[int]]) -> None:
    assert krippendorff_alpha([*found, [5]]) == krippendorff_alpha(found)


@given(rated_units)
def test_alpha_is_1_only_where_everybody_says_the_same(found: list[list[int]]) -> None:
    alpha = krippendorff_alpha(found)
    agree = all(len({*unit}) == 1 for unit in found)

    assert alpha is None or (alpha == pytest.approx(1)) == agree


@given(st.lists(st.permutations(range(4)), min_size=2, max_size=5))
def test_concordance_lies_between_0_and_1(orders: list[list[int]]) -> None:
    found = kendall_w(orders)

    assert found is not None
    assert -1e-12 <= found <= 1 + 1e-12


@pytest.mark.parametrize(
    ("alpha", "words"),
    [(0.80, "firm"), (0.79, "tentative"), (0.667, "tentative"), (0.6, "too low to rely on")],
)
def test_the_customary_marks_are_put_in_words(alpha: float, words: str) -> None:
    assert in_words(alpha) == words


# -- an evaluation -----------------------------------------------------------------------------


def of(*ratings: Claim) -> Agreement:
    graph = project([*cluster("A"), *cluster("B"), *cluster("C"), *ratings])
    people = PeopleRatings(graph, GUIDE)
    return agreement(evaluate(graph, GUIDE, candidates=["a", "b", "c"], ratings=people))


def test_the_agreement_of_an_evaluation_is_that_of_its_assessors() -> None:
    found = of(
        *ratings_of("interest", ana={"a": 5, "b": 3, "c": 1}, ben={"a": 4, "b": 3, "c": 1}),
        *ratings_of("culture", ana={"a": 4, "b": 2, "c": 2}, ben={"a": 4, "b": 2, "c": 1}),
    )
    cells = {"interest": [(5, 4), (3, 3), (1, 1)], "culture": [(4, 4), (2, 2), (2, 1)]}

    assert found.assessors == ("assessor:ana", "assessor:ben")
    assert found.by_criterion == {name: krippendorff_alpha(u) for name, u in cells.items()}
    assert found.alpha == krippendorff_alpha([*cells["interest"], *cells["culture"]])
    assert found.kendall_w == pytest.approx(1)
    assert found.candidates == ("a", "b", "c")


def test_a_yes_no_rating_is_not_pooled_with_ratings_from_0_to_5() -> None:
    found = of(
        *ratings_of("interest", ana={"a": 5, "b": 3}, ben={"a": 4, "b": 3}),
        *ratings_of("culture", ana={"a": 5, "b": 3}, ben={"a": 4, "b": 3}),
        *ratings_of("eccp", ana={"a": 1, "b": 0}, ben={"a": 0, "b": 1}),
    )

    assert found.criteria == ("culture", "interest")
    assert found.by_criterion["eccp"] == pytest.approx(krippendorff_alpha([(1, 0), (0, 1)]))


def test_orders_are_compared_over_what_all_assessors_rated() -> None:
    found = of(
        *ratings_of("interest", ana={"a": 5, "b": 3, "c": 1}, ben={"a": 1, "b": 3}),
        rating("c", "culture", 2, by="ana"),
    )

    assert found.candidates == ("a", "b")
    assert found.kendall_w == pytest.approx(0)


def test_one_assessor_alone_agrees_with_nobody() -> None:
    found = of(*ratings_of("interest", ana={"a": 5, "b": 3}))

    assert (found.alpha, found.kendall_w) == (None, None)
    assert found.assessors == ("assessor:ana",)


def test_without_any_ratings_of_people_nothing_is_said() -> None:
    assert of() == Agreement(
        assessors=(), alpha=None, criteria=(), by_criterion={}, kendall_w=None, candidates=()
    )
