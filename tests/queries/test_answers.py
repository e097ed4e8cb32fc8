"""Evidence leads back to a document; ranks are the places that intervals allow."""

from hypothesis import given
from hypothesis import strategies as st
from tests.builders import claim

from hanse.graph.quantities import UNKNOWN, Interval, exact
from hanse.queries.answers import Evidence, RankRange, rank_ranges

# Tenths, so that two ends are equal or clearly apart.
TENTHS = st.integers(0, 10).map(lambda number: number / 10)
INTERVALS = st.tuples(TENTHS, TENTHS).map(lambda ends: Interval(min(ends), max(ends)))


def test_evidence_is_where_a_claim_stands() -> None:
    stated = claim(source="d41", locator="annex, row 9", as_of="2017-04-13")

    assert Evidence.of(stated) == Evidence(
        document="d41", locator="annex, row 9", as_of="2017-04-13"
    )


def test_known_scores_are_ranked_from_the_highest_and_ties_share_the_best_place() -> None:
    ranks = rank_ranges({"a": exact(0.3), "b": exact(0.9), "c": exact(0.3), "d": exact(0.1)})

    assert ranks == {
        "b": RankRange(best=1, worst=1),
        "a": RankRange(best=2, worst=2),
        "c": RankRange(best=2, worst=2),
        "d": RankRange(best=4, worst=4),
    }


def test_ranges_of_the_blanked_rating_table_give_the_published_rank_ranges() -> None:
    # The ten-by-ten table of weighted scores with K04 and K09 partly blank: K03 1-1, K01 2-3,
    # K02 3-5 would need all ten; these three hold whatever the rest is.
    ranks = rank_ranges(
        {"K03": exact(4.0), "K01": exact(3.70), "K04": Interval(2.70, 3.70), "K02": exact(3.60)}
    )

    assert ranks["K03"] == RankRange(best=1, worst=1)
    assert ranks["K01"] == RankRange(best=2, worst=2)
    assert ranks["K04"] == RankRange(best=2, worst=4)
    assert ranks["K02"] == RankRange(best=3, worst=4)


def test_an_unknown_score_may_take_any_place() -> None:
    ranks = rank_ranges({"known": exact(0.5), "unknown": UNKNOWN, "other": exact(0.2)})

    assert ranks["unknown"] == RankRange(best=1, worst=3)
    assert ranks["known"] == RankRange(best=1, worst=2)


def test_scores_that_differ_by_rounding_only_share_a_place() -> None:
    ranks = rank_ranges({"a": exact(0.1 + 0.2), "b": exact(0.3)})

    assert ranks["a"] == ranks["b"] == RankRange(best=1, worst=1)


@given(st.lists(INTERVALS, min_size=1, max_size=8))
def test_the_best_place_is_never_below_the_worst_and_both_lie_in_the_field(
    scores: list[Interval],
) -> None:
    ranks = rank_ranges({str(place): score for place, score in enumerate(scores)})

    assert all(1 <= rank.best <= rank.worst <= len(scores) for rank in ranks.values())


@given(st.lists(INTERVALS, min_size=1, max_size=6), st.data())
def test_wherever_the_true_scores_lie_their_places_are_within_the_ranges(
    scores: list[Interval], data: st.DataObject
) -> None:
    named = {str(place): score for place, score in enumerate(scores)}
    true = {
        name: data.draw(st.floats(score.low or 0.0, score.high or 0.0))
        for name, score in named.items()
    }

    for name, rank in rank_ranges(named).items():
        place = 1 + sum(other > true[name] + 1e-9 for other in true.values())
        assert rank.best <= place <= rank.worst
