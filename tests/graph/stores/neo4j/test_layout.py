import re

import pytest
from tests.graph.stores.neo4j.conftest import Ask

from hanse.graph.errors import NewerProject
from hanse.graph.schema import schema
from hanse.graph.stores.neo4j.connection import Connection
from hanse.graph.stores.neo4j.layout import (
    LAYOUT_VERSION,
    definitions,
    fingerprint,
    kind_labels,
    lay_out,
)


def test_every_kind_of_the_schema_is_unique_by_its_id() -> None:
    constraints = "\n".join(definitions())

    for kind in schema().kinds.values():
        wanted = f"FOR (n:{kind.neo4j}) REQUIRE (n.graph, n.id) IS UNIQUE"
        assert wanted in constraints


def test_every_constraint_and_index_has_a_name_and_may_be_there_already() -> None:
    form = r"CREATE (?:CONSTRAINT|INDEX|FULLTEXT INDEX) \w+ IF NOT EXISTS FOR .*"

    assert [text for text in definitions() if not re.fullmatch(form, text)] == []


def test_the_labels_that_keep_claims_are_no_kinds_of_things() -> None:
    kept = {"HanseProject", "HanseLayout", "Generation", "Origin", "Claim", "Thing"}
    kept |= {"Source", "Definition", "PutAside"}

    assert kept.isdisjoint(kind_labels())


@pytest.mark.service
def test_what_is_laid_out_is_there_and_laying_out_again_changes_nothing(
    connection: Connection, ask: Ask
) -> None:
    before = ask("SHOW INDEXES YIELD name, state RETURN name, state ORDER BY name")

    lay_out(connection)

    assert ask("SHOW INDEXES YIELD name, state RETURN name, state ORDER BY name") == before
    assert {state for _, state in before} == {"ONLINE"}
    assert {"names", "Claim_load_id_once", "ClusterOrganisation_graph_id_once"} <= {
        name for name, _ in before
    }


@pytest.mark.service
@pytest.mark.usefixtures("store")
def test_names_are_found_without_case_and_accents(ask: Ask) -> None:
    ask("MERGE (t:Thing {graph: 'folding', id: 'e'}) SET t.name = 'Elastopôle Île'")
    ask("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    found = ask(
        "CALL db.index.fulltext.queryNodes('names', 'ELASTOPOLE') YIELD node"
        " WHERE node.graph = 'folding' RETURN node.id"
    )
    ask("MATCH (t:Thing {graph: 'folding'}) DELETE t")

    assert found == [["e"]]


@pytest.mark.service
def test_a_database_laid_out_by_a_later_hanse_is_left_alone(
    connection: Connection, ask: Ask
) -> None:
    ask("MATCH (l:HanseLayout) SET l.version = $later", later=LAYOUT_VERSION + 1)
    try:
        with pytest.raises(NewerProject, match="later Hanse"):
            lay_out(connection)
    finally:
        ask("MATCH (l:HanseLayout) SET l.version = $now", now=LAYOUT_VERSION)
    assert ask("MATCH (l:HanseLayout) RETURN l.fingerprint") == [[fingerprint()]]
