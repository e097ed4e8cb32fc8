"""The served questions are those of the command line."""

import pytest
from tests.explorers import bare, session

from hanse.graph.errors import BadInput, UnknownName
from hanse.viz import answers, documents
from hanse.viz.api import Desk, split


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.of(session())


def test_candidates_are_the_documents_of_the_command(desk: Desk) -> None:
    asked = desk.session.alliance("laser-go", add=["biocat"])
    ranked = desk.session.candidates(asked, desk.session.chain())

    assert desk.candidates(add="biocat") == answers.candidates_document(desk.session, ranked)


def test_reach_takes_an_alliance_in_every_way_the_command_does(desk: Desk) -> None:
    by_name = desk.reach(alliance="LASER-GO", add="Biocat", remove="litek")

    assert by_name["alliance"] == desk.reach(members="opticsvalley, biocat")["alliance"]


def test_show_finds_a_thing_by_any_of_its_names(desk: Desk) -> None:
    assert desk.show("Bioregió de Catalunya")["id"] == "biocat"
    assert desk.show("biocat") == documents.show_document(desk.everything, "biocat")


def test_a_name_that_nobody_has_is_refused(desk: Desk) -> None:
    with pytest.raises(UnknownName):
        desk.show("nobody")


def test_clusters_carry_their_scores(desk: Desk) -> None:
    rows = {row["id"]: row["scores"] for row in desk.clusters()["clusters"]}  # type: ignore[attr-defined]

    assert "complementarity" in rows["biocat"]
    assert "complementarity" not in rows["litek"]
    assert rows["zab-brandenburg"] == {}


def test_evaluation_takes_another_pool(desk: Desk) -> None:
    rated = desk.evaluate(candidates="medicen, biom")["candidates"]

    assert {card["id"] for card in rated} == {"medicen", "biom"}  # type: ignore[attr-defined]


def test_no_file_of_this_machine_is_read_for_a_page(desk: Desk) -> None:
    with pytest.raises(BadInput, match="a page names no file"):
        desk.candidates(chain="chain.toml")
    with pytest.raises(BadInput):
        desk.evaluate(guide="/etc/guide.toml")


def test_the_rest_is_listed(desk: Desk) -> None:
    assert [p["id"] for p in desk.partnerships()["partnerships"]] == ["bioxclusters", "laser-go"]  # type: ignore[attr-defined]
    assert desk.sources()["sources"]
    assert "conflicts" in desk.conflicts()
    assert desk.what_if("litek,biocat")["members"] == ["litek", "biocat"]


def test_a_question_that_a_project_cannot_answer_says_what_to_name() -> None:
    with pytest.raises(BadInput, match="no alliance is named") as refused:
        Desk.of(bare()).reach()

    assert "--members" in refused.value.hint


def test_names_are_split_at_commas() -> None:
    assert split(" a , b,") == ["a", "b"]
    assert split(None) == []
