from typing import Any

import pytest
from tests.running import hanse

from hanse.queries.answers import Evidence, RankRange
from hanse.viz.answers import evidence, rank


def test_evidence_and_ranks_keep_their_parts() -> None:
    place = Evidence(document="d41", locator="annex, row 9")

    assert evidence([place]) == [{"document": "d41", "locator": "annex, row 9", "as_of": None}]
    assert rank(RankRange(best=1, worst=9)) == {"best": 1, "worst": 9}


@pytest.fixture(scope="module")
def candidates() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = hanse("candidates", "--json").document["candidates"]
    return found


def test_a_stage_tells_its_cover_as_one_number_and_as_a_range() -> None:
    stages = hanse("candidates", "--json").document["stages"]

    assert all(s["cover"] == s["cover_range"]["low"] for s in stages)
    assert {s["state"] for s in stages} <= {"covered", "thin", "gap"}


def test_candidates_come_in_the_order_of_low_high_and_id(candidates: list[dict[str, Any]]) -> None:
    order = [(-c["score"]["low"], -c["score"]["high"], c["id"]) for c in candidates]

    assert order == sorted(order)


def test_the_first_of_several_sources_is_the_reasons_source(
    candidates: list[dict[str, Any]],
) -> None:
    for reason in candidates[0]["reasons"]:
        assert reason["source"] == (reason["sources"][0] if reason["sources"] else None)
