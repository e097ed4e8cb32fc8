"""The words used in a file, described in it: kinds, relations, attributes and schemes.

Written into the default graph for those who read the file without Hanse at hand, and left
aside when it is read back.
"""

from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from hanse.graph.claims import Claim
from hanse.graph.rdf.linked import BROADER
from hanse.graph.rdf.statements import TYPE, Node
from hanse.graph.rdf.terms import PREDICATE, SCHEME, kind_node, named, predicate_node, term
from hanse.graph.schema import Attribute, Relation, schema


def vocabulary(claims: Iterable[Claim]) -> Iterator[Quad]:
    """Yield the descriptions of the words that ``claims`` use."""
    predicates: set[str] = set()
    kinds: set[str] = set()
    schemes: set[str] = set()
    for claim in claims:
        predicates.add(claim.predicate)
        if isinstance(claim.value, str):
            (kinds if claim.predicate == "kind" else schemes).update(_word(claim))
    for described in (
        *map(_predicate, sorted(predicates)),
        *map(_kind, sorted(kinds)),
        *map(_scheme, sorted(schemes)),
    ):
        yield from (Quad(node, p, o, DefaultGraph()) for node, p, o in described)


def _word(claim: Claim) -> tuple[str, ...]:
    return (str(claim.value),) if claim.predicate in ("kind", "scheme") else ()


def _predicate(name: str) -> Iterator[tuple[NamedNode, NamedNode, Node]]:
    """Yield the name that a property has in Hanse, beside its label and its unit."""
    row = _row(name)
    node, is_relation = named(PREDICATE, name), isinstance(row, Relation)
    yield node, TYPE, term("hanse:Relation" if is_relation else "hanse:Attribute")
    yield node, term("hanse:id"), Literal(name)
    yield node, term("hanse:term"), predicate_node(name)
    if row:
        yield node, term("rdfs:label"), Literal(row.label)
    if isinstance(row, Attribute) and row.unit:
        yield node, term("hanse:unit"), Literal(row.unit)


def _row(name: str) -> Relation | Attribute | None:
    return schema().relations.get(name) or schema().attributes.get(name)


def _kind(name: str) -> Iterator[tuple[NamedNode, NamedNode, Node]]:
    known = schema().kinds.get(name)
    node = kind_node(name)
    if known and known.rdf.startswith("hanse:"):
        yield node, TYPE, term("rdfs:Class")
        yield node, term("rdfs:label"), Literal(known.label)
    if name in BROADER:
        yield node, term("rdfs:subClassOf"), term(BROADER[name])


def _scheme(name: str) -> Iterator[tuple[NamedNode, NamedNode, Node]]:
    node = named(SCHEME, name)
    yield node, TYPE, term("skos:ConceptScheme")
    yield node, term("hanse:id"), Literal(name)
    yield node, term("skos:prefLabel"), Literal(name.replace("_", " "))
