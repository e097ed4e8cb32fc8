from pyoxigraph import Literal

from hanse.graph.model import Feed, Stage, ValueChain
from hanse.graph.rdf.chains import chain_quads
from hanse.graph.rdf.terms import CHAIN, THING, named, term

CHAIN_OF_TWO = ValueChain(
    id="light",
    label="Light in medicine",
    stages=(
        Stage(
            id="components",
            label="Components",
            weight=0.25,
            feeds=(Feed(scheme="technology_field", label="Optics", relevance=0.5),),
        ),
        Stage(id="care", label="Care", weight=0.75, feeds=()),
    ),
)


def test_a_chain_is_a_concept_scheme_and_its_stages_are_concepts_in_order() -> None:
    found = {(q.subject, q.predicate, q.object) for q in chain_quads(CHAIN_OF_TWO)}
    chain, stage = named(CHAIN, "light"), named(CHAIN, "light", "care")

    assert (chain, term("rdf:type"), term("skos:ConceptScheme")) in found
    assert (stage, term("skos:inScheme"), chain) in found
    assert (stage, term("hanse:order"), Literal(2)) in found
    assert (stage, term("skos:prefLabel"), Literal("Care")) in found


def test_a_category_feeds_a_stage_with_its_relevance() -> None:
    found = {(q.subject, q.predicate, q.object) for q in chain_quads(CHAIN_OF_TWO)}
    feed = named(CHAIN, "light", "components", "1")
    optics = named(THING, "technology_field:optics")

    assert (named(CHAIN, "light", "components"), term("skos:relatedMatch"), optics) in found
    assert (feed, term("hanse:category"), optics) in found
    assert any(s == feed and p == term("hanse:relevance") and o.value == "0.5"
               for s, p, o in found if isinstance(o, Literal))  # fmt: skip
