from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from hanse.graph.rdf.parsing import READ
from hanse.graph.rdf.queries import SHIPPED
from hanse.graph.rdf.reference_page import rdf_page
from hanse.graph.rdf.terms import PREFIXES
from hanse.graph.schema import schema

PAGE = Path(__file__).parents[3] / "docs" / "rdf.md"


def test_the_page_on_rdf_is_the_one_that_the_mapping_writes() -> None:
    assert PAGE.read_text(encoding="utf-8") == rdf_page(), "run: just docs"


def test_every_kind_relation_and_attribute_stands_on_the_page() -> None:
    tables = (schema().kinds, schema().relations, schema().attributes)
    rows = [f"| {row.name} | {row.label} | `{row.rdf}` |" for t in tables for row in t.values()]

    assert [row for row in rows if row not in rdf_page()] == []


@pytest.mark.parametrize("name", [*READ, *SHIPPED])
def test_every_format_and_every_shipped_query_is_named(name: str) -> None:
    assert f"`{name}`" in rdf_page()


def test_the_example_of_the_page_is_rdf() -> None:
    example = rdf_page().split("```trig\n")[1].split("```")[0]
    head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())

    assert list(parse(head + example, format=RdfFormat.TRIG))
