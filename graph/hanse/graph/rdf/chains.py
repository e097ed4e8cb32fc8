"""A value chain in SKOS: its stages are concepts of a scheme, in order, fed by categories.

The text that people wrote is what is read back; this follows from it.
"""

from collections.abc import Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from hanse.graph.ids import category_id
from hanse.graph.model import Stage, ValueChain
from hanse.graph.rdf.literals import literal
from hanse.graph.rdf.statements import TYPE, Node
from hanse.graph.rdf.terms import CHAIN, THING, named, term

Triples = Iterator[tuple[NamedNode, NamedNode, Node]]


def chain_quads(chain: ValueChain) -> Iterator[Quad]:
    """Yield a chain as a concept scheme; weights and relevance are shares of 1."""
    for subject, predicate, said in _scheme(chain):
        yield Quad(subject, predicate, said, DefaultGraph())


def _scheme(chain: ValueChain) -> Triples:
    scheme = named(CHAIN, chain.id)
    yield scheme, TYPE, term("skos:ConceptScheme")
    yield scheme, TYPE, term("hanse:ValueChain")
    yield scheme, term("skos:prefLabel"), Literal(chain.label)
    for place, stage in enumerate(chain.stages, start=1):
        node = named(CHAIN, chain.id, stage.id)
        yield scheme, term("skos:hasTopConcept"), node
        yield node, TYPE, term("skos:Concept")
        yield node, TYPE, term("hanse:Stage")
        yield node, term("skos:topConceptOf"), scheme
        yield node, term("skos:inScheme"), scheme
        yield node, term("skos:prefLabel"), Literal(stage.label)
        yield node, term("hanse:order"), literal(place)
        yield node, term("hanse:weight"), literal(float(stage.weight))
        yield from _feeds(chain, stage)


def _feeds(chain: ValueChain, stage: Stage) -> Triples:
    node = named(CHAIN, chain.id, stage.id)
    for place, feed in enumerate(stage.feeds, start=1):
        category = named(THING, category_id(feed.scheme, feed.label))
        fed = named(CHAIN, chain.id, stage.id, str(place))
        yield node, term("skos:relatedMatch"), category
        yield node, term("hanse:fedBy"), fed
        yield fed, TYPE, term("hanse:Feed")
        yield fed, term("hanse:category"), category
        yield fed, term("hanse:relevance"), literal(float(feed.relevance))
