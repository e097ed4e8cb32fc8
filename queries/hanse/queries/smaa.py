"""How often a candidate would lead if weights, blanks and assessors were other than they are.

Stochastic multicriteria acceptability analysis (R. Lahdelma, J. Hokkanen and P. Salminen,
1998; R. Lahdelma and P. Salminen, 2001): many times over, weights are drawn from a Dirichlet
distribution, every rating that is not known from the whole steps it may have, and every rating
that several people gave from what they gave. Equal scores share a place evenly. With a
concentration of 50 a weight of 20 percent strays by about 5.6 points; without one, every set
of weights is as likely as any other: no opinion.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Final

import numpy as np
import numpy.typing as npt

from hanse.graph.errors import BadInput
from hanse.graph.model import Criterion
from hanse.queries.ratings import Rating, value_of
from hanse.queries.rubric import Evaluation

DRAWS: Final = 20_000  # shares are then certain to about 0.007
SEED: Final = 1
CONCENTRATION: Final = 50.0
TOP: Final = 3
MOST: Final = 1_000  # candidates, whose pairs are all compared
AT_ONCE: Final = 250_000  # scores held at a time; they then stay in the processor's own memory
TOLD_APART: Final = 1e9  # scores are compared as whole billionths of a rating point

Numbers = npt.NDArray[np.float64]
Scores = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptability:
    """How often each candidate came first, among the first three, and before each other.

    All are shares of the draws. ``concentration`` is ``None`` where weights were drawn
    without regard to those of the guide.
    """

    draws: int
    seed: int
    concentration: float | None
    first: Mapping[str, float]
    top3: Mapping[str, float]
    beats: Mapping[str, Mapping[str, float]]


def acceptability(
    evaluation: Evaluation,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
    concentration: float | None = CONCENTRATION,
) -> Acceptability:
    """Return how often each candidate would lead.

    The same seed gives the same answer. Blanks are drawn from the whole scale, a rating that
    may be several from those, each as likely; a disputed one from what each assessor gave,
    for every candidate and criterion on its own.

    Raises
    ------
    BadInput
        With more than 1,000 candidates, fewer than one draw, or a concentration of 0 or less.
    """
    _check(evaluation, draws, concentration)
    generator = np.random.default_rng(seed)
    names = [card.id for card in evaluation.candidates]
    counts = _Counts(len(names))
    for number in _portions(draws, len(names)):
        weights = _weights(evaluation, generator, number, concentration)
        counts.add(_scores(evaluation, generator, weights))
    return Acceptability(
        draws=draws,
        seed=seed,
        concentration=concentration,
        first=_named(names, counts.first / draws),
        top3=_named(names, counts.top / draws),
        beats={
            name: _named(names, counts.shares(place), but=name) for place, name in enumerate(names)
        },
    )


def possible_ratings(rating: Rating, criterion: Criterion) -> list[float]:
    """Return the ratings that may turn out to be true, each as likely as the others.

    What people gave, once for each of them; otherwise the whole steps from its low end to its
    high end; where there is none between them, the two ends.
    """
    if rating.assessments:
        return [float(value_of(claim)) for claim in rating.assessments]
    span = rating.within(criterion.scale)
    low, high = span.low or 0, span.high or 0
    steps = range(ceil(low), floor(high) + 1)
    return [float(step) for step in steps] or [float(low), float(high)]


def _check(evaluation: Evaluation, draws: int, concentration: float | None) -> None:
    if len(evaluation.candidates) > MOST:
        what = f"{len(evaluation.candidates):,} candidates are too many; {MOST:,} are compared"
        raise BadInput(what, hint="name those in question: --candidates a,b,c")
    if draws < 1:
        raise BadInput("there must be one draw at least", hint=f"the usual number is {DRAWS:,}")
    if concentration is not None and concentration <= 0:
        raise BadInput("a concentration is greater than 0", hint=f"the usual is {CONCENTRATION:g}")


def _portions(draws: int, candidates: int) -> Iterator[int]:
    size = max(1, AT_ONCE // max(1, candidates))
    for start in range(0, draws, size):
        yield min(size, draws - start)


def _weights(
    evaluation: Evaluation,
    generator: np.random.Generator,
    draws: int,
    concentration: float | None,
) -> Numbers:
    """Return weights, one row a criterion; one of weight 0 stays 0 unless none has a say."""
    guide = np.array([criterion.weight for criterion in evaluation.guide.criteria])
    if concentration is None:
        return generator.dirichlet(np.ones(len(guide)), draws).T
    found = np.zeros((len(guide), draws))
    found[guide > 0] = generator.dirichlet(concentration * guide[guide > 0], draws).T
    return found


def _scores(evaluation: Evaluation, generator: np.random.Generator, weights: Numbers) -> Scores:
    """Return weighted scores, one row a candidate, one column a draw."""
    draws = weights.shape[1]
    found = np.zeros((len(evaluation.candidates), draws))
    for row, card in enumerate(evaluation.candidates):
        for place, criterion in enumerate(evaluation.guide.criteria):
            values = possible_ratings(card.ratings[criterion.id], criterion)
            if len({*values}) == 1:
                found[row] += weights[place] * values[0]
            else:
                drawn = generator.integers(0, len(values), draws, dtype=np.uint16)
                found[row] += weights[place] * np.array(values)[drawn]
    return np.rint(found * TOLD_APART).astype(np.int64)


class _Counts:
    """Counts over draws: places, with ties shared evenly, and pairs."""

    def __init__(self, candidates: int) -> None:
        self.first = np.zeros(candidates)
        self.top = np.zeros(candidates)
        self._above = np.zeros((candidates, candidates), dtype=np.int64)
        self._draws = 0

    def add(self, scores: Scores) -> None:
        """Count the draws of ``scores``, one row a candidate."""
        self._draws += scores.shape[1]
        self.first += _seats(scores, 1)
        self.top += _seats(scores, min(TOP, len(scores)))
        for place, row in enumerate(scores):
            self._above[place] += np.count_nonzero(row > scores, axis=1)

    def shares(self, place: int) -> Numbers:
        """Return how often one came before each other, half of the ties counted."""
        won, lost = self._above[place], self._above[:, place]
        ties = self._draws - won - lost
        return np.asarray((won + ties / 2) / self._draws, dtype=np.float64)


def _seats(scores: Scores, seats: int) -> Numbers:
    """Return how many of the first ``seats`` places each takes; equals share what is left."""
    if not len(scores):
        return np.zeros(0)
    last = np.partition(scores, len(scores) - seats, axis=0)[len(scores) - seats]
    above, equal = scores > last, scores == last
    left = (seats - above.sum(axis=0)) / equal.sum(axis=0)
    return np.asarray(above.sum(axis=1) + (equal * left).sum(axis=1), dtype=np.float64)


def _named(names: Sequence[str], shares: Numbers, *, but: str | None = None) -> dict[str, float]:
    return {n: float(share) for n, share in zip(names, shares, strict=True) if n != but}
