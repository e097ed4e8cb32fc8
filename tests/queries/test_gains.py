"""Gains split exactly, and their ranges hold every case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import cluster, project, value_chain

from hanse.graph.quantities import UNKNOWN, Interval
from hanse.queries.chains import Feeds, StageCover, Standing
from hanse.queries.gains import Gains, gains

CHAIN = value_chain({"a": 1.0}, {"b": 1.0}, {"c": 1.0})
RANGES = st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted)
COVERS = st.lists(RANGES, min_size=3, max_size=3)
SHARES = st.lists(st.floats(0, 1), min_size=3, max_size=3)


def standing(*members: list[list[float]]) -> Standing:
    covers = {
        f"m{number}": tuple(StageCover(low=low, high=high) for low, high in ranges)
        for number, ranges in enumerate(members)
    }
    return Standing(feeds=Feeds.of(CHAIN), covers=covers)


def added(member: list[list[float]], candidate: list[list[float]]) -> Gains:
    return gains(standing(member), [StageCover(low=low, high=high) for low, high in candidate])


def known(*amounts: float) -> list[list[float]]:
    return [[amount, amount] for amount in amounts]


def holds(whole: Interval, part: Interval) -> bool:
    assert whole.low is not None
    assert whole.high is not None
    assert part.low is not None
    assert part.high is not None
    return whole.low <= part.low + 1e-9 and part.high <= whole.high + 1e-9


def test_a_first_provider_fills_a_gap_and_a_further_one_strengthens_a_thin_stage() -> None:
    found = added(known(0, 1, 1), known(1, 1, 0))

    # Of the whole chain .7/3 and .3/3 are added; 1 - F is 1 - 1.4/3.
    assert found.gap.low == pytest.approx((0.7 / 3) / (1.6 / 3))
    assert found.thin.low == pytest.approx((0.3 / 3) / (1.6 / 3))
    assert found.chain_gain.low == pytest.approx(1.0 / 1.6)
    assert found.absolute.low == pytest.approx(1 / 3)


def test_a_partly_covered_stage_is_completed_before_it_is_strengthened() -> None:
    found = added(known(0.6, 1, 1), known(1, 0, 0))

    assert found.stages[0].gap[0] == pytest.approx(0.7 * 0.4 / 3)
    assert found.stages[0].thin[0] == pytest.approx(0.3 * 0.6 / 3)


def test_a_chain_that_lacks_less_than_a_twentieth_is_complete_and_has_no_chain_gain() -> None:
    member = standing(known(1, 1, 1), known(1, 1, 0.6))

    found = gains(member, [StageCover(low=1, high=1)] * 3)

    assert member.value[0] == pytest.approx(0.96)
    assert found.is_complete
    assert (found.chain_gain, found.gap, found.thin) == (UNKNOWN, UNKNOWN, UNKNOWN)
    assert found.absolute.low == pytest.approx(0.04)


def test_a_chain_that_lacks_a_twentieth_exactly_is_not_complete() -> None:
    member = standing(known(1, 1, 1), known(1, 1, 0.5))

    assert not gains(member, [StageCover(low=1, high=1)] * 3).is_complete


def test_a_hand_over_is_as_strong_as_its_weaker_side() -> None:
    found = added(known(1, 0, 0.4), known(0, 0.8, 0))

    # The links become .8 and .4 where both were 0; the mean of two links.
    assert found.hand_over.low == pytest.approx(0.6)


def test_redundancy_is_the_share_of_cover_on_stages_with_two_providers() -> None:
    alliance = standing(known(1, 1, 0), known(1, 0, 0))

    found = gains(alliance, [StageCover(low=c, high=c) for c in (0.5, 1, 0.5)])

    assert found.redundancy.low == pytest.approx(0.25)


def test_a_member_that_may_cover_everything_makes_every_gain_a_range() -> None:
    graph = project(cluster("x"))
    alliance = Standing.of(Feeds.of(CHAIN), graph.clusters())

    found = gains(alliance, [StageCover(low=1, high=1), StageCover(), StageCover()])

    assert found.gap.low == 0
    assert (found.gap.high or 0) >= 0.7 / 3
    assert found.redundancy == Interval(0, 0)


@given(COVERS, COVERS)
def test_gap_and_thin_add_up_to_the_chain_gain(
    member: list[list[float]], candidate: list[list[float]]
) -> None:
    found = added(member, candidate)

    if not found.is_complete:
        assert found.chain_gain.low == min(1, (found.gap.low or 0) + (found.thin.low or 0))
        assert found.chain_gain.high == min(1, (found.gap.high or 0) + (found.thin.high or 0))


@given(COVERS, COVERS, SHARES, SHARES)
def test_the_ranges_hold_every_case_of_what_is_not_known(
    member: list[list[float]],
    candidate: list[list[float]],
    member_shares: list[float],
    candidate_shares: list[float],
) -> None:
    def within(ranges: list[list[float]], shares: list[float]) -> list[list[float]]:
        pairs = zip(ranges, shares, strict=True)
        return known(*(low + share * (high - low) for (low, high), share in pairs))

    whole = added(member, candidate)
    case = added(within(member, member_shares), within(candidate, candidate_shares))

    assert holds(whole.absolute, case.absolute)
    assert holds(whole.hand_over, case.hand_over)
    if not case.is_complete:
        assert holds(whole.gap, case.gap)
        assert holds(whole.thin, case.thin)
        assert holds(whole.chain_gain, case.chain_gain)
    elif not whole.is_complete:
        # A complete chain's gain counts 0, and a range that leaves it open starts there.
        assert whole.chain_gain.low == 0
