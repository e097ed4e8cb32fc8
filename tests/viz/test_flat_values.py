"""One rule for lists, unknown values, dates, ranges, yes and no; docs/formats.md states it."""

import pytest

from hanse.graph.model import Count
from hanse.graph.quantities import Interval
from hanse.viz.flat_values import Flat, columns, flat, readable, yes_no


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, {}),
        ((), {}),
        ("BIOCAT", {"x": "BIOCAT"}),
        (871, {"x": 871}),
        (True, {"x": True}),
        ("2017-04", {"x": "2017-04"}),
        (["A", "B"], {"x": "A | B"}),
        ([9], {"x": 9}),
        ([True, False], {"x": "yes | no"}),
        (Interval(None, None), {}),
        (Interval(300, None), {"x_low": 300}),
        (Interval(0, 50), {"x_low": 0, "x_high": 50}),
        ({"low": 0.4, "high": 0.6}, {"x_low": 0.4, "x_high": 0.6}),
        ({"best": 1, "worst": 3}, {"x_best": 1, "x_worst": 3}),
    ],
)
def test_a_value_is_flat_by_one_rule(value: object, said: dict[str, Flat]) -> None:
    assert dict(flat("x", value)) == said


def test_unknown_is_left_out_and_never_zero() -> None:
    unknown = Count(unit="smes", interval=Interval(None, None), qualifier=None, is_preferred=False)

    assert dict(flat("smes", unknown)) == {}


def test_a_count_says_how_it_is_meant() -> None:
    count = Count(unit="smes", interval=Interval(30, None), qualifier="at_least", is_preferred=True)

    assert dict(flat("smes", count)) == {"smes_low": 30, "smes_qualifier": "at_least"}


def test_what_no_xml_can_hold_is_shown_as_unreadable() -> None:
    assert readable("a\x00b\x1bc\ufffed") == "a\ufffdb\ufffdc\ufffdd"
    assert readable("two\nlines\tand 👩\u200d🔬") == "two\nlines\tand 👩\u200d🔬"


def test_a_column_has_one_type() -> None:
    rows: list[dict[str, Flat]] = [
        {"a": 1, "b": 1, "c": 1, "d": True},
        {"a": 2.5, "b": "x", "c": 2, "d": False, "e": 1},
        {"e": True},
    ]

    assert columns(rows) == {"a": float, "b": str, "c": int, "d": bool, "e": str}


def test_yes_and_no_are_words_in_a_table() -> None:
    assert (yes_no(True), yes_no(False)) == ("yes", "no")
