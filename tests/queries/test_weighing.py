"""Weighing many candidates at once gives what weighing each alone does."""

from math import fsum

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.people import GUIDE
from tests.rubric_oracle import ORACLE

from hanse.graph.model import Guide
from hanse.graph.quantities import Interval
from hanse.queries.weighing import Spans, best, scaled_weights, weighed, weights


def spans(lows: list[list[float]], highs: list[list[float]]) -> Spans:
    low, high = (np.array(ends, dtype=np.float64).reshape(-1, 10) for ends in (lows, highs))
    return Spans(low=low, high=high, is_rated=low == high)


def test_totals_and_fits_of_the_fixture() -> None:
    found = weighed(GUIDE, spans(ORACLE["scores"], ORACLE["scores"]))

    assert [score.low for score in found.scores] == pytest.approx(ORACLE["total"])
    assert [100 * (fit.low or 0) for fit in found.fits] == pytest.approx(
        ORACLE["fit_literal"], abs=1e-4
    )
    assert found.coverage == [1.0] * 10


def test_the_best_is_4_80_by_weight_and_1_when_scales_are_shares() -> None:
    assert best(GUIDE, weights(GUIDE)) == pytest.approx(4.80)
    assert best(GUIDE, scaled_weights(GUIDE)) == pytest.approx(1)


def test_nobody_at_all_weighs_nothing() -> None:
    found = weighed(GUIDE, spans([], []))

    assert (found.scores, found.coverage) == ([], [])


def test_a_group_without_criteria_counts_0() -> None:
    guide = Guide(id="g", label="G", criteria=GUIDE.criteria, groups={"empty": "Empty"})
    found = weighed(guide, spans(ORACLE["scores"], ORACLE["scores"]))

    assert found.groups == {"empty": [Interval(0, 0)] * 10}


rows = st.lists(st.lists(st.integers(0, 5), min_size=10, max_size=10), min_size=1, max_size=6)


@given(rows)
def test_a_candidate_weighs_the_same_alone_and_among_others(table: list[list[int]]) -> None:
    lows = [[float(value) for value in row] for row in table]
    together = weighed(GUIDE, spans(lows, lows))
    alone = [weighed(GUIDE, spans([row], [row])) for row in lows]

    assert together.scores == [found.scores[0] for found in alone]
    assert [score.low for score in together.scores] == [
        fsum(c.weight * value for c, value in zip(GUIDE.criteria, row, strict=True)) for row in lows
    ]
