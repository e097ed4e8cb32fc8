from pyoxigraph import RdfFormat, parse

from hanse.graph.rdf.skos import best, foreign_scheme, own_id

HEAD = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix ex: <http://example.org/tech/> .
@prefix id: <https://hanse.invalid/id/> .
"""


def read(turtle: str):  # type: ignore[no-untyped-def]
    return foreign_scheme(parse(HEAD + turtle, format=RdfFormat.TURTLE))


def test_a_concept_has_its_labels_by_language() -> None:
    (concept,) = read('ex:a a skos:Concept ; skos:prefLabel "Optics"@EN, "Optik"@de .').concepts

    assert concept.labels == (("de", "Optik"), ("en", "Optics"))
    assert best(concept.labels) == "Optics"


def test_narrower_and_has_top_concept_say_the_same_from_the_other_side() -> None:
    found = read(
        "ex:s a skos:ConceptScheme ; skos:hasTopConcept ex:a ."
        "ex:a a skos:Concept ; skos:narrower ex:b . ex:b a skos:Concept ."
    )

    assert found.concepts[0].schemes == ("http://example.org/tech/s",)
    assert found.concepts[1].broader == ("http://example.org/tech/a",)


def test_matches_are_kept_with_what_they_lead_to() -> None:
    (concept,) = read("ex:a a skos:Concept ; skos:exactMatch id:s3_priority:photonics .").concepts

    assert concept.matches == (("exact_match", "https://hanse.invalid/id/s3_priority:photonics"),)
    assert own_id(concept.matches[0][1]) == "s3_priority:photonics"


def test_a_concept_without_an_iri_comes_last_and_is_told() -> None:
    found = read('[] a skos:Concept ; skos:prefLabel "x" . ex:a a skos:Concept .')

    assert [concept.iri for concept in found.concepts] == ["http://example.org/tech/a", None]


def test_what_is_not_read_is_counted() -> None:
    found = read('ex:a a skos:Concept ; dcterms:modified "2020" ; skos:notation "1" , "2" .')

    assert found.not_read == {"dcterms:modified": 1, "skos:notation": 2}


def test_the_title_of_a_scheme_is_kept() -> None:
    found = read('ex:s a skos:ConceptScheme ; dcterms:title "Technik"@de , "Technology"@en .')

    assert found.titles == {"http://example.org/tech/s": "Technology"}


def test_a_concept_in_twenty_thousand_ties_takes_no_time() -> None:
    many = "ex:s a skos:ConceptScheme ; skos:hasTopConcept " + " , ".join(
        f"ex:c{n}" for n in range(20_000)
    )

    assert read(f"{many} . ex:c1 a skos:Concept .").concepts
