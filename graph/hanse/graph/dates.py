"""Dates as coarse as known: a year, a month or a day.

A coarse *since* begins its period, a coarse *until* ends it, so that nothing is shortened
by what nobody wrote down.
"""

import calendar
import re
from datetime import date

from hanse.graph.errors import ImpossibleDate

# Digits of ASCII alone: days are compared as text.
_COARSE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def check_date(text: str, *, where: str = "") -> str:
    """Return ``text`` when it is a year, a month or a day of the calendar, in ISO form.

    Raises
    ------
    ImpossibleDate
        When it is written in another way, or no calendar holds it.

    Examples
    --------
    >>> check_date("2017-04")
    '2017-04'
    >>> check_date("2017-02-30")
    Traceback (most recent call last):
    hanse.graph.errors.ImpossibleDate: '2017-02-30' is not a date
      hint: write a year, a month or a day: 2017, 2017-04 or 2017-04-13
    """
    match = _COARSE.fullmatch(text.strip())
    try:
        if match:
            date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
            return text.strip()
    except ValueError:
        pass
    raise ImpossibleDate(
        f"{text!r} is not a date",
        where=where,
        hint="write a year, a month or a day: 2017, 2017-04 or 2017-04-13",
    )


def first_day(coarse: str) -> str:
    """Return the first day of a coarse date, in ISO form.

    >>> first_day("2017"), first_day("2017-04")
    ('2017-01-01', '2017-04-01')
    """
    return coarse + "-01" * (2 - coarse.count("-"))


def last_day(coarse: str) -> str:
    """Return the last day of a coarse date, in ISO form.

    >>> last_day("2016"), last_day("2016-02")
    ('2016-12-31', '2016-02-29')
    """
    year, *rest = coarse.split("-")
    match rest:
        case []:
            return f"{year}-12-31"
        case [month]:
            return f"{coarse}-{calendar.monthrange(int(year), int(month))[1]:02d}"
        case _:
            return coarse


def holds_on(day: str | None, *, since: str | None, until: str | None) -> bool:
    """Say whether what held from ``since`` until ``until`` held on ``day``.

    An end that is not stated is open. Without a day everything holds.

    >>> holds_on("2016-06-01", since="2016", until=None)
    True
    >>> holds_on("2014-01-01", since="2012", until="2013")
    False
    """
    if day is None:
        return True
    day = last_day(day)
    return (since is None or first_day(since) <= day) and (until is None or last_day(until) >= day)
