"""What every group of clusters adds to an alliance of one, along a chain.

An alliance of one cluster has one of the few covers of a group, so that what is added at a
stage, or at a hand-over between two, is worked out once for each cover that occurs there.
"""

from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from hanse.graph.model import ClusterOrganisation
from hanse.queries.chains import TOLERANCE, Feeds, Standing, chain_value, hand_overs
from hanse.queries.gains import COMPLETE_BELOW, ROUNDING
from hanse.queries.indexed.chain_gains import group_gains
from hanse.queries.indexed.signatures import ChainGroups
from hanse.queries.scores import Weights

Reals = NDArray[np.float64]
Ends = tuple[Reals, Reals]


class PairBases:
    """What groups score by the chain alone, beside a cluster of each group.

    Parameters
    ----------
    feeds, groups
        The chain, and the clusters by what they cover of it.
    weights
        What each component counts.
    """

    def __init__(self, feeds: Feeds, groups: ChainGroups, weights: Weights) -> None:
        self._feeds, self._groups, self._weights = feeds, groups, weights
        self._chain = feeds.chain
        self._at_stage: dict[tuple[int, float], Ends] = {}
        self._at_link: dict[tuple[int, float, float], Reals] = {}

    def beside(self, group: int) -> Ends:
        """Return the scores of all groups beside a cluster of a group, lowest and highest."""
        has = self._groups.lows[group].tolist()
        gain = self._chain_gain(has)
        over = self._weights.hand_over * self._hand_over(has)
        off = self._weights.redundancy * self._redundancy(has)
        known = self._weights.chain_gain * gain + over - off
        return known, known

    @cached_property
    def beside_unknown(self) -> Ends:
        """Return the scores of all groups beside a cluster whose categories nobody states."""
        nobody_knows = ClusterOrganisation(id="", name="")
        standing = Standing.of(self._feeds, [nobody_knows])
        return group_gains(standing, self._groups.lows, self._groups.highs).weighed(self._weights)

    def _chain_gain(self, has: list[float]) -> Reals:
        missing = 1 - chain_value(self._chain, has)
        if missing < COMPLETE_BELOW - ROUNDING:
            return np.zeros(len(self._groups.lows))
        parts = [self._gains(stage, cover) for stage, cover in enumerate(has)]
        gap, thin = (np.sum([part[end] for part in parts], axis=0) for end in (0, 1))
        shares = np.minimum(1.0, gap / missing) + np.minimum(1.0, thin / missing)
        gain: Reals = np.minimum(1.0, shares)
        return gain

    def _gains(self, stage: int, cover: float) -> Ends:
        """Return what each group adds at a stage: in the first provider, and in further ones."""
        if (stage, cover) not in self._at_stage:
            brings, weight = self._groups.lows[:, stage], self._chain.stages[stage].weight
            tiers = [
                weight * share * (_tier(cover + brings, place) - _tier(cover, place))
                for place, share in enumerate(self._chain.provider_worths)
            ]
            further = np.sum([np.zeros(len(brings)), *tiers[1:]], axis=0)
            self._at_stage[stage, cover] = tiers[0], further
        return self._at_stage[stage, cover]

    def _hand_over(self, has: list[float]) -> Reals:
        links = [
            self._link(place, here, there) for place, (here, there) in enumerate(pairwise(has))
        ]
        if not links:
            return np.zeros(len(self._groups.lows))
        mean = np.sum(links, axis=0) / len(links)
        rise: Reals = np.maximum(0.0, mean - hand_overs(has))
        return rise

    def _link(self, place: int, here: float, there: float) -> Reals:
        key = place, here, there
        if key not in self._at_link:
            covers = self._groups.lows
            self._at_link[key] = np.minimum(
                np.maximum(here, covers[:, place]), np.maximum(there, covers[:, place + 1])
            )
        return self._at_link[key]

    def _redundancy(self, has: list[float]) -> Reals:
        enough = len(self._chain.provider_worths) - TOLERANCE
        deep = [stage for stage, cover in enumerate(has) if cover >= enough]
        whole = self._groups.lows * np.array([stage.weight for stage in self._chain.stages])
        total = whole.sum(axis=1)
        doubled = whole[:, deep].sum(axis=1)
        share: Reals = np.where(total > 0, doubled / np.where(total > 0, total, 1.0), 0.0)
        return share


def _tier(amounts: Reals | float, place: int) -> Reals:
    tier: Reals = np.clip(np.asarray(amounts) - place, 0.0, 1.0)
    return tier
