"""What would exhaust a parser is refused before it sees it, with the line."""

import pytest
from pyoxigraph import Literal, NamedNode

from hanse.graph.errors import BadInput
from hanse.graph.rdf.scanning import RdfLimits, line_finder, place, scan
from hanse.graph.rdf.terms import THING, named

SMALL = RdfLimits(depth=3, text_length=10)


@pytest.mark.parametrize(
    "text",
    [
        "<a> <b> ((((( 1 ))))) .",
        "<a> <b> [ <c> [ <d> [ <e> [] ] ] ] .",
        "<< << << << <a> <b> <c> >> <d> <e> >> <f> <g> >> <h> <i> >> <j> <k> .",
    ],
)
def test_brackets_within_brackets_are_refused_with_the_line(text: str) -> None:
    with pytest.raises(BadInput, match="more than 3 deep") as fault:
        scan(f"# first\n\n{text}", where="a.ttl", limits=SMALL)
    assert fault.value.where == "a.ttl, line 3"


@pytest.mark.parametrize(
    "text",
    [
        '"((((("',
        "'((((('",
        '"""(((\n(("""',
        "'''(((\n(('''",
        "<http://e.org/(((((>",
        "# (((((",
        r"ex:a\(\(\(\(\(",
        r'"\"((((("',
        "() () () () ()",
    ],
)
def test_a_bracket_in_a_text_an_iri_or_a_comment_is_none(text: str) -> None:
    scan(text, where="a.ttl", limits=RdfLimits(depth=3))


def test_a_comment_sign_that_is_escaped_hides_nothing() -> None:
    with pytest.raises(BadInput, match="deep"):
        scan(r"ex:a\# ex:b (((((1))))) .", where="a.ttl", limits=SMALL)


@pytest.mark.parametrize("quote", ['"', "'", '"""', "'''"])
def test_a_text_that_is_too_long_is_refused_with_the_line(quote: str) -> None:
    with pytest.raises(BadInput, match="a text has more than 10 characters") as fault:
        scan(f"\n<a> <b> {quote}{'x' * 20}{quote} .", where="a.ttl", limits=SMALL)
    assert fault.value.where == "a.ttl, line 2"


def test_json_is_looked_over_in_its_own_way() -> None:
    with pytest.raises(BadInput, match="deep"):
        scan('{"a": [[[[]]]]}', where="a.jsonld", is_json=True, limits=SMALL)
    scan('{"a": "[[[["}', where="a.jsonld", is_json=True, limits=SMALL)


def test_looking_over_takes_no_time_that_grows_faster_than_the_text() -> None:
    scan('"' * 300_001 + "'''" * 100_001 + "<a" * 300_000, where="a.ttl")


def test_a_node_is_found_on_its_line() -> None:
    line = line_finder('\nid:biocat skos:prefLabel "BIOCAT" .\n<http://e.org/a> ex:b "x" .\n')

    assert line(named(THING, "biocat")) == 2
    assert line(NamedNode("http://e.org/a")) == 3
    assert line("http://e.org/a") == 3
    assert line(Literal("x")) == 3
    assert line(NamedNode("http://e.org/nowhere")) is None


def test_a_line_is_looked_up_a_hundred_times_at_most() -> None:
    line = line_finder("id:biocat ")

    assert [line(named(THING, "biocat")) for _ in range(102)] == [1] * 100 + [None] * 2


def test_a_place_is_a_file_and_a_line() -> None:
    assert place("a\nb\nc", 4, "x.ttl") == "x.ttl, line 3"
