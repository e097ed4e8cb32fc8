"""Who completes whom, on the index, as records: :func:`hanse.queries.matching.matches`."""

from collections.abc import Iterator, Sequence

import numpy as np

from hanse.graph.index import Index
from hanse.graph.model import ValueChain
from hanse.graph.quantities import Interval
from hanse.queries.indexed.pair_lists import Pairs
from hanse.queries.indexed.pairs import Pairing
from hanse.queries.matching import TOP, Match
from hanse.queries.scores import DEFAULT, Weights


def matches(
    index: Index,
    chain: ValueChain,
    *,
    targets: Sequence[str] = (),
    top: int = TOP,
    weights: Weights = DEFAULT,
    include_networks: bool = False,
) -> Iterator[Match]:
    """Yield the best ``top`` candidates of every cluster, best first; clusters by id."""
    pairing = Pairing(
        index, chain, targets=targets, weights=weights, include_networks=include_networks
    )
    found = together(pairing.pairs(top))
    ones = index.ids.some(index.clusters[found.ones])
    others = index.ids.some(index.clusters[found.others])
    ends = (found.lows.tolist(), found.highs.tolist())
    for a, b, low, high in zip(ones, others, *ends, strict=True):
        yield Match(a=a, b=b, score=Interval(low, high))


def together(parts: Iterator[Pairs]) -> Pairs:
    """Return pairs found some clusters at a time as one, by the first of each pair."""
    every = list(parts)
    ones = np.concatenate([part.ones for part in every] or [np.zeros(0, dtype=np.int64)])
    order = np.argsort(ones, kind="stable")
    columns = (
        np.concatenate([getattr(part, name) for part in every] or [np.zeros(0)])[order]
        for name in ("others", "lows", "highs")
    )
    others, lows, highs = columns
    return Pairs(ones=ones[order], others=others.astype(np.int64), lows=lows, highs=highs)
