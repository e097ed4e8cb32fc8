"""What each sheet of a table means: one line a sheet, from columns to claims.

The same sheets serve a shipped case, a folder of CSV files and a workbook.
"""

from dataclasses import dataclass
from typing import Final

# Columns that any row of facts may carry beside its own.
PROVENANCE: Final = ("source", "locator", "as_of", "status", "as_written", "note")
SCHEME_COLUMNS: Final = ("sectoral_industry", "emerging_industry", "technology_field",
                         "s3_priority", "stated_focus")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A column whose entries name other things.

    ``is_reverse``: the other thing is the subject ("members" of a group). ``role`` and
    ``context`` name the columns that qualify the tie; ``is_dated``: since and until do.
    """

    column: str
    relation: str
    is_reverse: bool = False
    role: str | None = None
    context: str | None = None
    is_dated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """How a row becomes claims.

    ``subject`` is the column that names what the row is about. With ``kind`` (or
    ``kind_column``) the row describes a new thing; without, it adds to one described
    elsewhere. ``attributes`` maps columns to attributes of the schema.
    """

    name: str
    subject: str = "id"
    kind: str | None = None
    kind_column: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    ties: tuple[Tie, ...] = ()
    own: tuple[str, ...] = ()

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


def _same(*names: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, name) for name in names)


SHEETS: Final = (
    Sheet(name="clusters", kind="cluster",
          attributes=_same("name", "country", "annex_no", "homepage", "eccp_listed"),
          ties=(Tie(column="regions", relation="located_in"),), own=SCHEME_COLUMNS),
    Sheet(name="organisations", kind_column="kind",
          attributes=_same("name", "country", "homepage", "founded")),
    Sheet(name="regions", kind="region",
          attributes=_same("name", "country", "nuts_code", "nuts_version", "level", "longitude",
                           "latitude"),
          ties=(Tie(column="within", relation="within"),)),
    Sheet(name="markets", kind="market", attributes=_same("name", "country"),
          ties=(Tie(column="within", relation="within"),), own=("kind",)),
    Sheet(name="partnerships", kind_column="kind",
          attributes=_same("name", "programme", "theme", "since", "until", "homepage"),
          ties=(Tie(column="target_markets", relation="targets"),)),
    Sheet(name="groups", kind="group", attributes=_same("name"),
          ties=(Tie(column="members", relation="in_group", is_reverse=True),)),
    Sheet(name="agreements", kind="agreement",
          attributes=(("name", "name"), ("country", "country"), ("kind", "agreement_kind"),
                      ("status", "agreement_status"), ("date", "since"), ("until", "until")),
          ties=(Tie(column="party", relation="party_to", is_reverse=True),
                Tie(column="other", relation="other_end"))),
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
                Tie(column="chosen", relation="chosen_in", is_reverse=True))),
    Sheet(name="criteria", kind="search_rule",
          attributes=(("text", "name"), ("kind", "rule_kind"), ("applies_to", "applies_to")),
          ties=(Tie(column="markets", relation="targets"),), own=("value", "unit", "fields")),
    Sheet(name="aliases", subject="subject", attributes=(("alias", "alias"),), own=("kind",)),
    Sheet(name="locations", subject="cluster", ties=(Tie(column="region", relation="located_in"),)),
    Sheet(name="memberships", subject="cluster",
          ties=(Tie(column="partnership", relation="member_of", role="role", is_dated=True),)),
    Sheet(name="interests", subject="subject",
          ties=(Tie(column="market", relation="targets", role="relation", context="certainty"),)),
    Sheet(name="manages", subject="body", ties=(Tie(column="cluster", relation="manages"),)),
    Sheet(name="focus", subject="cluster", own=("category", "scheme")),
    Sheet(name="counts", subject="subject", own=("value", "unit")),
    Sheet(name="facts", subject="subject", own=("attribute", "value", "unit")),
)  # fmt: skip
BY_NAME: Final = {sheet.name: sheet for sheet in SHEETS}
