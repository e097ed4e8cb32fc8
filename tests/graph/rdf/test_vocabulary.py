from pyoxigraph import Literal
from tests.builders import claim

from hanse.graph.rdf.terms import PREDICATE, SCHEME, named, term
from hanse.graph.rdf.vocabulary import vocabulary


def test_a_word_that_is_used_is_described_with_its_name_and_its_unit() -> None:
    found = {(q.subject, q.predicate, q.object) for q in vocabulary([claim("a", "smes", 5)])}
    word = named(PREDICATE, "smes")

    assert (word, term("hanse:term"), term("hanse:smes")) in found
    assert (word, term("hanse:id"), Literal("smes")) in found
    assert (word, term("rdfs:label"), Literal("SMEs")) in found
    assert (word, term("hanse:unit"), Literal("smes")) in found


def test_a_word_that_is_not_used_is_not_described() -> None:
    assert list(vocabulary([])) == []


def test_a_scheme_is_a_concept_scheme() -> None:
    found = vocabulary([claim("technology_field:optics", "scheme", "technology_field")])
    node = named(SCHEME, "technology_field")

    assert (node, term("skos:ConceptScheme")) in {(q.subject, q.object) for q in found}


def test_words_of_other_vocabularies_are_not_described_in_their_place() -> None:
    subjects = {q.subject for q in vocabulary([claim("a", "kind", "category"), claim("a", "name")])}

    assert term("skos:Concept") not in subjects
    assert term("skos:prefLabel") not in subjects
