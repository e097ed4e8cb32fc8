"""The first pass over tables: what is described in them, under which ids, and how often.

A row may name what stands further down, or in another file; so everything that is described
is learnt before any row becomes a claim.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from hanse.graph.errors import BadInput, UserMistake
from hanse.graph.ids import key, slug
from hanse.graph.model import Source
from hanse.ingest.categories import Lexicon
from hanse.ingest.cells import coarse_date
from hanse.ingest.countries import read_country
from hanse.ingest.exact_tables import ExactTables
from hanse.ingest.findings import Findings, Remark
from hanse.ingest.names import Names
from hanse.ingest.progress import STEP, Progress
from hanse.ingest.repairs import Repairs
from hanse.ingest.rows import CellFault, Row
from hanse.ingest.sheets import BY_NAME, Sheet
from hanse.ingest.tables import Table

LONGEST_ID = 200  # characters

Place = tuple[str, str, int]  # file, sheet and row


@dataclass(slots=True)
class Learnt:
    """What the tables of one origin describe.

    ``tables`` are those that could be read to the end. ``barred`` rows are put aside whatever
    their cells say. ``cited`` are the sources that rows name, ``unsourced`` the files whose
    rows name none. ``exact`` holds the claims of an export as they were.
    """

    names: Names
    tables: list[Table] = field(default_factory=list)
    lexicon: Lexicon = field(default_factory=Lexicon)
    repairs: Repairs = field(default_factory=Repairs)
    stated: dict[str, Source] = field(default_factory=dict)
    cited: set[str] = field(default_factory=set)
    unsourced: dict[str, str] = field(default_factory=dict)
    exact: ExactTables = field(default_factory=ExactTables)
    barred: set[Place] = field(default_factory=set)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return the sources stated, those that rows name, and the files that speak themselves."""
        found = self.stated | {source.id: source for source in self.exact.sources}
        cited = self.cited | {claim.source for claim in self.exact.claims}
        for name in cited - found.keys():
            found[name] = self.names.source(name) or Source(id=name, title=name)
        for file, digest in self.unsourced.items():
            note = f"SHA-256 {digest}" if digest else ""
            found[f"file:{file}"] = Source(id=f"file:{file}", title=file, kind="file", note=note)
        return tuple(found[name] for name in sorted(found))


def place_of(row: Row) -> Place:
    """Return where a row stands."""
    return (row.file, row.sheet, row.number)


def learn(
    tables: Sequence[Table],
    *,
    names: Names,
    findings: Findings,
    progress: Progress | None = None,
    exact: ExactTables | None = None,
) -> Learnt:
    """Read all rows once and return what they describe.

    ``names`` is added to: tables of several origins share it. ``exact`` is what an export
    held beside its tables; rows may name what it describes.
    """
    learning = _Learning(Learnt(names, exact=exact or ExactTables()), findings)
    learning.learnt.exact.teach(names)
    for table in tables:
        try:
            learning.table(table, progress)
        except BadInput as fault:
            findings.refuse(fault, file=table.file, sheet=table.grid.sheet)
            learning.forget(table)
        else:
            learning.learnt.tables.append(table)
    learning.resolve_aliases()
    return learning.learnt


def described_id(row: Row, sheet: Sheet, names: Names | None = None) -> str:
    """Return the id of what a row describes: as given, or made of its name.

    ``names`` keep an id made of a name apart from what the project uses it for.

    Raises
    ------
    CellFault
        When the row says neither, or the id is longer than any name.
    """
    given = row.text(sheet.subject)
    if given and len(given) > LONGEST_ID:
        what = f"an id has at most {LONGEST_ID} characters"
        raise CellFault(what, column=sheet.subject, value=given[:80], remedy="shorten it")
    if given:
        return given
    name = next((row.cells[column] for column in sheet.naming if column in row.cells), None)
    if name:
        linking = names.linking if names else None
        return linking.own_id(slug(name), row, sheet.kind) if linking else slug(name)
    first = sheet.naming[-1]
    remedy = f"fill in {' or '.join(row.title(column) for column in sheet.naming)}"
    raise CellFault("the row names nothing", column=first, value="", remedy=remedy)


class _Learning:
    """The state of the first pass."""

    def __init__(self, learnt: Learnt, findings: Findings) -> None:
        self.learnt, self._findings = learnt, findings
        # numbers of rows, by what they describe, within one sheet; rows themselves may be many
        self._described: dict[str, int] = {}
        self._named: dict[str, int] = {}
        self._aliases: list[tuple[str, str]] = []

    def table(self, table: Table, progress: Progress | None) -> None:
        take = self._taker(table)
        self._described, self._named = {}, {}
        for number, row in enumerate(table.learnable(self._findings), start=1):
            take(row)
            self._cite(row, table)
            if progress and number % STEP == 0:
                progress(table.file, number, None)

    def forget(self, table: Table) -> None:
        """Withdraw what a table describes that cannot be read to the end."""
        for thing in self._described:
            self.learnt.names.withdraw(thing, table.file)

    def _taker(self, table: Table) -> Callable[[Row], None]:
        sheet = BY_NAME.get(table.sheet)
        if sheet is None:
            return lambda row: self._try(row, self._aside(table.sheet))
        if sheet.describes:
            return lambda row: self._describe(row, sheet)
        if sheet.name == "aliases":
            return self._alias
        return lambda _row: None

    def _aside(self, table: str) -> Callable[[Row], None]:
        takers: dict[str, Callable[[Row], None]] = {
            "categories": self.learnt.lexicon.take,
            "repairs": self.learnt.repairs.take,
            "sources": self._source,
        }
        return takers[table]

    def _try(self, row: Row, take: Callable[[Row], None]) -> None:
        """Take a row of a table that has a reader of its own; note its faults."""
        faults: list[UserMistake] = list(row.faults)
        try:
            take(row)
        except UserMistake as fault:
            faults.append(fault)
        for one in faults:
            self._findings.fault(row.put_aside(one))

    def _source(self, row: Row) -> None:
        source = Source(
            id=row.required("id"),
            title=row.required("title"),
            publisher=row.text("publisher") or "",
            date=coarse_date(row, "date"),
            url=row.text("url") or "",
            kind=row.text("kind") or "document",
            note=row.text("note") or "",
        )
        self.learnt.stated.setdefault(source.id, source)
        self.learnt.names.sources.setdefault(source.id, source)

    def _cite(self, row: Row, table: Table) -> None:
        if table.sheet not in BY_NAME:
            return
        source = row.text("source")
        if source:
            self.learnt.cited.add(source)
        else:
            self.learnt.unsourced.setdefault(row.file, table.grid.digest)

    def _describe(self, row: Row, sheet: Sheet) -> None:
        try:
            thing = described_id(row, sheet, self.learnt.names)
        except CellFault:
            return  # told when the row is read
        name = next((row.cells[c] for c in sheet.naming[1:] if c in row.cells), "")
        kind = sheet.kind or key(row.text(sheet.kind_column or "") or "").replace(" ", "_")
        if self._is_barred(row, sheet, thing, kind):
            return
        self.learnt.names.learn(thing, name, kind)
        country = row.text("country")
        if country and sheet.name in ("regions", "markets"):
            self.learnt.names.countries.setdefault(thing, _code(country))
        if name and thing == row.text(sheet.subject):
            self._remark_on_namesake(row, name)

    def _is_barred(self, row: Row, sheet: Sheet, thing: str, kind: str) -> bool:
        """Note a second description of a thing in one sheet, or one of another kind."""
        first = self._described.setdefault(thing, row.number)
        known = self.learnt.names.kinds.get(thing, kind)
        if first == row.number and known == kind:
            return False
        said = f"{thing!r} is described in row {first} already"
        if known != kind:
            said = f"{thing!r} is described as a {known.replace('_', ' ')} already"
        column = next(c for c in sheet.naming if c in row.cells)
        remedy = "remove one of the rows, or give each an id of its own"
        fault = CellFault(said, column=column, value=row.cells[column], remedy=remedy)
        self._findings.fault(row.put_aside(fault))
        self.learnt.barred.add(place_of(row))
        return True

    def _remark_on_namesake(self, row: Row, name: str) -> None:
        first = self._named.setdefault(name.casefold(), row.number)
        if first != row.number:
            text = f"has the name of row {first}; if both are one, remove one of the rows"
            remark = Remark(file=row.file, sheet=row.sheet, row=row.number,
                            column=row.title("name"), value=name, text=text)  # fmt: skip
            self._findings.remark(remark)

    def _alias(self, row: Row) -> None:
        subject, alias = row.text("subject"), row.text("alias")
        if subject and alias:
            self._aliases.append((subject, alias))

    def resolve_aliases(self) -> None:
        """Let other names be used like the first ones, once all things are known."""
        for subject, alias in self._aliases:
            found = self.learnt.names.among(subject)
            if len(found) == 1:
                self.learnt.names.call(found[0], alias)


def _code(country: str) -> str:
    try:
        return read_country(country)
    except UserMistake:
        return ""
