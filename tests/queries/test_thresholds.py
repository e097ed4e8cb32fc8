"""A limit is reached, missed or left open, by figures in one unit and in others."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import cluster, project

from hanse.graph.quantities import Quantity
from hanse.queries.outcomes import Decision
from hanse.queries.thresholds import is_whole, reached


def more_than(number: float, unit: str) -> Quantity:
    return Quantity(value=number, unit=unit, qualifier="at_least", strict=True)


def at_most(number: float, unit: str) -> Quantity:
    return Quantity(value=number, unit=unit, qualifier="at_most")


def decided(numbers: Mapping[str, float | Quantity], least: float = 30) -> Decision:
    graph = project(cluster("x", numbers=dict(numbers)))
    return reached(graph, "x", "active_members", least)


@pytest.mark.parametrize("number", [30, 31, more_than(30, "active_members"),
                                    more_than(29, "active_members")])  # fmt: skip
def test_a_stated_number_that_is_enough_passes(number: float | Quantity) -> None:
    assert decided({"active_members": number}).outcome == "pass"


def test_more_than_30_members_pass_a_limit_of_30_with_the_figure_in_the_reason() -> None:
    # D4.1, section 2.1, page 9: "more than 30 members of Biocat".
    decision = decided({"active_members": more_than(30, "active_members")})

    assert (
        decision.text == "It has more than 30 members active in the field; at least 30 are"
        " asked for."
    )
    assert decision.evidence


def test_smes_that_are_active_count_among_the_active_members() -> None:
    # D4.1, section 2.2, page 11: "they had more than 30 SMEs involved".
    decision = decided({"active_smes": more_than(30, "active_smes")})

    assert decision.outcome == "pass"
    assert "more than 30 SMEs" in decision.text


def test_no_more_members_are_active_than_there_are() -> None:
    decision = decided({"members": at_most(20, "members")})

    assert decision.outcome == "fail"
    assert "at most 20 members" in decision.text


def test_many_members_say_nothing_of_how_many_are_active() -> None:
    # D4.1, section 3.2, page 17: Optence has 85 companies.
    decision = decided({"companies": 85})

    assert decision.outcome == "unknown"
    assert "85 or more members in all" in decision.text


def test_nothing_stated_is_unknown_and_never_zero() -> None:
    decision = decided({})

    assert decision.outcome == "unknown"
    assert decision.evidence == ()


def test_a_range_that_holds_the_limit_is_open() -> None:
    span = Quantity(value=20, unit="active_members", qualifier="between", upper=40)

    assert decided({"active_members": span}).outcome == "unknown"
    assert decided({"active_members": span}, least=20).outcome == "pass"
    assert decided({"active_members": span}, least=41).outcome == "fail"


def test_a_share_is_no_whole_number_so_more_than_29_percent_is_not_30() -> None:
    share = Quantity(value=29, unit="percent", qualifier="at_least", strict=True)
    graph = project(cluster("x", numbers={"photonics_share": share}))

    assert not is_whole("photonics_share")
    assert reached(graph, "x", "photonics_share", 30).outcome == "unknown"


@given(
    st.integers(0, 60),
    st.lists(st.sampled_from(["active_smes", "active_members", "members"]), unique=True),
    st.integers(0, 5),
    st.integers(0, 5),
)
def test_a_further_figure_only_narrows_what_is_unknown(
    true_number: int, units: list[str], below: int, above: int
) -> None:
    """Figures that hold of one true number never turn a pass into a fail, or the other way."""
    stated: dict[str, float | Quantity] = {
        "active_smes": Quantity(value=max(0, true_number - below), unit="active_smes"),
        "active_members": true_number,
        "members": Quantity(value=true_number + above, unit="members"),
    }
    outcomes = [decided({u: stated[u] for u in units[:n]}).outcome for n in range(len(units) + 1)]
    known = [outcome for outcome in outcomes if outcome != "unknown"]

    assert outcomes == ["unknown"] * (len(outcomes) - len(known)) + known
    assert set(known) <= {"pass" if true_number >= 30 else "fail"}
