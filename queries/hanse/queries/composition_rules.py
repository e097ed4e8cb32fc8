"""What a set of partners must be like: rules as data, each with an id and a sentence.

A rule is met, broken or open. Where a fact is unknown the rule is open: a set may then pass,
and is never said to pass or to fail.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import isfinite
from typing import Final, Self

from hanse.graph.errors import BadDefinition
from hanse.graph.quantities import Interval
from hanse.graph.rules import CountRule, Quota, Rules, ScreeningRule
from hanse.queries.reasons import counted, spelled

SIZE: Final = "size"
ENTITIES: Final = "entities"
COUNTRIES: Final = "countries"
ACTIVE: Final = "active"
NEW_REGION: Final = "new-region"
BUDGET: Final = "budget"
INVITATIONS: Final = "invitations"
REQUIRE: Final = "require:"
EXCLUDE: Final = "exclude:"
TAKEN: Final = frozenset((SIZE, ENTITIES, COUNTRIES, NEW_REGION, BUDGET, INVITATIONS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule in words."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRules:
    """What is asked of a set of partners.

    Parameters
    ----------
    smallest, largest
        How many partners are chosen.
    screening
        Rules that every partner has to pass, one by one; see :func:`at_least_active`.
    quotas
        Seats for fields; seats beyond them are free.
    new_regions
        How many partners at least bring a region new to the alliance; a new country is one.
    required, excluded
        Ids or names of clusters that are in, and that are out.
    budget, costs
        The most that the partners cost together, and what each costs, in one currency. A
        cluster without a cost has an unknown one. Without ``budget`` costs decide nothing.
    invite_one_each, inviters
        Whether every member of the alliance invites one partner of its own, and which members
        may invite a cluster. Without ``inviters`` any member may invite any cluster; with it,
        who invites a cluster that is not named there is unknown.
    least_entities, least_countries
        How many organisations, and countries, alliance and partners have together at least.

    Raises
    ------
    BadDefinition
        When the rules contradict themselves.
    """

    smallest: int = 3
    largest: int = 3
    screening: tuple[ScreeningRule, ...] = ()
    quotas: tuple[Quota, ...] = ()
    new_regions: int = 0
    required: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    budget: float | None = None
    costs: Mapping[str, Interval] = field(default_factory=dict, hash=False)
    invite_one_each: bool = False
    inviters: Mapping[str, tuple[str, ...]] | None = field(default=None, hash=False)
    least_entities: int = 0
    least_countries: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.smallest <= self.largest:
            size = f"{self.smallest} to {self.largest}"
            raise BadDefinition(f"{size} is no size of a set", hint="choose one partner or more")
        whole = (self.new_regions, self.least_entities, self.least_countries)
        if min(*whole, *(quota.seats for quota in self.quotas)) < 0:
            raise BadDefinition("fewer than none cannot be asked for", hint="ask for 0 or more")
        prices = [self.budget or 0.0, *(cost.low or 0.0 for cost in self.costs.values())]
        if any(not isfinite(price) or price < 0 for price in prices):
            raise BadDefinition("a cost is negative or no number", where="costs and budget")
        times = Counter(one.id for one in self.listed())
        for known in (known for known, number in times.items() if number > 1):
            raise BadDefinition("two rules have this id", where=known, hint="rename one of them")

    @classmethod
    def of(cls, search: Rules, *, size: int | None = None) -> Self:
        """Return what a search asks of a set: its rules that exclude, its quotas and its call.

        Without ``size`` there are as many partners as seats, or one. A rule that its author
        called as one of ours is called, such as "size", is ``rule:size`` here.
        """
        number = size or max(1, sum(quota.seats for quota in search.quotas))
        return cls(
            smallest=number,
            largest=number,
            screening=tuple(_own(rule) for rule in search.rules if not rule.is_preference),
            quotas=search.quotas,
            invite_one_each=search.invite_one_each,
            least_entities=search.least_entities,
            least_countries=search.least_countries,
        )

    def with_least_active(self, number: int) -> Self:
        """Return these rules and :func:`at_least_active`; nothing is added for 0.

        A rule that its author called ``active`` is ``rule:active`` beside it.
        """
        own = (replace(r, id=f"rule:{r.id}") if r.id == ACTIVE else r for r in self.screening)
        added = (*own, at_least_active(number))
        return replace(self, screening=added) if number else self

    def listed(self) -> tuple[Rule, ...]:
        """Return every rule that is asked for, in a fixed order."""
        return tuple(Rule(id=known, text=text) for known, text in self._sentences())

    def _sentences(self) -> Iterator[tuple[str, str]]:
        span = "" if self.smallest == self.largest else f"{spelled(self.smallest)} to "
        yield SIZE, f"{span}{counted(self.largest, 'partner')} in all"
        if self.least_entities:
            number = counted(self.least_entities, "organisation")
            yield ENTITIES, f"at least {number}, members included"
        if self.least_countries:
            number = counted(self.least_countries, "country", "countries")
            yield COUNTRIES, f"at least {number}, those of members included"
        for quota in self.quotas:
            label = quota.field.label or quota.field.id
            yield quota.id, f"{counted(quota.seats, 'seat')} for {label}"
        yield from ((rule.id, rule.text) for rule in self.screening)
        if self.new_regions:
            yield NEW_REGION, f"at least {counted(self.new_regions, 'partner')} from a new region"
        yield from ((REQUIRE + known, f"{known} is in") for known in dict.fromkeys(self.required))
        yield from ((EXCLUDE + known, f"{known} is out") for known in dict.fromkeys(self.excluded))
        if self.budget is not None:
            yield BUDGET, f"a cost of at most {self.budget:,.10g} in all"
        if self.invite_one_each:
            yield INVITATIONS, "every member invites one partner of its own"


def _own(rule: ScreeningRule) -> ScreeningRule:
    return replace(rule, id=f"rule:{rule.id}") if rule.id in TAKEN else rule


def at_least_active(number: int) -> CountRule:
    """Return the rule that a partner has so many members active in the field.

    The search of LASER-GO D4.1 (section 2) asked for 30.
    """
    text = f"at least {number} active members each"
    return CountRule(id=ACTIVE, text=text, unit="active_members", at_least=number)
