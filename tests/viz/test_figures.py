"""Figures are written as files, whole, and only as pictures."""

from pathlib import Path

import pytest
from tests.explorers import bare, session

from hanse.graph.errors import BadInput
from hanse.viz.figures import all_figures, export_figure
from hanse.viz.handing_on import Wanted, write_kind
from hanse.viz.opening import opening


@pytest.mark.parametrize("name", ["3", "4", "axes"])
def test_a_figure_is_written(tmp_path: Path, name: str) -> None:
    file = tmp_path / "figure.svg"
    written = write_kind(session(), "figure", file, Wanted(figure=name))

    assert written["counts"] == {"candidates": 4}
    assert b"<svg" in file.read_bytes()


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is no picture"):
        export_figure(session(), tmp_path / "figure.docx", "3")


def test_without_a_guide_there_is_nothing_to_draw(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no guide"):
        export_figure(bare(), tmp_path / "figure.svg", "3")
    assert all_figures(opening(bare())) == {}


def test_the_page_carries_every_figure() -> None:
    assert [*all_figures(opening(session()))] == ["3", "4", "axes"]
