"""The charts that stand in for a bare plane."""

import pytest

from hanse.viz import palette
from hanse.viz.chart_rows import Charted
from hanse.viz.charts import drawn, figure
from hanse.viz.figures import charted
from hanse.viz.known_charts import complementarity_known, ratings_known
from hanse.viz.opening import opening
from hanse.viz.session import Session


@pytest.fixture(scope="module")
def case() -> Charted:
    return charted(opening(Session.open("laser-go")))


def test_the_bare_figure_4_shows_every_rating_with_its_group_and_says_what_is_blank(
    case: Charted,
) -> None:
    svg = drawn(figure("4", case), ".svg").decode()

    assert "white is blank" in svg
    assert "Interest is rated for 0 of 13." in svg
    assert "financial stability, 5 %" in svg
    assert palette.GROUPS[0] in svg
    assert "member; fit" in svg


def test_the_bare_two_axes_show_complementarity_alone(case: Charted) -> None:
    svg = drawn(figure("axes", case), ".svg").decode()

    assert "fit has no place yet" in svg
    assert "Optence" in svg
    assert "LITEK" not in svg


def test_figure_3_says_that_nobody_has_a_rank(case: Charted) -> None:
    assert "70 % of the weight" in drawn(figure("3", case), ".svg").decode()


@pytest.mark.parametrize("name", ["3", "4", "axes"])
def test_what_is_said_in_the_picture_stands_in_its_description_too(
    case: Charted, name: str
) -> None:
    assert "hanse scoresheet" in str(figure(name, case)["description"])


def test_both_are_drawn_twice_the_same(case: Charted) -> None:
    for chart in (ratings_known, complementarity_known):
        assert chart(case).to_dict() == chart(case).to_dict()
