"""The mapping holds in rdflib, which is another program's reading of the same standards."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import BNode, Dataset, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from tests import strategies
from tests.builders import claim, cluster, partnership

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput
from hanse.graph.rdf.datasets import dataset, quads_of
from hanse.graph.rdf.project import project_of, project_quads
from hanse.graph.rdf.writing import serialise

FORMATS = {".trig": "trig", ".nq": "nquads", ".jsonld": "json-ld"}


@given(st.lists(strategies.claims(), max_size=4))
def test_a_dataset_of_rdflib_is_read_back_as_the_same_claims(claims: list[Claim]) -> None:
    quads = project_quads(claims)

    made = dataset(quads)

    assert set(quads_of(made)) == set(quads)
    assert {c.id for c in project_of(quads_of(made)).claims} == {c.id for c in claims}


@settings(max_examples=10)
@given(st.lists(strategies.claims(), max_size=2))
def test_rdflib_reads_our_turtle_as_an_isomorphic_graph(claims: list[Claim]) -> None:
    quads = project_quads(claims)
    read = Graph().parse(data=serialise(quads, ".ttl"), format="turtle")

    assert isomorphic(read, whole(dataset(quads)))


def whole(made: Dataset) -> Graph:
    """Return all graphs of a dataset as one."""
    every = Graph()
    for subject, predicate, said, _ in made.quads():
        every.add((subject, predicate, said))
    return every


# rdflib's parsers use what rdflib itself has deprecated
@pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated")
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
@pytest.mark.parametrize("ending", FORMATS)
def test_rdflib_finds_one_graph_for_each_source(ending: str) -> None:
    claims = [*cluster(country="ES"), *partnership(members=["biocat"])]
    claims += [claim("biocat", "alias", "Bio", source="news")]
    read = Dataset()

    read.parse(data=serialise(project_quads(claims), ending), format=FORMATS[ending])

    names = {str(g.identifier) for g in read.graphs() if len(g)}
    assert {"https://hanse.invalid/source/test", "https://hanse.invalid/source/news"} <= names


def test_an_iri_that_no_file_could_hold_is_refused() -> None:
    """rdflib takes an IRI with a blank in it, and then cannot write it."""
    made = Dataset()
    made.default_graph.add((URIRef("http://e.org/a b"), URIRef("http://e.org/p"), Literal("x")))

    with pytest.raises(BadInput, match="is not an IRI"):
        list(quads_of(made))


def test_languages_and_nameless_nodes_come_through() -> None:
    made = Dataset()
    made.default_graph.add((BNode("b"), URIRef("http://e.org/p"), Literal("Optik", lang="de")))

    (quad,) = quads_of(made)

    assert str(quad.object) == '"Optik"@de'
    assert set(dataset([quad]).default_graph) == set(made.default_graph)
