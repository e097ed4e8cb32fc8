"""A search is told in six steps, and nothing of its outcome before the fifth."""

import pytest
from tests.explorers import session

from hanse.viz.documents import Document
from hanse.viz.opening import opening
from hanse.viz.session import Session
from hanse.viz.stories import story_document


@pytest.fixture(scope="module")
def told() -> Document:
    return story_document(opening(Session.open("laser-go")))


def texts(told: Document, *steps: int) -> str:
    found = [told["steps"][step - 1] for step in steps]  # type: ignore[index]
    return " ".join(line["text"] for step in found for line in step["lines"])


def test_it_has_six_steps_each_with_a_tab_and_clusters(told: Document) -> None:
    steps = told["steps"]

    assert len(steps) == 6  # type: ignore[arg-type]
    assert all(step["tab"] and step["clusters"] and step["lines"] for step in steps)  # type: ignore[attr-defined]


def test_the_annex_of_d41_is_the_second_search_step(told: Document) -> None:
    """D4.1, annex: the 98 clusters that the filter on the ECCP found."""
    assert "Clusters listed on the ECCP: 98 found" in texts(told, 2)


def test_nobody_joins_before_the_fifth_step(told: Document) -> None:
    assert "Optence" not in texts(told, 1, 2, 3, 4)
    assert "Optence joined" in texts(told, 5)


def test_where_we_differ_the_reasons_are_told_with_their_sources(told: Document) -> None:
    last = told["steps"][5]  # type: ignore[index]

    assert "was chosen and is not among ours" in texts(told, 6)
    assert any(line["sources"] for line in last["lines"])


def test_a_project_without_a_search_says_so() -> None:
    told = story_document(opening(session()))

    assert told["steps"] == []
    assert "no search" in str(told["why"])
