"""Dates as people write them; what may be two dates is none."""

import pytest

from hanse.graph.errors import ImpossibleDate
from hanse.ingest.dated import read_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2017", "2017"),
        ("2017-04", "2017-04"),
        ("2017-04-13", "2017-04-13"),
        ("13.04.2017", "2017-04-13"),
        ("3.4.2017", "2017-04-03"),
        ("13/04/2017", "2017-04-13"),
        ("04/13/2017", "2017-04-13"),
        ("05/05/2017", "2017-05-05"),
        ("04/2017", "2017-04"),
        ("2017/04/13", "2017-04-13"),
    ],
)
def test_a_date_is_read_as_coarse_as_written(text: str, date: str) -> None:
    assert read_date(text) == date


def test_a_date_that_may_be_two_is_refused_with_both() -> None:
    with pytest.raises(ImpossibleDate) as refused:
        read_date("03/04/2017")

    assert refused.value.hint == "write 2017-04-03 or 2017-03-04"


@pytest.mark.parametrize("text", ["31.02.2017", "13.13.2017", "13/13/2017", "April 2017", "17"])
def test_what_no_calendar_holds_is_refused(text: str) -> None:
    with pytest.raises(ImpossibleDate):
        read_date(text)
