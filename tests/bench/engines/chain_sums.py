"""The formulas of the candidate score on plain arrays, as DESIGN writes them, for known members."""

import numpy as np
from numpy.typing import NDArray

from hanse.graph.model import ValueChain

Reals = NDArray[np.float64]
COMPLETE_BELOW = 0.05
CHAIN, HAND_OVER, REGION, MARKET, ACCESS, REDUNDANCY = 0.45, 0.15, 0.15, 0.15, 0.10, 0.15
NEW_REGION, FULL_AT, HOP = 0.5, 3, 0.5


def chain_base(chain: ValueChain, members: Reals, covers: Reals) -> Reals:
    """Return what candidates score by the chain alone.

    Parameters
    ----------
    members, covers
        The cover of each member and of each candidate, a column a stage.
    """
    amounts, best = members.sum(axis=0), members.max(axis=0)
    omega = np.array([stage.weight for stage in chain.stages])
    worths = chain.provider_worths
    missing = 1 - sum(w * (omega * np.clip(amounts - k, 0, 1)).sum() for k, w in enumerate(worths))
    gain = np.zeros(len(covers))
    if missing >= COMPLETE_BELOW - 1e-12:
        rises = [
            w * ((np.clip(amounts + covers - k, 0, 1) - np.clip(amounts - k, 0, 1)) @ omega)
            for k, w in enumerate(worths)
        ]
        gap, thin = rises[0], sum(rises[1:], np.zeros(len(covers)))
        gain = np.minimum(1, np.minimum(1, gap / missing) + np.minimum(1, thin / missing))
    over = np.maximum(0, _links(np.maximum(best, covers)) - _links(best[np.newaxis, :]))
    whole = covers * omega
    total = whole.sum(axis=1)
    deep = whole[:, amounts >= len(worths) - 1e-9].sum(axis=1)
    redundant = np.divide(deep, total, out=np.zeros(len(covers)), where=total > 0)
    base: Reals = CHAIN * gain + HAND_OVER * over - REDUNDANCY * redundant
    return base


def _links(best: Reals) -> Reals:
    links: Reals = np.minimum(best[:, :-1], best[:, 1:]).mean(axis=1)
    return links
