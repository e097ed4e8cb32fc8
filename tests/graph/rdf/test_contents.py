from pyoxigraph import DefaultGraph, Literal

from hanse.graph.model import Settings, Source
from hanse.graph.rdf.contents import SETTINGS, contents_quads, definition_node
from hanse.graph.rdf.terms import SOURCE, named, term
from hanse.graph.store import Contents, Definition, Origin


def test_a_source_is_described_in_dcterms_and_prov() -> None:
    source = Source(id="d41", title="The guide", publisher="LASER-GO", date="2017-07")
    quads = {
        (q.subject, q.predicate, q.object) for q in contents_quads(Contents(sources=(source,)))
    }
    node = named(SOURCE, "d41")

    assert (node, term("rdf:type"), term("prov:Entity")) in quads
    assert (node, term("dcterms:title"), Literal("The guide")) in quads
    assert (node, term("dcterms:publisher"), Literal("LASER-GO")) in quads
    assert any(p == term("dcterms:date") and "gYearMonth" in str(o) for _, p, o in quads)


def test_all_of_it_stands_in_the_default_graph() -> None:
    contents = Contents(
        origins=(Origin(name="file", rows=98, written="2026-11-25T02:17:00+00:00"),)
    )

    assert {q.graph_name for q in contents_quads(contents)} == {DefaultGraph()}


def test_a_definition_keeps_its_text() -> None:
    definition = Definition(kind="chain", id="light", text='id = "light"\n')
    quads = list(contents_quads(Contents(definitions=(definition,))))

    assert (definition_node(definition), Literal('id = "light"\n')) in {
        (q.subject, q.object) for q in quads
    }


def test_settings_nobody_made_are_not_written() -> None:
    assert SETTINGS not in {q.subject for q in contents_quads(Contents())}
    assert SETTINGS in {
        q.subject for q in contents_quads(Contents(settings=Settings(trust=("b", "a"))))
    }
