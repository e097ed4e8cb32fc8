"""Two other ways to order the same ratings, as second opinions only.

Both are relative to the set: take a losing candidate away and the order of the others may
change, which cannot happen to a weighted score. They need every rating to be known; candidates
with a blank are left out and named.

TOPSIS: how near to the best and how far from the worst of each column (C. L. Hwang and K. Yoon,
1981; vector normalisation). PROMETHEE II: net flow with the usual criterion, by which any
difference counts in full (J. P. Brans and Ph. Vincke, 1985).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from hanse.queries.rubric import Evaluation
from hanse.queries.tie_weights import ratings_of
from hanse.queries.weighing import weights

RELATIVE: Final = (
    "relative to this set of candidates: when one leaves, the order of the others may change"
)

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondOpinions:
    """What TOPSIS and PROMETHEE II say of the candidates whose every rating is known.

    ``topsis`` is a closeness from 0 to 1, ``promethee2`` a net flow from -1 to 1; the greater
    the better, and ``None`` where candidates cannot be told apart or stand alone. ``left_out``
    have a rating that is not known.
    """

    topsis: Mapping[str, float | None]
    promethee2: Mapping[str, float | None]
    left_out: tuple[str, ...]
    note: str = RELATIVE


def second_opinions(evaluation: Evaluation) -> SecondOpinions:
    """Return two second opinions on the candidates of an evaluation, in its order."""
    known = {card.id: row for card in evaluation.candidates if (row := ratings_of(card))}
    rows, shares = [*known.values()], weights(evaluation.guide)
    return SecondOpinions(
        topsis=dict(zip(known, topsis(rows, shares), strict=True)),
        promethee2=dict(zip(known, promethee2(rows, shares), strict=True)),
        left_out=tuple(c.id for c in evaluation.candidates if c.id not in known),
    )


def topsis(rows: Sequence[Sequence[float]], shares: Sequence[float]) -> list[float | None]:
    """Return the closeness to the best of each column, from 0 to 1.

    Parameters
    ----------
    rows
        For each candidate a rating for each criterion; the greater the better.
    shares
        Weights of the criteria.
    """
    if not rows:
        return []
    table = np.array(rows, dtype=np.float64)
    length = np.sqrt((table**2).sum(axis=0))
    valued = np.array(shares) * table / np.where(length > 0, length, 1)
    to_best = np.sqrt(((valued - valued.max(axis=0)) ** 2).sum(axis=1))
    to_worst = np.sqrt(((valued - valued.min(axis=0)) ** 2).sum(axis=1))
    return [_share(a, a + b) for a, b in zip(to_worst.tolist(), to_best.tolist(), strict=True)]


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def promethee2(rows: Sequence[Sequence[float]], shares: Sequence[float]) -> list[float | None]:
    """Return the net flow of each candidate, from -1 to 1; they add up to 0.

    Parameters are those of :func:`topsis`. One candidate alone has no flow.
    """
    others = len(rows) - 1
    if others < 1:
        return [None] * len(rows)
    table = np.array(rows, dtype=np.float64)
    wins: Numbers = np.array([((row > table) * np.array(shares)).sum(axis=1) for row in table])
    net = (wins.sum(axis=1) - wins.sum(axis=0)) / others
    return [float(flow) for flow in net]
