"""How robust an evaluation is, as a document: stable keys, words for swaps and facts."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from tests.rubric_oracle import GRAPH, NAMES, ORACLE, evaluation, scores

from hanse.graph.quantities import UNKNOWN
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.robustness import robustness
from hanse.viz.robust_documents import robustness_document
from hanse.viz.session import Session

KEYS = ["project", "as_of", "version", "guide", "draws", "seed", "concentration", "first", "top3",
        "beats", "ties", "facts"]  # fmt: skip


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with closing(SqliteStore.in_memory([], address="test")) as store:
        yield Session(store, GRAPH)


@pytest.fixture(scope="module")
def document(session: Session) -> dict[str, Any]:
    table = scores()
    table["k04"]["interest"] = UNKNOWN
    return robustness_document(session, robustness(evaluation(table)))


def test_the_keys_are_those_of_the_documented_shape(document: dict[str, Any]) -> None:
    assert [*document][: len(KEYS)] == KEYS
    assert (document["draws"], document["seed"], document["concentration"]) == (20_000, 1, 50)


def test_shares_are_by_candidate_and_pairs_leave_out_oneself(document: dict[str, Any]) -> None:
    assert {*document["first"]} == {*document["top3"]} == set(NAMES)
    assert {*document["beats"]["k01"]} == set(NAMES) - {"k01"}
    assert document["first"]["k03"] == pytest.approx(0.847, abs=ORACLE["smaa_tol"])


def test_ties_hold_the_weight_now_and_at_the_tie(document: dict[str, Any]) -> None:
    (tie,) = [
        t
        for t in document["ties"]
        if (t["a"], t["b"], t["criterion"]) == ("k03", "k01", "photonics-share")
    ]

    assert tie["weight_now"] == 0.15
    assert tie["weight_at_tie"] == pytest.approx(ORACLE["crossing"]["K01-K03 C2"])


def test_the_nearest_swaps_are_put_in_words(document: dict[str, Any]) -> None:
    texts = [swap["text"] for swap in document["nearest_swaps"]]

    assert all(text.startswith("The weight of ") for text in texts)
    assert len({swap["criterion"] for swap in document["nearest_swaps"]}) == len(texts)


def test_facts_say_whom_they_are_about_and_what_they_would_change(
    document: dict[str, Any],
) -> None:
    (fact,) = document["facts"]

    assert (fact["candidate"], fact["criterion"]) == ("k04", "interest")
    assert fact["changes_order"] == pytest.approx(5 / 6)
    assert fact["text"].startswith("interest of k04 (nobody has rated it): now place 5")


def test_second_opinions_are_labelled_relative_to_the_set(document: dict[str, Any]) -> None:
    assert "relative to this set" in document["second_opinions"]["note"]
    assert document["second_opinions"]["left_out"] == ["k04"]


def test_what_was_invented_and_who_is_too_little_scored_is_told(
    document: dict[str, Any],
) -> None:
    assert document["synthetic"] is False
    assert document["not_enough_scored"] == []
