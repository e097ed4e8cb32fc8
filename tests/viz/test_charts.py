"""Charts are the same everywhere, load nothing, and say what was invented."""

import pytest

from hanse.graph.errors import UnknownName
from hanse.viz import palette
from hanse.viz.chart_rows import Charted
from hanse.viz.charts import FIGURES, drawn, figure, theme
from hanse.viz.figures import charted
from hanse.viz.opening import opening
from hanse.viz.session import Session


@pytest.fixture(scope="module")
def demo() -> Charted:
    return charted(opening(Session.open("demo-ratings")))


@pytest.fixture(scope="module")
def case() -> Charted:
    return charted(opening(Session.open("laser-go")))


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_is_drawn_twice_the_same(demo: Charted, name: str) -> None:
    first, second = (drawn(figure(name, demo), ".svg") for _ in range(2))

    assert first == second
    assert first.startswith(b"<svg")


@pytest.mark.parametrize("name", FIGURES)
def test_synthetic_stands_in_the_picture_and_its_description(demo: Charted, name: str) -> None:
    assert b"Synthetic ratings" in drawn(figure(name, demo), ".svg")
    assert "Synthetic" in str(figure(name, demo)["description"])


@pytest.mark.parametrize("name", FIGURES)
def test_stated_facts_are_not_called_synthetic(case: Charted, name: str) -> None:
    assert b"Synthetic" not in drawn(figure(name, case), ".svg")


def test_figure_3_has_a_colour_for_each_group_of_the_guide(demo: Charted) -> None:
    svg = drawn(figure("3", demo), ".svg").decode()

    assert all(colour in svg for colour in palette.GROUPS)
    assert "D. Willingness to work in a new partnership" in svg


def test_a_chart_names_no_address() -> None:
    assert "http" not in str(theme())


def test_a_chart_that_names_an_address_is_not_drawn() -> None:
    elsewhere: dict[str, object] = {
        "data": {"url": "https://example.org/data.json"},
        "mark": "bar",
        "encoding": {"x": {"field": "a", "type": "quantitative"}},
    }

    with pytest.raises(ValueError, match="allowed"):
        drawn(elsewhere, ".svg")


def test_pdf_and_png_are_what_their_endings_say(case: Charted) -> None:
    spec = figure("3", case)

    assert drawn(spec, ".pdf").startswith(b"%PDF")
    assert drawn(spec, ".png").startswith(b"\x89PNG")


def test_an_unknown_figure_is_refused(case: Charted) -> None:
    with pytest.raises(UnknownName):
        figure("5", case)
