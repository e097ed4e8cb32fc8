"""Memberships stand along time by the dates that are stated; nothing is guessed."""

from tests.builders import partnership
from tests.explorers import session

from hanse.graph.model import Membership
from hanse.viz.charts import drawn
from hanse.viz.opening import every_day
from hanse.viz.session import Session
from hanse.viz.timelines import edges, rows, timeline


def test_without_any_date_there_is_no_chart() -> None:
    asked = session()

    assert timeline(asked.graph, ["litek"], as_of="2017-04-13") is None


def test_what_began_after_the_day_of_the_question_is_drawn_too() -> None:
    """D4.1 is dated before LASER-GO GLOBAL was signed on 7 July 2017."""
    case = Session.open("laser-go")
    chart = timeline(every_day(case).graph, ["litek"], as_of=case.graph.as_of)

    assert chart is not None
    assert b"LASER-GO GLOBAL" in drawn(chart, ".svg")


def test_an_open_end_reaches_the_edge_and_is_said_to_be_not_stated() -> None:
    asked = session(*partnership("Third", members=["biocat"], since="2016"))
    found = rows(
        asked.graph, [Membership(cluster="biocat", partnership="third", since="2016")], "2017-04-13"
    )

    assert (found[0]["from"], found[0]["to"]) == ("2016-01-01", "2018-12-31")
    assert found[0]["until"] == "not stated"


def test_the_edges_hold_all_that_is_dated() -> None:
    dated = [Membership(cluster="a", partnership="b", since="2012", until="2014-12")]

    assert edges(dated, "2017-04-13") == ("2012-01-01", "2018-12-31")
