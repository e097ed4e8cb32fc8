"""At which weight two candidates tie: how far one weight must move before the order changes.

One criterion's weight is moved to t, and the others keep their proportions:
(1 - t) / (1 - w) of what they were. With a the ratings by that criterion and b the weighted
mean of the others, two candidates A and B tie at

    t = (b_B - b_A) / ((a_A - a_B) + (b_B - b_A)).

A t outside 0 to 1 means that no weight of this criterion makes them tie. Ratings that are not
known have no tie weight: such pairs are left out, and nothing is guessed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import fsum
from typing import Final

from hanse.graph.model import Criterion, Guide
from hanse.queries.rubric import Evaluation, Scorecard

MOST_COMPARED: Final = 20  # candidates from the top whose pairs are looked at
DIGITS: Final = 9  # to which two totals are told apart


@dataclass(frozen=True, slots=True, kw_only=True)
class TieWeight:
    """The weight of a criterion at which two candidates have equal weighted scores.

    ``a`` is ahead of ``b`` by the guide's weights, or its equal. Weights are shares of 1.
    """

    criterion: str
    a: str
    b: str
    weight_now: float
    weight_at_tie: float

    @property
    def change(self) -> float:
        """Return how far the weight must move, up or down; a share of 1."""
        return abs(self.weight_at_tie - self.weight_now)

    @property
    def is_fall(self) -> bool:
        """Say whether the weight must fall for them to tie."""
        return self.weight_at_tie < self.weight_now


def tie_weight(
    guide: Guide, criterion: str, *, ahead: Sequence[float], behind: Sequence[float]
) -> float | None:
    """Return the weight of ``criterion`` at which two rows of ratings tie.

    Parameters
    ----------
    ahead, behind
        Ratings of two candidates in the order of the guide's criteria.

    Returns
    -------
    float or None
        A share of 1; ``None`` when no weight does, or every one.
    """
    place = [c.id for c in guide.criteria].index(criterion)
    rest = 1 - guide.criteria[place].weight
    if rest <= 0:
        return None
    others = [
        (c.weight / rest) * (low - high)
        for n, (c, low, high) in enumerate(zip(guide.criteria, behind, ahead, strict=True))
        if n != place
    ]
    gained, lost = fsum(others), ahead[place] - behind[place]
    if round(lost + gained, DIGITS) == 0:
        return None
    found = gained / (lost + gained)
    return found if 0 <= found <= 1 else None


def tie_weights(evaluation: Evaluation, *, most: int = MOST_COMPARED) -> tuple[TieWeight, ...]:
    """Return the tie weights of all pairs of candidates, the nearest first.

    Only the first ``most`` candidates are compared, and of them those whose every rating is
    known.
    """
    known = {card.id: row for card in evaluation.candidates[:most] if (row := ratings_of(card))}
    found = [
        tie
        for pair in combinations(known, 2)
        for criterion in evaluation.guide.criteria
        for tie in _ties(evaluation.guide, criterion, pair, [known[name] for name in pair])
    ]
    return tuple(sorted(found, key=lambda t: (round(t.change, DIGITS), t.a, t.b, t.criterion)))


def ratings_of(card: Scorecard) -> list[float] | None:
    """Return a candidate's ratings in the order of the guide; ``None`` if one is not known."""
    ends = [(rating.low, rating.high) for rating in card.ratings.values()]
    if any(low is None or low != high for low, high in ends):
        return None
    return [float(low) for low, _ in ends if low is not None]


def _ties(
    guide: Guide, criterion: Criterion, pair: tuple[str, str], rows: Sequence[Sequence[float]]
) -> Iterator[TieWeight]:
    found = tie_weight(guide, criterion.id, ahead=rows[0], behind=rows[1])
    if found is not None:
        yield TieWeight(
            criterion=criterion.id, a=pair[0], b=pair[1], weight_now=criterion.weight,
            weight_at_tie=found,
        )  # fmt: skip


def nearest_swaps(ties: Sequence[TieWeight]) -> tuple[TieWeight, ...]:
    """Return for each criterion the swap that the least change of its weight makes.

    A tie that is only reached at a weight of 0 or 100 percent is no swap: nobody overtakes.
    """
    nearest: dict[str, TieWeight] = {}
    for tie in ties:
        if 0 < round(tie.weight_at_tie, DIGITS) < 1:
            nearest.setdefault(tie.criterion, tie)
    return tuple(nearest.values())


def in_words(tie: TieWeight, *, name: str, leader: str, other: str) -> str:
    """Return a swap as a sentence.

    Parameters
    ----------
    name, leader, other
        What the criterion and the candidates ``a`` and ``b`` are called.

    Examples
    --------
    >>> tie = TieWeight(criterion="share", a="k03", b="k01", weight_now=0.15, weight_at_tie=0.0811)
    >>> in_words(tie, name="photonics share", leader="K03", other="K01")
    'The weight of photonics share would have to fall from 15 % to 8.1 % before K01 leads K03.'
    """
    if tie.change == 0:
        return f"By the weight of {name} as it is, {leader} and {other} tie."
    way = "fall" if tie.is_fall else "rise"
    span = f"from {_percent(tie.weight_now)} to {_percent(tie.weight_at_tie)}"
    return f"The weight of {name} would have to {way} {span} before {other} leads {leader}."


def _percent(share: float) -> str:
    return f"{round(100 * share, 1):g} %"
