"""A context is written out or comes with Hanse; none is fetched, none renames a keyword."""

import json

import pytest
from pyoxigraph import RdfFormat, parse

from hanse.graph.errors import BadInput
from hanse.graph.rdf.json_ld import CONTEXT, checked


def refusal(text: str) -> str:
    with pytest.raises(BadInput) as fault:
        checked(text, where="a.jsonld")
    assert fault.value.hint
    return str(fault.value)


@pytest.mark.parametrize(
    "context",
    [
        "http://127.0.0.1:9/c.jsonld",
        "file:///etc/hostname",
        "../context.jsonld",
        ["http://127.0.0.1:9/a", "http://127.0.0.1:9/b"],
        {"@version": 1.1, "@import": "http://127.0.0.1:9/c.jsonld"},
    ],
)
def test_a_context_from_elsewhere_is_not_fetched(context: object) -> None:
    assert "is not fetched" in refusal(json.dumps({"@context": context, "@id": "http://e.org/a"}))


@pytest.mark.parametrize(
    "context",
    [
        {"id": "@type", "type": "@id"},
        {"@base": "http://e.org/"},
        {"@vocab": "http://e.org/"},
        {"name": {"@id": "http://e.org/name", "@context": "http://127.0.0.1:9/c"}},
        {"name": "relative"},
        {"a:b": "http://e.org/"},
        5,
        None,
    ],
)
def test_a_context_that_is_more_than_prefixes_is_refused(context: object) -> None:
    assert "context" in refusal(json.dumps({"@context": context, "@id": "http://e.org/a"}))


def test_a_context_is_looked_for_at_every_depth() -> None:
    deep = {"http://e.org/p": [{"@graph": {"@context": "http://127.0.0.1:9/c"}}]}

    assert "is not fetched" in refusal(json.dumps(deep))


def test_prefixes_written_out_are_taken() -> None:
    text = '{"@context": {"ex": "http://e.org/"}, "@id": "ex:a", "ex:p": 1}'

    assert checked(text, where="a.jsonld") == text


def test_the_context_that_comes_with_hanse_is_written_out() -> None:
    text = json.dumps({"@context": CONTEXT, "@id": "id:biocat", "skos:prefLabel": "BIOCAT"})

    (quad,) = parse(checked(text, where="a.jsonld"), format=RdfFormat.JSON_LD)

    assert str(quad.subject) == "<https://hanse.invalid/id/biocat>"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"a": NaN}', "NaN is not a number"),
        ('{"a": -Infinity}', "-Infinity is not a number"),
        ('{"a": 1e999}', "1e999 is not a number"),
        (f'{{"a": {"9" * 6000}}}', "this is not JSON"),
        ('{"a": 1, "a": 2}', "the key 'a' stands twice"),
        ("5", "this is not JSON-LD"),
        ('{"@id": "http://exa', "line 1, column 9"),
        ("", "this is not JSON"),
    ],
)
def test_what_is_not_strict_json_is_refused(text: str, reason: str) -> None:
    assert reason in refusal(text)
