"""Turn the rows of tables into claims; a row that cannot be read is put aside, never dropped.

Two passes: the first learns the ids and names of everything that is described, the second
turns rows into claims, so that a row may name what stands further down.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from hanse.graph.claims import Claim
from hanse.graph.errors import UserMistake
from hanse.graph.ids import slug
from hanse.graph.model import Source
from hanse.graph.schema import schema
from hanse.graph.store import Intake, PutAside
from hanse.ingest.categories import Lexicon
from hanse.ingest.cells import Statement, attribute_value, coarse_date, provenance
from hanse.ingest.names import Names
from hanse.ingest.repairs import Repairs
from hanse.ingest.rows import CellFault, Row, Table
from hanse.ingest.sheets import BY_NAME, SCHEME_COLUMNS, Sheet, Tie


@dataclass(slots=True)
class Reading:
    """The state of one reading: what is known by name, and what was put aside."""

    names: Names
    lexicon: Lexicon
    repairs: Repairs
    put_aside: list[PutAside] = field(default_factory=list)

    def claims(self, tables: Sequence[Table]) -> Iterator[Claim]:
        """Yield the claims of all rows, in the order of the tables."""
        for table in tables:
            sheet = BY_NAME.get(table.sheet)
            for row in table if sheet else ():
                yield from self._row(row, BY_NAME[table.sheet])
        yield from self.repairs.conjectures()

    def _row(self, row: Row, sheet: Sheet) -> Iterable[Claim]:
        """Return the claims of one row: all of them, or none and the row put aside."""
        try:
            return list(self._row_claims(row, sheet))
        except UserMistake as fault:
            self.put_aside.append(row.put_aside(fault))
            return ()

    def _row_claims(self, row: Row, sheet: Sheet) -> Iterator[Claim]:
        subject = self._subject(row, sheet)
        rest = provenance(row, is_status_its_own=_has_own_status(sheet))
        if sheet.describes:
            kind = sheet.kind or row.required(sheet.kind_column or "")
            yield Claim(subject=subject, predicate="kind", value=kind, **rest.bare)
        for column, attribute in sheet.attributes:
            yield from self._attribute(row, subject, column, attribute, rest.full)
        for tie in sheet.ties:
            yield from self._ties(row, subject, tie, rest.full)
        yield from self._own(row, sheet, subject, rest.full)

    def _subject(self, row: Row, sheet: Sheet) -> str:
        if not sheet.describes:
            return self.names.find(row.required(sheet.subject), column=sheet.subject)
        return described_id(row, sheet)

    def _attribute(
        self, row: Row, subject: str, column: str, attribute: str, rest: Statement
    ) -> Iterator[Claim]:
        text = row.text(column)
        if text is None:
            return
        role = row.text("kind") if attribute == "alias" else None
        value = attribute_value(attribute, text, column=column)
        for fixed, extra in self.repairs.of(subject, attribute, (value,)):
            said: Statement = {**rest, **extra}
            yield Claim(subject=subject, predicate=attribute, value=fixed, role=role, **said)

    def _ties(self, row: Row, subject: str, tie: Tie, rest: Statement) -> Iterator[Claim]:
        for name in row.texts(tie.column):
            other = self.names.find(name, column=tie.column)
            ends = (other, subject) if tie.is_reverse else (subject, other)
            yield Claim(
                subject=ends[0],
                predicate=tie.relation,
                value=ends[1],
                role=row.text(tie.role) if tie.role else None,
                context=row.text(tie.context) if tie.context else None,
                since=coarse_date(row, "since") if tie.is_dated else None,
                until=coarse_date(row, "until") if tie.is_dated else None,
                **rest,
            )

    def _own(self, row: Row, sheet: Sheet, subject: str, rest: Statement) -> Iterator[Claim]:
        """Yield what a sheet says in a way of its own."""
        match sheet.name:
            case "clusters":
                yield from self._profile(row, subject, rest)
            case "focus":
                scheme = row.text("scheme") or "stated_focus"
                yield from self._categories(subject, scheme, (row.required("category"),), rest)
            case "criteria":
                yield from self._rule(row, subject, rest)
            case "counts":
                yield self._said(row, subject, row.required("unit"), rest)
            case "facts":
                yield self._said(row, subject, row.required("attribute"), rest)

    def _profile(self, row: Row, subject: str, rest: Statement) -> Iterator[Claim]:
        """Yield a cluster's categories; a number in the annex means a listing on the ECCP."""
        for scheme in SCHEME_COLUMNS:
            yield from self._categories(subject, scheme, row.texts(scheme), rest)
        if row.text("annex_no") and not row.text("eccp_listed"):
            listed: Statement = {**rest, "note": None}
            yield Claim(subject=subject, predicate="eccp_listed", value=True, **listed)

    def _rule(self, row: Row, subject: str, rest: Statement) -> Iterator[Claim]:
        for name in row.texts("fields"):
            yield Claim(subject=subject, predicate="field", value=name, **rest)
        if row.text("value"):
            yield self._said(row, subject, row.required("unit"), rest)

    def _said(self, row: Row, subject: str, predicate: str, rest: Statement) -> Claim:
        """Return what a row of counts or facts says: an attribute's value or another thing."""
        text = row.required("value")
        if schema().is_relation(predicate):
            other = self.names.find(text, column="value")
            return Claim(subject=subject, predicate=predicate, value=other, **rest)
        value = attribute_value(predicate, text, column="value")
        return Claim(subject=subject, predicate=predicate, value=value, **rest)

    def _categories(
        self, subject: str, scheme: str, labels: Sequence[str], rest: Statement
    ) -> Iterator[Claim]:
        for label, extra in self.repairs.of(subject, scheme, labels):
            category, standard = self.lexicon.place(scheme, str(label))
            said: Statement = {**rest, **extra}
            if standard != label and not said.get("as_written"):
                said["as_written"] = str(label)
            yield from self.lexicon.describe(category, rest)
            yield Claim(subject=subject, predicate="classified_as", value=category, **said)


def read_tables(tables: Sequence[Table], *, origin: str, known: Names | None = None) -> Intake:
    """Return what ``tables`` bring: claims, sources, and the rows put aside.

    Parameters
    ----------
    tables
        Sheets by the names of :data:`hanse.ingest.sheets.SHEETS`; a sheet of another name
        is left to its own reader (sources, categories, repairs).
    origin
        What the project calls them; loading the same origin again replaces it.
    known
        Names that the project knows already, so that rows may refer to them.
    """
    by_sheet = {table.sheet: table for table in tables}
    reading = Reading(
        names=known or Names(),
        lexicon=Lexicon.read(by_sheet.get("categories")),
        repairs=Repairs.read(by_sheet.get("repairs")),
    )
    for table in tables:
        _learn(reading.names, table)
    claims = list(reading.claims(tables))
    sources = _sources(by_sheet.get("sources"), claims)
    return Intake(
        origin=origin,
        claims=claims,
        sources=sources,
        put_aside=tuple(reading.put_aside),
        rows=sum(len(table.rows) for table in tables),
    )


def described_id(row: Row, sheet: Sheet) -> str:
    """Return the id of what a row describes: as given, or made of its name."""
    given = row.text(sheet.subject)
    if given:
        return given
    name = row.text("name") or row.text("label")
    if name:
        return slug(name)
    remedy = f"fill in {sheet.subject} or name"
    raise CellFault("the row names nothing", column=sheet.subject, value="", remedy=remedy)


def _learn(names: Names, table: Table) -> None:
    sheet = BY_NAME.get(table.sheet)
    if sheet and sheet.describes:
        for row in table:
            if row.text(sheet.subject) or row.text("name"):
                names.learn(described_id(row, sheet), row.text("name") or "")
    if table.sheet == "aliases":
        for row in table:
            names.learn(row.cells.get("subject", ""), row.cells.get("alias", ""))


def _has_own_status(sheet: Sheet) -> bool:
    return any(column == "status" for column, _ in sheet.attributes)


def _sources(table: Table | None, claims: Sequence[Claim]) -> tuple[Source, ...]:
    """Return the sources stated, and one for each file that states facts of its own."""
    stated = {row.required("id"): _source(row) for row in table or ()}
    used = {claim.source for claim in claims} - stated.keys()
    own = {name: Source(id=name, title=name.removeprefix("file:"), kind="file") for name in used}
    return tuple((stated | own)[name] for name in sorted(stated | own))


def _source(row: Row) -> Source:
    return Source(
        id=row.required("id"),
        title=row.required("title"),
        publisher=row.text("publisher") or "",
        date=coarse_date(row, "date"),
        url=row.text("url") or "",
        kind=row.text("kind") or "document",
        note=row.text("note") or "",
    )
