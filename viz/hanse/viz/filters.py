"""What clusters can be filtered by beside their country and categories.

Where a cluster sits, what it is a member of, the markets it goes for, and how high it scores.
All of it is looked up here, once; the page only compares and counts.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import ceil, floor, log10
from typing import Final, Literal

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval
from hanse.viz.view import FacetValue, View

Belonging = Literal["region", "partnership", "market"]
BELONGINGS: Final[tuple[Belonging, ...]] = ("region", "partnership", "market")
# Memberships through which a cluster goes for the markets of the whole.
_SHARING: Final = ("partnership", "consortium")
# A partnership that explores a market, or finds it opening, does not go for it yet.
_AIMS: Final = (None, "targets", "interested_in")
STEPS: Final = 20
_SCORES: Final = {
    "complementarity": "Complementarity",
    "fit": "Fit",
    "coverage": "Share rated",
}
# What every score of the kind lies between, where that is known beforehand.
_ENDS: Final = {"fit": (0.0, 1.0), "coverage": (0.0, 1.0)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One thing to filter by: its values, most clusters first, and those of each cluster."""

    id: Belonging
    values: tuple[FacetValue, ...]
    of: Mapping[str, tuple[str, ...]] = field(hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRange:
    """A score to filter by, and the edges of the bars of its histogram, from low to high."""

    id: str
    label: str
    edges: tuple[float, ...]


def filters(graph: PartnershipGraph, view: View) -> tuple[Filter, ...]:
    """Return the regions, partnerships and markets that clusters of the picture belong to.

    A cluster in a region is in every wider region, too. It goes for the markets that are
    stated of itself and of the partnerships and consortia it is a member of. What is not
    stated is not among its values: unknown is no value.
    """
    clusters = [node.id for node in view.of_kind("cluster")]
    readers = {"region": _regions, "partnership": _partnerships, "market": _markets}
    return tuple(
        _filter(graph, name, {cluster: readers[name](graph, cluster) for cluster in clusters})
        for name in BELONGINGS
    )


def _filter(graph: PartnershipGraph, name: Belonging, of: Mapping[str, tuple[str, ...]]) -> Filter:
    counted = Counter(value for values in of.values() for value in values)
    found = [FacetValue(id=v, label=graph.name(v), clusters=n) for v, n in counted.items()]
    ordered = sorted(found, key=lambda value: (-value.clusters, value.label, value.id))
    return Filter(id=name, values=tuple(ordered), of={c: v for c, v in of.items() if v})


def _regions(graph: PartnershipGraph, cluster: str) -> tuple[str, ...]:
    own = graph.targets_of(cluster, "located_in")
    return _once(region for one in own for region in (one, *graph.wider(one)))


def _partnerships(graph: PartnershipGraph, cluster: str) -> tuple[str, ...]:
    return _once(graph.targets_of(cluster, "member_of"))


def _markets(graph: PartnershipGraph, cluster: str) -> tuple[str, ...]:
    shared = [p for p in _partnerships(graph, cluster) if graph.kind(p) in _SHARING]
    stated = [claim for thing in (cluster, *shared) for claim in graph.ties(thing, "targets")]
    return _once(claim.other for claim in stated if claim.role in _AIMS)


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(values)))


def score_ranges(view: View) -> tuple[ScoreRange, ...]:
    """Return the scores that clusters of the picture have, each with even, round edges.

    A score that all have alike cannot tell any apart, and is left out.
    """
    found = []
    for score, label in _SCORES.items():
        values = [node.scores.get(score) for node in view.of_kind("cluster")]
        lows = [v.low for v in values if isinstance(v, Interval) and v.low is not None]
        if len(set(lows)) > 1:
            ends = _ENDS.get(score, (min(lows), max(lows)))
            found.append(ScoreRange(id=score, label=label, edges=edges(*ends)))
    return tuple(found)


def edges(low: float, high: float) -> tuple[float, ...]:
    """Return round values from below ``low`` to above ``high``, ten to twenty steps apart.

    >>> edges(0.0, 1.0)[:3], edges(0.0, 1.0)[-1]
    ((0.0, 0.05, 0.1), 1.0)
    >>> edges(0.04, 0.21)[:3]
    (0.04, 0.05, 0.06)
    """
    width = _round_up((high - low) / STEPS)
    first, last = floor(low / width + 1e-9), ceil(high / width - 1e-9)
    return tuple(round(number * width, 9) for number in range(first, last + 1))


def _round_up(width: float) -> float:
    """Return the nearest of 1, 2 and 5 times a power of ten below twice the width."""
    power = 10.0 ** floor(log10(width))
    return next(power * n for n in (1, 2, 5, 10) if power * n >= width * (1 - 1e-9))
