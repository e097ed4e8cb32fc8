"""The shapes of ``hanse screen --json`` and ``hanse replay --json``."""

from typing import Any

import pytest

from hanse.viz.screen_documents import replay_document, screen_document
from hanse.viz.screening import replay_of, screening_of
from hanse.viz.session import Session


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.open("laser-go")


@pytest.fixture(scope="module")
def screened(session: Session) -> dict[str, Any]:
    return screen_document(session, screening_of(session, session.rules(), session.alliance()))


@pytest.fixture(scope="module")
def replayed(session: Session) -> dict[str, Any]:
    return replay_document(session, replay_of(session))


def test_a_screening_starts_with_what_repeats_it_and_keeps_its_keys(
    screened: dict[str, Any],
) -> None:
    assert list(screened)[:8] == [
        "project", "as_of", "version", "rules", "steps", "candidates", "quotas", "audit"
    ]  # fmt: skip
    assert list(screened["rules"][0])[:2] == ["id", "text"]
    assert list(screened["steps"][0])[:6] == ["id", "label", "pool", "pass", "fail", "unknown"]
    assert list(screened["candidates"][0])[:4] == ["id", "step", "outcome", "reasons"]
    assert list(screened["quotas"][0])[:4] == ["id", "need", "available", "unknown"]
    assert list(screened["audit"][0])[:5] == ["quota", "filter", "found", "missed", "widening"]
    assert list(screened["audit"][0]["widening"])[:3] == ["filter", "found", "missed"]


def test_the_outcomes_of_a_step_add_up_to_its_pool(screened: dict[str, Any]) -> None:
    for step in screened["steps"]:
        assert step["pass"] + step["fail"] + step["unknown"] == step["pool"]


def test_every_candidate_has_one_reason_a_rule(screened: dict[str, Any]) -> None:
    rules = [rule["id"] for rule in screened["rules"]]

    for candidate in screened["candidates"]:
        assert [reason["rule"] for reason in candidate["reasons"]] == rules
        assert {reason["outcome"] for reason in candidate["reasons"]} <= {"pass", "fail", "unknown"}


def test_a_reason_names_the_first_of_its_sources(screened: dict[str, Any]) -> None:
    biocat = next(c for c in screened["candidates"] if c["id"] == "biocat")
    number = next(r for r in biocat["reasons"] if r["rule"] == "active-members")

    assert number["source"] == {
        "document": "d41", "locator": "section 2.1, page 9", "as_of": None
    }  # fmt: skip


def test_quotas_are_numbers_with_the_ids_beside_them(screened: dict[str, Any]) -> None:
    photonics = next(q for q in screened["quotas"] if q["id"] == "photonics")

    assert photonics["need"] == 1
    assert photonics["unknown"] == len(photonics["unknown_ids"])


def test_the_audit_of_photonics_tells_found_missed_and_the_widening(
    screened: dict[str, Any],
) -> None:
    photonics = next(a for a in screened["audit"] if a["quota"] == "photonics")

    assert photonics["filter"] == "emerging industry = Medical Devices"
    assert photonics["found"] == len(photonics["found_ids"]) == 9
    assert "optence" in photonics["missed"]
    assert photonics["widening"]["missed"] == []
    assert "stated focus = Photonics" in photonics["widening"]["filter"]


def test_what_counts_as_a_field_is_told_with_the_clusters_of_each_label(
    screened: dict[str, Any],
) -> None:
    photonics = next(f for f in screened["fields"] if f["id"] == "photonics")
    counted = {(c["scheme"], c["label"]): c["clusters"] for c in photonics["categories"]}

    assert counted["s3_priority", "Photonics"] == 9


def test_the_twelve_filters_are_told_with_and_without_facts(screened: dict[str, Any]) -> None:
    assert len(screened["facets"]) == 12
    assert {f["id"] for f in screened["facets"] if not f["facts"]} == {
        "field_sup_prog_eu_value", "label", "employee_ranges"
    }  # fmt: skip


def test_a_replay_tells_steps_outcome_ours_and_differences(replayed: dict[str, Any]) -> None:
    assert list(replayed)[:7] == [
        "project", "as_of", "version", "steps", "outcome", "ours", "differences"
    ]  # fmt: skip
    assert list(replayed["steps"][0])[:3] == ["id", "found", "chosen"]
    assert replayed["steps"][0]["chosen"] == ["biocat"]
    assert replayed["outcome"] == ["biocat", "medicen", "optence"]
    assert all(set(one) >= {"id", "text"} for one in replayed["differences"])


def test_each_difference_of_a_replay_has_an_id_of_its_own(replayed: dict[str, Any]) -> None:
    ids = [one["id"] for one in replayed["differences"]]

    assert len(ids) == len(set(ids))
    assert {"optence", "medicen", "photonics"} <= set(ids)


def test_unknown_is_null_in_the_answers_on_a_candidate(replayed: dict[str, Any]) -> None:
    optence = next(c for c in replayed["candidates"] if c["id"] == "optence")

    assert optence["fit_rank"] is None
    assert optence["found_in"] == []
    assert optence["screening"] == "unknown"
