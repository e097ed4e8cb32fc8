"""Sources, definitions, settings, rows put aside and origins out of the nodes of a file."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeVar

from pyoxigraph import Literal, NamedNode

from hanse.graph.errors import UserMistake
from hanse.graph.model import Settings, Source
from hanse.graph.rdf import contents as words
from hanse.graph.rdf.literals import value_of
from hanse.graph.rdf.nodes import NodeFault, Said, Subject, needed, one, shown, text
from hanse.graph.rdf.reading import Reading
from hanse.graph.rdf.statements import TYPE
from hanse.graph.rdf.terms import DEFINITION, ORIGIN, PUT_ASIDE, SOURCE, name_in, names_in
from hanse.graph.store import Contents, Definition, Origin, PutAside

RecordT = TypeVar("RecordT")
_OWN_IRI: Final = "give it an IRI as docs/rdf.md shows"


class ContentsReading:
    """Reads what a project holds besides its claims; what is at fault is put aside."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def contents(self) -> Contents:
        """Return the contents, each kind in the order that a store keeps it in."""
        sources = self._records(words.IS_SOURCE, _source)
        definitions = self._records(words.IS_DEFINITION, _definition)
        put_aside = self._records(words.IS_PUT_ASIDE, _numbered_row)
        origins = self._records(words.IS_ORIGIN, _origin)
        return Contents(
            sources=tuple(sorted(sources, key=lambda source: source.id)),
            definitions=tuple(sorted(definitions, key=lambda d: (d.kind, d.id))),
            put_aside=tuple(row for _, row in sorted(put_aside, key=lambda pair: pair[0])),
            origins=tuple(sorted(origins, key=lambda origin: origin.name)),
            settings=next(self._records(words.IS_SETTINGS, self._settings), Settings()),
        )

    def _records(
        self, kind: NamedNode, read: Callable[[Subject, Said], RecordT]
    ) -> Iterator[RecordT]:
        nodes = self._reading.nodes
        for node in nodes.of_type(kind):
            said = {at: dict(terms) for at, terms in nodes.by_subject[node].items()}
            try:
                yield read(node, said)
            except UserMistake as fault:
                self._reading.put_aside(node, fault)
                del nodes.by_subject[node]

    def _settings(self, _: Subject, said: Said) -> Settings:
        told = _texts(said, words.SETTINGS_FIELDS)
        sequence = one(said, words.TRUSTS)
        nodes = self._reading.nodes.by_subject
        parts = nodes.get(sequence, {}) if isinstance(sequence, NamedNode) else {}
        return Settings(trust=tuple(_trusted(parts)), **told)


def _trusted(said: Said) -> Iterator[str]:
    number = 1
    while terms := said.get(words.part(number)):
        yield _own(SOURCE, next(iter(terms)), at=words.part(number))
        number += 1


def _texts(said: Said, fields: Mapping[str, NamedNode]) -> dict[str, str]:
    """Return the fields that are stated; the others keep their defaults."""
    told = {name: text(said, at) for name, at in fields.items()}
    return {name: value for name, value in told.items() if value is not None}


def _own(space: str, node: object, *, at: NamedNode = TYPE) -> str:
    name = name_in(space, node)
    if name is None:
        reason = "the IRI is not one that Hanse gives"
        raise NodeFault(reason, at=at, found=None, remedy=_OWN_IRI)
    return name


def _source(node: Subject, said: Said) -> Source:
    return Source(id=_own(SOURCE, node), **{"title": ""} | _texts(said, words.SOURCE_FIELDS))


def _definition(node: Subject, said: Said) -> Definition:
    names = names_in(DEFINITION, node)
    if names is None or len(names) != len(("kind", "id")):
        reason = "the IRI is not one that Hanse gives"
        raise NodeFault(reason, at=TYPE, found=None, remedy=_OWN_IRI)
    return Definition(kind=names[0], id=names[1], text=text(said, words.TEXT) or "")


def _numbered_row(node: Subject, said: Said) -> tuple[int, PutAside]:
    number = _own(PUT_ASIDE, node)
    if not (number.isascii() and number.isdecimal()):
        reason = "the rows put aside are numbered from 1"
        raise NodeFault(reason, at=TYPE, found=None, remedy=_OWN_IRI)
    row = _whole(said, words.PUT_ASIDE_FIELDS["row"]) if _has(said, "row") else None
    rest = {name: at for name, at in words.PUT_ASIDE_FIELDS.items() if name != "row"}
    blank = {"file": "", "reason": "", "remedy": ""}
    return int(number), PutAside(row=row, **blank | _texts(said, rest))


def _has(said: Said, field: str) -> bool:
    return words.PUT_ASIDE_FIELDS[field] in said


def _origin(node: Subject, said: Said) -> Origin:
    return Origin(
        name=_own(ORIGIN, node),
        rows=_whole(said, words.ROWS),
        written=text(said, words.WRITTEN) or "",
    )


def _whole(said: Said, at: NamedNode) -> int:
    found = needed(said, at)
    try:
        value = value_of(found) if isinstance(found, Literal) else None
    except ValueError:
        value = None
    if not isinstance(value, int) or isinstance(value, bool):
        reason = f"{shown(found)} is not a whole number"
        raise NodeFault(reason, at=at, found=found, remedy="write digits without quotes")
    return value
