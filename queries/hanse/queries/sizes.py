"""How many, as far as it is known: what is stated in a unit, and what other units say of it.

Units never mix, but some bound each other. An SME and a large company are companies, and the
companies of a cluster are among its members; so there are no fewer companies than SMEs, and no
more than members.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from hanse.graph.claims import Preference
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval, Quantity
from hanse.graph.schema import schema
from hanse.queries.answers import Evidence

# Units that are part of the named one, and so bound it from below.
PARTS: Final = {
    "companies": ("smes", "large_companies"),
    "members": ("companies", "smes", "large_companies"),
}
# Units that hold the named one, and so bound it from above.
WHOLES: Final = {
    "smes": ("companies", "members"),
    "large_companies": ("companies", "members"),
    "companies": ("members",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """What is known of a number: its range, by which rules, and where that stands.

    ``interval`` holds both ends in ``unit``; unknown is never zero. A strict end is excluded
    ("more than 100"). ``rules`` say which other unit gave an end. ``is_contradicted``: the
    statements cannot all be true, and the range spans them.
    """

    unit: str
    interval: Interval
    is_low_strict: bool = False
    is_high_strict: bool = False
    is_about: bool = False
    is_contradicted: bool = False
    rules: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def __str__(self) -> str:
        """Return the size as people write it: "more than 100 companies"."""
        return f"{'about ' if self.is_about else ''}{self._number} {unit_label(self.unit)}"

    @property
    def _number(self) -> str:
        low, high = self.interval.low, self.interval.high
        if self.interval.is_unknown:
            return "an unknown number of"
        if self.interval.is_exact:
            return str(self.interval)
        above = f"more than {_digits(low)}" if self.is_low_strict else _digits(low)
        below = f"fewer than {_digits(high)}" if self.is_high_strict else _digits(high)
        if high is None:
            return above if self.is_low_strict else f"{above} or more"
        if not low:
            return below if self.is_high_strict else f"at most {below}"
        return f"{above} to {below}"


def _digits(number: float | None) -> str:
    return str(Interval(number, number))


@dataclass(frozen=True, slots=True, kw_only=True)
class _End:
    """One end of a range, the unit that gave it, and the statements behind it."""

    value: float
    is_strict: bool
    unit: str
    stated: Preference


def size(graph: PartnershipGraph, thing: str, unit: str) -> Size:
    """Return what is known of the number of ``unit`` of a cluster, partnership or group.

    The low end is the greatest that the unit itself or one of its parts gives, the high end
    the least that it or one of its wholes gives. Nothing stated is unknown, not zero. "About"
    is taken at its value, and said to be about.

    Examples
    --------
    >>> from hanse.graph.claims import Claim
    >>> from hanse.graph.fold import fold
    >>> from hanse.graph.store import Contents
    >>> smes = Quantity(value=200, unit="smes", qualifier="at_least")
    >>> said = {"kind": "cluster", "smes": smes}
    >>> claims = [
    ...     Claim(subject="medicen", predicate=p, value=v, source="d41", locator="section 3.2")
    ...     for p, v in said.items()
    ... ]
    >>> print(size(PartnershipGraph(fold(claims), Contents()), "medicen", "companies"))
    200 or more companies
    """
    lows = _ends(graph, thing, (unit, *PARTS.get(unit, ())), _low)
    highs = _ends(graph, thing, (unit, *WHOLES.get(unit, ())), _high)
    # the unit itself comes first, and of equal ends the first is taken
    low = max(lows, key=lambda end: (end.value, end.is_strict), default=None)
    high = min(highs, key=lambda end: (end.value, not end.is_strict), default=None)
    if low and high and _excludes(low, high):
        return _contradicted(unit, low, high)
    used = tuple(end for end in (low, high) if end)
    return Size(
        unit=unit,
        interval=Interval(low.value if low else None, high.value if high else None),
        is_low_strict=bool(low and low.is_strict),
        is_high_strict=bool(high and high.is_strict),
        is_about=bool(used) and all(end.stated.qualifier == "about" for end in used),
        rules=_rules(unit, low, high),
        evidence=_evidence(used),
    )


def unit_label(unit: str) -> str:
    """Return the words for a unit.

    >>> unit_label("smes"), unit_label("research_bodies"), unit_label("photonics_share")
    ('SMEs', 'research bodies', 'percent')
    """
    attribute = schema().attributes[unit]
    return attribute.label if attribute.unit in (None, unit) else str(attribute.unit)


def _ends(
    graph: PartnershipGraph,
    thing: str,
    units: Sequence[str],
    end_of: Callable[[str, Preference], _End | None],
) -> list[_End]:
    stated = ((unit, graph.preference(thing, unit)) for unit in units)
    ends = (end_of(unit, preference) for unit, preference in stated if preference)
    return [end for end in ends if end]


def _low(unit: str, stated: Preference) -> _End | None:
    value = stated.interval.low
    if value is None:
        return None
    return _End(value=value, is_strict=stated.is_strict, unit=unit, stated=stated)


def _high(unit: str, stated: Preference) -> _End | None:
    value = stated.interval.high
    if value is None:
        return None
    givers = [q for q in _quantities(stated) if q.interval.high == value]
    is_strict = bool(givers) and all(q.strict and q.qualifier == "at_most" for q in givers)
    return _End(value=value, is_strict=is_strict, unit=unit, stated=stated)


def _quantities(stated: Preference) -> list[Quantity]:
    claims = [stated.claim] if stated.claim else stated.claims
    return [claim.value for claim in claims if isinstance(claim.value, Quantity)]


def _excludes(low: _End, high: _End) -> bool:
    is_open = low.is_strict or high.is_strict
    return low.value > high.value or (is_open and low.value == high.value)


def _contradicted(unit: str, low: _End, high: _End) -> Size:
    """Return the range that spans statements which cannot all be true."""
    return Size(
        unit=unit,
        interval=Interval(high.value, low.value),
        is_contradicted=True,
        rules=_rules(unit, low, high),
        evidence=_evidence((low, high)),
    )


def _rules(unit: str, low: _End | None, high: _End | None) -> tuple[str, ...]:
    sides = (("fewer", low), ("more", high))
    return tuple(
        f"{unit_label(unit)} are no {side} than {unit_label(end.unit)} ({_figure(end.stated)})"
        for side, end in sides
        if end and end.unit != unit
    )


def _figure(stated: Preference) -> str:
    return str(stated.claim.value) if stated.claim else str(stated.interval)


def _evidence(ends: Sequence[_End]) -> tuple[Evidence, ...]:
    claims = [
        claim
        for end in ends
        for claim in ((end.stated.claim,) if end.stated.claim else end.stated.claims)
    ]
    return tuple(dict.fromkeys(Evidence.of(claim) for claim in claims))
