"""The weighted rubric of LASER-GO D4.1 (2017), section 3, on an invented table of ratings."""

import json
from collections.abc import Mapping
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import claim, cluster, project

from hanse.graph.errors import BadDefinition, BadInput, UnknownName
from hanse.graph.model import Guide
from hanse.graph.quantities import UNKNOWN, Interval, Quantity, exact
from hanse.ingest.guides import read_guide
from hanse.queries.answers import RankRange
from hanse.queries.ratings import Rating
from hanse.queries.rubric import Evaluation, Scorecard, Swap, evaluate

ORACLE = json.loads((Path(__file__).parents[1] / "data" / "expected.json").read_text("utf-8"))[
    "rubric"
]
TEXT = (files("hanse.ingest") / "cases" / "photonics_for_health" / "guide.toml").read_text(
    encoding="utf-8"
)
GUIDE = read_guide(TEXT, where="guide.toml")
CRITERIA = [criterion.id for criterion in GUIDE.criteria]
NAMES = [name.lower() for name in ORACLE["names"]]
GRAPH = project([said for name in NAMES for said in cluster(name)])

Table = Mapping[str, Mapping[str, Interval | Rating]]


def table() -> dict[str, dict[str, Interval | Rating]]:
    return {
        name: dict(zip(CRITERIA, map(exact, scores), strict=True))
        for name, scores in zip(NAMES, ORACLE["scores"], strict=True)
    }


def evaluation(ratings: Table | None = None, *, of: list[str] = NAMES) -> Evaluation:
    return evaluate(GRAPH, GUIDE, candidates=of, ratings=table() if ratings is None else ratings)


def cards(found: Evaluation) -> dict[str, Scorecard]:
    return {card.id: card for card in found.candidates}


def with_blanks() -> dict[str, dict[str, Interval | Rating]]:
    blank = table()
    for name, criteria in ORACLE["missing_case"]["blank"].items():
        for criterion in criteria:
            blank[name.lower()][CRITERIA[int(criterion[1:]) - 1]] = UNKNOWN
    return blank


def low(interval: Interval) -> float:
    assert interval.low is not None
    return interval.low


def high(interval: Interval) -> float:
    assert interval.high is not None
    return interval.high


# -- the oracle --------------------------------------------------------------------------


def test_the_guide_of_the_case_has_the_weights_and_maxima_of_the_fixture() -> None:
    assert [c.weight for c in GUIDE.criteria] == ORACLE["weights"]
    assert [c.scale.maximum for c in GUIDE.criteria] == ORACLE["maxima"]


def test_the_highest_weighted_score_is_4_80() -> None:
    assert evaluation().maximum == pytest.approx(ORACLE["max_total"])


@pytest.mark.parametrize(
    ("attribute", "key", "per"),
    [
        ("weighted_score", "total", 1),
        ("fit", "fit_literal", 100),
        ("fit_scaled", "fit_scaled", 100),
    ],
)
def test_weighted_score_and_both_fits_are_those_of_the_fixture(
    attribute: str, key: str, per: int
) -> None:
    found = cards(evaluation())

    for name, value in zip(NAMES, ORACLE[key], strict=True):
        interval: Interval = getattr(found[name], attribute)
        assert interval.is_exact
        assert low(interval) * per == pytest.approx(value, abs=1e-4)


def test_ranks_are_those_of_the_fixture() -> None:
    found = cards(evaluation())

    assert [found[name].rank for name in NAMES] == [
        RankRange(best=rank, worst=rank) for rank in ORACLE["rank_literal"]
    ]


def test_groups_are_those_of_the_fixture() -> None:
    found = cards(evaluation())
    wanted = [*zip(*ORACLE["groups"].values(), strict=True)]

    for name, values in zip(NAMES, wanted, strict=True):
        assert [low(g) for g in found[name].groups.values()] == pytest.approx(list(values))


def test_groups_add_up_to_the_weighted_score() -> None:
    for card in evaluation(with_blanks()).candidates:
        assert sum(map(low, card.groups.values())) == pytest.approx(low(card.weighted_score))
        assert sum(map(high, card.groups.values())) == pytest.approx(high(card.weighted_score))


def test_the_two_readings_of_fit_exchange_k05_and_k09_and_no_others() -> None:
    assert evaluation().swaps == (Swap(a="k05", b="k09", by_fit="k09", by_fit_scaled="k05"),)


def test_blanks_make_the_bounds_of_the_fixture() -> None:
    found = cards(evaluation(with_blanks()))

    for name, (least, most, coverage) in zip(NAMES, ORACLE["missing_case"]["bounds"], strict=True):
        assert low(found[name].weighted_score) == pytest.approx(least)
        assert high(found[name].weighted_score) == pytest.approx(most)
        assert found[name].coverage == pytest.approx(coverage)


def test_blanks_make_ranks_into_ranges() -> None:
    found = cards(evaluation(with_blanks()))

    assert {name: found[name].rank for name in ("k03", "k01", "k02", "k04", "k09")} == {
        "k03": RankRange(best=1, worst=1),
        "k01": RankRange(best=2, worst=3),
        "k02": RankRange(best=3, worst=5),
        "k04": RankRange(best=2, worst=7),
        "k09": RankRange(best=2, worst=7),
    }


# -- the rules ---------------------------------------------------------------------------


def test_candidates_come_by_the_low_end_of_their_fit() -> None:
    lows = [low(card.fit) for card in evaluation(with_blanks()).candidates]

    assert lows == sorted(lows, reverse=True)


def test_equal_candidates_come_by_id() -> None:
    found = evaluate(GRAPH, GUIDE, candidates=["k02", "k03", "k01"])

    assert [card.id for card in found.candidates] == ["k01", "k02", "k03"]


def test_a_candidate_named_twice_is_evaluated_once() -> None:
    assert len(evaluation(of=["k01", "k01"]).candidates) == 1


def test_with_less_than_70_percent_rated_there_is_no_rank() -> None:
    ratings = table()
    ratings["k03"] |= {"fair-contract": UNKNOWN, "cluster-cooperation": UNKNOWN}
    ratings["k01"] |= {"fair-contract": UNKNOWN, "cluster-cooperation": UNKNOWN, "eccp": UNKNOWN}
    found = cards(evaluation(ratings))

    assert found["k03"].coverage == pytest.approx(0.70)
    assert found["k03"].rank is not None
    assert found["k01"].coverage == pytest.approx(0.65)
    assert found["k01"].rank is None


def test_ranks_are_among_those_who_are_scored_enough() -> None:
    ratings: dict[str, dict[str, Interval | Rating]] = {"k07": table()["k07"]}
    found = cards(evaluation(ratings))

    assert found["k07"].rank == RankRange(best=1, worst=1)
    assert found["k03"].rank is None


def test_a_blank_is_not_zero() -> None:
    found = cards(evaluation({}))["k01"]

    assert found.fit == found.fit_scaled == Interval(0, 1)
    assert found.coverage == 0
    assert found.unrated == tuple(CRITERIA)


def test_what_people_give_takes_the_place_of_what_facts_give() -> None:
    graph = project(cluster("Biocat", numbers={"companies": 871}))
    given_4 = {"biocat": {"companies": exact(4)}}

    by_fact = evaluate(graph, GUIDE, candidates=["biocat"]).candidates[0]
    by_people = evaluate(graph, GUIDE, candidates=["biocat"], ratings=given_4).candidates[0]

    assert by_fact.ratings["companies"].low == 5
    assert by_people.ratings["companies"].low == 4


def test_only_stated_facts_rate_a_candidate_and_the_rest_stays_blank() -> None:
    said = [*cluster("Biocat", numbers={"companies": 871}), claim("biocat", "eccp_listed", True)]
    found = evaluate(project(said), GUIDE, candidates=["biocat"]).candidates[0]

    assert found.coverage == pytest.approx(0.10)
    assert low(found.weighted_score) == pytest.approx(0.05 * 5 + 0.05 * 1)
    assert high(found.weighted_score) == pytest.approx(4.80)
    assert low(found.fit_scaled) == pytest.approx(0.10)
    assert found.rank is None


def test_a_size_that_may_lie_in_a_gap_counts_as_blank() -> None:
    more = Quantity(value=100, unit="companies", qualifier="at_least", strict=True)
    found = evaluate(
        project(cluster("Beauty", numbers={"companies": more})), GUIDE, candidates=["beauty"]
    ).candidates[0]

    assert found.coverage == 0
    assert low(found.weighted_score) == 0
    assert high(found.weighted_score) == pytest.approx(4.80)


def test_criteria_stand_in_the_order_of_the_guide() -> None:
    assert [*evaluation().candidates[0].ratings] == CRITERIA


def test_candidates_too_little_scored_to_be_ranked_are_in_no_swap() -> None:
    """Optence: 85 companies. MedicalMountains: on the ECCP. Neither tells who fits better."""
    said = cluster("Optence", numbers={"companies": 85}) + cluster("MedicalMountains")
    said.append(claim("medicalmountains", "eccp_listed", True))
    found = evaluate(project(said), GUIDE, candidates=["optence", "medicalmountains"])
    optence, medicalmountains = found.candidates

    assert low(optence.fit) > low(medicalmountains.fit)
    assert low(optence.fit_scaled) < low(medicalmountains.fit_scaled)
    assert found.swaps == ()


# -- what is refused ---------------------------------------------------------------------


def test_weights_that_do_not_add_up_to_100_are_refused_with_their_sum() -> None:
    heavier = replace(GUIDE.criteria[0], weight=0.15)
    guide = replace(GUIDE, criteria=(heavier, *GUIDE.criteria[1:]))

    with pytest.raises(BadDefinition, match="add up to 110 percent, not to 100") as refused:
        evaluate(GRAPH, guide, candidates=NAMES)
    assert refused.value.where == "laser-go-2017"


def test_a_guide_without_criteria_is_refused() -> None:
    with pytest.raises(BadDefinition, match="add up to 0 percent"):
        evaluate(GRAPH, Guide(id="empty", label="Empty", criteria=()), candidates=NAMES)


def test_a_scale_without_a_rating_above_0_is_refused() -> None:
    none = replace(GUIDE.criteria[0], scale=replace(GUIDE.criteria[0].scale, maximum=0))

    with pytest.raises(BadDefinition, match="no rating above 0"):
        evaluate(GRAPH, replace(GUIDE, criteria=(none, *GUIDE.criteria[1:])), candidates=NAMES)


def test_an_unknown_candidate_is_refused() -> None:
    with pytest.raises(UnknownName, match="no candidate is called 'k11'"):
        evaluation(of=["k01", "k11"])


def test_a_rating_for_an_unknown_criterion_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName) as refused:
        evaluation({"k01": {"intrest": exact(4)}})
    assert "interest" in refused.value.hint


def test_a_rating_of_7_is_refused() -> None:
    with pytest.raises(BadInput, match="7 is not a rating for interest"):
        evaluation({"k01": {"interest": exact(7)}})


# -- properties --------------------------------------------------------------------------

ratings_of_one = st.fixed_dictionaries(
    {c.id: st.none() | st.integers(c.scale.minimum, c.scale.maximum) for c in GUIDE.criteria}
)


def as_given(numbers: Mapping[str, int | None]) -> dict[str, Interval | Rating]:
    return {c: UNKNOWN if n is None else exact(n) for c, n in numbers.items()}


@given(st.lists(ratings_of_one, min_size=1, max_size=6))
def test_fit_lies_between_0_and_1_and_its_ends_are_in_order(
    numbers: list[dict[str, int | None]],
) -> None:
    names = NAMES[: len(numbers)]
    found = evaluation(dict(zip(names, map(as_given, numbers), strict=True)), of=names)

    for card in found.candidates:
        for fit in (card.fit, card.fit_scaled):
            assert 0 <= low(fit) <= high(fit) <= 1


@given(st.lists(ratings_of_one, min_size=2, max_size=6), st.data())
def test_a_fit_never_changes_when_another_candidate_leaves(
    numbers: list[dict[str, int | None]], data: st.DataObject
) -> None:
    names = NAMES[: len(numbers)]
    ratings = dict(zip(names, map(as_given, numbers), strict=True))
    gone = data.draw(st.sampled_from(names))
    before = cards(evaluation(ratings, of=names))
    after = cards(evaluation(ratings, of=[name for name in names if name != gone]))

    for name, card in after.items():
        assert replace(card, rank=None) == replace(before[name], rank=None)


@given(ratings_of_one, st.data())
def test_the_interval_of_a_blank_holds_every_way_to_fill_it(
    numbers: dict[str, int | None], data: st.DataObject
) -> None:
    filled = {
        c.id: data.draw(st.integers(c.scale.minimum, c.scale.maximum))
        if numbers[c.id] is None
        else numbers[c.id]
        for c in GUIDE.criteria
    }
    blank = cards(evaluation({"k01": as_given(numbers)}, of=["k01"]))["k01"]
    full = cards(evaluation({"k01": as_given(filled)}, of=["k01"]))["k01"]

    for attribute in ("weighted_score", "fit", "fit_scaled"):
        wide, narrow = getattr(blank, attribute), getattr(full, attribute)
        assert low(wide) <= low(narrow) + 1e-12
        assert high(narrow) <= high(wide) + 1e-12


ratings_of_most = st.fixed_dictionaries(
    {
        c.id: st.integers(c.scale.minimum, c.scale.maximum)
        | (st.none() if c.weight < 0.1 else st.nothing())
        for c in GUIDE.criteria
    }
)


@given(st.lists(ratings_of_most, min_size=2, max_size=7))
def test_swaps_are_the_pairs_that_the_readings_order_differently(
    numbers: list[dict[str, int | None]],
) -> None:
    names = NAMES[: len(numbers)]
    found = evaluation(dict(zip(names, map(as_given, numbers), strict=True)), of=names)
    by_id = cards(found)

    def ahead(a: str, b: str, attribute: str) -> bool:
        first, second = getattr(by_id[a], attribute), getattr(by_id[b], attribute)
        keys = [(round(low(f), 9), round(high(f), 9)) for f in (first, second)]
        return keys[0] > keys[1]

    wanted = {
        tuple(sorted((a, b)))
        for a in names
        for b in names
        if ahead(a, b, "fit") and ahead(b, a, "fit_scaled")
    }
    assert {(swap.a, swap.b) for swap in found.swaps} == wanted
    assert all(ahead(s.by_fit, {s.a: s.b, s.b: s.a}[s.by_fit], "fit") for s in found.swaps)


# -- people ------------------------------------------------------------------------------


def test_a_lowest_rating_may_exclude_where_the_guide_says_so() -> None:
    """D4.1 calls 0 unacceptable and names no veto; a guide of one's own may."""
    strict = replace(GUIDE.criteria[-1], is_veto=True)
    guide = replace(GUIDE, criteria=(*GUIDE.criteria[:-1], strict))
    ratings = table()
    ratings["k01"]["fair-contract"] = exact(0)
    ratings["k02"]["fair-contract"] = UNKNOWN
    found = evaluate(GRAPH, guide, candidates=NAMES, ratings=ratings)

    assert found.vetoes == {"k01": ("fair-contract",)}
    assert cards(found)["k01"].rank is not None
    assert evaluation(ratings).vetoes == {}
