"""Quads as a dataset of rdflib, for notebooks and for programs that work with one, and back."""

from collections.abc import Iterable, Iterator
from typing import cast

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad
from rdflib import BNode, Dataset, Graph, URIRef
from rdflib import Literal as RdflibLiteral
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from hanse.graph.errors import BadInput
from hanse.graph.rdf.literals import STRING
from hanse.graph.rdf.terms import PREFIXES

RdflibNode = URIRef | BNode | RdflibLiteral


def dataset(quads: Iterable[Quad]) -> Dataset:
    """Return quads as a dataset; literals keep the spelling they have.

    >>> from hanse.graph.claims import Claim
    >>> from hanse.graph.rdf.project import project_quads
    >>> said = Claim(subject="biocat", predicate="name", value="BIOCAT", source="d41", locator="1")
    >>> made = dataset(project_quads([said]))
    >>> [str(graph.identifier) for graph in made.graphs() if "source" in graph.identifier]
    ['https://hanse.invalid/source/d41']
    """
    made = Dataset()
    for prefix, iri in PREFIXES.items():
        made.bind(prefix, iri)
    graphs: dict[object, Graph] = {DefaultGraph(): made.default_graph}
    for quad in quads:
        if quad.graph_name not in graphs:
            graphs[quad.graph_name] = made.graph(URIRef(str(quad.graph_name)[1:-1]))
        graph, nodes = graphs[quad.graph_name], (quad.subject, quad.predicate, quad.object)
        graph.add(cast("tuple[URIRef, URIRef, URIRef]", tuple(map(_to_rdflib, nodes))))
    return made


def quads_of(made: Dataset) -> Iterator[Quad]:
    """Yield what a dataset holds.

    Raises
    ------
    BadInput
        When it holds an IRI that no file could hold, which rdflib lets pass.
    """
    for subject, predicate, said, graph in made.quads():
        in_default = graph in (None, DATASET_DEFAULT_GRAPH_ID)
        yield Quad(
            cast("NamedNode", _from_rdflib(subject)),
            cast("NamedNode", _from_rdflib(predicate)),
            _from_rdflib(said),
            DefaultGraph() if in_default else cast("NamedNode", _from_rdflib(graph)),
        )


def _to_rdflib(node: object) -> RdflibNode:
    if isinstance(node, NamedNode):
        return URIRef(node.value)
    if isinstance(node, Literal):
        # plain text has no datatype in rdflib, which holds it for different from xsd:string
        is_plain = node.language or node.datatype == STRING
        datatype = None if is_plain else URIRef(node.datatype.value)
        return RdflibLiteral(node.value, lang=node.language, datatype=datatype, normalize=False)
    return BNode(cast("BlankNode", node).value)


def _from_rdflib(node: object) -> NamedNode | BlankNode | Literal:
    if isinstance(node, RdflibLiteral):
        if node.language:
            return Literal(str(node), language=node.language)
        return Literal(str(node), datatype=NamedNode(node.datatype) if node.datatype else None)
    if isinstance(node, BNode):
        return BlankNode(str(node))
    try:
        return NamedNode(str(node))
    except ValueError as fault:
        hint = "encode what an IRI cannot hold in percent signs"
        raise BadInput(f"{str(node)!r} is not an IRI: {fault}", hint=hint) from None
