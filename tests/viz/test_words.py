import pytest

from hanse.viz.words import date_span, figure, number, share_range, span, stated, unit_label


def test_thousands_are_parted() -> None:
    assert number(358000) == "358,000"


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        ({"low": 871, "high": 871}, "871"),
        ({"low": 1600, "high": None}, "1,600 or more"),
        ({"low": None, "high": 50}, "at most 50"),
        ({"low": None, "high": None}, "unknown"),
        ({"low": 0, "high": 0}, "0"),
    ],
)
def test_unknown_is_said_and_zero_is_a_number(
    interval: dict[str, float | None], words: str
) -> None:
    assert span(interval) == words


def test_about_is_said_with_the_figure() -> None:
    assert figure({"low": 250, "high": 250, "qualifier": "about"}) == "about 250"
    assert figure(None) == ""


def test_more_than_is_not_at_least() -> None:
    fact = {"value": 300, "unit": "members", "qualifier": "at_least", "strict": True}

    assert stated(fact) == "more than 300 members"
    assert stated({**fact, "strict": False}) == "at least 300 members"


def test_yes_and_no_are_words() -> None:
    assert stated({"value": True, "unit": None, "qualifier": None}) == "yes"


def test_a_wording_that_differs_is_shown_with_the_value() -> None:
    fact = {"value": "2005", "unit": None, "qualifier": None, "as_written": "founded in 2005"}

    assert stated(fact) == '2005 (written "founded in 2005")'


def test_scores_that_differ_only_beyond_what_is_shown_are_one() -> None:
    assert share_range({"low": 0.60781, "high": 0.60784}) == "0.608"
    assert share_range({"low": None, "high": None}) == "unknown"


def test_a_period_is_left_open_where_nobody_closed_it() -> None:
    assert date_span("2016", None) == "since 2016"
    assert date_span(None, "2013") == "until 2013"


def test_a_unit_outside_the_schema_is_called_by_its_name() -> None:
    assert unit_label("research_bodies") == "research bodies"
    assert unit_label("wind_farms") == "wind farms"
