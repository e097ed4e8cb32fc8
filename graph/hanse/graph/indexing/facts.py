"""What one pass over the claims gathers: columns of numbers, and the texts they stand for.

A thing goes by a number here; the index numbers things anew, in the order of their ids.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from array import array

Numbers = NDArray[np.int32]
Reals = NDArray[np.float64]

# What marks a count (see hanse.graph.model.Count and hanse.queries.sizes): an end that is not
# meant itself, an "about", statements of which none is preferred.
LOW_STRICT: Final = 1
HIGH_STRICT: Final = 2
ABOUT: Final = 4
UNDECIDED: Final = 8
# What is stated of a flag: no, yes, or both.
NO, YES, BOTH = 0, 1, 2


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Described:
    """Things that are there on the day: number, kind, country and scheme (-1: none), name."""

    things: Numbers
    kinds: Numbers
    countries: Numbers
    schemes: Numbers
    labels: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Counted:
    """How many of a unit: both ends (NaN: open), and marks."""

    things: Numbers
    units: Numbers
    lows: Reals
    highs: Reals
    marks: Numbers


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Facts:
    """Everything gathered.

    ``ids`` are the ids of things by their numbers; ``words`` the texts that kinds, countries,
    schemes, units, flags and contexts stand for. ``ties`` maps a relation to its subjects and
    other ends, ``sure`` holds the targets that no "either ... or" leaves open, ``choices``
    the subjects, contexts and markets of those it does. ``names`` are all names, folded as
    they are looked up, with the things they name.
    """

    ids: Sequence[str]
    words: Sequence[str]
    described: Described
    ties: Mapping[str, tuple[Numbers, Numbers]]
    sure: tuple[Numbers, Numbers]
    choices: tuple[Numbers, Numbers, Numbers]
    counted: Counted
    flags: tuple[Numbers, Numbers, Numbers]
    names: tuple[Sequence[str], Numbers]


def numbers(values: "array[int]") -> Numbers:
    """Return a column that has grown to its end."""
    return np.frombuffer(values, dtype=np.int32) if values else np.zeros(0, dtype=np.int32)


def reals(values: "array[float]") -> Reals:
    """Return a column of real numbers that has grown to its end."""
    return np.frombuffer(values, dtype=np.float64) if values else np.zeros(0)
