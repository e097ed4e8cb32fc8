"""Dates are as coarse as their document states them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import days

from hanse.graph.dates import check_date, first_day, holds_on, last_day
from hanse.graph.errors import ImpossibleDate


@pytest.mark.parametrize("text", ["2017", "2017-04", "2017-04-13", "2016-02-29"])
def test_a_year_a_month_and_a_day_are_dates(text: str) -> None:
    assert check_date(text) == text


def test_blanks_around_a_date_are_left_out() -> None:
    assert check_date(" 2017-04\n") == "2017-04"


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "soon", "2017-13", "2017-00", "2017-02-29", "2017-06-31", "0000", "17", "20170413",
        "2017-4", "2017-04-1", "13.04.2017", "2017/04/13", "2017-04-13T00:00", "-2017", "2017-",
        "٢٠١٧",
    ],
)  # fmt: skip
def test_what_no_calendar_holds_or_nobody_would_read_alike_is_refused(text: str) -> None:
    with pytest.raises(ImpossibleDate, match="is not a date"):
        check_date(text)


def test_an_impossible_date_is_refused_with_its_place_and_a_remedy() -> None:
    with pytest.raises(ImpossibleDate) as caught:
        check_date("31.6.2017", where="memberships.csv, row 3")

    assert str(caught.value).startswith("memberships.csv, row 3: '31.6.2017' is not a date\n")
    assert "2017-04-13" in caught.value.hint


@pytest.mark.parametrize(
    ("coarse", "first", "last"),
    [
        ("2017", "2017-01-01", "2017-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2017-12", "2017-12-01", "2017-12-31"),
        ("2017-04-13", "2017-04-13", "2017-04-13"),
    ],
)
def test_a_coarse_date_is_a_period(coarse: str, first: str, last: str) -> None:
    assert (first_day(coarse), last_day(coarse)) == (first, last)


@given(days)
def test_every_coarse_date_begins_and_ends_on_days_of_the_calendar(coarse: str) -> None:
    first, last = date.fromisoformat(first_day(coarse)), date.fromisoformat(last_day(coarse))

    assert first <= last
    assert first_day(coarse).startswith(coarse)
    assert last_day(coarse).startswith(coarse)


# D4.1 and the newsletter: bioXclusters ran 2012 to 2013, bioXclusters plus began in 2016.
@pytest.mark.parametrize(
    ("day", "since", "until", "holds"),
    [
        ("2013-12-31", "2012", "2013", True),
        ("2014-01-01", "2012", "2013", False),
        ("2011-12-31", "2012", "2013", False),
        ("2016-01-01", "2016", None, True),
        ("2015-12-31", "2016", None, False),
        ("2031-01-01", "2016", None, True),
        ("1999-01-01", None, "2013", True),
        ("2017-04-13", None, None, True),
        ("2016", "2016-09", None, True),
        ("2016-09", "2016-09-30", None, True),
        (None, "2016", "2013", True),
    ],
)
def test_what_held_from_a_coarse_since_until_a_coarse_until(
    day: str | None, since: str | None, until: str | None, *, holds: bool
) -> None:
    assert holds_on(day, since=since, until=until) is holds


@given(days, st.none() | days, st.none() | days)
def test_what_held_in_a_period_held_in_every_longer_one(
    day: str, since: str | None, until: str | None
) -> None:
    if holds_on(day, since=since, until=until):
        assert holds_on(day, since=None, until=until)
        assert holds_on(day, since=since, until=None)
