"""Numbers as documents state them: with a unit, a qualifier, and an honest range.

``exactly`` 85, ``about`` 250, ``at_least`` 300 ("over 300", "300+"), ``at_most`` 50,
``between`` 100 and 150. Companies, SMEs, members, research bodies, researchers and jobs are
different things: a unit is never exchanged for another.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite
from typing import Final, Literal

from hanse.graph.errors import BadClaim

Qualifier = Literal["exactly", "about", "at_least", "at_most", "between"]
QUALIFIERS: Final = ("exactly", "about", "at_least", "at_most", "between")

# What "about" may hide when two statements are held against each other, and only there.
ABOUT_TOLERANCE: Final = 0.10
# Beyond it neighbouring whole numbers fall together in a float.
LARGEST_WHOLE: Final = 2**53


def check_number(number: float) -> None:
    """Refuse what is no number: yes and no, NaN, the infinite, a whole number beyond 2**53.

    Raises
    ------
    BadClaim
        When it is one of these.
    """
    if isinstance(number, bool) or not isinstance(number, (int, float)):
        raise BadClaim(f"{number!r} is not a number", hint="write digits, such as 871")
    if isinstance(number, int) and abs(number) > LARGEST_WHOLE:
        raise BadClaim("the number is too large to be kept exactly", hint="check its digits")
    if not isfinite(number):
        raise BadClaim(f"{number} is not a number", hint="leave out what is not known")


@dataclass(frozen=True, slots=True)
class Interval:
    """A range that holds the true value; ``None`` is an end that nobody stated.

    Equal ends are a known value. Both ends ``None`` is unknown. ``low`` with ``high`` None is
    open upwards.
    """

    low: float | None
    high: float | None

    @property
    def is_unknown(self) -> bool:
        """Say whether nothing at all is known."""
        return self.low is None and self.high is None

    @property
    def is_exact(self) -> bool:
        """Say whether the value is known."""
        return self.low is not None and self.low == self.high

    def __str__(self) -> str:
        """Return the range as people write it."""
        if self.is_unknown:
            return "unknown"
        if self.is_exact:
            return _digits(self.low)
        low = _digits(self.low)
        return f"{low} or more" if self.high is None else f"{low} to {_digits(self.high)}"


def _digits(number: float | None) -> str:
    if number is None:
        return "?"
    return f"{number:.0f}" if float(number).is_integer() else f"{number:.10g}"


UNKNOWN: Final = Interval(None, None)


def exact(value: float) -> Interval:
    """Return the interval of a known value."""
    return Interval(value, value)


def hull(intervals: Iterable[Interval]) -> Interval:
    """Return the smallest interval that spans all of ``intervals``; an open end stays open.

    >>> hull([Interval(250, 250), Interval(300, None)])
    Interval(low=250, high=None)
    >>> hull([])
    Interval(low=None, high=None)
    """
    parts = list(intervals)
    lows = [part.low for part in parts if part.low is not None]
    highs = [part.high for part in parts if part.high is not None]
    return Interval(
        min(lows) if parts and len(lows) == len(parts) else None,
        max(highs) if parts and len(highs) == len(parts) else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A stated number: value, unit and qualifier.

    ``strict`` marks "more than" and "fewer than": the value itself is then not meant.
    ``upper`` is the other end of ``between``.
    """

    value: float
    unit: str
    qualifier: Qualifier = "exactly"
    strict: bool = False
    upper: float | None = None

    def __post_init__(self) -> None:
        check_number(self.value)
        if self.upper is not None:
            check_number(self.upper)
        if self.value < 0 or self.qualifier not in QUALIFIERS or not self.unit.strip():
            hint = "state a unit and a number from 0, with one of " + ", ".join(QUALIFIERS)
            raise BadClaim(f"{self.qualifier} {self.value} {self.unit} is no quantity", hint=hint)
        if (self.qualifier == "between") != (self.upper is not None):
            raise BadClaim("two ends are stated of 'between', and of nothing else")
        if self.upper is not None and self.upper < self.value:
            raise BadClaim(f"{self.value} to {self.upper} is no range", hint="exchange the ends")

    @property
    def interval(self) -> Interval:
        """Return the range stated; "about" is kept as its value, and said to be about.

        >>> Quantity(value=300, unit="members", qualifier="at_least").interval
        Interval(low=300, high=None)
        """
        match self.qualifier:
            case "at_least":
                return Interval(self.value, None)
            case "at_most":
                return Interval(0, self.value)
            case "between":
                return Interval(self.value, self.upper)
            case _:
                return Interval(self.value, self.value)

    @property
    def tolerated(self) -> Interval:
        """Return the range used when statements are held against each other.

        >>> Quantity(value=2300, unit="companies", qualifier="about").tolerated
        Interval(low=2070.0, high=2530.0)
        """
        if self.qualifier != "about":
            return self.interval
        return Interval(self.value * (1 - ABOUT_TOLERANCE), self.value * (1 + ABOUT_TOLERANCE))

    def __str__(self) -> str:
        """Return the quantity as people write it."""
        number = _grouped(self.value)
        words = {"exactly": "", "about": "about ", "at_least": "at least ", "at_most": "at most "}
        if self.upper is not None:
            return f"{number} to {_grouped(self.upper)}"
        if self.strict:
            words |= {"at_least": "more than ", "at_most": "fewer than "}
        return f"{words[self.qualifier]}{number}"


def _grouped(number: float) -> str:
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,}"


def meet(first: Interval, second: Interval) -> bool:
    """Say whether two ranges can be true together.

    >>> meet(Interval(200, None), Interval(85, 85))
    False
    """
    return _below(first.low, second.high) and _below(second.low, first.high)


def _below(low: float | None, high: float | None) -> bool:
    return low is None or high is None or low <= high
