"""Answers with hidden candidates: no id, name, alias, figure or comment of theirs is left."""

import json
from contextlib import closing
from typing import Any

import pytest

from hanse.queries.anonymity import leaks
from hanse.queries.robustness import robustness
from hanse.viz.anonymous_documents import anonymised
from hanse.viz.answers import evaluate_document
from hanse.viz.robust_documents import robustness_document
from hanse.viz.session import Session

HIDDEN = ("medicalmountains", "beauty-cluster-barcelona", "biopro-baden-wuerttemberg",
          "zab-brandenburg")  # fmt: skip


@pytest.fixture(scope="module")
def documents() -> list[dict[str, Any]]:
    session = Session.open("demo-ratings")
    with closing(session.store):
        pool = session.pool(["named-candidates"])
        evaluation = session.evaluate(session.guide(), pool)
        order = [card.id for card in evaluation.candidates]
        told = leaks(evaluation, hidden=HIDDEN, pool=pool)
        answers = (
            evaluate_document(session, evaluation),
            robustness_document(session, robustness(evaluation, draws=100)),
        )
        return [
            anonymised(session.graph, answer, hidden=HIDDEN, order=order, leaks=told)
            for answer in answers
        ]


@pytest.mark.parametrize("place", [0, 1])
def test_no_name_of_a_hidden_candidate_is_left(documents: list[dict[str, Any]], place: int) -> None:
    answer = {k: v for k, v in documents[place].items() if k != "reidentification"}
    text = json.dumps(answer, ensure_ascii=False).casefold()

    for name in ("medicalmountains", "beauty cluster", "biopro", "zab brandenburg", "zab-"):
        assert name not in text
    assert "biocat" in text


def test_pseudonyms_stand_in_their_places(documents: list[dict[str, Any]]) -> None:
    evaluated, robust = documents

    assert evaluated["pseudonyms"] == [f"Candidate {letter}" for letter in "ABCD"]
    assert {"candidate-a", "candidate-b", "candidate-c", "candidate-d"} < {
        c["id"] for c in evaluated["candidates"]
    }
    assert "candidate-a" in robust["first"]
    assert "Candidate A" in {*robust["names"].values()}


def test_ratings_stay_and_what_they_rest_on_is_taken_out(
    documents: list[dict[str, Any]],
) -> None:
    candidates = {c["id"]: c for c in documents[0]["candidates"]}
    hidden, shown = candidates["candidate-a"]["ratings"], candidates["biocat"]["ratings"]

    assert any(rating["low"] is not None for rating in hidden.values())
    assert all(not r["note"] and not r["evidence"] for r in hidden.values())
    assert all(not r["assessments"] and r["facts"] is None for r in hidden.values())
    assert shown["companies"]["note"] == "871 companies: rating 5"


def test_the_author_is_warned_of_what_gives_them_away(documents: list[dict[str, Any]]) -> None:
    warnings = documents[0]["reidentification"]

    assert warnings
    assert all(warning["text"] and warning["possible"] for warning in warnings)
