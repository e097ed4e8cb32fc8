"""The discounted index of reach: ordered like reach, and never taken for a count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import cluster, partnership, project

from hanse.graph.quantities import UNKNOWN, Interval
from hanse.queries.reach import reach
from hanse.queries.reach_index import _mixed, reach_index


def test_what_is_reached_through_a_partnership_counts_half() -> None:
    """Direct 100 companies, 140 to 140 in all where overlaps are excluded: 100 + .5 * 40."""
    assert _mixed(Interval(100, 100), Interval(140, 140), 0.5) == Interval(120, 120)


def test_an_open_end_stays_open_and_what_is_unknown_stays_unknown() -> None:
    assert _mixed(Interval(100, 120), Interval(140, None), 0.5) == Interval(120, None)
    assert _mixed(UNKNOWN, Interval(140, None), 0.5) == UNKNOWN


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 90), st.floats(0, 1))
def test_the_range_holds_the_index_of_every_truth(
    near: int, more: int, doubt: int, discount: float
) -> None:
    direct, total = Interval(near - doubt, near + doubt), Interval(near, near + more)
    found = _mixed(direct, total, discount)
    assert found.low is not None
    assert found.high is not None

    assert found.low <= near + discount * more + 1e-9
    assert near + discount * more <= found.high + 1e-9


def test_an_alliance_without_ways_out_has_its_direct_counts_as_index() -> None:
    graph = project(cluster("north", numbers={"companies": 80}))
    found = reach_index(reach(graph, alliance=["north"]))

    assert found["companies"] == Interval(80, 80)
    assert found["jobs"] == UNKNOWN


def test_a_made_up_alliance_counts_what_lies_behind_its_partner_half() -> None:
    graph = project(
        [
            *cluster("north", numbers={"companies": 80}),
            *cluster("south", numbers={"companies": 40}),
            *partnership("duo", members=("north", "south")),
        ]
    )
    found = reach_index(reach(graph, alliance=["north"]))

    assert found["companies"] == Interval(80, 100)  # half of a total of 80 to 120


def test_a_discount_that_is_no_share_is_refused() -> None:
    graph = project(cluster("north"))

    with pytest.raises(ValueError, match="no share"):
        reach_index(reach(graph, alliance=["north"]), discount=2)
