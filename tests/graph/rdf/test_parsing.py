"""A file is read whole or not at all, and the refusal says where and what to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import cluster

from hanse.graph.errors import BadInput
from hanse.graph.rdf.parsing import READ, parsed
from hanse.graph.rdf.project import project_quads
from hanse.graph.rdf.scanning import RdfLimits
from hanse.graph.rdf.writing import WRITTEN, serialise

GOOD = "".join(f'<http://e.org/{n}> <http://e.org/p> "x" .\n' for n in range(50))


def refusal(data: bytes, ending: str = ".ttl", limits: RdfLimits | None = None) -> BadInput:
    with pytest.raises(BadInput) as fault:
        parsed(data, ending, where=f"a{ending}", limits=limits or RdfLimits())
    assert fault.value.hint
    assert fault.value.where.startswith(f"a{ending}")
    return fault.value


def test_what_is_written_is_read() -> None:
    assert WRITTEN.keys() <= READ.keys()
    assert len(parsed(GOOD.encode(), ".nt", where="a.nt").quads) == 50


def test_half_a_file_is_no_file() -> None:
    fault = refusal((GOOD + "? broken").encode())

    assert fault.where == "a.ttl, line 51"
    assert fault.what.startswith("this cannot be read:")
    assert "line" not in fault.what


def test_a_byte_order_mark_is_no_fault() -> None:
    assert parsed(b"\xef\xbb\xbf" + GOOD.encode(), ".ttl", where="a.ttl").quads


def test_text_in_another_encoding_is_refused_with_the_line() -> None:
    assert (
        refusal('<a:b> <a:c> "x" .\n<a:b> <a:c> "é" .'.encode("latin-1")).where == "a.ttl, line 2"
    )


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (RdfLimits(file_size=100), "MB are taken"),
        (RdfLimits(quads=49), "more than 49 triples"),
        (RdfLimits(text_length=2), "more than 2 characters"),
    ],
)
def test_what_passes_a_limit_is_refused(limits: RdfLimits, reason: str) -> None:
    assert reason in refusal(GOOD.encode(), limits=limits).what


@pytest.mark.parametrize("ending", [".rdf", ".owl", ".trix", ".n3", ".xml", ".json", ""])
def test_a_format_that_is_not_read_is_refused(ending: str) -> None:
    """653 bytes of RDF/XML hang one parser for minutes and abort the process of the other."""
    assert "which is not read as RDF" in refusal(b"<?xml version='1.0'?>", ending).what


def test_what_is_not_read_is_called_by_its_name() -> None:
    assert refusal(b"<x/>", ".rdf").what == "this is RDF/XML, which is not read as RDF"


def test_every_faulty_literal_is_told_up_to_ten() -> None:
    text = "".join(
        f'<a:{n}> <a:p> "no{n}"^^<http://www.w3.org/2001/XMLSchema#integer> .\n' for n in range(12)
    )

    fault = refusal(text.encode())

    assert fault.what == "'no0' is no integer"
    assert fault.where == "a.ttl, line 1"
    assert "line 10: 'no9' is no integer" in fault.hint
    assert "no10" not in fault.hint


@pytest.mark.parametrize(
    "text",
    [
        '<a:b> <a:c> "x"@en--evil .',
        '<a:b> <a:c> "a\\uD800" .',
        "<a b> <a:c> <a:d> .",
        "<relative> <a:c> <a:d> .",
    ],
)
def test_what_no_file_may_hold_is_refused(text: str) -> None:
    assert refusal(text.encode()).where == "a.ttl, line 1"


@given(st.data())
def test_no_damage_to_a_file_raises_anything_but_a_refusal(data: st.DataObject) -> None:
    ending = data.draw(st.sampled_from(sorted(READ)))
    written = ".nq" if ending == ".nt" else ending
    text = bytearray(serialise(project_quads(cluster(country="ES")), written))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(text) - 1))
        text[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))

    try:
        parsed(bytes(text), ending, where="a")
    except BadInput as fault:
        assert fault.where  # noqa: PT017  # either outcome is right; this is what both promise
