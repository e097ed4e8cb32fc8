"""A query reads this project: it changes nothing and asks nobody else."""

import pytest

from hanse.graph.errors import BadInput
from hanse.graph.rdf.queries import SHIPPED, shipped_query
from hanse.graph.rdf.query_check import LONGEST, check_query


def refusal(query: str) -> BadInput:
    with pytest.raises(BadInput) as fault:
        check_query(query)
    assert fault.value.hint
    return fault.value


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * WHERE { SERVICE <http://127.0.0.1:9/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:9/x> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE ?x { ?s ?p ?o } } }",
        "SELECT * { ?s ?p ?o FILTER NOT EXISTS { service ?x { ?s ?p ?o } } }",
        "SELECT * { { SELECT * { SERVICE <http://127.0.0.1:9/x> { ?s ?p ?o } } } }",
        "SELECT * { ?s ?p ?o OPTIONAL { SERVICE <http://127.0.0.1:9/x> { ?s ?p ?o } } }",
        "SELECT * { ?s ?p ?o MINUS { SERVICE <http://127.0.0.1:9/x> { ?s ?p ?o } } }",
        "SELECT * { GRAPH ?g { SERVICE <http://127.0.0.1:9/x> { ?s ?p ?o } } }",
        "ASK { SERVICE <http://127.0.0.1:9/x> { ?s ?p ?o } }",
        "CONSTRUCT { ?s ?p ?o } { SERVICE <http://127.0.0.1:9/x> { ?s ?p ?o } }",
        "DESCRIBE ?s { SERVICE <http://127.0.0.1:9/x> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/x> { ?s ?p ?o } }",
    ],
)
def test_no_other_machine_is_asked(query: str) -> None:
    assert "SERVICE asks another machine" in refusal(query).what


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://127.0.0.1:9/x> { GRAPH ?g { ?s ?p ?o } }",
        "ASK FROM <http://127.0.0.1:9/x> { ?s ?p ?o }",
        "DESCRIBE <http://e.org/a> FROM <http://127.0.0.1:9/x>",
    ],
)
def test_no_other_data_is_named(query: str) -> None:
    """rdflib returned the content of a local file for the first of these."""
    assert "FROM names data from elsewhere" in refusal(query).what


@pytest.mark.parametrize(
    "query",
    [
        "LOAD <file:///etc/hostname> INTO GRAPH <http://x>",
        "DELETE WHERE { ?s ?p ?o } ; DROP ALL",
        "INSERT DATA { <a:b> <a:c> <a:d> }",
        "CLEAR ALL",
    ],
)
def test_nothing_is_changed(query: str) -> None:
    assert refusal(query).what == "this would change data"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service ?from { ?service ?from 'SERVICE <http://x> FROM' } # SERVICE FROM",
        'SELECT * { ?s <http://e.org/SERVICE> """FROM\nSERVICE""" }',
        "PREFIX service: <http://e.org/> SELECT * { ?s service:from ?o }",
        "ASK {}",
        "DESCRIBE <http://e.org/a>",
        *map(shipped_query, SHIPPED),
    ],
)
def test_a_word_in_a_text_a_name_or_a_comment_is_no_command(query: str) -> None:
    check_query(query)


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("", "the query is empty"),
        ("nonsense", "the query is not understood"),
        ("SELECT * {" * 3000, "the query is nested too deeply"),
        ("SELECT * { ?s ?p ?o }" + " " * LONGEST, "has more than 100,000 characters"),
    ],
)
def test_what_is_no_question_is_refused(query: str, reason: str) -> None:
    assert reason in refusal(query).what
