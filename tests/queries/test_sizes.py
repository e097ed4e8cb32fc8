"""What is known of a size: LASER-GO D4.1 (2017) states different units of different clusters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import Counts, claim, cluster, project

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval, Qualifier, Quantity
from hanse.queries.sizes import Size, size


def number(
    value: float,
    unit: str,
    qualifier: Qualifier = "exactly",
    *,
    strict: bool = False,
    upper: float | None = None,
) -> Quantity:
    return Quantity(value=value, unit=unit, qualifier=qualifier, strict=strict, upper=upper)


def one(numbers: Counts) -> PartnershipGraph:
    return project(cluster("Any", numbers=numbers))


def medicen() -> PartnershipGraph:
    """Section 2.2: about 250 members, 200 SMEs. Section 3.2: over 300 members, 200+ SMEs."""
    said = cluster("Medicen")
    for unit, value, qualifier, strict, place in [
        ("members", 250, "about", False, "section 2.2"),
        ("smes", 200, "exactly", False, "section 2.2"),
        ("members", 300, "at_least", True, "section 3.2"),
        ("smes", 200, "at_least", False, "section 3.2"),
    ]:
        quantity = number(value, unit, qualifier, strict=strict)  # type: ignore[arg-type]
        said.append(claim("medicen", unit, quantity, locator=place))
    return project(said)


def test_a_stated_number_is_known() -> None:
    found = size(one({"companies": 871}), "any", "companies")

    assert found.interval == Interval(871, 871)
    assert str(found) == "871 companies"
    assert found.rules == ()


def test_nothing_stated_is_unknown_and_not_zero() -> None:
    found = size(one({}), "any", "companies")

    assert found.interval.is_unknown
    assert found.evidence == ()


def test_medicen_has_at_least_as_many_companies_as_smes() -> None:
    found = size(medicen(), "medicen", "companies")

    assert found.interval == Interval(200, None)
    assert str(found) == "200 or more companies"
    assert found.rules == ("companies are no fewer than SMEs (200 or more)",)
    assert {evidence.locator for evidence in found.evidence} == {"section 2.2", "section 3.2"}


def test_members_stated_twice_span_both_statements() -> None:
    assert str(size(medicen(), "medicen", "members")) == "250 or more members"


def test_there_are_no_more_companies_than_members() -> None:
    found = size(one({"members": 40, "smes": 12}), "any", "companies")

    assert found.interval == Interval(12, 40)
    assert found.rules == (
        "companies are no fewer than SMEs (12)",
        "companies are no more than members (40)",
    )


def test_large_companies_are_companies() -> None:
    found = size(one({"large_companies": 7}), "any", "companies")

    assert found.interval == Interval(7, None)


@pytest.mark.parametrize("unit", ["research_bodies", "researchers", "jobs"])
def test_units_that_do_not_bound_each_other_say_nothing(unit: str) -> None:
    assert size(one({unit: 95}), "any", "companies").interval.is_unknown
    assert size(one({"members": 95}), "any", unit).interval.is_unknown


def test_a_bound_that_is_weaker_than_the_statement_is_not_named() -> None:
    found = size(one({"companies": 85, "smes": 60, "members": 100}), "any", "companies")

    assert found.interval == Interval(85, 85)
    assert found.rules == ()


def test_a_bound_that_is_stronger_than_the_statement_narrows_it() -> None:
    more = number(100, "companies", "at_least", strict=True)
    numbers: Counts = {"companies": more, "smes": 200}
    found = size(one(numbers), "any", "companies")

    assert (found.interval.low, found.is_low_strict) == (200, False)


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (number(100, "companies", "at_least", strict=True), "more than 100 companies"),
        (number(100, "companies", "at_least"), "100 or more companies"),
        (number(50, "companies", "at_most", strict=True), "fewer than 50 companies"),
        (number(50, "companies", "at_most"), "at most 50 companies"),
        (number(250, "companies", "about"), "about 250 companies"),
        (number(100, "companies", "between", upper=150), "100 to 150 companies"),
        (number(1600000, "companies"), "1600000 companies"),
    ],
)
def test_a_size_reads_as_people_write_it(quantity: Quantity, text: str) -> None:
    assert str(size(one({"companies": quantity}), "any", "companies")) == text


def test_both_ends_may_be_excluded() -> None:
    numbers = {
        "smes": number(5, "smes", "at_least", strict=True),
        "members": number(9, "members", "at_most", strict=True),
    }

    assert str(size(one(numbers), "any", "companies")) == "more than 5 to fewer than 9 companies"


def test_a_share_is_in_percent() -> None:
    found = size(one({"photonics_share": number(12, "percent")}), "any", "photonics_share")

    assert str(found) == "12 percent"


@pytest.mark.parametrize(
    "numbers",
    [
        {"companies": 500, "members": 300},
        {"smes": number(300, "smes", "at_least", strict=True), "members": 300},
    ],
)
def test_statements_that_cannot_all_be_true_are_spanned_and_flagged(numbers: Counts) -> None:
    found = size(one(numbers), "any", "companies")

    assert found.is_contradicted
    assert found.interval.low == 300
    assert not found.is_low_strict


amounts = st.integers(0, 500)


@given(smes=amounts, large=amounts, other=amounts)
def test_the_truth_lies_within_whatever_part_of_it_is_stated(
    smes: int, large: int, other: int
) -> None:
    truth = {"smes": smes, "companies": smes + large, "members": smes + large + other}
    for hidden in truth:
        stated = {unit: float(amount) for unit, amount in truth.items() if unit != hidden}
        found: Size = size(one(stated), "any", hidden)

        assert not found.is_contradicted
        assert found.interval.low is None or found.interval.low <= truth[hidden]
        assert found.interval.high is None or found.interval.high >= truth[hidden]
