"""How far assessors agree: Krippendorff's alpha on ratings, Kendall's W on orders.

Alpha is 1 - D_o / D_e: the disagreement within the things rated, as a share of what chance
would give (K. Krippendorff, *Computing Krippendorff's alpha-reliability*, 2011). It accepts
gaps: a thing rated once says nothing, and a blank is never a rating. W is the agreement of
several orders of the same candidates, from 0 to 1, corrected for ties (M. G. Kendall and
B. Babington Smith, 1939). The marks of .80 and .667 are customary, not a law.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from hanse.graph.claims import Claim
from hanse.graph.model import Criterion
from hanse.queries.ratings import Rating, value_of
from hanse.queries.rubric import Evaluation

FIRM: Final = 0.80
TENTATIVE: Final = 0.667
PAIR: Final = 2  # ratings, assessors or candidates without which there is nothing to compare

Level = Literal["nominal", "ordinal", "interval"]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far the assessors of an evaluation agree; ``None`` where that cannot be said.

    ``alpha`` is ordinal, over the ``criteria`` that share the most common scale, and
    ``by_criterion`` each criterion by itself. ``kendall_w`` compares the orders in which the
    assessors put the ``candidates`` that all of them rated by the same criteria: those that
    all of them rated for at least half of the candidates.
    """

    assessors: tuple[str, ...]
    alpha: float | None
    criteria: tuple[str, ...]
    by_criterion: Mapping[str, float | None]
    kendall_w: float | None
    candidates: tuple[str, ...]


def agreement(evaluation: Evaluation) -> Agreement:
    """Return how far the people agree whose ratings an evaluation rests on."""
    criteria = [c for c in evaluation.guide.criteria if _is_rated_by_people(evaluation, c)]
    units = {c.id: _units(evaluation, c.id) for c in criteria}
    pooled = _of_common_scale(criteria)
    people = sorted({a.source for _, r in _cells(evaluation) for a in r.assessments})
    ranked, orders = _orders(evaluation, people)
    return Agreement(
        assessors=tuple(people),
        alpha=krippendorff_alpha([unit for c in pooled for unit in units[c]]),
        criteria=pooled,
        by_criterion={name: krippendorff_alpha(found) for name, found in units.items()},
        kendall_w=kendall_w(orders),
        candidates=ranked,
    )


def in_words(alpha: float | None) -> str:
    """Return what an alpha is customarily taken for.

    >>> in_words(0.85), in_words(0.7), in_words(None)
    ('firm', 'tentative', 'cannot be said')
    """
    if alpha is None:
        return "cannot be said"
    return "firm" if alpha >= FIRM else "tentative" if alpha >= TENTATIVE else "too low to rely on"


# -- the measures ------------------------------------------------------------------------------


def krippendorff_alpha(
    units: Iterable[Sequence[float]], *, level: Level = "ordinal"
) -> float | None:
    """Return Krippendorff's alpha; 1 is full agreement, 0 that of chance.

    Parameters
    ----------
    units
        For each thing rated the ratings it got, in any order; those with fewer than two are
        left aside.
    level
        What the difference of two ratings means: any is as bad as another (nominal), the
        steps between them count (ordinal), or their distance does (interval).

    Returns
    -------
    float or None
        ``None`` when nothing was rated twice, or every rating is the same: there is nothing
        that chance could disagree on.

    Examples
    --------
    >>> krippendorff_alpha([(1, 1), (2, 2), (3, 3)])
    1.0
    """
    paired = [unit for unit in units if len(unit) >= PAIR]
    values = sorted({float(value) for unit in paired for value in unit})
    found = _coincidences(paired, values)
    totals = found.sum(axis=1)
    distance = _DISTANCES[level](np.array(values), totals)
    expected = float((np.outer(totals, totals) * distance).sum())
    if expected == 0:
        return None
    return 1 - float((found * distance).sum()) * (float(totals.sum()) - 1) / expected


def _coincidences(units: Sequence[Sequence[float]], values: Sequence[float]) -> Numbers:
    """Return how often two values were given to one thing by two people."""
    place = {value: number for number, value in enumerate(values)}
    found = np.zeros((len(values), len(values)))
    for unit, times in Counter(tuple(sorted(unit)) for unit in units).items():  # few differ
        counts = np.zeros(len(values))
        for value in unit:
            counts[place[float(value)]] += 1
        found += times * (np.outer(counts, counts) - np.diag(counts)) / (len(unit) - 1)
    return found


def _nominal(values: Numbers, _totals: Numbers) -> Numbers:
    return 1 - np.eye(len(values))


def _interval(values: Numbers, _totals: Numbers) -> Numbers:
    return np.subtract.outer(values, values) ** 2


def _ordinal(_values: Numbers, totals: Numbers) -> Numbers:
    """Return the squared number of ratings between two values, half of each end counted."""
    middle = np.cumsum(totals) - totals / 2
    return np.subtract.outer(middle, middle) ** 2


_DISTANCES: Final[Mapping[Level, Callable[[Numbers, Numbers], Numbers]]] = {
    "nominal": _nominal,
    "ordinal": _ordinal,
    "interval": _interval,
}


def kendall_w(orders: Sequence[Sequence[float]]) -> float | None:
    """Return Kendall's coefficient of concordance, corrected for ties.

    Parameters
    ----------
    orders
        For each assessor a number for each candidate, in the same order; only which is
        greater matters.

    Returns
    -------
    float or None
        From 0 (no agreement) to 1. ``None`` with fewer than two assessors or candidates, or
        when nobody tells any two candidates apart.

    Examples
    --------
    >>> kendall_w([(1, 2, 3), (1, 2, 3)])
    1.0
    """
    people, things = len(orders), len(orders[0]) if orders else 0
    if people < PAIR or things < PAIR:
        return None
    ranks = np.array([_ranks(order) for order in orders])
    sums = ranks.sum(axis=0)
    ties = fsum(n**3 - n for order in orders for n in Counter(order).values())
    most = people**2 * (things**3 - things) - people * ties
    return 12 * float(((sums - sums.mean()) ** 2).sum()) / most if most > 0 else None


def _ranks(order: Sequence[float]) -> list[float]:
    """Return ranks from 1; equal values share the mean of theirs."""
    ordered = sorted(order)
    counts = Counter(order)
    return [ordered.index(value) + (counts[value] + 1) / 2 for value in order]


# -- an evaluation's ratings -------------------------------------------------------------------


def _cells(evaluation: Evaluation) -> list[tuple[str, Rating]]:
    return [cell for card in evaluation.candidates for cell in card.ratings.items()]


def _is_rated_by_people(evaluation: Evaluation, criterion: Criterion) -> bool:
    return any(card.ratings[criterion.id].assessments for card in evaluation.candidates)


def _units(evaluation: Evaluation, criterion: str) -> list[list[float]]:
    given = (card.ratings[criterion].assessments for card in evaluation.candidates)
    return [[value_of(claim) for claim in claims] for claims in given]


def _of_common_scale(criteria: Sequence[Criterion]) -> tuple[str, ...]:
    """Return the criteria on the most common scale: ratings on different ones do not compare."""
    ends = {c.id: (c.scale.minimum, c.scale.maximum) for c in criteria}
    common = Counter(ends.values()).most_common(1)
    return tuple(name for name, scale in ends.items() if common and scale == common[0][0])


def _orders(
    evaluation: Evaluation, people: Sequence[str]
) -> tuple[tuple[str, ...], list[list[float]]]:
    """Return the candidates that all people rated alike, and each person's weighted sums."""
    rated = {
        card.id: {name: _by_person(r.assessments) for name, r in card.ratings.items()}
        for card in evaluation.candidates
    }
    complete = {
        candidate: {name for name, given in row.items() if given.keys() >= set(people)}
        for candidate, row in rated.items()
        if people
    }
    shared = _mostly_shared(list(complete.values()))
    names = sorted(name for name, criteria in complete.items() if shared and criteria >= shared)
    weights = {c.id: c.weight for c in evaluation.guide.criteria if c.id in shared}
    orders = [
        [round(fsum(weights[c] * rated[n][c][person] for c in weights), 9) for n in names]
        for person in people
    ]
    return tuple(names), orders if names else []


def _mostly_shared(rows: Sequence[set[str]]) -> set[str]:
    """Return the criteria that stand in at least half of the rows that are not empty."""
    counts = Counter(name for row in rows for name in row)
    least = sum(1 for row in rows if row) / 2
    return {name for name, count in counts.items() if count >= least}


def _by_person(claims: Sequence[Claim]) -> dict[str, float]:
    """Return what each person gave; of several of one day the last one counts."""
    return {claim.source: value_of(claim) for claim in claims}
