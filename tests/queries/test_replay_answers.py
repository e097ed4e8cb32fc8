"""Every question asked on the day; an outcome that is known on it is refused."""

import pytest
from tests.builders import project, search_step, thing
from tests.people import rating
from tests.queries.replay_example import ASKED, RULES, WORLD, before, outcome

from hanse.graph.errors import UserMistake
from hanse.graph.quantities import Interval
from hanse.queries.replay_answers import Questions, answers, seated


def test_ours_are_the_best_ranked_that_no_rule_excludes_one_for_each_seat() -> None:
    said = answers(before(), ASKED)

    assert said.ours == ("hospital", "laser")
    assert said.seats == {"hospital": "care", "laser": "light"}


def test_who_fails_a_rule_is_never_ours() -> None:
    said = answers(before(), ASKED)

    assert said.screening is not None
    assert said.screening.of("fail") == ("small",)
    assert "small" not in said.ours


def test_without_quotas_the_first_three_of_the_ranking_are_ours() -> None:
    said = answers(before(), Questions(alliance=("founder",), chain=ASKED.chain))

    assert said.candidates is not None
    assert said.ours == tuple(c.id for c in said.candidates.candidates[:3])


def test_a_question_that_is_not_asked_has_no_answer() -> None:
    said = answers(before(), Questions(alliance=("founder",)))

    assert (said.screening, said.candidates, said.evaluation) == (None, None, None)
    assert said.ours == ()
    assert said.ranked("hospital") is None
    assert said.scored("hospital") is None
    assert said.screened("hospital") is None


def test_everybody_known_is_screened_ranked_and_scored_but_for_the_members() -> None:
    said = answers(before(), ASKED)

    assert said.screened("blank") is not None
    assert said.scored("laser") is not None
    assert said.screened("founder") is None


@pytest.mark.parametrize("as_of", [None, "2017", "2017-04-13"])
def test_an_outcome_known_on_the_day_is_refused(as_of: str | None) -> None:
    graph = project([*WORLD, *outcome("laser", as_of=as_of)], as_of="2017-12-31")

    with pytest.raises(UserMistake, match="known already") as refused:
        answers(graph, ASKED)
    assert "as_of" in refused.value.hint


def test_a_replay_needs_a_day() -> None:
    with pytest.raises(UserMistake, match="as of a day"):
        answers(project(WORLD), ASKED)


def test_a_project_without_a_search_is_told_what_would_state_one() -> None:
    without = [claim for claim in WORLD if "step" not in str(claim.value)]
    graph = project([c for c in without if c.predicate not in ("found_in", "shortlisted_in")],
                    as_of="2017")  # fmt: skip

    with pytest.raises(UserMistake, match="no search"):
        answers(graph, Questions(alliance=("founder",), rules=RULES))


def test_of_several_searches_one_must_be_named() -> None:
    second = [
        *thing("search_step", "Second", step_kind="search"),
        *search_step("Asked", found=["blank"]),
    ]

    with pytest.raises(UserMistake, match="several searches") as refused:
        answers(before(second), ASKED)
    assert "second" in refused.value.hint
    assert answers(before(second), ASKED, search="second").search.id == "second"


def test_a_later_candidate_sits_where_another_can_move() -> None:
    able = {"a": frozenset({"x", "y"}), "b": frozenset({"x"}), "c": frozenset({"y"})}

    assert seated("abc", {"x": 1, "y": 1}, able) == ("a", "b")
    assert seated("acb", {"x": 1, "y": 1}, able) == ("a", "c")


def test_ratings_that_people_gave_by_the_day_count_and_later_ones_do_not() -> None:
    """What is evaluated on the day is what ``hanse evaluate`` says on it."""
    given = [
        rating("hospital", "interest", 4, as_of="2017-04-01", guide=ASKED.guide.id),
        rating("laser", "interest", 5, as_of="2017-06-01", guide=ASKED.guide.id),
    ] if ASKED.guide else []  # fmt: skip
    said = answers(before(given), ASKED)
    hospital, laser = said.scored("hospital"), said.scored("laser")

    assert hospital is not None
    assert laser is not None
    assert hospital.fit == Interval(0.8, 0.8)
    assert laser.fit == Interval(0, 1)
