"""Readings of what documents leave open, kept under a name instead of chosen in silence.

"A network of 1,700 companies" may or may not include those of the cluster named before it. An
assumption says which reading is meant: what it states of sizes, and which statements of the
documents it stands in for. Answers under different assumptions can be put side by side.
"""

from dataclasses import dataclass
from typing import Literal

from hanse.graph.quantities import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumedFigure:
    """A size that is taken for granted, in a unit.

    ``union``: companies in any of the clusters; ``overlap``: in all of them; ``sum``: what the
    clusters' own sizes add up to, those in two clusters counted twice.
    """

    clusters: tuple[str, ...]
    unit: str
    size: Interval
    kind: Literal["union", "overlap", "sum"] = "union"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """A named reading.

    ``sets_aside`` names statements that it replaces, by the id of what they are stated of (a
    cluster or a group) and their unit. ``are_regions_apart``: clusters without a common
    region are taken to share nothing.
    """

    id: str
    label: str
    figures: tuple[AssumedFigure, ...] = ()
    sets_aside: tuple[tuple[str, str], ...] = ()
    are_regions_apart: bool = False
    note: str = ""
