"""A set of partners to be found, in columns: one end of what is known, and the rules.

At the *low* end every open fact is taken at its worst: a set that passes there passes for
certain, and its value is the least it can be. At the *high* end every open fact is taken at its
best: a set that does not pass there cannot pass.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from hanse.queries.composition_check import SAME_COST
from hanse.queries.composition_value import Objective
from hanse.queries.distinct import Distinct, Floats, Sets, sum_of

Bools = NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class Condition:
    """At least ``need`` of a set are among ``among``.

    ``relief`` says by how much the need falls when a rule, named by its id, is dropped.
    """

    among: Bools
    need: int
    relief: Mapping[str, int] = field(hash=False)


@dataclass(frozen=True, kw_only=True)
class Chain:
    """What covers add to a chain: cover from ``start`` on, as far as ``length``, adds ``worth``.

    One row a stage, one column a provider; ``worth`` is a share of what is missing.
    """

    covers: Floats
    start: Floats
    length: Floats
    worth: Floats

    def share(self, sets: Sets) -> Floats:
        """Return the share of what is missing that each set adds, at most 1."""
        added = np.zeros(len(sets))
        for stage in np.flatnonzero((self.worth * self.length).any(axis=1)):
            covers = np.ascontiguousarray(self.covers[:, stage])
            amount = sum_of(covers, sets)
            for start, length, worth in zip(
                self.start[stage], self.length[stage], self.worth[stage], strict=True
            ):
                added += worth * np.clip(amount - start, 0.0, length)
        return np.minimum(added, 1.0)


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One end of what is known of the candidates, and what is asked of a set of them.

    Candidates are numbered in the order of their ids. ``markets`` has one entry for each way
    in which "either ... or both" may turn out; the worst of them counts. ``blocked`` are the
    candidates that a rule, by its id, shuts out. An unknown cost is infinite at its worst.
    """

    ids: tuple[str, ...]
    objective: Objective
    chain: Chain
    places: Distinct
    markets: tuple[Distinct, ...]
    number_of_targets: int
    fit: Floats
    blocked: Mapping[str, Bools] = field(hash=False)
    conditions: tuple[Condition, ...]
    required: tuple[int, ...]
    costs: Floats
    budget: float | None
    countries: Distinct
    new_countries: int

    def without_rules(self) -> Self:
        """Return the same problem with no rule but that on size."""
        return replace(self, blocked={}, conditions=(), required=(), budget=None, new_countries=0)

    def is_like(self, other: Self) -> bool:
        """Say whether another end is the same: nothing that is asked about is unknown."""
        mine, theirs = self._columns(), other._columns()
        return len(mine) == len(theirs) and all(map(np.array_equal, mine, theirs))

    def _columns(self) -> list[NDArray[np.generic]]:
        things = (self.places, self.countries, *self.markets)
        return [
            self.chain.covers,
            self.chain.start,
            self.chain.worth,
            self.fit,
            self.costs if self.budget is not None else self.fit,
            *(c for t in things for c in (t.words, t.alone, np.array(t.within))),
            *(condition.among for condition in self.conditions),
            *(self.blocked[rule] for rule in sorted(self.blocked)),
            np.array([self.new_countries]),
        ]

    @property
    def open_to(self) -> NDArray[np.intp]:
        """Return the numbers of the candidates that no rule shuts out."""
        shut = np.zeros(len(self.ids), dtype=bool)
        for out in self.blocked.values():
            shut |= out
        return np.flatnonzero(~shut)

    def values(self, sets: Sets) -> Floats:
        """Return the value of each set at this end; all sets are of one size."""
        size, weights = sets.shape[1], self.objective
        regions = np.minimum(1.0, self.places.count(sets) / size)
        value: Floats = (
            weights.chain * self.chain.share(sets)
            + weights.region * regions
            + weights.market * self.covered(sets) / max(1, self.number_of_targets)
            + weights.fit * sum_of(self.fit, sets) / size
        )
        return value

    def covered(self, sets: Sets) -> Floats:
        """Return how many target markets each set covers, as they may turn out worst."""
        least: Floats = np.min([turn.count(sets) for turn in self.markets], axis=0)
        return least

    @property
    def payable(self) -> Floats:
        """Return the costs, 0 in place of an unknown one, which budget shuts out by itself."""
        return np.where(np.isfinite(self.costs), self.costs, 0.0)

    def passes(self, sets: Sets) -> Bools:
        """Say of each set whether it passes every rule but that on size."""
        passing: Bools = self.shortfall(sets) == 0
        return passing

    def shortfall(self, sets: Sets) -> Floats:
        """Return how much each set lacks of passing: clusters, countries, share of budget."""
        lacks = np.zeros(len(sets))
        for out in self.blocked.values():
            lacks += sum_of(out, sets)
        for condition in self.conditions:
            lacks += np.maximum(0, condition.need - sum_of(condition.among, sets))
        for number in self.required:
            lacks += ~(sets == number).any(axis=1)
        if self.budget is not None:
            over = sum_of(self.payable, sets) - self.budget
            lacks += np.where(over > SAME_COST, 1.0 + over / max(self.budget, 1.0), 0.0)
        if self.new_countries:
            lacks += np.maximum(0.0, self.new_countries - self.countries.count(sets))
        return lacks
