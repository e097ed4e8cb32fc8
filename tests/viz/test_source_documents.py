"""A source opens section by section, each statement with the thing it is on."""

import pytest
from tests.builders import claim
from tests.explorers import session

from hanse.graph.errors import UnknownName
from hanse.viz.opening import every_day
from hanse.viz.session import Session
from hanse.viz.source_documents import (
    reading_order,
    sections,
    source_document,
    statements_by_source,
)

SMALL = session()


def test_every_claim_of_a_source_but_its_kinds_is_there_once() -> None:
    for source in SMALL.graph.sources:
        said = source_document(SMALL, source)["sections"]
        told = [s for section in said for s in section["statements"]]  # type: ignore[attr-defined]
        stated = [c for c in SMALL.store.claims() if c.source == source and c.predicate != "kind"]

        assert len(told) == len(stated)


def test_sections_stand_in_the_order_of_reading() -> None:
    places = ["section 10", "section 9, page 2", "annex, row 3", "section 9, page 11"]

    assert sorted(places, key=reading_order) == [
        "annex, row 3", "section 9, page 2", "section 9, page 11", "section 10",
    ]  # fmt: skip


def test_a_value_that_is_a_thing_is_said_to_be_one() -> None:
    said = sections([claim("biocat", "located_in", "catalonia"), claim("biocat", "name", "Biocat")])
    rows = said[0]["statements"]

    assert ["biocat", "located_in", "catalonia", True] in rows  # type: ignore[operator]
    assert ["biocat", "name", "Biocat", False] in rows  # type: ignore[operator]


def test_medicen_s_two_figures_stand_in_their_sections_of_d41() -> None:
    """D4.1 gives Medicen around 250 members in section 2.2 and over 300 in section 3.2."""
    said = source_document(every_day(Session.open("laser-go")), "d41")["sections"]
    found = {
        section["locator"]: statement[2]
        for section in said  # type: ignore[attr-defined]
        for statement in section["statements"]
        if statement[:2] == ["medicen", "members"]
    }

    assert found["section 2.2, page 10"] == "about 250 members"
    assert "more than 300 members" in found.values()


def test_all_sources_at_once_are_each_as_when_asked_alone() -> None:
    for source, held in statements_by_source(SMALL).items():
        assert held["sections"] == source_document(SMALL, source)["sections"]


def test_an_unknown_source_is_refused() -> None:
    with pytest.raises(UnknownName):
        source_document(SMALL, "nobody")
