"""What is answered to the question for the best set of partners."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from hanse.graph.quantities import Interval
from hanse.queries.composition_check import Finding
from hanse.queries.composition_rules import Rule
from hanse.queries.composition_value import Makeup, Objective

Status = Literal["optimal", "feasible", "infeasible"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenSet:
    """A set of partners: what it is worth, and how it stands to the rules.

    ``members`` are ids; ``cost`` is in the currency of the budget. ``seats`` says which quota
    each partner fills a seat of, as (quota, cluster). ``open`` are the rules that it may
    break. ``off_chain`` and ``uncategorised`` are those of its members whose categories touch
    no stage, and of whom none are stated.
    """

    members: tuple[str, ...]
    makeup: Makeup
    cost: Interval
    seats: tuple[tuple[str, str], ...] = ()
    open: tuple[Finding, ...] = ()
    off_chain: tuple[str, ...] = ()
    uncategorised: tuple[str, ...] = ()

    @property
    def value(self) -> Interval:
        """Return the value; 0 to 1 where the weights add up to 1."""
        return self.makeup.value


@dataclass(frozen=True, slots=True, kw_only=True)
class FailingSet:
    """A set that would be worth more, and the rules that it breaks or may break."""

    members: tuple[str, ...]
    makeup: Makeup
    why_not: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The best sets under one reading of what is unknown.

    ``status`` is *optimal* where the first set is proved to be the best, *feasible* where only
    ``bound`` is proved, *infeasible* where no set passes. ``bound`` is what the value of no
    set exceeds, and ``gap`` what it leaves open above the best set found; both are ``None``
    where no set passes. The first ``proved`` sets are the best in this order. ``relax`` are
    the smallest sets of rules, by id, without which a set would pass.
    """

    status: Status
    bound: float | None
    gap: float | None
    sets: tuple[ChosenSet, ...]
    proved: int
    relax: tuple[tuple[str, ...], ...] = ()

    @property
    def appearances(self) -> dict[str, int]:
        """Return in how many of the sets each candidate is, most often first."""
        counted = Counter(member for one in self.sets for member in one.members)
        return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """Sets that no other beats on chain, fit, cost and reach at once, the strongest chain first.

    ``number`` counts them all, of which some are named. ``is_complete`` is false where not
    every set was looked at, so that others may stand on the front as well.
    """

    sets: tuple[tuple[str, ...], ...]
    number: int
    is_complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """The best sets of partners for an alliance.

    ``certain``: sets that pass whatever the unknown facts are, by what they are worth at
    least. ``possible``: sets that no known fact keeps out, by what they may be worth at most.
    ``failing`` are sets worth more than the best certain one, each with the reasons why not.
    ``objective`` has the weights as used.
    """

    alliance: tuple[str, ...]
    chain: str
    targets: tuple[str, ...]
    objective: Objective
    rules: tuple[Rule, ...]
    candidates: tuple[str, ...]
    certain: Outlook
    possible: Outlook
    failing: tuple[FailingSet, ...] = ()
    front: Front | None = None

    @property
    def status(self) -> Status:
        """Return how far the best certain set is proved."""
        return self.certain.status

    @property
    def bound(self) -> float | None:
        """Return what no certain set exceeds in what it is worth at least."""
        return self.certain.bound

    @property
    def sets(self) -> tuple[ChosenSet, ...]:
        """Return the certain sets, the best first."""
        return self.certain.sets

    @property
    def appearances(self) -> dict[str, int]:
        """Return in how many of the certain sets each candidate is."""
        return self.certain.appearances

    @property
    def relax(self) -> tuple[tuple[str, ...], ...]:
        """Return the smallest sets of rules without which a set would pass for certain."""
        return self.certain.relax

    @property
    def pareto(self) -> tuple[tuple[str, ...], ...]:
        """Return the sets on the front; none where it was not asked for."""
        return self.front.sets if self.front else ()
