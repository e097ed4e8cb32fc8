"""Where the best stand among all: counted in the server, for there are many others."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hanse.graph.quantities import Interval
from hanse.graph.stores.neo4j.kinds import Worths
from hanse.queries.answers import ROUNDING, RankRange
from hanse.queries.scores import DEFAULT, SAME_TO
from hanse.queries.served.reading_groups import DOUBT, Mask, Reader


def ranks(reader: Reader, scores: Sequence[Interval]) -> list[RankRange]:
    """Return the ranks of some scores, the best of all, among those of all candidates."""
    ends = [(score.low or 0.0, score.high or 0.0) for score in scores]
    limits = sorted({low for low, _ in ends})
    above = dict(zip(limits, _may_score_more(reader, limits), strict=True))
    found = reader.found
    return [
        RankRange(
            best=1 + int(found.many[found.lows > high + ROUNDING].sum()),
            worst=1 + above[low] - (high > low + ROUNDING),
        )
        for low, high in ends
    ]


def _may_score_more(reader: Reader, limits: Sequence[float]) -> list[int]:
    """Return how many of all candidates may score more than each of ``limits``, which rise."""
    if not limits:
        return []
    raised = [one + ROUNDING for one in limits]
    worths = reader.situation.worths(1)
    surely, perhaps = _sorted_out(reader, worths, raised)
    counted = [0] * len(raised)
    if perhaps.any():
        about, groups = reader.situation.circumstances, np.flatnonzero(perhaps).tolist()
        counted = reader.situation.groups.passing(about, groups, worths, raised)
    total = int(reader.sizes[surely].sum())
    apart = reader.looked_at
    return [
        total
        + many
        - _as_counted(reader, surely | perhaps, one, worths)
        + int((apart.highs > one).sum())
        for many, one in zip(counted, raised, strict=True)
    ]


def _sorted_out(reader: Reader, worths: Worths, limits: Sequence[float]) -> tuple[Mask, Mask]:
    """Return the groups of which all pass every limit, and those of which some may pass one."""
    most = np.array(worths.groups) + max(worths.regions, default=0.0) + reader.situation.beside
    least = np.array(worths.groups) + min(worths.regions, default=0.0)
    surely = reader.is_on_chain & (least > limits[-1] + DOUBT)
    return surely, reader.is_on_chain & ~surely & (most > limits[0] - DOUBT)


def _as_counted(reader: Reader, groups: Mask, limit: float, worths: Worths) -> int:
    """Return how many that stand apart were counted with their groups, as the server does."""
    passed = 0
    for one in (apart.kind for apart in reader.apart if groups[apart.kind.group]):
        may = len(reader.situation.targets) if one.may is None else one.may
        base = worths.groups[one.group] + worths.regions[one.place]
        passed += base + worths.markets[may] + worths.access[one.behind] > limit
    return passed


def are_beaten_by_nobody(reader: Reader, best: Sequence[int]) -> NDArray[np.bool_]:
    """Say of some kinds whether no other is as good at its worst and better somewhere.

    One that beats another on all that is held against it may score less only by what it hands
    over less.
    """
    every = np.array(best, dtype=np.int64)
    unbeaten = every[_unbeaten(reader, every)]
    if len(unbeaten):
        _read_who_may_beat(reader, unbeaten)
    return np.isin(every, unbeaten[_unbeaten(reader, unbeaten)])


def _read_who_may_beat(reader: Reader, places: NDArray[np.int64]) -> None:
    gains, found = reader.situation.gains, reader.found
    chain, redundancy = gains.chain[0], gains.redundancy[1]
    may = np.zeros(len(chain), dtype=np.bool_)
    for worst in found.worst[:, places].T:
        may |= (chain >= worst[0] - DOUBT) & (redundancy <= -worst[4] + DOUBT)
    over = [gains.hand_over[0][found.kinds[place].group] for place in places]
    floors = found.lows[places] - DEFAULT.hand_over * np.array(over)
    reader.read(np.flatnonzero(reader.is_on_chain & may), float(floors.min()) - DOUBT)


def _unbeaten(reader: Reader, places: NDArray[np.int64]) -> NDArray[np.bool_]:
    values = np.rint(reader.found.worst / 10.0**-SAME_TO).astype(np.int64)
    return np.array([not _is_beaten(values, values[:, p]) for p in places], dtype=np.bool_)


def _is_beaten(values: NDArray[np.int64], one: NDArray[np.int64]) -> bool:
    as_good = (values >= one[:, np.newaxis]).all(axis=0)
    better = (values > one[:, np.newaxis]).any(axis=0)
    return bool((as_good & better).any())
