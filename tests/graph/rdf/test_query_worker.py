"""The process that answers can open no file and no socket, whatever it is asked."""

import json
import socket
import subprocess
import sys

import pytest
from pyoxigraph import Quad
from tests.builders import cluster

from hanse.graph.rdf.project import project_quads
from hanse.graph.rdf.writing import serialise

QUADS = project_quads(cluster(country="ES"))
# Asks pyoxigraph itself, past all checks of the text.
UNCHECKED = """
import sys
from pyoxigraph import Store
from hanse.graph.rdf import query_worker
query_worker._close_doors()
store = Store()
try:
    list(store.query(sys.argv[1]))
except OSError as fault:
    print(fault)
try:
    open(sys.argv[0] or "/dev/null")
except OSError as fault:
    print("no file")
"""


def run(query: str, quads: list[Quad] = QUADS, rows: int = 100) -> dict[str, object]:
    question = json.dumps({"query": query, "where": {}, "rows": rows}).encode()
    ran = subprocess.run(
        [sys.executable, "-P", "-m", "hanse.graph.rdf.query_worker"],
        input=question + b"\n" + serialise(quads, ".nq"),
        capture_output=True,
        check=True,
    )
    ready, answer = ran.stdout.split(b"\n", 1)
    assert ready == b"ready"
    told: dict[str, object] = json.loads(answer)
    return told


def test_it_answers_with_one_line_of_json() -> None:
    answer = run("SELECT ?name { id:biocat skos:prefLabel ?name }")

    assert answer["variables"] == ["name"]
    assert answer["rows"] == [[["text", "BIOCAT", "http://www.w3.org/2001/XMLSchema#string", None]]]


def test_a_refusal_is_an_answer() -> None:
    refused = run("DROP ALL")["refused"]

    assert isinstance(refused, list)
    assert refused[0] == "this would change data"


def test_more_rows_than_asked_for_are_refused_and_not_cut_off() -> None:
    refused = run("SELECT * { ?s ?p ?o }", rows=2)["refused"]

    assert isinstance(refused, list)
    assert refused[0] == "there are more than 2 rows"


def test_the_default_graph_says_each_thing_once() -> None:
    both = [*QUADS, *(Quad(q.subject, q.predicate, q.object) for q in QUADS)]

    answer = run("SELECT ?x { id:biocat skos:prefLabel ?x }", quads=both)

    assert len(answer["rows"]) == 1  # type: ignore[arg-type]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_a_query_past_all_checks_still_reaches_nobody() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/sparql"
        query = f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}"
        ran = subprocess.run(
            [sys.executable, "-P", "-c", UNCHECKED, query],
            capture_output=True,
            text=True,
            check=True,
        )
        listener.settimeout(0.2)
        with pytest.raises(TimeoutError):
            listener.accept()

    assert "Too many open files" in ran.stdout
    assert "no file" in ran.stdout
