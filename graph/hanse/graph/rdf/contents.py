"""What a project holds besides its claims: sources, definitions, settings, rows put aside, origins.

It stands in the default graph. Sources are described in DCTERMS and PROV, an import is an
activity; chains, guides and rules are kept as the text that people wrote.
"""

from collections.abc import Iterator
from typing import Final

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from hanse.graph.model import Settings, Source
from hanse.graph.rdf.literals import date_literal, literal, time_literal
from hanse.graph.rdf.statements import TYPE, Node, link
from hanse.graph.rdf.terms import BASE, DEFINITION, ORIGIN, PUT_ASIDE, SOURCE, named, term
from hanse.graph.store import Contents, Definition, Origin, PutAside

Pairs = Iterator[tuple[NamedNode, Node]]

SETTINGS: Final = NamedNode(BASE + "settings")
TRUST: Final = NamedNode(BASE + "settings/trust")

IS_SOURCE: Final = term("hanse:Source")
IS_DEFINITION: Final = term("hanse:Definition")
IS_SETTINGS: Final = term("hanse:Settings")
IS_PUT_ASIDE: Final = term("hanse:RowPutAside")
IS_ORIGIN: Final = term("hanse:Origin")

# Fields of a record by property. What is ``None`` or, where that is the default, empty is left out.
SOURCE_FIELDS: Final = {
    "title": term("dcterms:title"),
    "publisher": term("dcterms:publisher"),
    "date": term("dcterms:date"),
    "url": term("foaf:page"),
    "kind": term("hanse:sourceKind"),
    "note": term("hanse:note"),
}
SETTINGS_FIELDS: Final = {
    "title": term("dcterms:title"),
    "alliance": term("hanse:usesAlliance"),
    "chain": term("hanse:usesChain"),
    "guide": term("hanse:usesGuide"),
    "rules": term("hanse:usesRules"),
    "as_of": term("hanse:asOf"),
    "pool": term("hanse:usesPool"),
    "note": term("hanse:note"),
}
PUT_ASIDE_FIELDS: Final = {
    "file": term("hanse:file"),
    "reason": term("hanse:reason"),
    "remedy": term("hanse:remedy"),
    "sheet": term("hanse:sheet"),
    "row": term("hanse:row"),
    "column": term("hanse:column"),
    "value": term("hanse:cell"),
}
TEXT: Final = term("hanse:text")
TRUSTS: Final = term("hanse:trusts")
ROWS: Final = term("hanse:rows")
WRITTEN: Final = term("prov:endedAtTime")


def contents_quads(contents: Contents) -> Iterator[Quad]:
    """Yield everything but the claims."""
    for source in contents.sources:
        yield from _described(named(SOURCE, source.id), _source(source))
    for definition in contents.definitions:
        yield from _described(definition_node(definition), _definition(definition))
    for number, row in enumerate(contents.put_aside, start=1):
        yield from _described(named(PUT_ASIDE, str(number)), _put_aside(row))
    for origin in contents.origins:
        yield from _described(named(ORIGIN, origin.name), _origin(origin))
    yield from _settings(contents.settings)


def definition_node(definition: Definition) -> NamedNode:
    """Return the node of a chain's, a guide's or rules' text."""
    return named(DEFINITION, definition.kind, definition.id)


def part(number: int) -> NamedNode:
    """Return the property that leads to the n-th part of a sequence, from 1."""
    return term(f"rdf:_{number}")


def _described(node: NamedNode, said: Pairs) -> Iterator[Quad]:
    return (Quad(node, p, o, DefaultGraph()) for p, o in said)


def _fields(record: object, fields: dict[str, NamedNode], defaults: object) -> Pairs:
    """Yield the fields that differ from their defaults: those are read back where none is said."""
    for name, property_ in fields.items():
        value = getattr(record, name)
        if value is not None and value != getattr(defaults, name, None):
            yield property_, _field(name, value)


def _field(name: str, value: str | int) -> Node:
    if isinstance(value, str) and name in ("date", "as_of"):
        return date_literal(value)
    return link(value) if isinstance(value, str) and name == "url" else literal(value)


def _source(source: Source) -> Pairs:
    yield TYPE, IS_SOURCE
    yield TYPE, term("prov:Entity")
    yield from _fields(source, SOURCE_FIELDS, Source(id="", title=""))


def _definition(definition: Definition) -> Pairs:
    yield TYPE, IS_DEFINITION
    yield TEXT, Literal(definition.text)


def _put_aside(row: PutAside) -> Pairs:
    yield TYPE, IS_PUT_ASIDE
    yield from _fields(row, PUT_ASIDE_FIELDS, PutAside(file="", reason="", remedy=""))


def _origin(origin: Origin) -> Pairs:
    yield TYPE, IS_ORIGIN
    yield TYPE, term("prov:Activity")
    yield ROWS, literal(origin.rows)
    yield WRITTEN, time_literal(origin.written)


def _settings(settings: Settings) -> Iterator[Quad]:
    """Yield the settings; a project without any of its own says nothing of them."""
    if settings == Settings():
        return
    yield from _described(SETTINGS, iter([(TYPE, IS_SETTINGS)]))
    yield from _described(SETTINGS, _fields(settings, SETTINGS_FIELDS, Settings()))
    if settings.trust:
        yield from _described(SETTINGS, iter([(TRUSTS, TRUST)]))
        yield from _described(TRUST, iter([(TYPE, term("rdf:Seq"))]))
        ordered = enumerate(settings.trust, start=1)
        yield from _described(TRUST, ((part(n), named(SOURCE, source)) for n, source in ordered))
