"""A literal is what it looks like, or it is a fault.

rdflib reads ``"maybe"^^xsd:boolean`` as false, ``"007"^^xsd:integer`` as 7 and ``1e9999`` as
infinite, and says nothing.
"""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode
from tests import strategies

from hanse.graph.rdf.literals import (
    BOOLEAN,
    date_literal,
    fault_of,
    literal,
    time_literal,
    value_of,
)
from hanse.graph.rdf.terms import PREFIXES


def typed(text: str, kind: str) -> Literal:
    return Literal(text, datatype=NamedNode(PREFIXES["xsd"] + kind))


@given(strategies.texts | strategies.numbers | st.booleans())
def test_every_value_comes_back_as_it_was(value: str | float) -> None:
    back = value_of(literal(value))

    assert (type(back), repr(back)) == (type(value), repr(value))


@given(strategies.days)
def test_a_date_is_typed_as_coarse_as_it_is(day: str) -> None:
    node = date_literal(day)

    assert value_of(node) == day
    assert node.datatype.value.rsplit("#")[1] == {4: "gYear", 7: "gYearMonth", 10: "date"}[len(day)]


@pytest.mark.parametrize("text", ["spring 2017", "2017-02-30", "17-04-13", " 2017"])
def test_what_is_no_date_stays_text(text: str) -> None:
    assert date_literal(text) == Literal(text)


def test_a_moment_is_typed_and_anything_else_is_text() -> None:
    assert time_literal("2026-11-25T02:17:00+00:00").datatype.value.endswith("#dateTime")
    assert time_literal("yesterday") == Literal("yesterday")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("abc", "integer"),
        ("9" * 5000, "integer"),
        ("1e9999", "double"),
        ("NaN", "double"),
        ("INF", "float"),
        ("NaN", "decimal"),
        ("2017-02-30", "date"),
        ("2017", "date"),
        ("2017-13", "gYearMonth"),
        ("2017-02-30T10:00:00", "dateTime"),
        ("maybe", "boolean"),
        ("P99999999999Y", "duration"),
        ("P", "duration"),
        ("٢٥٠", "integer"),
        ("1_000", "integer"),
    ],
)
def test_a_literal_that_is_not_what_its_datatype_says_is_a_fault(text: str, kind: str) -> None:
    fault = fault_of(typed(text, kind))

    assert fault is not None
    assert kind in fault
    assert len(fault) < 100
    with pytest.raises(ValueError, match=f"is no {kind}"):
        value_of(typed(text, kind))


@pytest.mark.parametrize(
    ("node", "value"),
    [
        (typed("1", "boolean"), True),
        (typed("007", "integer"), 7),
        (typed("-3", "int"), -3),
        (typed("2.50", "decimal"), 2.5),
        (typed("1E3", "double"), 1000.0),
        (typed("P1Y2M", "duration"), "P1Y2M"),
        (typed("2017-04-13T10:00:00Z", "dateTime"), "2017-04-13T10:00:00Z"),
        (Literal("x", datatype=NamedNode("http://example.org/own")), "x"),
    ],
)
def test_a_literal_of_somebody_else_is_read_for_what_it_says(
    node: Literal, value: str | float
) -> None:
    assert fault_of(node) is None
    assert value_of(node) == value


def test_a_language_is_not_dropped_in_silence() -> None:
    with pytest.raises(ValueError, match="language"):
        value_of(Literal("Optik", language="de"))


def test_minus_zero_stays_minus_zero() -> None:
    assert math.copysign(1, float(value_of(literal(-0.0)))) == -1


def test_yes_and_one_are_two_values() -> None:
    assert literal(True).datatype == BOOLEAN != literal(1).datatype
