"""Ranks of some among all are the ranks that all of them get together."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hanse.graph.quantities import Interval
from hanse.queries.answers import ROUNDING, RankRange, rank_ranges
from hanse.queries.indexed.ranks import rank_ranges_of

ends = st.sampled_from((0.0, 0.1, 0.1 + ROUNDING / 2, 0.3, 0.5, 1.0))
scores = st.lists(st.tuples(ends, ends).map(lambda pair: (min(pair), max(pair))), min_size=1)


def ranks(every: list[tuple[float, float]], some: list[int]) -> tuple[RankRange, ...]:
    lows, highs = np.array([low for low, _ in every]), np.array([high for _, high in every])
    return rank_ranges_of((lows, highs), (lows[some], highs[some]))


@given(scores)
def test_the_plain_reading_gives_the_same_ranks(every: list[tuple[float, float]]) -> None:
    plain = rank_ranges({str(place): Interval(*one) for place, one in enumerate(every)})

    assert list(ranks(every, list(range(len(every))))) == list(plain.values())


def test_a_score_in_doubt_may_stand_above_or_below_one_that_is_sure() -> None:
    assert ranks([(3.7, 3.7), (2.7, 3.8), (1, 1)], [1]) == (RankRange(best=1, worst=2),)


def test_scores_that_differ_by_rounding_share_a_rank() -> None:
    first = RankRange(best=1, worst=1)

    assert ranks([(0.5, 0.5), (0.5 + ROUNDING / 2, 0.5 + ROUNDING / 2)], [0, 1]) == (first, first)
