"""A large project is drawn around one thing, and its questions are answered of the whole.

That a project is large is made so by a low bound: the shipped case then goes through the index.
"""

from dataclasses import replace

import pytest

from hanse.graph.errors import UnknownName
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries import engine
from hanse.queries.readings.plain import PlainReading
from hanse.viz.api import Desk
from hanse.viz.opening import every_day, opening
from hanse.viz.page_data import page_data
from hanse.viz.session import Session
from hanse.viz.surroundings import (
    BEST,
    MOST,
    listed,
    part_document,
    part_of,
    search_document,
    surroundings,
    told_document,
)


@pytest.fixture
def small() -> Session:
    opened = Session.open("laser-go")
    return Session(opened.store, PartnershipGraph.of(opened.store, as_of=opened.as_of))


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> Session:
    """Open the case as if it were large; whoever makes the graph of the whole of it fails."""
    monkeypatch.setattr(engine, "LARGE", 1)
    monkeypatch.setattr(PlainReading, "graph", Refused())
    return Session.open("laser-go")


class Refused:
    """Stands for a graph that nobody may ask for; one that was given beforehand stays."""

    def __get__(self, reading: object, kind: object = None) -> PartnershipGraph:
        raise AssertionError("the graph of the whole project was asked for")


def test_a_small_project_lists_every_candidate_and_is_drawn_whole(small: Session) -> None:
    assert listed(small) is None
    assert opening(small).drawn is None


def test_a_large_project_is_drawn_around_its_own_alliance(large: Session) -> None:
    opened = opening(large)

    assert opened.drawn is not None
    assert opened.alliance is not None
    assert opened.drawn.centre == opened.alliance.name
    assert set(opened.alliance.members) <= set(opened.picture.view.ranking)


def test_the_best_candidates_are_those_of_the_whole(large: Session, small: Session) -> None:
    found, whole = opening(large).candidates, opening(small).candidates
    assert found is not None
    assert whole is not None

    assert [c.id for c in found.candidates] == [c.id for c in whole.candidates][:BEST]
    assert [c.score for c in found.candidates] == [c.score for c in whole.candidates][:BEST]
    assert found.totals.candidates == len(whole.candidates)


def test_the_reach_is_that_of_the_whole(large: Session, small: Session) -> None:
    found, whole = opening(large).reach, opening(small).reach
    assert found is not None
    assert whole is not None

    assert found.total.clusters == whole.total.clusters
    assert found.total.counts == whole.total.counts


def test_around_a_cluster_are_those_it_shares_a_partnership_with(
    large: Session, small: Session
) -> None:
    graph = small.graph
    groups = [p for p in graph.partnerships() if any(m.cluster == "biocat" for m in p.members)]
    expected = {m.cluster for p in groups for m in p.members} - {"biocat"}

    found = surroundings(large, "BioCat")

    assert found.centre == "biocat"
    assert set(found.things) == expected
    assert found.total == len(expected) <= MOST


def test_without_a_centre_nothing_is_drawn(large: Session) -> None:
    found = surroundings(large, None)

    assert (found.centre, found.things, found.total) == (None, (), 0)


def test_around_what_nobody_knows_is_refused(large: Session) -> None:
    with pytest.raises(UnknownName):
        surroundings(large, "nobody at all")


def test_the_page_says_how_much_of_how_many_is_drawn(large: Session, small: Session) -> None:
    opened = opening(large, around="biocat")
    assert opened.drawn is not None

    said = part_document(opened.session, opened.drawn)

    assert said["clusters"] == len(small.graph.ids("cluster"))
    assert (said["around"], said["total"]) == ("biocat", opened.drawn.total)
    assert page_data(opened, every_day(opened.session), is_served=True)["part"] == said


def test_clusters_of_which_only_the_outline_is_known_are_not_drawn(small: Session) -> None:
    view = opening(small).picture.view
    kept = ("biocat",)

    part = part_of(view, kept)

    assert part.ranking == kept
    assert {node.id for node in part.of_kind("cluster")} == {"biocat"}
    assert {edge.source for edge in part.edges if edge.relation == "classified_as"} == {"biocat"}


def test_a_search_finds_the_same_by_the_index_and_by_the_graph(
    large: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_index = [search_document(large, words) for words in ("bio", "medi", "optics", "")]
    monkeypatch.undo()
    small = Session.open("laser-go")
    by_graph = [search_document(small, words) for words in ("bio", "medi", "optics", "")]

    assert by_index == by_graph
    assert by_index[0]["total"]


def test_what_is_said_of_a_cluster_is_what_the_whole_says(large: Session, small: Session) -> None:
    found, whole = told_document(large, "biocat"), told_document(small, "biocat")

    assert (found["facts"], found["relations"]) == (whole["facts"], whole["relations"])


def test_of_a_hub_the_first_ties_are_told_and_all_are_counted(
    large: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hanse.viz.surroundings.MOST", 3)

    tied = told_document(large, "biocat")["tied"]

    assert isinstance(tied, dict)
    assert tied["shown"] == 3 < tied["total"]


def test_every_question_of_the_page_does_without_the_graph_of_the_whole(large: Session) -> None:
    desk = Desk.of(large)
    around = desk.around("biocat")

    assert desk.page[0] != around.page[0]
    assert around.opening.drawn is not None
    assert desk.around(None) is desk
    for answer in (
        desk.search("bio"),
        desk.what_if("biocat,medicen"),
        desk.candidates(),
        desk.evaluate(),
        desk.reach(),
        desk.gains("biocat"),
        desk.timeline("biocat"),
        desk.show("biocat"),
        desk.clusters(),
        desk.sources(),
        desk.conflicts(),
        desk.story(),
    ):
        assert answer["project"]


def test_a_project_without_an_alliance_opens_with_nothing_drawn(large: Session) -> None:
    bare = replace(large.settings, alliance=None, guide=None)
    large.engine.__dict__["settings"] = bare

    opened = opening(large)

    assert opened.drawn is not None
    assert opened.drawn.centre is None
    assert opened.picture.view.ranking == ()
    assert Desk(opening=opened, everything=every_day(opened.session)).page[0]
