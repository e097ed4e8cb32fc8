"""What each sheet of a table means: one entry a sheet, from columns to claims.

The same sheets serve a shipped case, a folder of CSV files and a workbook.
"""

from dataclasses import dataclass
from typing import Final

from hanse.graph.model import PARTNERSHIP_KINDS, SCHEMES, UNITS

# Columns that any row of facts may carry beside its own.
PROVENANCE: Final = ("source", "locator", "as_of", "status", "as_written", "note")
SCHEME_COLUMNS: Final = SCHEMES
ORGANISATION_KINDS: Final = ("cluster", "managing_body", "gateway", "support_body",
                             "research_infrastructure")  # fmt: skip
# What a cluster or a partnership may say of a market.
INTERESTS: Final = ("targets", "interested_in", "explored", "opening")
# What a row of a search may be: "search" is the whole that the others are parts of.
STEP_KINDS: Final = ("search", "step", "gap", "evaluation", "outcome")
# What a figure of a group counts: all of them together, what they share, or all added up.
COUNTED_AS: Final = ("union", "overlap", "sum")
# A row on a group may say how many beside; its column "members" names the clusters in it.
GROUP_UNITS: Final = tuple(unit for unit in UNITS if unit != "members")
# How many, as a row on a cluster may state it.
COUNT_COLUMNS: Final = (*UNITS, "active_members")
# The ends of a count, as an exported list of clusters gives them in columns of their own.
ENDS: Final = ("low", "high", "qualifier")
COUNT_ENDS: Final = tuple(f"{unit}_{end}" for unit in COUNT_COLUMNS for end in ENDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A column whose entries name other things.

    ``is_reverse``: the other thing is the subject ("members" of a group). ``role`` and
    ``context`` name the columns that qualify the tie; ``is_dated``: since and until do.
    ``makes``: an entry that nothing is called yet describes a region, or a market if it is
    the name of a country.
    """

    column: str
    relation: str
    is_reverse: bool = False
    role: str | None = None
    context: str | None = None
    is_dated: bool = False
    makes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """How a row becomes claims.

    ``subject`` is the column that names what the row is about. With ``kind`` (or
    ``kind_column``) the row describes a new thing; without, it adds to one described
    elsewhere. ``attributes`` maps columns to attributes of the schema. ``needs`` are columns
    that no row may leave empty; ``choices`` lists what a column may say, where that is fixed.
    """

    name: str
    subject: str = "id"
    kind: str | None = None
    kind_column: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    ties: tuple[Tie, ...] = ()
    own: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def describes(self) -> bool:
        """Say whether a row of this sheet describes a new thing."""
        return self.kind is not None or self.kind_column is not None

    @property
    def columns(self) -> tuple[str, ...]:
        """Return every column a row may have."""
        kinds = (self.kind_column,) if self.kind_column else ()
        named = (self.subject, *kinds, *(column for column, _ in self.attributes), *self.own)
        tied = [c for t in self.ties for c in (t.column, t.role, t.context) if c]
        dated = ("since", "until") if any(tie.is_dated for tie in self.ties) else ()
        return tuple(dict.fromkeys((*named, *tied, *dated, *PROVENANCE)))

    @property
    def naming(self) -> tuple[str, ...]:
        """Return the columns of which one must say what a row describes."""
        names = tuple(column for column, attribute in self.attributes if attribute == "name")
        return (self.subject, *names) if self.describes else (self.subject,)

    @property
    def lists(self) -> frozenset[str]:
        """Return the columns whose cells may hold several entries."""
        own = (*SCHEME_COLUMNS, "aliases") if self.name == "clusters" else ()
        return frozenset((*own, *(tie.column for tie in self.ties), "fields", "variants"))


def _same(*names: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, name) for name in names)


SHEETS: Final = (
    Sheet(name="clusters", kind="cluster",
          attributes=_same("name", "country", "annex_no", "homepage", "eccp_listed",
                           *COUNT_COLUMNS),
          ties=(Tie(column="regions", relation="located_in", makes="region"),
                Tie(column="target_markets", relation="targets", makes="market")),
          own=(*SCHEME_COLUMNS, "aliases", *COUNT_ENDS)),
    Sheet(name="organisations", kind_column="kind",
          attributes=_same("name", "country", "homepage", "founded"), needs=("kind",),
          choices=(("kind", ORGANISATION_KINDS),)),
    Sheet(name="regions", kind="region",
          attributes=_same("name", "country", "nuts_code", "nuts_version", "level", "longitude",
                           "latitude", *UNITS),
          ties=(Tie(column="within", relation="within"),)),
    Sheet(name="markets", kind="market", attributes=_same("name", "country"),
          ties=(Tie(column="within", relation="within"),), own=("kind",),
          choices=(("kind", ("country", "group")),)),
    Sheet(name="partnerships", kind_column="kind",
          attributes=_same("name", "programme", "theme", "since", "until", "homepage"),
          ties=(Tie(column="target_markets", relation="targets", makes="market"),),
          needs=("kind",), choices=(("kind", (*PARTNERSHIP_KINDS, "programme", "project")),)),
    Sheet(name="groups", kind="group", attributes=_same("name", "counted_as", *GROUP_UNITS),
          ties=(Tie(column="members", relation="in_group", is_reverse=True),),
          choices=(("counted_as", COUNTED_AS),)),
    Sheet(name="agreements", kind="agreement",
          attributes=(("name", "name"), ("country", "country"), ("kind", "agreement_kind"),
                      ("status", "agreement_status"), ("date", "since"), ("until", "until")),
          ties=(Tie(column="party", relation="party_to", is_reverse=True),
                Tie(column="other", relation="other_end")), needs=("party", "other")),
    Sheet(name="events", kind="event",
          attributes=_same("name", "date", "until", "place", "country"),
          ties=(Tie(column="organiser", relation="organised_by"),)),
    Sheet(name="services", kind="service",
          attributes=(("name", "name"), ("kind", "service_kind")),
          ties=(Tie(column="partnership", relation="offered_by"),
                Tie(column="markets", relation="serves_market"))),
    Sheet(name="search", kind="search_step",
          attributes=(("label", "name"), ("step", "order"), ("day", "day"), ("kind", "step_kind")),
          ties=(Tie(column="found", relation="found_in", is_reverse=True),
                Tie(column="shortlisted", relation="shortlisted_in", is_reverse=True),
                Tie(column="chosen", relation="chosen_in", is_reverse=True)),
          choices=(("kind", STEP_KINDS),)),
    Sheet(name="criteria", kind="search_rule",
          attributes=(("text", "name"), ("kind", "rule_kind"), ("applies_to", "applies_to")),
          ties=(Tie(column="markets", relation="targets"),), own=("value", "unit", "fields")),
    Sheet(name="aliases", subject="subject", attributes=(("alias", "alias"),), own=("kind",),
          needs=("alias",)),
    Sheet(name="locations", subject="cluster", needs=("region",),
          ties=(Tie(column="region", relation="located_in", makes="region"),)),
    Sheet(name="memberships", subject="cluster", needs=("partnership",),
          ties=(Tie(column="partnership", relation="member_of", role="role", is_dated=True),)),
    Sheet(name="interests", subject="subject", needs=("market",),
          ties=(Tie(column="market", relation="targets", role="relation", context="certainty",
                    makes="market"),),
          choices=(("relation", INTERESTS),)),
    Sheet(name="manages", subject="body", needs=("cluster",),
          ties=(Tie(column="cluster", relation="manages"),)),
    Sheet(name="focus", subject="cluster", own=("category", "scheme"), needs=("category",),
          choices=(("scheme", SCHEMES),)),
    Sheet(name="counts", subject="subject", own=("value", "unit"), needs=("value", "unit")),
    Sheet(name="facts", subject="subject", own=("attribute", "value", "unit"),
          needs=("attribute", "value")),
)  # fmt: skip
BY_NAME: Final = {sheet.name: sheet for sheet in SHEETS}
# Tables that state nothing of the world themselves, and have a reader of their own.
ASIDES: Final = {
    "sources": ("id", "title", "publisher", "date", "url", "kind", "note"),
    "categories": ("scheme", "label", "variants", "note"),
    "repairs": ("subject", "attribute", "value", "as_written", "status", "source", "locator",
                "note"),
}  # fmt: skip
ASIDE_NEEDS: Final = {
    "sources": ("id", "title"),
    "categories": ("scheme", "label"),
    "repairs": ("subject", "attribute", "value", "status", "source", "locator"),
}
TABLES: Final = (*BY_NAME, *ASIDES)


def columns_of(table: str) -> tuple[str, ...]:
    """Return every column that the table called ``table`` may have."""
    return BY_NAME[table].columns if table in BY_NAME else ASIDES[table]


def needed_by(table: str) -> tuple[tuple[str, ...], ...]:
    """Return what a table must have: of each entry, one column at least."""
    if table in ASIDES:
        return tuple((column,) for column in ASIDE_NEEDS[table])
    sheet = BY_NAME[table]
    return (sheet.naming, *((column,) for column in sheet.needs))
