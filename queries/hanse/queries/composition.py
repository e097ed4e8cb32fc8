"""The best set of partners for an alliance, under rules, and how sure that is.

Candidates one by one say who is good; who is good *together* is another question, for two who
fill the same gap are worth little more than one. The value of a set is that of
:mod:`hanse.queries.composition_value`.

Two outlooks are given, since facts are unknown. In the *certain* one a set passes every rule
whatever the unknown facts are, and sets are in order of what they are worth at least. In the
*possible* one no rule is known to be broken, and sets are in order of what they may be worth.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from hanse.graph.errors import BadInput
from hanse.graph.model import ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval
from hanse.queries.composition_check import Finding
from hanse.queries.composition_reading import situation
from hanse.queries.composition_rules import Rule, Rules
from hanse.queries.composition_value import DEFAULT_OBJECTIVE, Makeup, Objective

Status = Literal["optimal", "feasible", "infeasible"]
TIME_LIMIT: Final = 60.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenSet:
    """A set of partners: what it is worth, and how it stands to the rules.

    ``seats`` says which quota each partner fills a seat of, as (quota, cluster). ``open`` are
    the rules that it may break. ``off_chain`` and ``uncategorised`` are those of its members
    whose categories touch no stage, and of whom none are stated.
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
        """Return the value, 0 to 1 with the weights as they come."""
        return self.makeup.value


@dataclass(frozen=True, slots=True, kw_only=True)
class FailingSet:
    """A set that would be worth more, and the rules that keep it out or may do so."""

    members: tuple[str, ...]
    makeup: Makeup
    why_not: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The best sets under one reading of what is unknown.

    ``status``: *optimal* where the first set is proved to be the best, *feasible* where
    ``bound`` is all that is proved, *infeasible* where no set passes. ``bound`` is what no set
    exceeds; ``None`` where none passes. The first ``proved`` sets are the best in this order.
    ``appearances`` says in how many of the sets a candidate is. ``relax`` are the smallest
    sets of rules without which one would pass.
    """

    status: Status
    bound: float | None
    sets: tuple[ChosenSet, ...]
    proved: int
    relax: tuple[tuple[str, ...], ...] = ()

    @property
    def gap(self) -> float | None:
        """Return by how much a better set could exceed the best one found."""
        if self.bound is None or not self.sets:
            return None
        return max(0.0, self.bound - (self.sets[0].value.low or 0.0))

    @property
    def appearances(self) -> dict[str, int]:
        """Return in how many of the sets each candidate is, most often first."""
        counted = Counter(member for one in self.sets for member in one.members)
        return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
