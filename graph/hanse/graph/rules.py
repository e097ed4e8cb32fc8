"""What a partner search asks for: fields, screening rules, quotas and filters, as data.

A *screening rule* is a yes or no about one candidate; a *quota* asks for a number of partners
of a *field*; a *filter* is what a step of the search looked for in a directory. Their arithmetic
is not here, and their files are read elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal

from hanse.graph.model import SCHEMES, ClusterOrganisation

Need = Literal["any", "all"]
# The schemes of the directory: its lists are given whole, so that what is not in a list is not
# meant. A stated focus is only what some text happens to say.
DIRECTORY_SCHEMES: Final = SCHEMES[:4]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What counts as a field, such as photonics or health.

    ``categories`` are ids (``scheme:label``); any category of one of the ``schemes`` counts
    too. Which they are is for the writer of the rules to say, never for this program.
    ``labels`` maps the ids to the labels as the rules spell them.
    """

    id: str
    label: str = ""
    categories: frozenset[str] = frozenset()
    schemes: frozenset[str] = frozenset()
    labels: Mapping[str, str] = field(default_factory=dict, hash=False)
    note: str = ""

    def matched(self, cluster: ClusterOrganisation) -> tuple[str, ...]:
        """Return the ids of a cluster's categories that put it in the field."""
        return tuple(
            category
            for category in cluster.category_ids
            if category in self.categories or scheme_of(category) in self.schemes
        )

    def holds(self, cluster: ClusterOrganisation) -> bool | None:
        """Say whether a cluster is in the field; ``None`` where that is unknown.

        It is unknown where none of its categories counts, and of one of :meth:`silent` it
        may have some.
        """
        if self.matched(cluster):
            return True
        is_open = not cluster.category_ids or self.silent(cluster)
        return None if is_open else False

    def silent(self, cluster: ClusterOrganisation) -> tuple[str, ...]:
        """Return the schemes that the field rests on and of which nothing is stated.

        A field that rests on the directory's schemes too is not left open by a missing focus.
        """
        return tuple(s for s in _decisive(self) if not cluster.categories.get(s))


@lru_cache(maxsize=64)
def _decisive(field: Field) -> tuple[str, ...]:
    """Return the schemes whose lists decide whether a cluster is in a field."""
    concerned = field.schemes | {scheme_of(category) for category in field.categories}
    decisive = concerned.intersection(DIRECTORY_SCHEMES) or concerned
    return tuple(scheme for scheme in SCHEMES if scheme in decisive)


def scheme_of(category: str) -> str:
    """Return the scheme in the id of a category.

    >>> scheme_of("technology_field:optics")
    'technology_field'
    """
    return category.partition(":")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """Seats for clusters of a field. A cluster in two fields may fill either seat, never both."""

    field: Field
    seats: int = 1
    locator: str = ""

    @property
    def id(self) -> str:
        """Return the id of the quota among rules of other kinds."""
        return f"quota:{self.field.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a step of a search looked for: clusters with any of some categories.

    ``step`` is the id of the step that used it, where one is stated.
    """

    id: str
    label: str
    categories: frozenset[str]
    step: str | None = None
    locator: str = ""

    def finds(self, cluster: ClusterOrganisation) -> bool:
        """Say whether the directory would list a cluster under the filter."""
        return not self.categories.isdisjoint(cluster.category_ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningRule:
    """One question to a candidate. A *preference* is told and excludes nobody."""

    id: str
    text: str
    is_preference: bool = False
    locator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRule(ScreeningRule):
    """Come from any of some fields, or from all of them."""

    fields: tuple[Field, ...]
    need: Need = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRule(ScreeningRule):
    """Have at least so many of a unit."""

    unit: str
    at_least: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketRule(ScreeningRule):
    """Be interested in all of some markets, or in any; without any named: the alliance's."""

    markets: tuple[str, ...] = ()
    need: Need = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryRule(ScreeningRule):
    """Sit in one of some countries (ISO 3166-1 alpha-2), or in a Member State of the EU."""

    countries: frozenset[str] = frozenset()
    in_eu: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRegionRule(ScreeningRule):
    """Bring a region, or a country, in which no member of the alliance sits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipRule(ScreeningRule):
    """Be a member of one of some partnerships, or of one that bears one of some labels."""

    partnerships: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingRule(ScreeningRule):
    """Be listed in a directory; ``attribute`` is the yes or no that says so."""

    attribute: str = "eccp_listed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Everything a search asks for.

    ``least_entities`` and ``least_countries`` are what a call wants of alliance and partners
    together; ``invite_one_each``: every member of the alliance invites one partner.
    """

    id: str
    label: str
    rules: tuple[ScreeningRule, ...] = ()
    quotas: tuple[Quota, ...] = ()
    filters: tuple[Filter, ...] = ()
    fields: tuple[Field, ...] = ()
    least_entities: int = 0
    least_countries: int = 0
    invite_one_each: bool = False
    source: str = ""
    note: str = ""
