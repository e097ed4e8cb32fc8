from pathlib import Path

import pytest

from hanse.graph.errors import BadInput
from hanse.queries.alliances import alliances
from hanse.viz.keeping import save_alliance, set_state
from hanse.viz.projects import make
from hanse.viz.session import Alliance, Session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    make(tmp_path / "mine.hanse", "laser-go")
    return Session.open(str(tmp_path / "mine.hanse"))


def test_saving_the_same_alliance_again_replaces_it(session: Session) -> None:
    for members in (("biocat",), ("medicen", "optence")):
        asked = Alliance(name=None, members=members, targets=())
        save_alliance(session, "Dream team", asked, day="2026-11-25")

    again = Session.open(session.store.address)
    (saved,) = alliances(again.graph)
    assert saved.members == ("medicen", "optence")


def test_an_alliance_without_members_is_refused(session: Session) -> None:
    nobody = Alliance(name=None, members=(), targets=())

    with pytest.raises(BadInput, match="needs members"):
        save_alliance(session, "Nobody", nobody, day="2026-11-25")


def test_keeping_what_is_kept_already_changes_nothing(session: Session) -> None:
    said = [
        set_state(session, "Biocat", "invited", alliance="laser-go", day="2017-04-01")
        for _ in range(2)
    ]

    assert [s["changed_project"] for s in said] == [True, False]
