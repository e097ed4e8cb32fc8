"""The one table of kinds, relations and attributes agrees with itself and with the model."""

import re
from collections import Counter
from typing import get_args

import pytest

from hanse.graph.errors import BadInput
from hanse.graph.model import ACCESS_KINDS, PARTNERSHIP_KINDS, SCHEMES, UNITS
from hanse.graph.schema import Attribute, Kind, Relation, ValueType, schema

KINDS = schema().kinds
RELATIONS = schema().relations
ATTRIBUTES = schema().attributes
Entry = Kind | Relation | Attribute
EVERY: list[Entry] = [*KINDS.values(), *RELATIONS.values(), *ATTRIBUTES.values()]
# What a vocabulary of the web calls it; ours are in the namespace hanse.
TERM = re.compile(r"(hanse|rdf|rdfs|skos|owl|org|dcterms|foaf|geo|prov|schema):[A-Za-z]+")
NEO4J = {Kind: r"[A-Z][A-Za-z]+", Relation: r"[A-Z]+(_[A-Z]+)*", Attribute: r"[a-z][A-Za-z]*"}


def twice(names: list[str]) -> list[str]:
    return [name for name, n in Counter(names).items() if n > 1]


@pytest.mark.parametrize("entry", EVERY, ids=lambda entry: entry.name)
def test_every_entry_has_a_label_and_its_names_elsewhere(entry: Entry) -> None:
    assert entry.label.strip()
    assert TERM.fullmatch(entry.rdf)
    assert re.fullmatch(NEO4J[type(entry)], entry.neo4j)


def test_no_name_means_two_things() -> None:
    assert twice([*RELATIONS, *ATTRIBUTES]) == []
    for entries in (KINDS.values(), RELATIONS.values(), ATTRIBUTES.values()):
        assert twice([entry.neo4j for entry in entries]) == []
        assert twice([entry.rdf for entry in entries]) == []
        assert twice([entry.label for entry in entries]) == []


@pytest.mark.parametrize("relation", RELATIONS.values(), ids=lambda relation: relation.name)
def test_a_relation_leads_from_known_kinds_to_known_kinds(relation: Relation) -> None:
    assert {*relation.from_kinds, *relation.to_kinds} <= KINDS.keys()
    assert relation.reverse.strip()


@pytest.mark.parametrize("attribute", ATTRIBUTES.values(), ids=lambda attribute: attribute.name)
def test_an_attribute_has_a_known_type_and_a_unit_where_it_counts(attribute: Attribute) -> None:
    assert attribute.value_type in get_args(ValueType)
    assert set(attribute.of_kinds) <= KINDS.keys()
    assert attribute.unit or attribute.value_type != "quantity"


def test_the_kinds_and_units_of_the_model_are_in_the_table() -> None:
    assert {*PARTNERSHIP_KINDS, *ACCESS_KINDS} <= KINDS.keys()
    assert set(UNITS) <= set(schema().units)
    assert set(RELATIONS["member_of"].to_kinds) == set(PARTNERSHIP_KINDS)


def test_the_schemes_are_four_of_the_platform_and_one_of_texts() -> None:
    assert len(SCHEMES) == 5
    assert SCHEMES[-1] == "stated_focus"


def test_memberships_are_dated_and_classifications_are_not() -> None:
    assert RELATIONS["member_of"].is_dated
    assert not RELATIONS["classified_as"].is_dated
    assert schema().is_relation("member_of")
    assert not schema().is_relation("name")


def test_units_are_the_attributes_that_count_in_themselves() -> None:
    assert "research_bodies" in schema().units
    assert "duration_months" not in schema().units
    assert "photonics_share" not in schema().units


def test_a_counted_unit_has_its_name_elsewhere_made_of_its_own() -> None:
    counted = schema().attribute("research_bodies")

    assert (counted.rdf, counted.neo4j) == ("hanse:researchBodies", "researchBodies")
    assert (counted.unit, counted.value_type) == ("research_bodies", "quantity")


def test_an_unknown_attribute_is_refused_with_its_place_and_the_nearest() -> None:
    with pytest.raises(BadInput) as caught:
        schema().attribute("companys", where="facts.csv, row 3")

    assert "facts.csv, row 3" in str(caught.value)
    assert "did you mean companies" in caught.value.hint


def test_the_table_is_read_once() -> None:
    assert schema() is schema()
