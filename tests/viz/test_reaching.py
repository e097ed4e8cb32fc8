"""A reach with gains, readings and a level, asked as the command line asks it."""

import pytest
from tests.builders import cluster, intake, region

from hanse.graph.errors import BadInput
from hanse.graph.stores.sqlite import SqliteStore
from hanse.viz.reaching import ReachAsked, reach_answer
from hanse.viz.session import Session


def session() -> Session:
    said = region("Styria", level=2) + region("Lithuania", level=0)
    said += cluster("HTS", regions=["Styria"], numbers={"companies": 5})
    said += cluster("Litek", regions=["Lithuania"], numbers={"companies": 9})
    return Session(SqliteStore.in_memory([intake(said)], address="test"))


def test_gains_say_by_what_and_among_how_many_and_are_none_unless_asked() -> None:
    asked = session()
    alliance = asked.alliance(members=["hts"])

    found = reach_answer(asked, ReachAsked(alliance=alliance, gains=1, by="countries"))
    assert found["gains"] == {"by": "countries", "considered": 1, "compared": 1}
    assert reach_answer(asked, ReachAsked(alliance=alliance))["gains"] is None


def test_what_is_no_gain_or_no_level_is_refused_even_where_it_is_not_needed() -> None:
    asked = session()
    alliance = asked.alliance(members=["hts"])

    for wrong in ({"by": "money"}, {"level": "village"}):
        with pytest.raises(BadInput):
            reach_answer(asked, ReachAsked(alliance=alliance, **wrong))  # type: ignore[arg-type]
