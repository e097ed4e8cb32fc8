"""Ratings as a document: people beside facts, disputes, and the word synthetic."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from hanse.viz.answers import evaluate_document
from hanse.viz.session import Session


@pytest.fixture(scope="module")
def demo() -> Iterator[dict[str, Any]]:
    session = Session.open("demo-ratings")
    with closing(session.store):
        pool = session.pool((), session.alliance())
        yield evaluate_document(session, session.evaluate(session.guide(), pool))


def ratings(document: dict[str, Any], candidate: str) -> dict[str, Any]:
    return next(c["ratings"] for c in document["candidates"] if c["id"] == candidate)


def test_what_people_gave_and_what_the_facts_give_stand_beside_each_other(
    demo: dict[str, Any],
) -> None:
    """Optence has 85 companies (D4.1, section 3.2), which rate 3; a demo rater gave 4."""
    companies = ratings(demo, "optence")["companies"]

    assert companies["low"] == 4
    assert companies["facts"]["low"] == 3
    assert companies["facts"]["note"] == "85 companies: rating 3"
    assert companies["facts"]["evidence"][0]["document"] == "d41"


def test_where_nobody_replaced_the_facts_they_stand_alone(demo: dict[str, Any]) -> None:
    companies = ratings(demo, "biocat")["companies"]

    assert (companies["low"], companies["facts"], companies["assessments"]) == (5, None, [])
    assert companies["evidence"][0]["document"] == "d41"


def test_each_assessment_has_its_assessor_day_and_comment(demo: dict[str, Any]) -> None:
    found = ratings(demo, "biocat")["interest"]["assessments"]

    assert found[0] == {
        "assessor": "demo rater 1 (synthetic)", "rating": found[0]["rating"],
        "date": "2017-06-01", "comment": "synthetic", "synthetic": True,
    }  # fmt: skip


def test_disputes_are_told_with_their_spread(demo: dict[str, Any]) -> None:
    every = [r for c in demo["candidates"] for r in c["ratings"].values() if r["assessments"]]
    disputed = [rating for rating in every if rating["disputed"]]

    assert disputed
    assert all(r["spread"]["high"] - r["spread"]["low"] >= 2 for r in disputed)


def test_invented_ratings_make_candidates_and_the_whole_synthetic(demo: dict[str, Any]) -> None:
    assert demo["synthetic"] is True
    assert all(c["synthetic"] for c in demo["candidates"])
    assert "synthetic" in ratings(demo, "biocat")["interest"]["note"]


def test_the_agreement_of_the_assessors_is_told(demo: dict[str, Any]) -> None:
    agreement = demo["agreement"]

    assert [person["synthetic"] for person in agreement["assessors"]] == [True] * 3
    assert 0 < agreement["alpha"] < 1
    assert agreement["alpha_in_words"] in ("firm", "tentative", "too low to rely on")
    assert "customary" in agreement["note"]
    assert demo["vetoes"] == {}


def test_without_ratings_of_people_nothing_is_synthetic_and_nobody_agrees() -> None:
    session = Session.open("laser-go")
    with closing(session.store):
        found = evaluate_document(session, session.evaluate(session.guide(), ["biocat"]))

    assert found["synthetic"] is False
    assert found["agreement"]["assessors"] == []  # type: ignore[index]
