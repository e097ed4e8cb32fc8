"""What a fact says in the words that others know: SKOS, W3C ORG, FOAF, the EU's vocabularies.

All of this follows from the statement nodes. It is written for those who query or link the
file, and left aside when the file is read back. A conjecture is stated by nobody's fact, so it
has a statement node and nothing here.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from hanse.graph.claims import Claim
from hanse.graph.quantities import Quantity
from hanse.graph.rdf.literals import literal
from hanse.graph.rdf.statements import TYPE, Node, value_node
from hanse.graph.rdf.terms import (
    COUNTRY,
    NUTS,
    ROLE,
    SOURCE,
    STATEMENT,
    THING,
    named,
    predicate_node,
    term,
)

# Classes of W3C ORG and others that a kind is a special case of.
BROADER: Final = {
    "cluster": "org:Organization",
    "gateway": "org:Organization",
    "managing_body": "org:Organization",
    "support_body": "org:Organization",
    "partnership": "org:OrganizationalCollaboration",
    "network": "org:OrganizationalCollaboration",
    "consortium": "org:OrganizationalCollaboration",
    "alliance": "org:OrganizationalCollaboration",
    "region": "dcterms:Location",
}
_PLACE: Final = term("dcterms:spatial")
_LABEL: Final = term("skos:prefLabel")


def linked(claim: Claim) -> Iterator[Quad]:
    """Yield what a claim says as plain triples, in the graph of its source."""
    if not claim.is_fact:
        return
    graph = named(SOURCE, claim.source)
    for subject, predicate, said in _triples(claim):
        yield Quad(subject, predicate, said, graph)


def _triples(claim: Claim) -> Iterator[tuple[NamedNode, NamedNode, Node]]:
    subject, said = named(THING, claim.subject), value_node(claim)
    yield subject, predicate_node(claim.predicate), said
    if isinstance(claim.value, Quantity) and isinstance(said, NamedNode):
        low, high = claim.value.interval.low, claim.value.interval.high
        ends = (("hanse:low", low), ("hanse:high", high))
        yield from ((said, term(end), literal(n)) for end, n in ends if n is not None)
    match claim.predicate:
        case "kind":
            yield subject, term("hanse:id"), Literal(claim.subject)
            if str(claim.value) in BROADER:
                yield subject, TYPE, term(BROADER[str(claim.value)])
        case "member_of":
            yield from _membership(claim)
        case "country":
            yield from ((subject, _PLACE, place) for place in _country(str(claim.value)))
        case "nuts_code" if str(claim.value).isalnum() and str(claim.value).isascii():
            yield subject, _PLACE, NamedNode(NUTS + str(claim.value))


def _membership(claim: Claim) -> Iterator[tuple[NamedNode, NamedNode, Node]]:
    """Yield the statement as a membership in the words of W3C ORG."""
    node = named(STATEMENT, str(claim.id))
    yield node, TYPE, term("org:Membership")
    yield node, term("org:member"), named(THING, claim.subject)
    yield node, term("org:organization"), named(THING, claim.other)
    if claim.role is not None:
        role = named(ROLE, claim.role)
        yield node, term("org:role"), role
        yield role, _LABEL, Literal(claim.role)


@lru_cache(maxsize=512)
def _country(code: str) -> tuple[NamedNode, ...]:
    """Return the country in the EU's authority table, which goes by three letters."""
    import pycountry

    found = pycountry.countries.get(alpha_2=code) if len(code) == len("ES") else None
    return (NamedNode(COUNTRY + found.alpha_3),) if found else ()
