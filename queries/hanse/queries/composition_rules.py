"""What a set of partners must be like: rules as data, each with an id and a sentence.

A rule is met, broken or open. Where a fact is unknown the rule is open: a set may then pass,
and is never said to pass or to fail.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Final

from hanse.graph.errors import BadDefinition
from hanse.graph.model import ClusterOrganisation
from hanse.graph.quantities import Interval
from hanse.queries.reasons import counted

SIZE: Final = "size"
ENTITIES: Final = "entities"
COUNTRIES: Final = "countries"
ACTIVE: Final = "active"
NEW_REGION: Final = "new-region"
BUDGET: Final = "budget"
INVITATIONS: Final = "invitations"
QUOTA: Final = "quota:"
REQUIRE: Final = "require:"
EXCLUDE: Final = "exclude:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What counts as a field, such as photonics or health.

    ``categories`` are ids (``scheme:label``); any category of one of the ``schemes`` counts
    too. Which they are is for the reader of a call to say, never for this program.
    """

    id: str
    label: str = ""
    categories: frozenset[str] = frozenset()
    schemes: frozenset[str] = frozenset()

    def holds(self, cluster: ClusterOrganisation) -> bool | None:
        """Say whether a cluster is in the field; ``None`` where its categories are unknown."""
        if not cluster.category_ids:
            return None
        in_scheme = not self.schemes.isdisjoint(cluster.categories)
        return in_scheme or not self.categories.isdisjoint(cluster.category_ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """Seats for clusters of a field. A cluster in two fields may fill either seat, never both."""

    field: Field
    seats: int = 1

    @property
    def id(self) -> str:
        """Return the id of the rule."""
        return QUOTA + self.field.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule in words."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What is asked of a set of partners.

    Parameters
    ----------
    smallest, largest
        How many partners are chosen.
    quotas
        Seats for fields; seats beyond them are free.
    least_active
        Members active in the field that every partner has at least.
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
    quotas: tuple[Quota, ...] = ()
    least_active: int | None = None
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
        fields = [quota.field.id for quota in self.quotas]
        if len(fields) != len(set(fields)):
            raise BadDefinition("a field has two quotas", hint="add their seats up")
        whole = (self.least_active or 0, self.new_regions, self.least_entities)
        if min(*whole, self.least_countries, *(quota.seats for quota in self.quotas)) < 0:
            raise BadDefinition("fewer than none cannot be asked for", hint="ask for 0 or more")
        prices = [self.budget or 0.0, *(cost.low or 0.0 for cost in self.costs.values())]
        if any(not isfinite(price) or price < 0 for price in prices):
            raise BadDefinition("a cost is negative or no number", where="costs and budget")

    def listed(self) -> tuple[Rule, ...]:
        """Return every rule that is asked for, in a fixed order."""
        return tuple(Rule(id=known, text=text) for known, text in self._sentences())

    def _sentences(self) -> Iterator[tuple[str, str]]:
        span = "" if self.smallest == self.largest else f"{self.smallest} to "
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
        if self.least_active:
            yield ACTIVE, f"at least {self.least_active} active members each"
        if self.new_regions:
            yield NEW_REGION, f"at least {counted(self.new_regions, 'partner')} from a new region"
        yield from ((REQUIRE + known, f"{known} is in") for known in self.required)
        yield from ((EXCLUDE + known, f"{known} is out") for known in self.excluded)
        if self.budget is not None:
            yield BUDGET, f"a cost of at most {self.budget:,.10g} in all"
        if self.invite_one_each:
            yield INVITATIONS, "every member invites one partner of its own"
