"""Figures as people write them; what is not understood is refused, never guessed."""

import pytest

from hanse.graph.errors import BadInput
from hanse.graph.quantities import Interval
from hanse.ingest.figures import read_number, read_quantity


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("871", 871, 871),
        ("  42 ", 42, 42),
        ("1.250", 1250, 1250),
        ("1,250", 1250, 1250),
        ("1 250", 1250, 1250),
        ("1\u202f250", 1250, 1250),
        ("1.234.567", 1234567, 1234567),
        ("4,2", 4.2, 4.2),
        ("1.234,5", 1234.5, 1234.5),
        ("200+", 200, None),
        ("> 300", 300, None),
        (">=30", 30, None),
        ("mindestens 30", 30, None),
        ("at most 50", 0, 50),
        ("moins de 50", 0, 50),
        ("100-150", 100, 150),
        ("250 - 300", 250, 300),
        ("100 à 150", 100, 150),
        ("1.000\u20131.500", 1000, 1500),
    ],
)
def test_a_figure_is_the_range_it_states(text: str, low: float, high: float | None) -> None:
    assert read_quantity(text, unit="members").interval == Interval(low, high)


@pytest.mark.parametrize("text", ["about 250", "~250", "ca. 250", "environ 250", "rund 250"])
def test_about_is_kept_as_a_word(text: str) -> None:
    assert read_quantity(text, unit="members").qualifier == "about"


@pytest.mark.parametrize("text", ["more than 300", "plus de 300", "über 300", "oltre 300"])
def test_more_than_leaves_out_the_number_itself(text: str) -> None:
    read = read_quantity(text, unit="members")

    assert (read.qualifier, read.strict) == ("at_least", True)


@pytest.mark.parametrize(
    "text",
    ["1e309", "NaN", "inf", "-5", "1_000", "0x10", "٢٥٠", "1e3", "½", "about 250+", "300-250",
     "1.234,567", "1,234,5", "2017-04-13", "some", "", "9" * 20, "about", "5 or 6"],
)  # fmt: skip
def test_what_float_would_take_or_mangle_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="not a figure") as refused:
        read_quantity(text, unit="members")

    assert "about 250" in refused.value.hint


def test_a_long_cell_is_refused_at_once() -> None:
    with pytest.raises(BadInput):
        read_quantity("1," * 16_000, unit="members")


@pytest.mark.parametrize(("text", "number"), [("48.857", 48.857), ("-2,5", -2.5), ("7", 7)])
def test_a_number_has_no_thousands_so_three_decimals_stay_decimals(
    text: str, number: float
) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize("text", ["1 250", "about 5", "--5", "1e5", "", "1.2.3"])
def test_a_number_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="not a number"):
        read_number(text)
