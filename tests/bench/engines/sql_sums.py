"""The chain's part of the candidate score as an expression in SQL, of s0, s1, ..."""

from itertools import pairwise

from tests.bench.engines.chain_sums import CHAIN, COMPLETE_BELOW, HAND_OVER, REDUNDANCY, Reals

from hanse.graph.model import ValueChain


class ChainSums:
    """Writes what a candidate adds beside members with these covers.

    ``least`` and ``most`` are the names of the least and the greatest of two values.
    """

    def __init__(self, chain: ValueChain, members: Reals, *, least: str, most: str) -> None:
        self.omega = [stage.weight for stage in chain.stages]
        self.worths = chain.provider_worths
        self.amounts, self.best = members.sum(axis=0).tolist(), members.max(axis=0).tolist()
        self.least, self.most = least, most

    def base(self) -> str:
        """Return chain gain and hand-over less redundancy, weighed."""
        gain, over = f"{CHAIN} * {self._gain()}", f"{HAND_OVER} * {self._hand_over()}"
        return f"({gain} + {over} - {REDUNDANCY} * {self._redundancy()})"

    def _gain(self) -> str:
        sums = zip(self.omega, self.amounts, strict=True)
        held = [[w * o * _clip(a, k) for k, w in enumerate(self.worths)] for o, a in sums]
        missing = 1 - sum(map(sum, held))
        if missing < COMPLETE_BELOW:
            return "0.0"
        tiers = [f"{self._tier(k, worth)} / {missing!r}" for k, worth in enumerate(self.worths)]
        return f"{self.least}(1.0, {' + '.join(f'{self.least}(1.0, {tier})' for tier in tiers)})"

    def _tier(self, k: int, worth: float) -> str:
        rises = []
        for s, (o, a) in enumerate(zip(self.omega, self.amounts, strict=True)):
            after = f"{self.least}(1.0, {self.most}(0.0, {a!r} + s{s} - {k}))"
            rises.append(f"{worth * o!r} * ({after} - {_clip(a, k)!r})")
        return f"({' + '.join(rises)})"

    def _hand_over(self) -> str:
        links = len(self.best) - 1
        before = sum(min(pair) for pair in pairwise(self.best)) / links
        after = [f"{self.most}({b!r}, s{s})" for s, b in enumerate(self.best)]
        mean = " + ".join(f"{self.least}({a}, {b})" for a, b in pairwise(after))
        return f"{self.most}(0.0, ({mean}) / {links}.0 - {before!r})"

    def _redundancy(self) -> str:
        parts = [f"{o!r} * s{s}" for s, o in enumerate(self.omega)]
        deep = [parts[s] for s, a in enumerate(self.amounts) if a >= len(self.worths) - 1e-9]
        return f"({' + '.join(deep) or '0.0'}) / ({' + '.join(parts)})"


def _clip(amount: float, k: int) -> float:
    return min(1.0, max(0.0, amount - k))
