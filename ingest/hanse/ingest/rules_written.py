"""The shape of screening rules as people write them: which keys there are, and what they take."""

from typing import Annotated, Literal

from pydantic import Field as Checked

from hanse.graph.ids import category_id
from hanse.graph.rules import Field, Filter
from hanse.ingest.definitions import Id, Text, Written

Scheme = Literal[
    "sectoral_industry", "emerging_industry", "technology_field", "s3_priority", "stated_focus"
]
Kind = Literal[
    "field", "category", "count", "market", "country", "new_region", "membership", "listed"
]
Number = Annotated[float, Checked(ge=0)]
Seats = Annotated[int, Checked(ge=1, le=1000)]
AtLeast = Annotated[int, Checked(ge=0, le=1000)]


class CategoryAsWritten(Written):
    """A category by its scheme and its label."""

    scheme: Scheme
    label: Text

    @property
    def id(self) -> str:
        """Return the id of the category."""
        return category_id(self.scheme, self.label)


class FieldAsWritten(Written):
    """What counts as a field: categories, or whole schemes."""

    id: Id
    label: Text
    categories: list[CategoryAsWritten] = Checked(default_factory=list)
    schemes: list[Scheme] = Checked(default_factory=list)
    note: Text | None = None

    @property
    def field(self) -> Field:
        """Return the record."""
        return Field(
            id=self.id,
            label=self.label,
            categories=frozenset(category.id for category in self.categories),
            schemes=frozenset(self.schemes),
            labels={category.id: category.label for category in self.categories},
            note=self.note or "",
        )


class FilterAsWritten(Written):
    """What a step of the search looked for."""

    id: Id
    label: Text
    categories: list[CategoryAsWritten] = Checked(min_length=1)
    step: Text | None = None
    locator: Text | None = None

    @property
    def filter(self) -> Filter:
        """Return the record."""
        return Filter(
            id=self.id,
            label=self.label,
            categories=frozenset(category.id for category in self.categories),
            step=self.step,
            locator=self.locator or "",
        )


class RuleAsWritten(Written):
    """One question to a candidate; which of the keys it takes follows from its kind."""

    id: Id
    kind: Kind
    text: Text | None = None
    preference: bool = False
    locator: Text | None = None
    fields: list[str] | None = Checked(default=None, min_length=1)
    categories: list[CategoryAsWritten] | None = Checked(default=None, min_length=1)
    need: Literal["any", "all"] | None = None
    unit: Text | None = None
    at_least: Number | None = None
    markets: list[Text] | None = Checked(default=None, min_length=1)
    countries: list[Text] | None = Checked(default=None, min_length=1)
    in_eu: bool | None = None
    partnerships: list[Text] | None = Checked(default=None, min_length=1)
    labels: list[Text] | None = Checked(default=None, min_length=1)


class QuotaAsWritten(Written):
    """Seats for a field."""

    field: str
    seats: Seats
    locator: Text | None = None


class CallAsWritten(Written):
    """What is asked of alliance and partners together."""

    entities: AtLeast = 0
    countries: AtLeast = 0
    invite_one_each: bool = False


class RulesAsWritten(Written):
    """Everything a search asks for."""

    id: Id
    label: Text
    source: Text | None = None
    note: Text | None = None
    fields: list[FieldAsWritten] = Checked(default_factory=list)
    filters: list[FilterAsWritten] = Checked(default_factory=list)
    rules: list[RuleAsWritten] = Checked(default_factory=list)
    quotas: list[QuotaAsWritten] = Checked(default_factory=list)
    call: CallAsWritten = CallAsWritten()
