"""Which row of which table would say a claim: the sheets of the reader, the other way round."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.quantities import Quantity
from hanse.graph.schema import schema
from hanse.ingest.sheets import BY_NAME, Sheet
from hanse.viz.category_rows import category_rows, described_categories
from hanse.viz.flat_values import SEPARATOR
from hanse.viz.planned_rows import Cells, Place, PlannedRow, cell_of, is_bare, place, row, where

_BY_KIND: Final = {sheet.kind: sheet.name for sheet in BY_NAME.values() if sheet.kind} | {
    **dict.fromkeys(("partnership", "network", "consortium"), "partnerships"),
    **dict.fromkeys(("managing_body", "gateway", "support_body"), "organisations"),
    "research_infrastructure": "organisations",
}
# Tables whose rows say one claim: predicate, then table, and the columns of its two ends.
_SINGLE: Final = {
    "alias": ("aliases", "subject", "alias"),
    "member_of": ("memberships", "cluster", "partnership"),
    "located_in": ("locations", "cluster", "region"),
    "manages": ("manages", "body", "cluster"),
}


def planned_rows(claims: Sequence[Claim]) -> list[PlannedRow]:
    """Return the rows that say ``claims``, as far as there are any, each claim in one row."""
    categories = described_categories(claims)
    rows = [*_describing_rows(claims), *category_rows(claims, categories)]
    told = frozenset[int]().union(*(planned.says for planned in rows))
    others = (_single_row(claim) for claim in claims if claim.id not in told)
    return [*rows, *filter(None, others)]


# -- rows that describe a thing ----------------------------------------------------------------


def _describing_rows(claims: Sequence[Claim]) -> Iterator[PlannedRow]:
    """Yield a row for each thing that is described once, by a kind that a table is for."""
    by_end: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_end[claim.subject].append(claim)
        if schema().is_relation(claim.predicate) and claim.other != claim.subject:
            by_end[claim.other].append(claim)
    for thing, said in sorted(by_end.items()):
        kinds = [c for c in said if c.predicate == "kind" and c.subject == thing]
        table = _BY_KIND.get(str(kinds[0].value)) if len(kinds) == 1 else None
        if table and is_bare(kinds[0]):
            yield _describing_row(BY_NAME[table], kinds[0], said)


def _describing_row(sheet: Sheet, kind: Claim, claims: Sequence[Claim]) -> PlannedRow:
    common = _common_place(sheet, kind, claims)
    told = [c for c in claims if place(c) == common and is_bare(c)]
    cells: Cells = {sheet.subject: kind.subject, **where(common)}
    if sheet.kind_column:
        cells[sheet.kind_column] = str(kind.value)
    said = [kind]
    for column, attribute in sheet.attributes:
        values = [c for c in told if c.predicate == attribute and c.subject == kind.subject]
        if len(values) == 1:
            cells[column] = cell_of(values[0])
            said += values
    if cells.get("annex_no") and not cells.get("eccp_listed"):
        said += _implied_listing(kind, claims, common)
    for tie in sheet.ties:
        ends = {c.id: c.subject if tie.is_reverse else c.other for c in told}
        ties = [c for c in told if c.predicate == tie.relation and ends[c.id] != kind.subject]
        cells[tie.column] = SEPARATOR.join(ends[c.id] for c in ties)
        said += ties
    return row(sheet.name, cells, *said)


def _implied_listing(kind: Claim, claims: Sequence[Claim], common: Place) -> list[Claim]:
    """Return what a number in the annex implies: the cluster is listed; the note is not on that."""
    bare = (*common[:-1], None)
    listed = [c for c in claims if c.predicate == "eccp_listed" and c.subject == kind.subject]
    return [c for c in listed if c.value is True and place(c) == bare and is_bare(c)]


def _common_place(sheet: Sheet, kind: Claim, claims: Sequence[Claim]) -> Place:
    """Return what most of what a row can say has in common, where its kind is stated."""
    sayable = {attribute for _, attribute in sheet.attributes}
    sayable |= {tie.relation for tie in sheet.ties}
    stated = (kind.source, kind.locator)
    beside = [c for c in claims if c.predicate in sayable and (c.source, c.locator) == stated]
    places = Counter(place(claim) for claim in beside)
    return places.most_common(1)[0][0] if places else place(kind)


# -- rows of one claim -------------------------------------------------------------------------


def _single_row(claim: Claim) -> PlannedRow | None:
    """Return the row that says this one claim; ``None`` when there is no such row."""
    stated = where(place(claim))
    if claim.predicate in _SINGLE:
        table, one, other = _SINGLE[claim.predicate]
        ends = {one: claim.subject, other: cell_of(claim)}
        return row(table, {**ends, **_qualified(table, claim), **stated}, claim)
    if claim.predicate == "targets" and claim.role:
        ends = {"subject": claim.subject, "market": claim.other, "relation": claim.role}
        return row("interests", {**ends, "certainty": claim.context or "", **stated}, claim)
    if claim.predicate in ("kind", "classified_as"):
        return None
    is_count = isinstance(claim.value, Quantity) and claim.value.unit == claim.predicate
    table, column = ("counts", "unit") if is_count else ("facts", "attribute")
    said = {"subject": claim.subject, column: claim.predicate, "value": cell_of(claim)}
    return row(table, {**said, **stated}, claim)


def _qualified(table: str, claim: Claim) -> Cells:
    role = claim.role or ""
    if table == "memberships":
        return {"role": role, "since": claim.since or "", "until": claim.until or ""}
    return {"kind": role} if table == "aliases" else {}
