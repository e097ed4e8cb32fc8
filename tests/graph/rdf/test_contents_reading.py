import pytest
from pyoxigraph import Literal, NamedNode, Quad

from hanse.graph.model import Settings, Source
from hanse.graph.rdf import contents as words
from hanse.graph.rdf.contents import contents_quads, definition_node
from hanse.graph.rdf.contents_reading import ContentsReading
from hanse.graph.rdf.nodes import Nodes
from hanse.graph.rdf.reading import Reading
from hanse.graph.rdf.statements import TYPE
from hanse.graph.rdf.terms import BASE, ORIGIN, PUT_ASIDE, SOURCE, named
from hanse.graph.store import Contents, Definition, Origin, PutAside


def read(*quads: Quad) -> tuple[Contents, list[str]]:
    reading = Reading(nodes=Nodes.of(quads), file="a.ttl")
    contents = ContentsReading(reading).contents()
    return contents, [fault.reason for fault in reading.faults]


def test_contents_come_back_in_the_order_of_a_store() -> None:
    contents = Contents(
        sources=(Source(id="a", title="A", date="2017"), Source(id="b", title="B", kind="")),
        definitions=(Definition(kind="chain", id="x/y", text="t\r\n"),),
        put_aside=tuple(PutAside(file="f", reason=f"r{n}", remedy="", row=n) for n in range(12)),
        origins=(Origin(name="f: /", rows=3, written="2026-11-25T02:17:00+00:00"),),
        settings=Settings(title="Mine", trust=("b", "a"), as_of="2017-04"),
    )

    assert read(*contents_quads(contents)) == (contents, [])


def test_a_source_under_a_foreign_iri_is_put_aside() -> None:
    node = NamedNode("http://example.org/d41")

    contents, faults = read(Quad(node, TYPE, words.IS_SOURCE))

    assert contents.sources == ()
    assert faults == ["the IRI is not one that Hanse gives"]


@pytest.mark.parametrize(
    ("node", "kind"),
    [
        (NamedNode(BASE + "definition/chain"), words.IS_DEFINITION),
        (named(PUT_ASIDE, "first"), words.IS_PUT_ASIDE),
        (named(ORIGIN, "file"), words.IS_ORIGIN),  # no rows are stated
    ],
)
def test_what_cannot_be_read_is_put_aside_and_stops_nothing(
    node: NamedNode, kind: NamedNode
) -> None:
    source = Quad(named(SOURCE, "d41"), TYPE, words.IS_SOURCE)

    contents, faults = read(Quad(node, TYPE, kind), source)

    assert [source.id for source in contents.sources] == ["d41"]
    assert len(faults) == 1


def test_a_title_stated_twice_is_put_aside() -> None:
    node = named(SOURCE, "d41")
    title = words.SOURCE_FIELDS["title"]
    quads = [Quad(node, title, Literal(text)) for text in ("one", "other")]

    _, faults = read(Quad(node, TYPE, words.IS_SOURCE), *quads)

    assert faults == ["dcterms:title is stated twice"]


def test_the_number_of_rows_is_a_whole_number() -> None:
    node = named(ORIGIN, "file")
    quads = [Quad(node, TYPE, words.IS_ORIGIN), Quad(node, words.ROWS, Literal("many"))]

    assert read(*quads)[1] == ["many is not a whole number"]


def test_a_definition_without_a_text_is_an_empty_one() -> None:
    node = definition_node(Definition(kind="guide", id="x", text=""))

    contents, _ = read(Quad(node, TYPE, words.IS_DEFINITION))

    assert contents.definitions == (Definition(kind="guide", id="x", text=""),)
