"""The components of a candidate's score, what each counts, and who is beaten by nobody.

Score = .45 chain gain + .15 hand-overs + .15 region + .15 market + .10 access
- .15 redundancy, never below 0. The weights are this project's own; no source stands behind
them, and each can be changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from math import fsum, isfinite
from typing import Final

from hanse.graph.errors import BadDefinition
from hanse.graph.quantities import Interval

# Two scores that differ by less differ by rounding only, and are put in order by id.
SAME_TO: Final = 12  # decimals


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each component counts in the score; redundancy is taken off.

    Raises
    ------
    BadDefinition
        When a weight is negative or not a number.
    """

    chain_gain: float = 0.45
    hand_over: float = 0.15
    region: float = 0.15
    market: float = 0.15
    access: float = 0.10
    redundancy: float = 0.15

    def __post_init__(self) -> None:
        for weight in fields(self):
            value = getattr(self, weight.name)
            if not (isfinite(value) and value >= 0):
                raise BadDefinition(
                    f"{value:g} is no weight",
                    where=f"weight of {weight.name}",
                    hint="give a number of 0 or more",
                )


DEFAULT: Final = Weights()


@dataclass(frozen=True, slots=True, kw_only=True)
class Components:
    """The parts of a score, each 0 to 1.

    ``gap`` and ``thin`` add up to ``chain_gain``. All three are unknown where the chain is
    complete without the candidate, and count 0 then.
    """

    chain_gain: Interval
    gap: Interval
    thin: Interval
    hand_over: Interval
    region: Interval
    market: Interval
    access: Interval
    redundancy: Interval


def score(components: Components, weights: Weights = DEFAULT) -> Interval:
    """Return the weighted sum of the components less redundancy, 0 at the least.

    An unknown chain gain, that of a complete chain, counts 0.
    """
    adds = (
        (weights.chain_gain, components.chain_gain),
        (weights.hand_over, components.hand_over),
        (weights.region, components.region),
        (weights.market, components.market),
        (weights.access, components.access),
    )
    off, redundancy = weights.redundancy, components.redundancy
    low = [*(w * (part.low or 0.0) for w, part in adds), -off * (redundancy.high or 0.0)]
    high = [*(w * (part.high or 0.0) for w, part in adds), -off * (redundancy.low or 0.0)]
    return Interval(max(0.0, fsum(low)), max(0.0, fsum(high)))


def at_worst(components: Components) -> tuple[float, ...]:
    """Return the components that candidates are held against each other by, at their worst."""
    good = (components.chain_gain, components.region, components.market, components.access)
    values = (*(part.low or 0.0 for part in good), -(components.redundancy.high or 0.0))
    return tuple(round(value, SAME_TO) for value in values)


def pareto_front(values: Mapping[str, tuple[float, ...]]) -> set[str]:
    """Return the ids whose values no other dominates.

    In falling order a dominated point comes after one of the front that dominates it.
    """
    front: list[tuple[float, ...]] = []
    for value in sorted(set(values.values()), reverse=True):
        if not any(all(a >= b for a, b in zip(better, value, strict=True)) for better in front):
            front.append(value)
    return {candidate for candidate, value in values.items() if value in front}
