"""What a terminal shows of a screening and a replay."""

import pytest

from hanse.viz import screen_tables
from hanse.viz.screen_documents import replay_document, screen_document
from hanse.viz.screening import replay_of, screening_of
from hanse.viz.session import Session


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.open("laser-go")


def shown(session: Session, capsys: pytest.CaptureFixture[str], *, is_audit: bool = False) -> str:
    answer = screening_of(session, session.rules(), session.alliance())
    screen_tables.screening(screen_document(session, answer), is_audit=is_audit)
    return " ".join(capsys.readouterr().out.split())


def test_the_funnel_and_the_reasons_are_told(
    session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    out = shown(session, capsys)

    assert "Clusters listed on the ECCP 98 3 4 95 0 0 95" in out
    assert "91 more, of whom nothing is stated on active-members and markets" in out
    assert "Then pass: beauty-cluster-barcelona, biocat, medicalmountains, medicen." in out
    assert "Audit of" not in out


def test_the_audit_says_what_the_filter_finds_leaves_out_and_what_would_find_it(
    session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    out = shown(session, capsys, is_audit=True)

    assert "finds 95 candidates, 9 of them of the field" in out
    assert "unknown on active-members: 9 of 9 looked at by name: none of them" in out
    assert "Optence: No emerging industry is stated of it" in out
    assert "a stated focus is no filter of the directory" in out
    assert "quality label label 0 104 no facts are held" in out


def test_a_replay_tells_the_search_the_outcome_and_each_difference(
    session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    screen_tables.replayed(replay_document(session, replay_of(session)))
    out = " ".join(capsys.readouterr().out.split())

    assert "The partner search of LASER-GO, replayed as of 2017-04-13" in out
    assert "Outcome: biocat, medicen, optence" in out
    assert "No step of the search found it, yet it was taken up." in out
