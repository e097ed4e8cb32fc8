"""What a project holds beside claims: sources, definitions and rows put aside, by origin."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, astuple
from typing import Final, LiteralString

from hanse.graph.errors import BadInput
from hanse.graph.model import Source
from hanse.graph.store import Definition, Intake, PutAside
from hanse.graph.stores.neo4j.connection import Connection, Transaction

Record = Source | Definition | PutAside
Brought = tuple[int, Record]  # the number of the origin, and what it brought

# For each kind of record, the statements that read, remove and put it.
_READ: Final[Mapping[type[Record], LiteralString]] = {
    Source: "sources_read",
    Definition: "definitions_read",
    PutAside: "put_aside_read",
}
_REPLACE: Final[Mapping[type[Record], tuple[LiteralString, LiteralString]]] = {
    Source: ("sources_remove", "sources_put"),
    Definition: ("definitions_remove", "definitions_put"),
    PutAside: ("put_aside_remove", "put_aside_put"),
}
_PARTS: Final[Mapping[type[Record], tuple[str, ...]]] = {
    Source: ("id", "title", "publisher", "date", "url", "kind", "note"),
    Definition: ("kind", "id", "text"),
    PutAside: ("file", "reason", "remedy", "sheet", "row", "column", "value"),
}


class Kept:
    """All records of a project, as they were at one moment."""

    def __init__(self, brought: Mapping[type[Record], Sequence[Brought]]) -> None:
        self._brought = brought

    @classmethod
    def read(cls, connection: Connection, project: str) -> "Kept":
        """Read the records of a project."""
        return cls({kind: _read(connection, kind, project) for kind in _READ})

    def of(self, kind: type[Record], origin: int) -> list[Record]:
        """Return what one origin brought of a kind, in its order."""
        return [record for number, record in self._brought[kind] if number == origin]

    def sources_of(self, origin: int) -> tuple[Source, ...]:
        """Return the sources that one origin brought, by id."""
        every = (r for r in self.of(Source, origin) if isinstance(r, Source))
        return tuple(sorted(every, key=lambda record: record.id))

    def definitions_of(self, origin: int) -> tuple[Definition, ...]:
        """Return the definitions that one origin brought, by kind and id."""
        every = (r for r in self.of(Definition, origin) if isinstance(r, Definition))
        return tuple(sorted(every, key=lambda record: (record.kind, record.id)))

    def put_aside_of(self, origin: int) -> tuple[PutAside, ...]:
        """Return the rows that one origin put aside, in its order."""
        return tuple(r for r in self.of(PutAside, origin) if isinstance(r, PutAside))

    def sources(self) -> tuple[Source, ...]:
        """Return the sources by id; where several origins bring one, the newest's."""
        newest = {r.id: r for _, r in self._brought[Source] if isinstance(r, Source)}
        return tuple(newest[known] for known in sorted(newest))

    def definitions(self) -> tuple[Definition, ...]:
        """Return the definitions by kind and id; where several origins bring one, the newest's."""
        every = [r for _, r in self._brought[Definition] if isinstance(r, Definition)]
        newest = {(record.kind, record.id): record for record in every}
        return tuple(newest[known] for known in sorted(newest))

    def put_aside(self) -> tuple[PutAside, ...]:
        """Return the rows put aside, by file and place."""
        every = [r for _, r in self._brought[PutAside] if isinstance(r, PutAside)]
        return tuple(sorted(every, key=_place))


def _read(connection: Connection, kind: type[Record], project: str) -> list[Brought]:
    rows = sorted(connection.read(_READ[kind], project=project), key=lambda row: row[:2])
    names = _PARTS[kind]
    return [(row[0], kind(**dict(zip(names, row[2:], strict=True)))) for row in rows]


def _place(row: PutAside) -> tuple[tuple[bool, str | int], ...]:
    parts = (row.file, row.sheet, row.row, row.column, row.reason, row.value, row.remedy)
    return tuple((part is not None, "" if part is None else part) for part in parts)


def wanted(intake: Intake) -> dict[type[Record], list[Record]]:
    """Return what an origin brings, each once; of two that say who they are alike, the last.

    Raises
    ------
    BadInput
        When text is not Unicode, which no store can keep.
    """
    found: dict[type[Record], list[Record]] = {
        Source: list({source.id: source for source in intake.sources}.values()),
        Definition: list({(d.kind, d.id): d for d in intake.definitions}.values()),
        PutAside: list(intake.put_aside),
    }
    _check_text(intake, (record for records in found.values() for record in records))
    return found


def _check_text(intake: Intake, records: Iterable[Record]) -> None:
    settings = asdict(intake.settings) if intake.settings else {}
    said = [intake.origin, settings, *(astuple(record) for record in records)]
    try:
        json.dumps(said, ensure_ascii=False).encode()
    except UnicodeEncodeError as fault:
        what = f"something in it cannot be kept: {fault}"
        raise BadInput(what, where=intake.origin, hint="save the file as UTF-8") from None


def differing(
    kept: Kept, found: Mapping[type[Record], list[Record]], origin: int | None
) -> list[type[Record]]:
    """Return the kinds of which the origin brings others than it did."""
    before = {kind: kept.of(kind, origin) if origin is not None else [] for kind in found}
    return [kind for kind in found if Counter(before[kind]) != Counter(found[kind])]


def put(
    run: Transaction, kind: type[Record], records: list[Record], given: Mapping[str, object]
) -> None:
    """Replace what an origin brought of a kind; ``given`` names the project and the origin."""
    remove, add = _REPLACE[kind]
    run(remove, **given)
    rows = [{**asdict(record), "place": place} for place, record in enumerate(records)]
    run(add, rows=rows, **given)
