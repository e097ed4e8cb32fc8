"""A session asks for a screening and a replay with the project's own rules, guide and chain."""

from pathlib import Path

import pytest

from hanse.graph.errors import BadInput, UserMistake
from hanse.viz.screening import replay_of, screening_of
from hanse.viz.session import Session


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.open("laser-go")


def test_the_project_has_rules_of_its_own(session: Session) -> None:
    assert session.rules().id == "laser-go-2017-rules"


def test_rules_may_be_a_file(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    text = 'id = "mine"\nlabel = "Mine"\n[[rules]]\nid = "on"\nkind = "listed"\n'
    file.write_text(text, encoding="utf-8")

    assert session.rules(str(file)).rules[0].text == "Is listed on the ECCP."


def test_everybody_the_steps_found_is_screened(session: Session) -> None:
    answer = screening_of(session, session.rules(), session.alliance())

    assert len(answer.candidates) == 98
    assert answer.alliance == session.alliance().members


def test_a_pool_is_screened_alone(session: Session) -> None:
    answer = screening_of(session, session.rules(), session.alliance(), pool=["optence"])

    assert [candidate.id for candidate in answer.candidates] == ["optence"]


def test_without_an_alliance_nobody_is_a_member(session: Session) -> None:
    answer = screening_of(session, session.rules(), None)

    assert answer.alliance == ()
    assert len(answer.candidates) == 101


def test_a_project_without_rules_says_how_to_name_some() -> None:
    with pytest.raises(BadInput, match="rules") as refused:
        Session.open("escp").rules()
    assert "--rules" in refused.value.hint


def test_a_replay_asks_the_projects_own_questions(session: Session) -> None:
    answers = replay_of(session).answers

    assert answers.screening is not None
    assert answers.candidates is not None
    assert answers.candidates.chain == "photonics-for-health"
    assert answers.evaluation is not None
    assert answers.evaluation.guide.id == "laser-go-2017"


def test_a_day_on_which_the_outcome_is_known_is_refused() -> None:
    with pytest.raises(UserMistake, match="known already"):
        replay_of(Session.open("laser-go", as_of="2018"))


def test_a_project_without_a_search_cannot_be_replayed() -> None:
    with pytest.raises(UserMistake, match="no search"):
        replay_of(Session.open("escp"))
