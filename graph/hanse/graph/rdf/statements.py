"""A claim as a statement node: everything it says, and who says it, lossless.

The node is a reification in the standard words (``rdf:subject``, ``rdf:predicate``,
``rdf:object``), so that a program that knows nothing of Hanse still understands it.
"""

from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from hanse.graph.claims import Claim
from hanse.graph.quantities import Quantity
from hanse.graph.rdf.literals import date_literal, literal
from hanse.graph.rdf.terms import (
    BASE,
    QUANTITY,
    SCHEME,
    SOURCE,
    STATEMENT,
    THING,
    kind_node,
    named,
    predicate_node,
    term,
)
from hanse.graph.schema import schema

Node = NamedNode | Literal

TYPE: Final = term("rdf:type")
STATES: Final = term("rdf:Statement")
SUBJECT: Final = term("rdf:subject")
PREDICATE: Final = term("rdf:predicate")
OBJECT: Final = term("rdf:object")
DERIVED_FROM: Final = term("prov:wasDerivedFrom")
LOCATOR: Final = term("hanse:locator")
# Optional parts of a claim by their property; dates among them are typed.
DATED: Final = {
    "as_of": term("hanse:asOf"),
    "since": term("hanse:heldSince"),
    "until": term("hanse:heldUntil"),
}
WORDED: Final = {
    "role": term("hanse:role"),
    "context": term("hanse:context"),
    "status": term("hanse:status"),
    "as_written": term("hanse:asWritten"),
    "note": term("hanse:note"),
}
AMOUNT: Final = term("hanse:Quantity")
NUMBER: Final = term("rdf:value")
UNIT: Final = term("hanse:unit")
QUALIFIER: Final = term("hanse:qualifier")
STRICT: Final = term("hanse:strict")
UPPER: Final = term("hanse:upper")


def statement(claim: Claim) -> Iterator[Quad]:
    """Yield the statement node of a claim, in the graph of its source."""
    graph = named(SOURCE, claim.source)
    node, said = named(STATEMENT, str(claim.id)), value_node(claim)
    yield Quad(node, TYPE, STATES, graph)
    yield Quad(node, SUBJECT, named(THING, claim.subject), graph)
    yield Quad(node, PREDICATE, predicate_node(claim.predicate), graph)
    yield Quad(node, OBJECT, said, graph)
    yield Quad(node, DERIVED_FROM, graph, graph)
    yield Quad(node, LOCATOR, Literal(claim.locator), graph)
    for name, property_ in (*DATED.items(), *WORDED.items()):
        part = getattr(claim, name)
        if part is not None and (name, part) != ("status", "stated"):
            said_so = date_literal(part) if name in DATED else Literal(part)
            yield Quad(node, property_, said_so, graph)
    if isinstance(claim.value, Quantity) and isinstance(said, NamedNode):
        yield from (Quad(said, p, o, graph) for p, o in _amount(claim.value))


def value_node(claim: Claim) -> Node:
    """Return what a claim's value is in RDF: a thing, a class, a scheme, a quantity, a literal."""
    value, predicate = claim.value, claim.predicate
    if isinstance(value, Quantity):
        return named(QUANTITY, str(claim.id))
    if not isinstance(value, str):
        return literal(value)
    if schema().is_relation(predicate):
        return named(THING, value)
    if predicate == "kind":
        return kind_node(value)
    if predicate == "scheme":
        return named(SCHEME, value)
    return _text_node(predicate, value)


def _text_node(predicate: str, text: str) -> Node:
    attribute = schema().attributes.get(predicate)
    if attribute and attribute.value_type == "date":
        return date_literal(text)
    if attribute and attribute.value_type == "link":
        return link(text)
    return Literal(text)


def link(text: str) -> Node:
    """Return the address of a web page as a node, or as text when it is no such address.

    What looks like an IRI of Hanse's own stays text, so that it is not taken for that node.

    >>> link("www.example.org").value, type(link("https://example.org/")).__name__
    ('www.example.org', 'NamedNode')
    """
    if text.startswith(("http://", "https://")) and not text.startswith(BASE):
        try:
            return NamedNode(text)
        except ValueError:
            pass  # an address that RDF cannot hold is kept as it is written
    return Literal(text)


def _amount(quantity: Quantity) -> Iterator[tuple[NamedNode, Node]]:
    yield TYPE, AMOUNT
    yield NUMBER, literal(quantity.value)
    yield UNIT, Literal(quantity.unit)
    yield QUALIFIER, Literal(quantity.qualifier)
    if quantity.strict:
        yield STRICT, literal(True)
    if quantity.upper is not None:
        yield UPPER, literal(quantity.upper)
