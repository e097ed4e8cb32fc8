"""What charts draw is what the evaluation says; unknown stays visible."""

import pytest

from hanse.viz.chart_rows import Charted, bars, ends, left_out, points
from hanse.viz.figures import charted
from hanse.viz.opening import opening
from hanse.viz.session import Session


@pytest.fixture(scope="module")
def demo() -> Charted:
    return charted(opening(Session.open("demo-ratings")))


def test_the_parts_of_a_bar_add_up_to_what_is_sure(demo: Charted) -> None:
    found = bars(demo)
    for card in demo.evaluation.candidates:
        last = [part for part in found.parts if part["id"] == card.id][-1]

        assert last["to"] == pytest.approx(card.weighted_score.low)


def test_a_bar_goes_on_to_what_is_possible(demo: Charted) -> None:
    highs = {row["id"]: row["high"] for row in bars(demo).wholes}

    assert highs == {card.id: card.weighted_score.high for card in demo.evaluation.candidates}


def test_every_row_of_an_invented_rating_says_that_it_is_synthetic(demo: Charted) -> None:
    rows = [*bars(demo).parts, *bars(demo).wholes, *points(demo, "interest")]
    invented = {card.id for card in demo.evaluation.candidates if card.is_synthetic}

    assert all(str(row["synthetic"]).startswith("yes") == (row["id"] in invented) for row in rows)


def test_members_stand_beside_candidates_in_figure_4(demo: Charted) -> None:
    standings = {row["id"]: row["standing"] for row in points(demo, "interest")}

    assert standings["litek"] == "member of the alliance"
    assert standings["biocat"] == "candidate"


def test_a_member_completes_nobody_and_is_named_as_left_out(demo: Charted) -> None:
    drawn = {row["id"] for row in points(demo, "complementarity")}

    assert not drawn & set(demo.members)
    assert "LITEK" in left_out(demo, "complementarity")["In the alliance already"]


def test_who_is_hardly_rated_has_no_place_in_the_plane() -> None:
    """No evaluation ratings survive in D4.1: at most 10 % of the weight follows from facts."""
    case = charted(opening(Session.open("laser-go")))

    assert points(case, "interest") == []
    assert len(left_out(case, "interest")["Less than 30 % rated"]) == 13


def test_a_point_stands_at_what_is_sure_within_its_axis(demo: Charted) -> None:
    low, high = ends(demo, "complementarity")
    for row in points(demo, "complementarity"):
        assert low <= float(str(row["x"])) <= high
        assert float(str(row["y_low"])) <= float(str(row["y_high"]))


def test_members_are_drawn_last_so_that_no_candidate_hides_them(demo: Charted) -> None:
    standings = [str(row["standing"]) for row in points(demo, "interest")]

    assert standings == sorted(standings)
