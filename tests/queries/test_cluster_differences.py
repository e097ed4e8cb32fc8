"""Why somebody was chosen and is not ours, or the other way round."""

from tests.queries.replay_example import ASKED, before

from hanse.queries.cluster_differences import by_cluster
from hanse.queries.replay_answers import Questions, answers


def texts(*outcome: str, asked: Questions = ASKED) -> dict[str, str]:
    graph = before()
    return {one.id: one.text for one in by_cluster(graph, answers(graph, asked), outcome)}


def test_a_chosen_one_is_told_with_its_way_its_rank_and_its_screening() -> None:
    text = texts("clinic", "laser")["clinic"]

    assert text.startswith("Clinic was chosen and is not among ours. It was found by “Listed” and")
    assert "By complementarity it ranks 3 of 4. What is stated puts all of ours before it." in text
    assert "It passes the screening." in text


def test_one_of_ours_that_was_not_chosen_is_told_with_its_seat_and_what_it_adds() -> None:
    text = texts("clinic", "laser")["hospital"]

    assert text.startswith("Hospital is among ours, in a seat for care, and was not chosen.")
    assert "not taken up; why is not said" in text
    assert "Stage 2" in text


def test_who_fails_the_screening_is_told_by_which_figure() -> None:
    text = texts("small")["small"]

    assert "It fails the screening: It has 4 members; at least 30 are asked for." in text


def test_who_has_no_categories_is_said_not_to_be_ranked() -> None:
    text = texts("blank")["blank"]

    assert "No step of the search found it." in text
    assert "Its categories are unknown, so that it is not ranked." in text


def test_who_was_taken_up_without_being_found_is_told_so() -> None:
    alone = Questions(alliance=("founder",))

    assert (
        "No step of the search found it, yet it was taken up."
        in texts("laser", asked=alone)["laser"]
    )
    assert "nobody is ranked" in texts("laser", asked=alone)["laser"]


def test_what_led_to_a_difference_is_kept_as_evidence() -> None:
    graph = before()
    (one, _) = by_cluster(graph, answers(graph, ASKED), ["clinic", "laser"])

    assert "Listed" in {place.locator for place in one.evidence}
