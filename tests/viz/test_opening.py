"""The page opens with the project's own questions, and says what it has none of."""

from tests.builders import partnership
from tests.explorers import bare, session

from hanse.viz.opening import every_day, opening


def test_the_project_s_own_alliance_chain_and_guide_are_asked() -> None:
    opened = opening(session())

    assert opened.alliance is not None
    assert opened.alliance.members == ("litek", "opticsvalley")
    assert opened.candidates is not None
    assert opened.evaluation is not None
    assert opened.reach is not None


def test_what_a_project_names_none_of_is_none_and_not_made_up() -> None:
    opened = opening(bare())

    assert (opened.alliance, opened.candidates, opened.evaluation, opened.reach) == (None,) * 4
    assert len(opened.picture.view.of_kind("cluster")) == 8


def test_profiles_see_what_held_on_other_days_than_the_project_s_own() -> None:
    outcome = partnership("Outcome", members=["litek"], since="2017-07-07")
    asked = session(*outcome)

    assert "outcome" not in asked.graph
    assert "outcome" in every_day(asked).graph


def test_a_day_that_the_reader_asked_for_is_kept() -> None:
    """Without a day of the project's own, all days are together already."""
    asked = session(as_of=None)

    assert every_day(asked).graph.as_of is None
