import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from hanse.graph.rdf.nodes import NodeFault, Nodes, needed, one, shown, text
from hanse.graph.rdf.terms import THING, named, term

NODE, NAME, OTHER = named(THING, "biocat"), term("skos:prefLabel"), NamedNode("http://e.org/p")


def test_the_same_said_by_two_sources_is_said_once() -> None:
    quads = [Quad(NODE, NAME, Literal("BIOCAT"), NamedNode(f"http://e.org/{n}")) for n in "ab"]

    assert list(Nodes.of(quads).left()) == [(NODE, NAME, Literal("BIOCAT"))]


def test_what_is_discarded_is_no_longer_left() -> None:
    nodes = Nodes.of([Quad(NODE, NAME, Literal("a")), Quad(NODE, NAME, Literal("b"))])

    nodes.discard(Quad(NODE, NAME, Literal("a")))
    nodes.discard(Quad(NODE, OTHER, Literal("never there")))

    assert [str(said) for _, _, said in nodes.left()] == ['"b"']


def test_a_triple_about_a_triple_is_refused() -> None:
    about = Quad(NODE, OTHER, Triple(NODE, NAME, Literal("x")))

    assert len(list(Nodes.of([about]).left())) == 1


def test_what_says_one_thing_at_most_is_refused_when_it_says_two() -> None:
    said = {NAME: {Literal("a"): None, Literal("b"): None}}

    with pytest.raises(NodeFault, match="skos:prefLabel is stated twice") as fault:
        one(said, NAME)  # type: ignore[arg-type]
    assert fault.value.remedy == "keep one of the 2"


def test_what_must_be_said_is_missed() -> None:
    with pytest.raises(NodeFault, match="skos:prefLabel is missing"):
        needed({}, NAME)


@pytest.mark.parametrize(
    "found", [BlankNode("b"), Literal("Optik", language="de"), Triple(NODE, NAME, NODE)]
)
def test_a_text_is_a_plain_text(found: Literal) -> None:
    with pytest.raises(NodeFault, match="is not a plain text"):
        text({NAME: {found: None}}, NAME)


def test_a_long_node_is_shown_in_part() -> None:
    assert len(shown(Literal("a" * 5000))) < 150
    assert shown(NODE) == "id:biocat"
    assert shown(NamedNode("http://e.org/p")) == "http://e.org/p"
    assert shown(None) == ""
