"""The page on Neo4j keeps its word: its questions run on the case and find something."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, LiteralString

import neo4j
import pytest
from tests.neo4j.server import DATABASE, Server

from hanse.graph.stores.neo4j.layout import kind_labels
from hanse.graph.stores.neo4j.project_store import Neo4jStore
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.cases import shipped

DOCS = Path(__file__).parents[4] / "docs"
PAGE = (DOCS / "neo4j.md").read_text(encoding="utf-8")
QUESTIONS: list[Any] = re.findall(r"```cypher\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def driver(neo4j_server: Server) -> Iterator[neo4j.Driver]:
    here = SqliteStore.in_memory(shipped("laser-go"), address="laser-go")
    store = Neo4jStore.open_or_create(neo4j_server.uri, auth=neo4j_server.auth)
    for brought in here.intakes():
        store.write(brought)
    store.close()
    here.close()
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=neo4j_server.auth) as driver:
        yield driver


def test_there_are_ten_questions() -> None:
    assert len(QUESTIONS) == 10


@pytest.mark.service
@pytest.mark.parametrize("question", QUESTIONS, ids=range(1, len(QUESTIONS) + 1))
def test_a_question_of_the_page_runs_without_a_remark_and_finds_something(
    driver: neo4j.Driver, question: LiteralString
) -> None:
    found, summary, _ = driver.execute_query(question, database_=DATABASE, routing_="r")

    assert found
    assert [one for one in summary.gql_status_objects if one.is_notification] == []


def test_the_style_file_knows_only_labels_that_there_are() -> None:
    style = (DOCS / "neo4j.grass").read_text(encoding="utf-8")

    assert set(re.findall(r"node\.(\w+)", style)) <= {*kind_labels(), "Claim"}
