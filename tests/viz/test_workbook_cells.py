"""Texts in workbooks: never a formula, never what no workbook can hold."""

import pytest
from openpyxl import Workbook

from hanse.viz.workbook_cells import LONGEST_CELL, put_text, sheet_title


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "@SUM(1)", "-2+3", "Biocat", "250"])
def test_a_text_stays_a_text_whatever_it_begins_with(text: str) -> None:
    cell = put_text(Workbook().worksheets[0], 1, 1, text)

    assert (cell.value, cell.data_type) == (text, "s")


def test_control_characters_are_replaced_and_escapes_are_told_apart() -> None:
    page = Workbook().worksheets[0]

    assert put_text(page, 1, 1, "A\x0bB").value == "A\ufffdB"
    assert put_text(page, 1, 2, "_x0041_").value == "_x005F_x0041_"


def test_a_text_is_cut_to_what_a_cell_holds() -> None:
    assert len(str(put_text(Workbook().worksheets[0], 1, 1, "A" * 40_000).value)) == LONGEST_CELL


def test_every_sheet_gets_a_name_it_can_have() -> None:
    assert sheet_title("clusters: [2017]/draft?", []) == "clusters   2017  draft"
    assert sheet_title("x" * 40, ["x" * 31]) == "x" * 27 + " (2)"
    assert sheet_title("???", []) == "sheet"
