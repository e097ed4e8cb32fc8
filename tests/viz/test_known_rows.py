"""Where a plane would be bare, what is known is told, and how the blanks are filled."""

from collections import Counter

import pytest

from hanse.viz.chart_rows import Charted
from hanse.viz.figures import charted
from hanse.viz.known_rows import (
    cells,
    heading,
    is_bare,
    is_interest_rated,
    ranges,
    remarks,
    summaries,
)
from hanse.viz.opening import opening
from hanse.viz.session import Session


@pytest.fixture(scope="module")
def case() -> Charted:
    return charted(opening(Session.open("laser-go")))


@pytest.fixture(scope="module")
def demo() -> Charted:
    return charted(opening(Session.open("demo-ratings")))


def test_the_planes_of_the_case_are_bare_and_those_of_the_demonstration_are_not(
    case: Charted, demo: Charted
) -> None:
    """No ratings of D4.1 survive: a tenth of the weight follows from facts, at most."""
    assert is_bare(case, "interest")
    assert is_bare(case, "complementarity")
    assert not is_bare(demo, "interest")
    assert not is_bare(demo, "complementarity")


def test_it_is_said_why_and_how_the_blanks_are_filled(case: Charted) -> None:
    told = " ".join(remarks(case, "interest"))

    assert "Interest is rated for 0 of 13." in told
    assert "white is blank" in told
    assert "hanse scoresheet" in told
    assert "hanse load" in told


def test_every_rating_has_a_cell_and_blank_is_not_0(case: Charted) -> None:
    rows = cells(case)
    of_biocat = {row["criterion"]: row for row in rows if row["id"] == "biocat"}
    medicen = next(row for row in rows if row["id"] == "medicen")

    assert len(rows) == 13 * 10
    assert Counter(row["state"] for row in rows)["rated"] == 12
    assert of_biocat["companies, 5 %"]["rating"] == "5"
    assert (of_biocat["interest, 15 %"]["state"], of_biocat["interest, 15 %"]["rating"]) == (
        "blank",
        "",
    )
    assert (medicen["state"], medicen["rating"]) == ("left open by the facts", "0\u20135")
    assert medicen["note"]


def test_a_heading_has_the_weight(case: Charted) -> None:
    assert heading(case.evaluation.guide.criteria[1]) == "photonics share, 15 %"


def test_complementarity_by_itself_comes_the_best_first(case: Charted) -> None:
    rows = ranges(case)
    lows = [float(str(row["low"])) for row in rows]

    assert lows == sorted(lows, reverse=True)
    assert rows[0]["id"] == "biocat"
    assert "litek" not in {row["id"] for row in rows}


def test_at_the_end_of_a_line_stands_how_far_fit_is_known_and_who_is_a_member(
    case: Charted,
) -> None:
    said = {row["name"]: row["said"] for row in summaries(cells(case))}

    assert said["Optence"] == "fit 3\u201398 %, 5 % rated"
    assert str(said["LITEK"]).startswith("member; fit ")


def test_interest_is_rated_by_somebody_or_not(case: Charted, demo: Charted) -> None:
    assert not any(is_interest_rated(case, card) for card in case.evaluation.candidates)
    assert is_interest_rated(demo, demo.evaluation.candidates[0])
