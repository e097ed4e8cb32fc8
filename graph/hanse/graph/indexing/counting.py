"""A count as numbers: both ends, and marks for what the graph says of it besides."""

from collections.abc import Sequence
from math import nan

from hanse.graph.claims import Claim, Preference, preferred
from hanse.graph.indexing.facts import ABOUT, HIGH_STRICT, LOW_STRICT, UNDECIDED
from hanse.graph.quantities import Quantity
from hanse.graph.schema import schema
from hanse.graph.stores.rows import COLUMNS, Cell

_START = COLUMNS.index("type")
Count = tuple[float, float, int]


def count_of_one(row: tuple[Cell, ...]) -> Count | None:
    """Return the count of the only statement there is; ``None`` where the rules must be asked."""
    kind, value, upper, unit, qualifier, strict = row[_START : _START + 6]
    if kind != "q" or not _is_in_its_unit(str(row[_START - 1]), str(unit)):
        return None
    least = float(value)  # type: ignore[arg-type]  # a quantity's value is a number
    match qualifier:
        case "exactly":
            return least, least, 0
        case "about":
            return least, least, ABOUT
        case "at_least":
            return least, nan, LOW_STRICT if strict else 0
        case "at_most":
            return 0.0, least, HIGH_STRICT if strict else 0
        case _:
            return least, float(upper), 0  # type: ignore[arg-type]  # "between" has two ends


def _is_in_its_unit(predicate: str, unit: str) -> bool:
    """Say whether a quantity counts in the unit of its attribute: units are never mixed."""
    attribute = schema().attributes.get(predicate)
    wanted = attribute.unit if attribute else None
    return wanted is None or wanted == unit


def count_of_several(claims: Sequence[Claim], trust: Sequence[str]) -> Count | None:
    """Return the count that the graph chooses among statements; ``None`` when none counts."""
    counted = [
        claim
        for claim in claims
        if isinstance(claim.value, Quantity) and _is_in_its_unit(claim.predicate, claim.value.unit)
    ]
    if not counted:
        return None
    chosen = preferred(counted, trust=trust)
    low, high = chosen.interval.low, chosen.interval.high
    marks = LOW_STRICT if low is not None and chosen.is_strict else 0
    marks |= HIGH_STRICT if _is_high_strict(chosen) else 0
    marks |= ABOUT if chosen.qualifier == "about" else 0
    marks |= UNDECIDED if chosen.claim is None else 0
    return nan if low is None else float(low), nan if high is None else float(high), marks


def _is_high_strict(chosen: Preference) -> bool:
    """Say whether the high end is excluded by every statement that gives it."""
    high = chosen.interval.high
    claims = (chosen.claim,) if chosen.claim else chosen.claims
    quantities = [claim.value for claim in claims if isinstance(claim.value, Quantity)]
    givers = [q for q in quantities if high is not None and q.interval.high == high]
    return bool(givers) and all(q.strict and q.qualifier == "at_most" for q in givers)
