"""How many target markets clusters cover: :mod:`hanse.queries.markets` on the index.

Which targets a statement covers is a number whose bits are the targets.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from hanse.graph.index import Index
from hanse.graph.indexing.ties import Codes, Places, spans

Reals = NDArray[np.float64]
Bits = NDArray[Any]  # whole numbers of 64 bits, or of any length where the targets are more
WORD = 64


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class IndexedTargets:
    """The markets aimed at: for each thing of the index, which targets it stands for as a market.

    ``covered`` are those it covers for certain, ``touched`` those it may cover as well.
    """

    number: int
    is_market: NDArray[np.bool_]
    covered: Bits
    touched: Bits

    @classmethod
    def of(cls, index: Index, targets: Sequence[int]) -> Self:
        """Return the targets, given by their numbers, held against every market."""
        markets = index.of_kinds("market")
        upwards = {int(m): {int(m), *index.wider.of_one(int(m)).tolist()} for m in markets}
        inside: dict[int, set[int]] = {}
        for market, outer in upwards.items():
            for wider in outer:
                inside.setdefault(wider, set()).add(market)
        bits: Any = np.uint64 if len(targets) <= WORD else object
        covered, touched = np.zeros(len(index), dtype=bits), np.zeros(len(index), dtype=bits)
        for place, target in enumerate(targets):
            for market, outer in upwards.items():
                if target in outer:
                    covered[market] |= bits(1 << place) if bits is np.uint64 else 1 << place
                if not inside[market].isdisjoint(inside[target]):
                    touched[market] |= bits(1 << place) if bits is np.uint64 else 1 << place
        return cls(
            number=len(targets),
            is_market=index.are("market"),
            covered=covered,
            touched=touched,
        )


def market_parts(index: Index, targets: IndexedTargets, clusters: Codes) -> tuple[Reals, Reals]:
    """Return the share of the targets that clusters cover, lowest and highest."""
    if not targets.number:
        return np.zeros(len(clusters)), np.zeros(len(clusters))
    places, markets = _markets(targets, *index.out("targets").of_many(clusters))
    may = _together(places, targets.touched[markets], len(clusters))
    is_stated = np.zeros(len(clusters), dtype=np.bool_)
    is_stated[places] = True
    places, markets = _markets(targets, *index.sure_targets.of_many(clusters))
    sure = _together(places, targets.covered[markets], len(clusters))
    least = _counted(sure) + _of_choices(index, targets, clusters, sure)
    low = np.where(is_stated, least / targets.number, 0.0)
    return low, np.where(is_stated, _counted(may) / targets.number, 1.0)


def _markets(targets: IndexedTargets, places: Places, things: Codes) -> tuple[Places, Codes]:
    kept = targets.is_market[things]
    return places[kept], things[kept]


def _together(places: Places, bits: Bits, number: int) -> Bits:
    """Return the bits of each place put together; ``places`` are in order."""
    found = np.zeros(number, dtype=bits.dtype)
    if len(places):
        starts = np.flatnonzero(np.diff(places, prepend=-1))
        found[places[starts]] = np.bitwise_or.reduceat(bits, starts)
    return found


def _counted(bits: Bits) -> Reals:
    if bits.dtype == object:
        return np.array([number.bit_count() for number in bits], dtype=np.float64)
    return np.bitwise_count(bits).astype(np.float64)


def _of_choices(index: Index, targets: IndexedTargets, clusters: Codes, sure: Bits) -> Reals:
    """Return how many further targets an "either ... or" of each cluster covers at least."""
    found = np.zeros(len(clusters))
    choices = index.choices
    starts = np.searchsorted(choices.things, clusters)
    counts = np.searchsorted(choices.things, clusters, side="right") - starts
    for place in np.flatnonzero(counts):
        rows = spans(starts[place : place + 1], counts[place : place + 1])
        sides: dict[int, dict[int, int]] = {}
        for context, market in zip(choices.contexts[rows], choices.markets[rows], strict=True):
            if targets.is_market[market]:
                covered = int(targets.covered[market]) & ~int(sure[place])
                sides.setdefault(int(context), {})[int(market)] = covered.bit_count()
        told = [min(side.values()) for side in sides.values() if len(side) > 1]
        found[place] = max(told, default=0)
    return found
