"""Read one row: every cell of it, so that all its faults are told at once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeVar

from hanse.graph.claims import Claim
from hanse.graph.errors import UserMistake
from hanse.graph.schema import schema
from hanse.ingest.categories import Lexicon
from hanse.ingest.cells import (
    Provenance,
    Statement,
    Understood,
    attribute_value,
    coarse_date,
    placed,
    provenance,
    range_text,
)
from hanse.ingest.findings import Findings, Remark
from hanse.ingest.learning import described_id
from hanse.ingest.names import Names
from hanse.ingest.passing import Passing
from hanse.ingest.predicates import counted_unit, one_of, stated_predicate, subject_kinds
from hanse.ingest.repairs import NOTHING, Extra, Repairs
from hanse.ingest.rows import CellFault, Row
from hanse.ingest.sheets import COUNT_COLUMNS, SCHEME_COLUMNS, Sheet, Tie

T = TypeVar("T")
UNKNOWN_SUBJECT: Final = "?"  # stands in while the other cells of a faulty row are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a row is read against, and where what is found goes."""

    names: Names
    lexicon: Lexicon
    repairs: Repairs
    passing: Passing
    findings: Findings


class RowReader:
    """Read one row, cell by cell, and remember what is wrong with it."""

    def __init__(self, context: Context, row: Row, sheet: Sheet) -> None:
        self._names, self._passing = context.names, context.passing
        self._lexicon, self._repairs = context.lexicon, context.repairs
        self._findings = context.findings
        self._row, self._sheet = row, sheet
        self.faults: list[UserMistake] = list(row.faults)
        self.kind = sheet.kind
        self.subject = UNKNOWN_SUBJECT
        self._faulty = {fault.column for fault in row.faults}

    def claims(self) -> list[Claim]:
        """Return the claims of the row, worthless if it has faults."""
        row, sheet = self._row, self._sheet
        for column in sheet.needs:
            self._try(partial(row.required, column))
        chosen = self._choices()
        self.subject = subject = self._try(self._subject) or UNKNOWN_SUBJECT
        is_own = any(column == "status" for column, _ in sheet.attributes)
        said = self._try(lambda: provenance(row, is_status_its_own=is_own))
        self._remark_on_date("as_of", said.full.get("as_of") if said else None)
        rest = said or Provenance(placed(row), placed(row))
        claims: list[Claim] = []
        if sheet.describes:
            self.kind = sheet.kind or chosen.get(sheet.kind_column or "") or UNKNOWN_SUBJECT
            claims.append(Claim(subject=subject, predicate="kind", value=self.kind, **rest.bare))
        self._attributes(subject, rest.full, claims)
        for tie in sheet.ties:
            self._ties(subject, tie, chosen, rest.full, claims)
        self._try(lambda: claims.extend(self._own(subject, chosen, rest.full)))
        return claims

    def _try(self, read: Callable[[], T]) -> T | None:
        """Return what was read; ``None`` and the fault noted, once a column, if it cannot be."""
        try:
            return read()
        except UserMistake as fault:
            self._note(fault)
            return None

    def _note(self, fault: UserMistake) -> None:
        column = fault.column if isinstance(fault, CellFault) else None
        if column is None or column not in self._faulty:
            self.faults.append(fault)
        if column is not None:
            self._faulty.add(column)

    def _subject(self) -> str:
        row, sheet = self._row, self._sheet
        if sheet.describes:
            return described_id(row, sheet, self._names)
        return self._names.find(
            row.required(sheet.subject), column=sheet.subject, kinds=subject_kinds(sheet)
        )

    def _choices(self) -> Mapping[str, str]:
        """Return what the columns say that have a fixed choice, in our words."""
        chosen = {}
        for column, allowed in self._sheet.choices:
            text = self._row.text(column)
            said = self._try(partial(one_of, allowed, text, column)) if text else None
            if said is not None:
                chosen[column] = said
        return chosen

    def _attributes(self, subject: str, rest: Statement, claims: list[Claim]) -> None:
        cells = self._row.cells
        for column, attribute in self._sheet.attributes:
            text = cells.get(column)
            if text is None:
                continue
            try:
                read = attribute_value(attribute, text, column=column)
                claims.extend(self._said(subject, attribute, column, read, rest))
            except UserMistake as fault:
                self._note(fault)

    def _said(
        self, subject: str, attribute: str, column: str, read: Understood, rest: Statement
    ) -> list[Claim]:
        role = self._row.text("kind") if attribute == "alias" else None
        predicate = read.predicate or attribute
        if read.meaning:
            rest = self._as_understood(column, read, rest)
        if not self._repairs.has(subject, attribute):
            return [
                Claim(subject=subject, predicate=predicate, value=read.value, role=role, **rest)
            ]
        return [
            Claim(
                subject=subject, predicate=predicate, value=value, role=role, **_with(rest, extra)
            )
            for value, extra in self._repairs.of(subject, attribute, (read.value,))
        ]

    def _date(self, column: str) -> str | None:
        read = self._try(lambda: coarse_date(self._row, column))
        self._remark_on_date(column, read)
        return read

    def _remark_on_date(self, column: str, read: str | None) -> None:
        if read is not None and read != self._row.text(column):
            self._as_understood(column, Understood(read, read), {"source": "", "locator": ""})

    def _as_understood(self, column: str, read: Understood, rest: Statement) -> Statement:
        """Note how a cell was understood, and keep its wording where it is another."""
        row = self._row
        self._findings.remark(
            Remark(file=row.file, sheet=row.sheet, row=row.number, column=row.title(column),
                   value=row.cells[column], text=f"understood as {read.meaning}")
        )  # fmt: skip
        if rest.get("as_written") or row.cells[column] == str(read.value):
            return rest
        return {**rest, "as_written": row.cells[column]}

    def _ties(
        self,
        subject: str,
        tie: Tie,
        chosen: Mapping[str, str],
        rest: Statement,
        claims: list[Claim],
    ) -> None:
        row = self._row
        names = row.texts(tie.column)
        if not names:
            return
        role = (chosen.get(tie.role) or row.text(tie.role)) if tie.role else None
        context = row.text(tie.context) if tie.context else None
        since, until = (self._date("since"), self._date("until")) if tie.is_dated else (None, None)
        for name in names:
            found = self._try(partial(self._other, name, tie, rest))
            if found is None:
                continue
            other, described = found
            claims.extend(described)
            ends = (other, subject) if tie.is_reverse else (subject, other)
            claims.append(
                Claim(subject=ends[0], predicate=tie.relation, value=ends[1], role=role,
                      context=context, since=since, until=until, **rest)
            )  # fmt: skip

    def _other(self, name: str, tie: Tie, rest: Statement) -> tuple[str, Sequence[Claim]]:
        """Return what a cell names, and what describes it where it does so in passing."""
        if tie.makes == "region":
            return self._passing.region(name, self._row, rest, tie.column)
        if tie.makes == "market":
            return self._passing.market(name, rest, tie.column)
        relation = schema().relations[tie.relation]
        kinds = relation.from_kinds if tie.is_reverse else relation.to_kinds
        return self._names.find(name, column=tie.column, kinds=kinds), ()

    def _own(self, subject: str, chosen: Mapping[str, str], rest: Statement) -> Iterator[Claim]:
        """Yield what a sheet says in a way of its own."""
        row = self._row
        match self._sheet.name:
            case "clusters":
                yield from self._profile(subject, rest)
            case "focus":
                scheme = chosen.get("scheme", "stated_focus")
                yield from self._categories(subject, scheme, (row.required("category"),), rest)
            case "criteria":
                for name in row.texts("fields"):
                    yield Claim(subject=subject, predicate="field", value=name, **rest)
                if row.text("value"):
                    yield from self._counted(subject, row.required("unit"), "unit", rest)
            case "counts":
                yield from self._counted(subject, row.required("unit"), "unit", rest)
            case "facts":
                yield from self._fact(subject, row.required("attribute"), rest)

    def _profile(self, subject: str, rest: Statement) -> Iterator[Claim]:
        """Yield a cluster's categories; a number in the annex means a listing on the ECCP."""
        row = self._row
        for scheme in SCHEME_COLUMNS:
            if scheme in row.cells:
                yield from self._categories(subject, scheme, row.texts(scheme), rest)
        for alias in row.texts("aliases"):
            yield Claim(subject=subject, predicate="alias", value=alias, **rest)
        for unit in COUNT_COLUMNS:
            if f"{unit}_low" in row.cells or f"{unit}_high" in row.cells:
                read = attribute_value(unit, range_text(row, unit), column=f"{unit}_low")
                yield Claim(subject=subject, predicate=unit, value=read.value, **rest)
        if row.text("annex_no") and not row.text("eccp_listed"):
            listed: Statement = {**rest, "note": None}
            yield Claim(subject=subject, predicate="eccp_listed", value=True, **listed)

    def _counted(self, subject: str, unit: str, column: str, rest: Statement) -> Iterator[Claim]:
        yield from self._value(subject, counted_unit(unit, column=column), rest)

    def _fact(self, subject: str, predicate: str, rest: Statement) -> Iterator[Claim]:
        """Yield what a row of facts says: an attribute's value, or a tie to another thing."""
        named = stated_predicate(predicate, column="attribute")
        if not schema().is_relation(named):
            yield from self._value(subject, named, rest)
            return
        relation = schema().relations[named]
        text = self._row.required("value")
        other = self._names.find(text, column="value", kinds=relation.to_kinds)
        yield Claim(subject=subject, predicate=named, value=other, **rest)

    def _value(self, subject: str, attribute: str, rest: Statement) -> Iterator[Claim]:
        read = attribute_value(attribute, self._row.required("value"), column="value")
        yield from self._said(subject, attribute, "value", read, rest)

    def _categories(
        self, subject: str, scheme: str, labels: Sequence[str], rest: Statement
    ) -> Iterator[Claim]:
        if self._repairs.has(subject, scheme):
            mended = self._repairs.of(subject, scheme, labels)
        else:
            mended = ((label, NOTHING) for label in labels)
        for label, extra in mended:
            category, standard = self._lexicon.place(scheme, str(label))
            said: Statement = {**rest, **extra} if extra else rest
            if standard != label and not said.get("as_written"):
                said = {**said, "as_written": str(label)}
            if category not in self._lexicon.described:
                yield from self._lexicon.describe(category, rest)
            yield Claim(subject=subject, predicate="classified_as", value=category, **said)


def _with(rest: Statement, extra: Extra) -> Statement:
    return {**rest, **extra}
