"""Plain, frozen records of the domain; they know of no store and no file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from hanse.graph.quantities import Interval

# Four classification schemes of the European Cluster Collaboration Platform, never merged,
# and a fifth for focus areas that a text states outside them.
SCHEMES: Final = (
    "sectoral_industry",
    "emerging_industry",
    "technology_field",
    "s3_priority",
    "stated_focus",
)
# What a person may know an organisation's size by; each is a thing of its own.
UNITS: Final = (
    "companies",
    "smes",
    "large_companies",
    "members",
    "research_bodies",
    "researchers",
    "jobs",
)
PARTNERSHIP_KINDS: Final = ("partnership", "network", "consortium")
# A membership in one of these gives access, a hop or a bridge; a network does so on request.
ACCESS_KINDS: Final = ("partnership", "consortium")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document or a person that states something."""

    id: str
    title: str
    publisher: str = ""
    date: str | None = None
    url: str = ""
    kind: str = "document"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many: a range, and how it was chosen among the statements.

    ``qualifier`` is ``None`` and ``is_preferred`` false where statements differ and nothing
    decides between them. ``is_strict`` means that the low end itself is not meant.
    """

    unit: str
    interval: Interval
    qualifier: str | None
    is_preferred: bool
    is_strict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One entry of a classification scheme."""

    id: str
    scheme: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A region as stated, with its NUTS code where one fits."""

    id: str
    name: str
    country: str | None = None
    nuts_code: str | None = None
    nuts_version: str | None = None
    level: int | None = None
    within: tuple[str, ...] = ()
    longitude: float | None = None
    latitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """A country, or a group of countries, to be entered."""

    id: str
    name: str
    country: str | None = None
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterOrganisation:
    """A body that manages a cluster and speaks for its members.

    ``categories`` maps a scheme to category ids; a cluster without any is *uncategorised*,
    which says nothing about what it can do. ``counts`` maps a unit to a :class:`Count`; a
    unit that is not there is unknown.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    regions: tuple[str, ...] = ()
    annex_no: int | None = None
    homepage: str | None = None
    categories: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    counts: Mapping[str, Count] = field(default_factory=dict, hash=False)

    @property
    def category_ids(self) -> tuple[str, ...]:
        """Return the ids of its categories in all schemes."""
        return tuple(category for ids in self.categories.values() for category in ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A cluster's part in a partnership, network or consortium."""

    cluster: str
    partnership: str
    role: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnership:
    """A labelled cooperation of cluster organisations."""

    id: str
    name: str
    kind: str
    programme: str | None = None
    since: str | None = None
    until: str | None = None
    members: tuple[Membership, ...] = ()
    target_markets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """An agreement of a partnership or cluster with a gateway, usually overseas."""

    id: str
    party: str
    other: str
    country: str | None = None
    kind: str | None = None
    status: str | None = None
    date: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A named set of clusters of which a document states a figure."""

    id: str
    name: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A category that feeds a stage, with relevance in (0, 1]."""

    scheme: str
    label: str
    relevance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step of a value chain; ``weight`` is its share of the chain's worth."""

    id: str
    label: str
    weight: float
    feeds: tuple[Feed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueChain:
    """Ordered stages from research to market, and what feeds each of them.

    ``provider_worths`` says what the first, the second, ... provider of a stage is worth; it
    never rises and adds up to 1.
    """

    id: str
    label: str
    stages: tuple[Stage, ...]
    provider_worths: tuple[float, ...] = (0.7, 0.3)
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Values that earn one rating; an excluded end is said to be so."""

    rating: int
    low: float | None = None
    high: float | None = None
    is_low_included: bool = True
    is_high_included: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How a criterion is rated: labelled steps, bands of a number, or yes and no.

    ``labels`` maps a rating to its words. ``bands`` are kept as printed: they may leave gaps
    or overlap, and a guide's lint says so.
    """

    kind: Literal["likert", "bands", "yes_no"]
    maximum: int
    minimum: int = 0
    labels: Mapping[int, str] = field(default_factory=dict, hash=False)
    bands: tuple[Band, ...] = ()
    unit: str | None = None
    is_whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One question asked of every candidate; ``weight`` is a share of 1.

    ``evidence`` names the attribute of the graph that feeds it, ``None`` is a judgement.
    ``goals`` names the stated aims it serves. ``is_veto``: a 0 may exclude.
    """

    id: str
    question: str
    group: str
    weight: float
    scale: Scale
    evidence: str | None = None
    is_veto: bool = False
    locator: str = ""
    goals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """An evaluation guide: criteria in groups, as published."""

    id: str
    label: str
    criteria: tuple[Criterion, ...]
    groups: Mapping[str, str] = field(default_factory=dict, hash=False)
    source: str = ""
    note: str = ""
    goals: tuple[str, ...] = ()

    @property
    def maximum(self) -> float:
        """Return the highest weighted score that the scales allow, in rating points."""
        return sum(criterion.weight * criterion.scale.maximum for criterion in self.criteria)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a project takes when nothing else is asked for."""

    title: str = ""
    alliance: str | None = None
    chain: str | None = None
    guide: str | None = None
    rules: str | None = None
    as_of: str | None = None
    pool: str | None = None
    trust: tuple[str, ...] = ()
    note: str = ""
