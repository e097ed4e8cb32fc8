"""Where the best stand among all, and who of them is beaten by nobody."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hanse.graph.quantities import Interval
from hanse.queries.answers import ROUNDING, RankRange
from hanse.queries.scores import SAME_TO
from hanse.queries.served.reading_groups import Reader, Reals


def ranks(reader: Reader, scores: Sequence[Interval]) -> list[RankRange]:
    """Return the ranks of some scores among those of all candidates."""
    ends = [(score.low or 0.0, score.high or 0.0) for score in scores]
    surely = _how_many_pass(reader.found.lows, {high + ROUNDING for _, high in ends})
    perhaps = _how_many_pass(reader.found.highs, {low + ROUNDING for low, _ in ends})
    return [
        RankRange(
            best=1 + surely[high + ROUNDING],
            worst=1 + perhaps[low + ROUNDING] - (high > low + ROUNDING),
        )
        for low, high in ends
    ]


def _how_many_pass(values: Reals, limits: set[float]) -> dict[float, int]:
    return {limit: int(np.count_nonzero(values > limit)) for limit in limits}


def are_beaten_by_nobody(reader: Reader, best: Sequence[int]) -> list[bool]:
    """Say of some places whether no other is as good at its worst and better somewhere."""
    if not len(best):
        return []
    every = reader.found.worst
    least = every[:, best].min(axis=1, keepdims=True) - 2 * 10.0**-SAME_TO
    rivals = _rounded(every[:, (every >= least).all(axis=0)])
    return [not _is_beaten(rivals, one) for one in _rounded(every[:, best]).T]


def _rounded(values: Reals) -> NDArray[np.int64]:
    return np.rint(values / 10.0**-SAME_TO).astype(np.int64)


def _is_beaten(values: NDArray[np.int64], one: NDArray[np.int64]) -> bool:
    as_good = (values >= one[:, np.newaxis]).all(axis=0)
    better = (values > one[:, np.newaxis]).any(axis=0)
    return bool((as_good & better).any())
