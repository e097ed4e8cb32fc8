"""Other weights for a guide's criteria, as somebody tries them in the page."""

from collections.abc import Mapping
from dataclasses import replace
from math import fsum, isfinite
from typing import Final

from hanse.graph.errors import BadInput, UnknownName
from hanse.graph.model import Guide

TOLERANCE: Final = 1e-6  # of the sum, in percent
WHERE: Final = "weights"


def read_weights(text: str) -> dict[str, float]:
    """Return weights in percent by criterion, as an address carries them.

    >>> read_weights("size:40,interest:60")
    {'size': 40.0, 'interest': 60.0}

    Raises
    ------
    BadInput
        When a part is no ``criterion:percent``, or a criterion comes twice.
    """
    found: dict[str, float] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        criterion, _, number = part.rpartition(":")
        if not criterion or criterion in found:
            hint = "name each criterion once: size:40,interest:60"
            raise BadInput(f"{part!r} is no weight of a criterion", where=WHERE, hint=hint)
        found[criterion] = _percent(number, part)
    return found


def _percent(number: str, part: str) -> float:
    try:
        value = float(number)
    except ValueError:
        value = float("nan")
    if not (isfinite(value) and 0 <= value <= 100):  # noqa: PLR2004  # percent
        hint = "a weight is a number from 0 to 100"
        raise BadInput(f"{part!r} is no weight of a criterion", where=WHERE, hint=hint)
    return value


def reweighted(guide: Guide, percents: Mapping[str, float]) -> Guide:
    """Return the guide with other weights, in percent; what is not named keeps its own.

    Raises
    ------
    UnknownName
        When the guide has no such criterion.
    BadInput
        When the weights do not add up to 100.
    """
    known = [criterion.id for criterion in guide.criteria]
    for name in percents:
        if name not in known:
            raise UnknownName(name, kind="criterion", known=known)
    weights = {c.id: percents.get(c.id, 100 * c.weight) for c in guide.criteria}
    total = fsum(weights.values())
    if abs(total - 100) > TOLERANCE:
        hint = "change a weight so that they add up to 100"
        raise BadInput(f"the weights add up to {total:g} percent", where=WHERE, hint=hint)
    criteria = tuple(replace(c, weight=weights[c.id] / 100) for c in guide.criteria)
    return replace(guide, criteria=criteria)
