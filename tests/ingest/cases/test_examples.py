"""The examples to copy: a second guide, of our own invention and said to be so."""

from importlib.resources import files

import pytest

from hanse.graph.model import Guide
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.cases import shipped
from hanse.ingest.guides import read_guide

TEXT = (files("hanse.ingest") / "cases" / "examples" / "guide-open-call.toml").read_text("utf-8")


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read_guide(TEXT, where="guide-open-call.toml")


def test_it_is_said_to_be_our_own_invention(guide: Guide) -> None:
    store = SqliteStore.in_memory(shipped("demo-ratings"), address="demo-ratings")
    sources = {source.id: source for source in store.contents().sources}

    assert "invention" in guide.note
    assert "Invented" in sources[guide.source].note
    assert "example of our own" in guide.label


def test_it_is_kept_in_the_demonstration_beside_the_guide_of_the_case() -> None:
    store = SqliteStore.in_memory(shipped("demo-ratings"), address="demo-ratings")
    kept = {d.id for d in store.contents().definitions if d.kind == "guide"}

    assert kept == {"laser-go-2017", "open-call"}


def test_its_scales_have_no_middle_no_gap_and_one_maximum(guide: Guide) -> None:
    assert {(c.scale.minimum, c.scale.maximum) for c in guide.criteria} == {(1, 4)}
    assert guide.maximum == pytest.approx(4)


def test_two_criteria_may_exclude_and_two_are_fed_by_facts(guide: Guide) -> None:
    assert [c.id for c in guide.criteria if c.is_veto] == ["team", "commitment"]
    assert {c.id: c.evidence for c in guide.criteria if c.evidence} == {
        "small-companies": "smes",
        "research": "research_bodies",
    }


def test_every_criterion_serves_a_goal_and_every_goal_is_served(guide: Guide) -> None:
    served = {goal for criterion in guide.criteria for goal in criterion.goals}

    assert served == set(guide.goals)
    assert all(criterion.goals for criterion in guide.criteria)
