"""Estimates of a size, for those who have what they need: never a headline, never a bound.

Capture and recapture wants two lists that were *matched*, member by member. Independence wants
the number of all there are. Without these nothing can be estimated, and nothing is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import prod, sqrt


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A size, with the standard error of its method."""

    value: float
    standard_error: float


def chapman(first: int, second: int, both: int) -> Estimate:
    """Return how many there are in all, by two matched lists (Chapman's estimator).

    Parameters
    ----------
    first, second
        How many each list holds.
    both
        How many are in both.

    Returns
    -------
    Estimate
        In the unit of the lists. Whoever is in one list is often likelier to be in the other,
        so that the truth is larger: take it for a floor.

    Raises
    ------
    ValueError
        When more are in both than in one.

    Examples
    --------
    >>> found = chapman(200, 150, 60)
    >>> round(found.value, 2), round(found.standard_error, 2)
    (496.56, 40.71)
    """
    if not 0 <= both <= min(first, second):
        raise ValueError(f"{both} in both lists, of {first} and {second}")
    more = (first + 1) * (second + 1)
    variance = more * (first - both) * (second - both) / ((both + 1) ** 2 * (both + 2))
    return Estimate(value=more / (both + 1) - 1, standard_error=sqrt(variance))


def union_if_independent(sizes: Iterable[float], universe: float) -> float:
    """Return the expected size of a union of sets drawn independently from ``universe``.

    Clusters of one field are not independent: they share more, so that this is high.

    >>> round(union_if_independent([100, 80, 60], 400))
    196
    """
    return universe * (1 - prod(1 - size / universe for size in sizes))
