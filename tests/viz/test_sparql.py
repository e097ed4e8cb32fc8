"""The answers of ``hanse sparql``: of all that is stated, organisations judged the same as one."""

from contextlib import suppress
from pathlib import Path

import pytest
from tests.builders import claim, cluster, intake, partnership

from hanse.graph.errors import BadInput, UserMistake
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.viz.session import Session
from hanse.viz.sparql import query_text, sparql, sparql_document, sparql_rows

CLAIMS = [
    *cluster("LITEK", country="LT", categories={"technology_field": ["Optics"]}),
    *cluster("LITEK cluster", id="litek-2"),
    *partnership("LASER-GO", members=["litek-2"]),
    claim("litek-2", "same_as", "litek"),
]


@pytest.fixture
def session() -> Session:
    store = SqliteStore.in_memory([intake(CLAIMS)], address="test")
    return Session(store, PartnershipGraph.of(store))


def test_organisations_judged_to_be_the_same_are_one(session: Session) -> None:
    _, rows = sparql_rows(sparql(session, query_text("memberships.rq")))

    assert rows == [("laser-go", "litek", "", "", "")]


def test_an_answer_has_the_shape_of_the_w3c_after_the_common_keys(session: Session) -> None:
    query = (
        "SELECT ?name ?other { id:litek skos:prefLabel ?name OPTIONAL { id:litek hanse:x ?other } }"
    )

    document = sparql_document(session, sparql(session, query))

    assert list(document) == ["project", "as_of", "version", "head", "results"]
    assert document["head"] == {"vars": ["name", "other"]}
    assert document["results"] == {"bindings": [{"name": {"type": "literal", "value": "LITEK"}}]}


def test_numbers_have_their_datatype_and_texts_their_language(session: Session) -> None:
    query = 'SELECT ?n ?t ?i { BIND(1 AS ?n) BIND("Optik"@de AS ?t) BIND(id:litek AS ?i) }'

    document = sparql_document(session, sparql(session, query))

    (row,) = document["results"]["bindings"]  # type: ignore[index]
    assert row["n"]["datatype"].endswith("#integer")
    assert row["t"] == {"type": "literal", "value": "Optik", "xml:lang": "de"}
    assert row["i"] == {"type": "uri", "value": "https://hanse.invalid/id/litek"}


def test_yes_or_no_is_a_document_and_a_table(session: Session) -> None:
    answer = sparql(session, "ASK { id:litek a hanse:ClusterOrganisation }")

    assert sparql_document(session, answer)["boolean"] is True
    assert sparql_rows(answer) == (("answer",), [("yes",)])


def test_rows_are_narrowed_down(session: Session) -> None:
    found = sparql(session, query_text("search"), where={"label": "Optics"})

    assert sparql_rows(found)[1][0][:3] == ("litek", "LITEK", "LT")


def test_nothing_is_changed_by_asking(session: Session) -> None:
    before = session.store.version

    for text in ("SELECT * { ?s ?p ?o } LIMIT 1", "DROP ALL"):
        with suppress(BadInput):
            sparql(session, text)
    assert session.store.version == before


def test_a_query_past_its_deadline_ends_with_2(session: Session) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?q ?r }"

    with pytest.raises(UserMistake, match="did not end within") as fault:
        sparql(session, query, seconds=0.5)
    assert fault.value.exit_status == 2


def test_a_file_comes_before_a_query_of_that_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "hanse:classifiedAs" in query_text("search.rq")

    Path("search.rq").write_text("\ufeffASK {}", encoding="utf-8")
    assert query_text("search.rq") == "ASK {}"


@pytest.mark.parametrize(("content", "reason"), [(None, "No such file"), (b"\xff\xfe", "UTF-8")])
def test_a_query_that_cannot_be_read_is_told(
    tmp_path: Path, content: bytes | None, reason: str
) -> None:
    if content:
        (tmp_path / "x.rq").write_bytes(content)

    with pytest.raises(BadInput, match=reason) as fault:
        query_text(str(tmp_path / "x.rq"))
    assert fault.value.hint
