"""The page's data is plain, whole and the same as the commands' answers."""

import json

import pytest
from tests.builders import cluster, partnership
from tests.explorers import bare, session

from hanse.viz.documents import Document, show_document
from hanse.viz.opening import every_day, opening
from hanse.viz.page_data import common_categories, country_names, page_data, profiles
from hanse.viz.session import Session
from hanse.viz.view import view_of


def data_of(asked: Session, *, is_served: bool = False) -> Document:
    return page_data(opening(asked), every_day(asked), is_served=is_served)


@pytest.fixture(scope="module")
def data() -> Document:
    return data_of(session())


def test_it_is_json_without_a_number_that_is_none(data: Document) -> None:
    assert json.loads(json.dumps(data, allow_nan=False)) == data


def test_it_starts_with_what_every_answer_starts_with(data: Document) -> None:
    assert list(data)[:3] == ["project", "as_of", "version"]


def test_every_thing_drawn_is_looked_up_and_none_is_worked_out(data: Document) -> None:
    biocat = next(t for t in data["things"] if t["id"] == "biocat")  # type: ignore[attr-defined]

    assert set(biocat["steps"]) <= {choice["id"] for choice in data["colours"]}  # type: ignore[attr-defined]
    assert set(biocat["at"]) == {"themes", "chain"}
    assert biocat["scores"]["complementarity"]["low"] > 0


def test_a_region_has_no_place_on_the_chain(data: Document) -> None:
    region = next(t for t in data["things"] if t["id"] == "catalonia")  # type: ignore[attr-defined]

    assert set(region["at"]) == {"themes"}


def test_a_project_without_questions_has_no_answers() -> None:
    documents = data_of(bare())["documents"]

    assert documents["candidates"] is None  # type: ignore[index]
    assert documents["reach"] is None  # type: ignore[index]
    assert documents["conflicts"] is not None  # type: ignore[index]


def test_a_served_page_asks_for_conflicts_once_it_stands() -> None:
    assert data_of(session(), is_served=True)["documents"]["conflicts"] is None  # type: ignore[index]


def test_what_is_not_there_on_the_day_is_marked_so() -> None:
    outcome = partnership("Outcome", members=["litek"], since="2017-07-07")
    words = data_of(session(*outcome))["words"]

    assert words["names"]["outcome"] == ["Outcome", "partnership", False]  # type: ignore[index]
    assert words["names"]["biocat"][2] is True  # type: ignore[index]


def test_countries_have_their_names_and_an_unknown_code_keeps_itself() -> None:
    known = session(*cluster("Atlantis", country="XX"))
    names = country_names(known.graph)

    assert names["LT"] == "Lithuania"
    assert names["XX"] == "XX"


def test_a_category_that_most_clusters_have_tells_none_of_them_apart() -> None:
    every = [cluster(f"c{n}", categories={"s3_priority": ["Health"]}) for n in range(4)]
    some = cluster("c9", categories={"s3_priority": ["Photonics"]})
    graph = session(*(said for claims in every for said in claims), *some).graph
    view = view_of(graph)

    assert common_categories(view) == []
    assert "s3_priority:health" in {node.id for node in view.nodes}


def test_profiles_are_what_show_prints() -> None:
    asked = every_day(session())

    assert profiles(asked, ["biocat"]) == {"biocat": show_document(asked, "biocat")}
