"""What a colour and a size mean: for each choice a scale, and where each node stands on it.

All of it is worked out here, so that the page only looks up: a step of the ramp, a radius in
units of the picture. What is unknown has neither, and is drawn so that it shows.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import floor, log10, sqrt
from typing import Final

from hanse.graph.model import UNITS
from hanse.graph.quantities import Interval
from hanse.graph.schema import schema
from hanse.viz.palette import RAMP
from hanse.viz.view import Node, View

SMALLEST: Final = 3.6
LARGEST: Final = 10.5
UNKNOWN_SIZE: Final = 4.5
PLAIN_SIZE: Final = 5.0
HUB_SIZES: Final = (3.6, 7.6)
PARTNERSHIP_SIZE: Final = 6.6
OTHER_SIZE: Final = 4.0
# A count that fewer clusters than this share of them have is not what the picture opens with.
ENOUGH_KNOWN: Final = 0.3
CATEGORIES: Final = "categories"
NOTHING: Final = "none"

_SCORES: Final = {
    "complementarity": ("Complementarity", "share of 1"),
    "fit": ("Fit", "share of the highest weighted score"),
    "weighted_score": ("Weighted score", "rating points"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ColourChoice:
    """A score to colour clusters by.

    ``breaks`` are the lower ends of the second and later steps of the ramp, and ``steps`` the
    step of each node that has the score, by the low end of its range: what is sure.
    """

    id: str
    label: str
    unit: str
    least: float | None = None
    most: float | None = None
    breaks: tuple[float, ...] = ()
    steps: Mapping[str, int] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeChoice:
    """A count to size clusters by: the area of a mark grows with it.

    ``radii`` holds the nodes of which it is known; ``samples`` are values with their radii.
    """

    id: str
    label: str
    radii: Mapping[str, float] = field(default_factory=dict, hash=False)
    samples: tuple[tuple[float, float], ...] = ()


def colour_choices(view: View) -> tuple[ColourChoice, ...]:
    """Return the scores that some cluster has, and the choice of none."""
    found = [_colour_choice(view, score) for score in _SCORES]
    none = ColourChoice(id=NOTHING, label="One colour", unit="")
    return (*(choice for choice in found if choice.steps), none)


def _colour_choice(view: View, score: str) -> ColourChoice:
    label, unit = _SCORES[score]
    values = {n.id: low for n in view.of_kind("cluster") if (low := _low(n, score)) is not None}
    breaks = ramp_breaks(tuple(values.values()), len(RAMP))
    return ColourChoice(
        id=score,
        label=label,
        unit=unit,
        least=min(values.values(), default=None),
        most=max(values.values(), default=None),
        breaks=breaks,
        steps={node: step_of(value, breaks) for node, value in values.items()},
    )


def _low(node: Node, score: str) -> float | None:
    value = node.scores.get(score)
    return value.low if isinstance(value, Interval) else None


def ramp_breaks(values: Sequence[float], steps: int) -> tuple[float, ...]:
    """Return the values at which a next step begins, so that about as many fall in each.

    They are rounded to two digits, so that a legend can print them; equal ones fall together.

    >>> ramp_breaks([0.1, 0.2, 0.3, 0.4, 0.5], 5)
    (0.2, 0.3, 0.4, 0.5)
    >>> ramp_breaks([0.5], 5)
    ()
    """
    ordered = sorted(values)
    if len(set(ordered)) < 2:  # noqa: PLR2004  # one value needs no ramp
        return ()
    places = (len(ordered) * step // steps for step in range(1, steps))
    rounded = dict.fromkeys(_two_digits(ordered[place]) for place in places)
    return tuple(value for value in rounded if value > ordered[0])


def _two_digits(value: float) -> float:
    return value if value <= 0 else round(value, 1 - floor(log10(value)))


def step_of(value: float, breaks: Sequence[float]) -> int:
    """Return the step of a ramp that a value falls in, from 0.

    >>> step_of(0.3, (0.2, 0.3)), step_of(0.19, (0.2, 0.3))
    (2, 0)
    """
    return bisect_right(breaks, value)


def size_choices(view: View) -> tuple[SizeChoice, ...]:
    """Return the counts that some cluster has, the number of categories, and the choice of none."""
    attributes = schema().attributes
    found = [_size_choice(view, unit, attributes[unit].label) for unit in UNITS]
    return (
        *(choice for choice in found if choice.radii),
        _categories(view),
        SizeChoice(id=NOTHING, label="One size"),
    )


def _size_choice(view: View, unit: str, label: str) -> SizeChoice:
    values = {
        node.id: low
        for node in view.of_kind("cluster")
        if unit in node.counts and (low := node.counts[unit].low) is not None
    }
    return _scaled(unit, label, values)


def _categories(view: View) -> SizeChoice:
    clusters = view.of_kind("cluster")
    values = {n.id: float(len(n.categories)) for n in clusters if n.categories}
    return _scaled(CATEGORIES, "categories stated", values)


def _scaled(name: str, label: str, values: Mapping[str, float]) -> SizeChoice:
    most = max(values.values(), default=0.0)
    return SizeChoice(
        id=name,
        label=label,
        radii={node: _radius(value, most) for node, value in values.items()},
        samples=tuple((value, _radius(value, most)) for value in _samples(values.values())),
    )


def _radius(value: float, most: float) -> float:
    """Return a radius whose square grows evenly from the smallest to the largest."""
    share = value / most if most > 0 else 0.0
    return round(sqrt(SMALLEST**2 + (LARGEST**2 - SMALLEST**2) * share), 1)


def _samples(values: Iterable[float]) -> list[float]:
    ordered = sorted(set(values))
    middle = ordered[len(ordered) // 2 : len(ordered) // 2 + 1]
    return sorted({*ordered[:1], *middle, *ordered[-1:]})


def first_size(choices: Sequence[SizeChoice], clusters: int) -> str:
    """Return the size that a picture opens with: a count that enough clusters have.

    Where documents count the companies of a few clusters only, sizing by them would show who
    was written about.
    """
    known = (c.id for c in choices if len(c.radii) >= ENOUGH_KNOWN * clusters and c.radii)
    return next(known, NOTHING)


def other_sizes(view: View) -> dict[str, float]:
    """Return the radius of every node that is no cluster: categories by their clusters."""
    held = Counter(c for node in view.of_kind("cluster") for c in node.categories)
    most = max(held.values(), default=1)
    return {
        node.id: _other_size(node, held[node.id] / most)
        for node in view.nodes
        if node.kind != "cluster"
    }


def _other_size(node: Node, share: float) -> float:
    if node.kind in ("partnership", "network"):
        return PARTNERSHIP_SIZE
    if node.kind in ("region", "market"):
        return OTHER_SIZE
    return round(HUB_SIZES[0] + (HUB_SIZES[1] - HUB_SIZES[0]) * sqrt(share), 1)
