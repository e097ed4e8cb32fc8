"""What follows from claims is said in words that others know: ORG, SKOS, the EU's vocabularies."""

import pytest
from pyoxigraph import NamedNode
from tests.builders import claim

from hanse.graph.claims import Claim
from hanse.graph.quantities import Quantity
from hanse.graph.rdf.linked import BROADER, linked
from hanse.graph.rdf.terms import ROLE, THING, named, term
from hanse.graph.schema import schema


def triples(made: Claim) -> set[tuple[object, object, object]]:
    return {(quad.subject, quad.predicate, quad.object) for quad in linked(made)}


def test_a_fact_is_a_plain_triple() -> None:
    fact = (named(THING, "biocat"), term("org:memberOf"), named(THING, "laser-go"))

    assert fact in triples(claim("biocat", "member_of", "laser-go"))


def test_a_conjecture_states_nothing() -> None:
    assert triples(claim("biocat", "member_of", "laser-go", status="conjecture")) == set()


def test_a_membership_is_one_in_the_words_of_org() -> None:
    found = triples(claim("biocat", "member_of", "laser-go", role="founder"))
    node = next(s for s, p, o in found if o == term("org:Membership"))

    assert (node, term("org:member"), named(THING, "biocat")) in found
    assert (node, term("org:organization"), named(THING, "laser-go")) in found
    assert (node, term("org:role"), named(ROLE, "founder")) in found


def test_a_cluster_organisation_is_an_organisation() -> None:
    found = triples(claim("biocat", "kind", "cluster"))

    assert (named(THING, "biocat"), term("rdf:type"), term("org:Organization")) in found


def test_every_kind_with_a_broader_class_is_a_kind() -> None:
    assert BROADER.keys() <= schema().kinds.keys()


@pytest.mark.parametrize(
    ("code", "place"),
    [("ES", "country/ESP"), ("GR", "country/GRC"), ("GB", "country/GBR")],
)
def test_a_country_leads_to_the_authority_table_of_the_eu(code: str, place: str) -> None:
    iri = NamedNode(f"http://publications.europa.eu/resource/authority/{place}")

    assert (named(THING, "x"), term("dcterms:spatial"), iri) in triples(claim("x", "country", code))


@pytest.mark.parametrize("code", ["XX", "Spain", "<script>", "E S"])
def test_what_is_no_country_leads_nowhere(code: str) -> None:
    found = triples(claim("x", "country", code))

    assert term("dcterms:spatial") not in {predicate for _, predicate, _ in found}


def test_a_nuts_code_leads_to_the_nuts_data_of_the_eu() -> None:
    iri = NamedNode("http://data.europa.eu/nuts/code/ES51")

    assert iri in {said for _, _, said in triples(claim("catalonia", "nuts_code", "ES51"))}
    assert len(triples(claim("catalonia", "nuts_code", "ES 51>"))) == 1


def test_the_range_of_a_quantity_leaves_out_an_end_that_nobody_stated() -> None:
    count = Quantity(value=300, unit="members", qualifier="at_least")
    found = {predicate for _, predicate, _ in triples(claim("biocat", "members", count))}

    assert term("hanse:low") in found
    assert term("hanse:high") not in found
