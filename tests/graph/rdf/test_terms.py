"""An id is an IRI and an IRI is an id: one to one, in plain ASCII, under a name nobody can own.

RFC 6761, section 6.4: names under ``invalid`` never resolve.
"""

import pytest
from hypothesis import given
from pyoxigraph import Literal, NamedNode
from tests import strategies

from hanse.graph.rdf import terms
from hanse.graph.rdf.terms import (
    PREFIXES,
    THING,
    kind_node,
    kind_of,
    name_in,
    named,
    names_in,
    predicate_node,
    predicate_of,
    term,
)
from hanse.graph.schema import schema


@given(strategies.texts)
def test_every_id_comes_back_from_its_iri(text: str) -> None:
    node = named(THING, text)

    assert node.value.isascii()
    assert name_in(THING, node) == text


@pytest.mark.parametrize("dots", [".", ".."])
def test_an_id_of_dots_is_no_way_up_the_path(dots: str) -> None:
    assert named(THING, dots).value.endswith("%2E" * len(dots))
    assert name_in(THING, named(THING, dots)) == dots


@pytest.mark.parametrize(
    "iri",
    [
        "https://example.org/id/biocat",
        THING + "Ko%c5%a1ice",  # the same bytes in small letters: two IRIs must not be one id
        THING + "%FF",  # no UTF-8
        THING + "a/b",
    ],
)
def test_an_iri_written_in_another_way_is_no_id(iri: str) -> None:
    assert name_in(THING, NamedNode(iri)) is None


def test_a_literal_is_no_id() -> None:
    assert name_in(THING, Literal("biocat")) is None


def test_several_parts_come_back_apart() -> None:
    node = named(terms.DEFINITION, "guide", "a/b c")

    assert names_in(terms.DEFINITION, node) == ("guide", "a/b c")
    assert names_in(terms.DEFINITION, NamedNode("https://example.org/x")) is None


@pytest.mark.parametrize("name", [*schema().relations, *schema().attributes])
def test_every_relation_and_attribute_of_the_schema_has_a_property_of_its_own(name: str) -> None:
    assert predicate_of(predicate_node(name)) == name


@pytest.mark.parametrize("kind", schema().kinds)
def test_every_kind_of_the_schema_has_a_class_of_its_own(kind: str) -> None:
    assert kind_of(kind_node(kind)) == kind


def test_words_of_a_later_hanse_have_iris_too() -> None:
    assert predicate_of(predicate_node("mood of the day")) == "mood of the day"
    assert kind_of(kind_node("guild")) == "guild"


def test_a_word_has_one_iri_only() -> None:
    assert predicate_of(named(terms.PREDICATE, "member_of")) is None
    assert kind_of(named(terms.KIND, "cluster")) is None
    assert predicate_of(NamedNode("http://example.org/p")) is None


def test_every_term_of_the_schema_uses_a_known_prefix() -> None:
    tables = (schema().kinds, schema().relations, schema().attributes)
    prefixes = {row.rdf.split(":")[0] for table in tables for row in table.values()}

    assert prefixes <= PREFIXES.keys()


def test_no_prefix_begins_another() -> None:
    iris = list(PREFIXES.values())

    assert [i for i in iris for j in iris if i != j and i.startswith(j)] == []
    assert term("skos:Concept").value == "http://www.w3.org/2004/02/skos/core#Concept"
