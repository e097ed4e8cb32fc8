"""What each candidate would bring to an alliance, and what is unknown of it.

Everything that may or may not hold is kept twice: what is sure, and what is possible. Each
question about a set of candidates then has a worst and a best case, and no guess in between.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import Self

from hanse.graph.model import ValueChain
from hanse.graph.quantities import Interval
from hanse.queries.chains import StageCover, Standing
from hanse.queries.either_or import Sides
from hanse.queries.gains import COMPLETE_BELOW, ROUNDING
from hanse.queries.outcomes import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What holds for certain, and what may hold."""

    sure: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()

    @classmethod
    def exactly(cls, names: Iterable[str]) -> Self:
        """Return what holds, with nothing in doubt."""
        every = frozenset(names)
        return cls(sure=every, possible=every)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What one candidate would bring.

    ``places`` are regions new to the alliance; an unknown one in a new country is for certain
    somewhere in that country, and possibly a place of its own. ``countries`` are new to the
    alliance, ``markets`` the target markets covered; ``either`` numbers the statements of
    "either ... or both" in :attr:`Situation.either`. ``fields`` are ids of quotas,
    ``inviters`` members. ``screened`` is what each screening rule says of it, ``cost`` in the
    currency of the budget. ``reached`` are the clusters first reached with it, itself
    included.
    """

    id: str
    name: str
    covers: tuple[StageCover, ...]
    is_uncategorised: bool
    places: Known
    countries: Known
    markets: Known
    either: frozenset[int]
    fit: Interval
    screened: Mapping[str, Decision] = field(hash=False)
    cost: Interval
    fields: Known
    inviters: Known
    reached: frozenset[str]

    @property
    def is_off_chain(self) -> bool:
        """Say whether its categories are known and touch no stage."""
        return not any(cover.high for cover in self.covers)


@dataclass(frozen=True, kw_only=True)
class Situation:
    """An alliance, as every set of candidates is held against it.

    ``within`` maps a place to the places that contain it. ``either`` are the statements of
    "either ... or both", each as the targets that its sides cover. ``unplaced`` counts the
    members of unknown country.
    """

    members: tuple[str, ...]
    standing: Standing
    targets: tuple[str, ...]
    countries: frozenset[str]
    unplaced: int
    within: Mapping[str, frozenset[str]] = field(hash=False)
    either: tuple[Sides, ...]
    offers: tuple[Offer, ...]
    has_fit: bool

    @property
    def chain(self) -> ValueChain:
        """Return the value chain."""
        return self.standing.feeds.chain

    @cached_property
    def missing(self) -> tuple[float, float]:
        """Return what the alliance lacks of the complete chain, least and most."""
        least, most = self.standing.value
        return 1 - most, 1 - least

    @property
    def is_complete(self) -> bool:
        """Say whether the chain is complete already, so that nothing can be gained on it."""
        return self.missing[1] < COMPLETE_BELOW - ROUNDING

    @cached_property
    def turns(self) -> tuple[Sides, ...]:
        """Return every way in which the "either ... or both" may hold least: one side each."""
        return tuple(product(*self.either))

    @cached_property
    def by_id(self) -> dict[str, Offer]:
        """Return the offers by id."""
        return {offer.id: offer for offer in self.offers}

    def chosen(self, ids: Iterable[str]) -> tuple[Offer, ...]:
        """Return the offers of a set, in order of ids."""
        return tuple(self.by_id[known] for known in sorted(ids))
