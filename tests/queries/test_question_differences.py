"""Where a quota, the screening, the guide or the reach speaks against an outcome."""

from dataclasses import replace

from tests.builders import counts
from tests.queries.replay_example import ASKED, GUIDE, before

from hanse.graph.model import Band, Guide, Scale
from hanse.queries.question_differences import by_evaluation, by_quota, by_reach, by_screening
from hanse.queries.reach import reach
from hanse.queries.replay_answers import Questions, answers

NOBODY = Questions(alliance=("founder",))


def test_a_seat_that_went_past_the_filter_is_told_with_what_the_filter_finds() -> None:
    graph = before()
    (one,) = by_quota(graph, answers(graph, ASKED), ["clinic", "laser"])

    assert one.id == "light"
    assert one.text.startswith(
        "For light the filter “care only” finds no clusters besides the members; none of them was"
        " looked at by name."
    )
    assert "The outcome took Laser, whom it does not find" in one.text


def test_chosen_that_do_not_pass_are_told_apart_by_outcome() -> None:
    graph = before()
    (one,) = by_screening(graph, answers(graph, ASKED), ["clinic", "laser", "small"])

    assert one.text == (
        "By the rules one of the three chosen passes. By what is stated Small would be excluded."
        " What is stated leaves Laser open."
    )


def test_chosen_that_all_pass_are_no_difference() -> None:
    graph = before()

    assert list(by_screening(graph, answers(graph, ASKED), ["clinic"])) == []


def test_a_guide_that_ranks_nobody_says_how_little_is_rated() -> None:
    graph = before()
    (one,) = by_evaluation(graph, answers(graph, ASKED), ["clinic"])

    assert one.text == (
        "The guide puts nobody before anybody: of its weight at most 0% is rated, and 70% are"
        " needed for a rank."
    )


def test_a_guide_that_ranks_others_first_names_them() -> None:
    bands = (Band(rating=1, high=44), Band(rating=2, low=45))
    scale = Scale(kind="bands", maximum=2, bands=bands, unit="members")
    criterion = replace(GUIDE.criteria[0], scale=scale, evidence="members")
    by_size = Guide(id="size", label="Size", criteria=(criterion,), groups=GUIDE.groups)
    graph = before()
    said = answers(graph, replace(ASKED, guide=by_size))

    assert list(by_evaluation(graph, said, ["clinic"])) == []
    (one,) = by_evaluation(graph, said, ["hospital"])
    assert one.text == "By fit the first are Clinic; chosen were Hospital."


def test_reaches_are_compared_in_places_and_sizes() -> None:
    graph = before(counts("laser", {"companies": 85}))
    said = answers(graph, ASKED)
    (one,) = by_reach(said, reach(graph, alliance=["founder", "clinic"]))

    assert "one country" in one.text
    assert "three countries" in one.text
    assert "85 or more companies" in one.text


def test_what_is_not_asked_makes_no_difference() -> None:
    graph = before()
    said = answers(graph, NOBODY)

    assert list(by_quota(graph, said, ["clinic"])) == []
    assert list(by_screening(graph, said, ["clinic"])) == []
    assert list(by_evaluation(graph, said, ["clinic"])) == []
