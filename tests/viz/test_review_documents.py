"""The list of pairs says the same to programs and to people."""

import pytest
from tests.builders import cluster, intake

from hanse.graph.stores.sqlite import SqliteStore
from hanse.viz.review_documents import pairs, review_document
from hanse.viz.reviewing import review
from hanse.viz.tables import rows


def test_a_pair_to_decide_stands_with_its_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    claims = cluster("LITEK", country="LT") + cluster("LITEKA", country="LT")
    store = SqliteStore.in_memory([intake(claims)], address="test")
    document = review_document(store, review(store))
    pairs(document)

    assert list(document) == ["project", "as_of", "version", "pairs", "contradictions"]
    (pair,) = rows(document, "pairs")
    assert [pair[name] for name in ("id", "a", "b", "judgement", "names")] == [
        "litek:liteka", "litek", "liteka", None, ["LITEK", "LITEKA"],
    ]  # fmt: skip
    assert "1 pairs to decide, 0 decided." in capsys.readouterr().out
