"""The same quads give the same text, in every format; literals stay as they are spelt."""

import json
import subprocess
import sys

import pytest
from pyoxigraph import RdfFormat, parse
from tests.builders import claim, cluster, partnership

from hanse.graph.errors import BadInput
from hanse.graph.rdf.project import project_quads
from hanse.graph.rdf.writing import WRITTEN, serialise

QUADS = project_quads([*cluster(country="ES"), *partnership(members=["biocat"])])
PROGRAM = """
import sys
from hanse.graph.claims import Claim
from hanse.graph.rdf.project import project_quads
from hanse.graph.rdf.writing import serialise
said = Claim(subject="a", predicate="alias", value="x", source="s", locator="1")
sys.stdout.buffer.write(serialise(project_quads([said]), ".trig"))
"""


@pytest.mark.parametrize("ending", [".trig", ".nq", ".jsonld"])
def test_formats_with_graphs_hold_every_quad(ending: str) -> None:
    assert set(parse(serialise(QUADS, ending), format=WRITTEN[ending])) == set(QUADS)


def test_turtle_holds_every_triple() -> None:
    back = parse(serialise(QUADS, ".ttl"), format=RdfFormat.TURTLE)

    assert {quad.triple for quad in back} == {quad.triple for quad in QUADS}


def test_a_file_is_the_same_in_every_process() -> None:
    """The serialiser puts its prefixes in another order each time it is started."""
    runs = [
        subprocess.run(
            [sys.executable, "-P", "-c", PROGRAM], capture_output=True, check=True
        ).stdout
        for _ in range(3)
    ]

    assert len(set(runs)) == 1


def test_json_ld_has_lines_and_no_context() -> None:
    text = serialise(QUADS, ".jsonld").decode()

    assert text.count("\n") > 50
    assert "@context" not in text
    json.loads(text)


def test_a_number_stays_as_it_is_written() -> None:
    text = serialise(project_quads([claim("a", "longitude", 2.0)]), ".nq").decode()

    assert '"2.0"^^<http://www.w3.org/2001/XMLSchema#double>' in text


@pytest.mark.parametrize("ending", [".rdf", "", ".trix"])
def test_a_format_that_is_not_written_is_refused_by_name(ending: str) -> None:
    with pytest.raises(BadInput, match=r"is not a format of RDF that is written") as fault:
        serialise(QUADS, ending)
    assert ".trig" in fault.value.hint
