"""The claims on a thing travel once; what is asked of it in brief is less."""

import pytest
from tests.builders import cluster, intake

from hanse.graph.stores.neo4j import kept_claims as module
from hanse.graph.stores.neo4j.kept_claims import KeptClaims
from hanse.graph.stores.neo4j.project_store import Neo4jStore

pytestmark = pytest.mark.service


def test_claims_come_whole_or_in_brief_and_each_thing_once(
    store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ASKED", 1)
    store.write(intake([*cluster("a", country="ES"), *cluster("b", country="FR")]))
    loads = store._snapshot().loads
    kept = KeptClaims(store._connection, loads, ["kind"])

    found = kept.claims(["a", "nobody"], ["b", "a"])

    assert [claim.subject for claim in found] == [*["a"] * (len(found) - 1), "b"]
    assert [claim.predicate for claim in found if claim.subject == "b"] == ["kind"]
    assert kept.claims(["a"]) == [claim for claim in found if claim.subject == "a"]
    assert {c.predicate for c in kept.claims(["b"])} >= {"kind", "country"}


def test_no_more_is_kept_than_there_is_room_for(
    store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST", 1)
    store.write(intake([*cluster("a"), *cluster("b"), *cluster("c")]))
    kept = KeptClaims(store._connection, store._snapshot().loads, ["kind"])

    for known in ("a", "b", "c", "a"):
        assert {claim.subject for claim in kept.claims([known])} == {known}
    assert len(kept._whole) <= 2
