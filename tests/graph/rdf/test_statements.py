from pyoxigraph import Literal, NamedNode
from tests.builders import claim

from hanse.graph.claims import Claim
from hanse.graph.quantities import Quantity
from hanse.graph.rdf import statements as words
from hanse.graph.rdf.statements import link, statement, value_node
from hanse.graph.rdf.terms import BASE, SOURCE, THING, named, term


def said(made: Claim) -> dict[str, object]:
    """Return what the statement node says, by property."""
    node = next(q.subject for q in statement(made) if q.object == words.STATES)
    return {q.predicate.value: q.object for q in statement(made) if q.subject == node}


def test_a_statement_stands_in_the_graph_of_its_source() -> None:
    quads = list(statement(claim(source="d41")))

    assert {quad.graph_name for quad in quads} == {named(SOURCE, "d41")}


def test_a_statement_says_who_says_what_of_whom_and_where_it_stands() -> None:
    made = said(claim("biocat", "member_of", "laser-go", locator="page 8", role="founder"))

    assert made[words.SUBJECT.value] == named(THING, "biocat")
    assert made[words.PREDICATE.value] == term("org:memberOf")
    assert made[words.OBJECT.value] == named(THING, "laser-go")
    assert made[words.LOCATOR.value] == Literal("page 8")
    assert made[words.WORDED["role"].value] == Literal("founder")


def test_what_is_not_stated_is_left_out() -> None:
    made = said(claim())

    assert words.WORDED["status"].value not in made
    assert words.DATED["as_of"].value not in made


def test_a_quantity_is_a_node_with_its_unit_and_qualifier() -> None:
    count = Quantity(value=300, unit="members", qualifier="at_least", strict=True)
    quads = list(statement(claim("biocat", "members", count)))
    node = next(q.object for q in quads if q.predicate == words.OBJECT)
    about = {(q.predicate, q.object) for q in quads if q.subject == node}

    assert (words.NUMBER, Literal(300)) in about
    assert (words.UNIT, Literal("members")) in about
    assert (words.QUALIFIER, Literal("at_least")) in about
    assert (words.STRICT, Literal(True)) in about


def test_the_same_statement_has_the_same_node_wherever_it_is_made() -> None:
    assert list(statement(claim(note="x"))) == list(statement(claim(note="x")))


def test_a_home_page_is_a_link_only_where_it_is_one() -> None:
    assert link("https://example.org/a") == NamedNode("https://example.org/a")
    assert link("https://example.org/a b") == Literal("https://example.org/a b")
    assert link("javascript:alert(1)") == Literal("javascript:alert(1)")


def test_what_looks_like_a_node_of_ours_is_not_taken_for_it() -> None:
    assert isinstance(value_node(claim("a", "homepage", BASE + "quantity/1")), Literal)
