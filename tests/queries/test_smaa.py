"""Rank acceptability, on the invented table of the oracle `rubric`, and its rules."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import cluster, project
from tests.people import GUIDE, ratings_of
from tests.rubric_oracle import CRITERIA, NAMES, ORACLE, evaluation, scores

from hanse.graph.errors import BadInput
from hanse.graph.quantities import UNKNOWN, Interval, exact
from hanse.queries.assessments import PeopleRatings
from hanse.queries.ratings import Rating
from hanse.queries.rubric import evaluate
from hanse.queries.smaa import Acceptability, acceptability, possible_ratings

FOUND = acceptability(evaluation(), draws=ORACLE["smaa_n"], seed=ORACLE["smaa_seed"])
UNIFORM = acceptability(evaluation(), concentration=None)
BY_ID = {criterion.id: criterion for criterion in GUIDE.criteria}


@pytest.mark.parametrize(
    ("found", "key"), [(FOUND, "smaa_rank1_c50"), (UNIFORM, "smaa_rank1_uniform")]
)
def test_how_often_each_leads_is_that_of_the_fixture(found: Acceptability, key: str) -> None:
    for name, share in zip(NAMES, ORACLE[key], strict=True):
        assert found.first[name] == pytest.approx(share, abs=ORACLE["smaa_tol"])


def test_it_is_the_weights_of_the_guide_that_make_k03_win() -> None:
    assert max(FOUND.first, key=lambda name: FOUND.first[name]) == "k03"
    assert max(UNIFORM.first, key=lambda name: UNIFORM.first[name]) == "k01"


def test_the_usual_number_of_draws_is_20_000_with_a_fixed_seed_and_a_concentration_of_50() -> None:
    assert (FOUND.draws, FOUND.seed, FOUND.concentration) == (20_000, 1, 50)


def test_the_same_seed_gives_the_same_answer_and_another_one_a_like_one() -> None:
    again, other = (acceptability(evaluation(), draws=2_000, seed=seed) for seed in (7, 8))

    assert again == acceptability(evaluation(), draws=2_000, seed=7)
    assert other.first["k03"] == pytest.approx(again.first["k03"], abs=0.05)
    assert other != again


def test_of_two_candidates_one_is_before_the_other_in_every_draw() -> None:
    assert all(
        FOUND.beats[a][b] + FOUND.beats[b][a] == pytest.approx(1)
        for a in NAMES
        for b in NAMES
        if a != b
    )
    assert "k01" not in FOUND.beats["k01"]


def test_equal_candidates_share_every_place_evenly() -> None:
    equal = {name: dict(zip(CRITERIA, [exact(1)] * 10, strict=True)) for name in NAMES[:4]}
    found = acceptability(evaluation(equal, of=NAMES[:4]), draws=100)

    assert [*found.first.values()] == [0.25] * 4
    assert [*found.top3.values()] == [0.75] * 4
    assert found.beats["k01"]["k02"] == 0.5


def test_a_blank_may_be_any_step_of_its_scale() -> None:
    table = {
        "k01": dict.fromkeys(CRITERIA, exact(0)) | {"interest": UNKNOWN},
        "k02": dict.fromkeys(CRITERIA, exact(0)) | {"interest": exact(3)},
    }
    found = acceptability(evaluation(table, of=["k01", "k02"]))

    # 4 and 5 win, 3 ties
    assert found.first["k01"] == pytest.approx(2.5 / 6, abs=0.02)


def test_assessors_are_drawn_where_they_differ() -> None:
    graph = project(
        [
            *cluster("A"),
            *cluster("B"),
            *ratings_of("interest", ana={"a": 5, "b": 3}, ben={"a": 1}, eva={"a": 1}, ida={"a": 1}),
        ]
    )
    guide = replace(GUIDE, criteria=(replace(BY_ID["interest"], weight=1.0),))
    people = PeopleRatings(graph, guide)
    found = acceptability(evaluate(graph, guide, candidates=["a", "b"], ratings=people))

    assert found.first["a"] == pytest.approx(1 / 4, abs=0.02)


@pytest.mark.parametrize(
    ("rating", "values"),
    [
        (Rating(), [0, 1, 2, 3, 4, 5]),
        (Rating(low=4, high=5), [4, 5]),
        (Rating(low=3, high=3, is_rated=True), [3]),
        (Rating(low=3.5, high=3.5, is_rated=True), [3.5, 3.5]),
        (Rating(low=3), [3, 4, 5]),
    ],
)
def test_what_a_rating_may_turn_out_to_be(rating: Rating, values: list[float]) -> None:
    assert possible_ratings(rating, BY_ID["interest"]) == values


def test_a_yes_no_rating_may_be_yes_or_no() -> None:
    assert possible_ratings(Rating(), BY_ID["eccp"]) == [0, 1]


def test_a_criterion_of_no_weight_has_no_say_unless_weights_are_open() -> None:
    criteria = [replace(c, weight=0.0) for c in GUIDE.criteria]
    criteria[8] = replace(criteria[8], weight=1.0)
    guide = replace(GUIDE, criteria=tuple(criteria))
    graph = project([*cluster("A"), *cluster("B")])
    table = {
        "a": dict.fromkeys(CRITERIA, exact(1)) | {"interest": exact(2)},
        "b": dict.fromkeys(CRITERIA, exact(1)) | {"fair-contract": exact(5)},
    }
    found = evaluate(graph, guide, candidates=["a", "b"], ratings=table)

    assert acceptability(found, draws=200).first == {"a": 1, "b": 0}
    assert acceptability(found, draws=200, concentration=None).first["b"] > 0


def test_nobody_at_all_is_no_fault() -> None:
    found = acceptability(evaluation(of=[]), draws=10)

    assert (found.first, found.top3, found.beats) == ({}, {}, {})


@pytest.mark.parametrize(
    ("draws", "concentration", "words"),
    [(0, 50, "one draw at least"), (10, 0, "greater than 0"), (10, -1, "greater than 0")],
)
def test_what_cannot_be_drawn_is_refused(draws: int, concentration: float, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        acceptability(evaluation(), draws=draws, concentration=concentration)


def test_more_than_a_thousand_candidates_are_refused_with_a_remedy() -> None:
    names = [f"c{number}" for number in range(1_001)]
    graph = project([said for name in names for said in cluster(name)])

    with pytest.raises(BadInput, match="1,001 candidates are too many") as refused:
        acceptability(evaluate(graph, GUIDE, candidates=names))
    assert "--candidates" in refused.value.hint


cells = st.sampled_from([UNKNOWN, exact(0), exact(1), Interval(0, 1)])


@given(st.lists(st.lists(cells, min_size=10, max_size=10), min_size=1, max_size=5))
def test_shares_of_a_place_add_up_to_the_places_there_are(rows: list[list[Interval]]) -> None:
    names = NAMES[: len(rows)]
    table = {n: dict(zip(CRITERIA, row, strict=True)) for n, row in zip(names, rows, strict=True)}
    found = acceptability(evaluation(table, of=names), draws=50)

    assert sum(found.first.values()) == pytest.approx(1)
    assert sum(found.top3.values()) == pytest.approx(min(3, len(names)))
    assert all(found.first[name] <= found.top3[name] + 1e-12 for name in names)


def test_one_who_is_better_by_every_criterion_always_leads() -> None:
    table = scores()
    table["k01"] = {c: exact(BY_ID[c].scale.maximum) for c in CRITERIA}

    assert acceptability(evaluation(table), draws=500).first["k01"] == 1
