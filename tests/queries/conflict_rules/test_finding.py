"""What a finding is made of, and when two numbers can both hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import claim, cluster, project

from hanse.graph.quantities import Qualifier, Quantity
from hanse.queries.answers import Evidence
from hanse.queries.conflict_rules.finding import (
    StatedValue,
    are_of_different_days,
    can_both_hold,
    figure,
    label,
    quantity,
    sources_of,
    stated,
)


def number(value: float, qualifier: Qualifier = "exactly", *, strict: bool = False) -> Quantity:
    return Quantity(value=value, unit="members", qualifier=qualifier, strict=strict)


@pytest.mark.parametrize(
    ("first", "second", "can"),
    [
        (number(250), number(250), True),
        (number(25), number(26), False),
        (number(200), number(200, "at_least"), True),
        (number(300, "at_least", strict=True), number(300), False),
        (number(250, "about"), number(300, "at_least", strict=True), False),
        (number(2300, "about"), number(2400), True),
        (number(100, "at_most", strict=True), number(100), False),
        (number(100, "at_most"), number(100, "at_least"), True),
    ],
)
def test_two_numbers_can_both_hold_when_their_ranges_meet(
    first: Quantity, second: Quantity, *, can: bool
) -> None:
    assert can_both_hold(first, second) is can
    assert can_both_hold(second, first) is can


@given(st.integers(0, 1000), st.sampled_from(["exactly", "about", "at_least", "at_most"]))
def test_a_number_agrees_with_itself(value: int, qualifier: Qualifier) -> None:
    assert can_both_hold(number(value, qualifier), number(value, qualifier))


def test_statements_of_two_days_may_both_have_been_right() -> None:
    early, late = claim(as_of="2016"), claim(as_of="2017-07")

    assert are_of_different_days(early, late)
    assert not are_of_different_days(early, early)
    assert not are_of_different_days(early, claim())


def test_a_stated_value_keeps_its_unit_its_qualifier_and_its_place() -> None:
    said = claim("medicen", "members", number(250, "about"), locator="section 2.2, page 10")

    assert StatedValue.of(said) == StatedValue(
        subject="medicen",
        attribute="members",
        value=250,
        unit="members",
        qualifier="about",
        evidence=Evidence(document="test", locator="section 2.2, page 10"),
    )


def test_a_text_has_neither_unit_nor_qualifier() -> None:
    found = StatedValue.of(claim("medicen", "country", "FR"))

    assert (found.value, found.unit, found.qualifier) == ("FR", None, None)


def test_statements_come_in_one_order_and_each_once() -> None:
    two = [claim("b", "country", "FR"), claim("a", "country", "FR")]

    assert stated([*two, *two]) == stated(two[::-1])
    assert [value.subject for value in stated(two)] == ["a", "b"]


def test_a_figure_is_spoken_with_its_unit() -> None:
    said = claim("medicen", "members", number(300, "at_least", strict=True))

    assert figure(said) == "more than 300 members"
    assert label("eu_member_states") == "EU Member States"


def test_what_is_no_number_is_refused_as_one() -> None:
    with pytest.raises(TypeError, match="country of medicen is not a quantity"):
        quantity(claim("medicen", "country", "FR"))


def test_sources_are_named_by_their_titles_each_once() -> None:
    graph = project(cluster("Biocat"))

    assert sources_of(graph, [claim(), claim(), claim(source="other")]) == "“test” and other"
