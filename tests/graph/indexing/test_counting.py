"""A count in numbers is the interval that the quantity means, with marks for what is left."""

import pytest
from tests.builders import claim

from hanse.graph.indexing.counting import count_of_one, count_of_several
from hanse.graph.indexing.facts import ABOUT, HIGH_STRICT, LOW_STRICT, UNDECIDED
from hanse.graph.quantities import Qualifier, Quantity
from hanse.graph.stores.rows import to_row

OPEN = "nan"


def companies(
    value: float,
    qualifier: Qualifier = "exactly",
    *,
    strict: bool = False,
    upper: float | None = None,
) -> Quantity:
    return Quantity(value=value, unit="companies", qualifier=qualifier, strict=strict, upper=upper)


QUANTITIES = [
    (companies(70), ("70.0", "70.0", 0)),
    (companies(70, "about"), ("70.0", "70.0", ABOUT)),
    (companies(70, "at_least"), ("70.0", OPEN, 0)),
    (companies(70, "at_least", strict=True), ("70.0", OPEN, LOW_STRICT)),
    (companies(70, "at_most"), ("0.0", "70.0", 0)),
    (companies(70, "at_most", strict=True), ("0.0", "70.0", HIGH_STRICT)),
    (companies(70, "between", upper=90), ("70.0", "90.0", 0)),
]


@pytest.mark.parametrize(("quantity", "wanted"), QUANTITIES)
def test_a_single_statement_counts_as_the_rules_would_have_it(
    quantity: Quantity, wanted: tuple[str, str, int]
) -> None:
    said = claim(predicate="companies", value=quantity)

    for count in (count_of_one(to_row(said)), count_of_several([said], ())):
        assert count is not None
        low, high, marks = count
        assert (str(low), str(high), marks) == wanted


def test_a_quantity_in_another_unit_is_no_count_of_this_one() -> None:
    said = claim(predicate="companies", value=Quantity(value=70, unit="jobs"))

    assert count_of_one(to_row(said)) is None
    assert count_of_several([said], ()) is None


def test_what_is_no_quantity_is_no_count() -> None:
    said = claim(predicate="companies", value="many")

    assert count_of_one(to_row(said)) is None
    assert count_of_several([said], ()) is None


def test_statements_that_disagree_are_undecided_until_a_source_is_trusted() -> None:
    one = claim(predicate="companies", value=companies(70), source="a")
    other = claim(predicate="companies", value=companies(90), source="b")

    undecided = count_of_several([one, other], ())
    trusted = count_of_several([one, other], ("b",))

    assert undecided is not None
    assert undecided[2] & UNDECIDED
    assert trusted == (90.0, 90.0, 0)
