"""Understand dates as people write them: ISO as coarse as known, or day, month, year."""

import re
from typing import Final

from hanse.graph.dates import check_date
from hanse.graph.errors import ImpossibleDate

_PARTS: Final = re.compile(r"(?:([0-9]{1,2})([./-]))?([0-9]{1,2})([./-])([0-9]{4})")
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})[./]([0-9]{1,2})(?:[./]([0-9]{1,2}))?")
LAST_MONTH: Final = 12


def read_date(text: str) -> str:
    """Return a date in ISO form, as coarse as written.

    ``13.04.2017`` and ``13/04/2017`` put the day first. ``03/04/2017`` may be either, in
    April or in March, and is refused.

    Raises
    ------
    ImpossibleDate
        When it is none, or may be two.

    Examples
    --------
    >>> read_date("2017-04"), read_date("13.04.2017"), read_date("4/2017")
    ('2017-04', '2017-04-13', '2017-04')
    """
    found = _PARTS.fullmatch(text)
    if found:
        return _by_parts(text, found)
    found = _YEAR_FIRST.fullmatch(text)
    if found:
        year, *rest = (part for part in found.groups() if part)
        return check_date("-".join((year, *(part.zfill(2) for part in rest))))
    return check_date(text)


def _by_parts(text: str, found: re.Match[str]) -> str:
    first, mark, second, other, year = found.groups()
    if first is None:
        return check_date(f"{year}-{second.zfill(2)}")
    day, month = int(first), int(second)
    if mark != other:
        return check_date(text)
    if mark == "/" and day != month and max(day, month) <= LAST_MONTH:
        readings = f"{year}-{month:02d}-{day:02d} or {year}-{day:02d}-{month:02d}"
        raise ImpossibleDate(f"{text!r} may be two dates", hint=f"write {readings}")
    if mark == "/" and month > LAST_MONTH:
        day, month = month, day
    return check_date(f"{year}-{month:02d}-{day:02d}")
