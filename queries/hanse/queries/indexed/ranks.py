"""Ranks as ranges among many: :func:`hanse.queries.answers.rank_ranges` for some of them."""

import numpy as np
from numpy.typing import NDArray

from hanse.queries.answers import ROUNDING, RankRange

Reals = NDArray[np.float64]


def rank_ranges_of(every: tuple[Reals, Reals], some: tuple[Reals, Reals]) -> tuple[RankRange, ...]:
    """Return the ranks of ``some`` scores among ``every`` one, each given by both ends.

    ``some`` are among ``every``.
    """
    lows, highs = np.sort(every[0]), np.sort(every[1])
    return tuple(
        RankRange(
            best=1 + _above(lows, high), worst=1 + _above(highs, low) - (high > low + ROUNDING)
        )
        for low, high in zip(some[0].tolist(), some[1].tolist(), strict=True)
    )


def _above(ordered: Reals, value: float) -> int:
    """Count the values above ``value``; one that differs only by rounding is not above."""
    return len(ordered) - int(np.searchsorted(ordered, value + ROUNDING, side="right"))
