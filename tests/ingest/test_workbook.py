"""A workbook comes as grids, one for each sheet that holds anything."""

from pathlib import Path

import pytest
from tests.table_files import SHEET, sheet_xml, text_row, with_parts, workbook_file

from hanse.graph.errors import BadInput
from hanse.ingest.workbook import workbook_grids


def test_a_sheet_is_a_grid_with_its_lines_and_marks(tmp_path: Path) -> None:
    (grid,) = workbook_grids(workbook_file(tmp_path, {"clusters": [["id"], [True]]}))

    assert (grid.file, grid.sheet, grid.format) == ("list.xlsx", "clusters", "xlsx")
    assert [(line.number, line.cells, line.marks) for line in grid] == [
        (1, ("id",), ()),
        (2, ("TRUE",), ((0, "yes_no"),)),
    ]
    assert len(list(grid)) == 2
    assert not grid.has_even_rows


def test_empty_sheets_and_those_of_the_template_itself_are_left_out(tmp_path: Path) -> None:
    rows = [["id"], ["c1"]]
    sheets = {"help": rows, "clusters": rows, "Sheet2": [], "lists": rows, "faults": rows}

    assert [g.sheet for g in workbook_grids(workbook_file(tmp_path, sheets))] == ["clusters"]


def test_formulas_and_merged_cells_are_said_to_be_read_by_what_they_show(tmp_path: Path) -> None:
    rows = (
        text_row(1, "id", "name")
        + '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><v>5</v></c></row>'
        + '<row r="3"><c r="A3"><v>3</v></c><c r="B3"/></row>'
    )
    merged = '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'
    path = workbook_file(tmp_path, {"clusters": [["id"]]})
    (grid,) = workbook_grids(with_parts(path, {SHEET: sheet_xml(rows, after=merged)}))

    assert grid.notes == (
        "1 formulas were read by the values last saved",
        "1 cells were read from the merged cell they belong to",
    )


def test_a_refused_workbook_names_its_file_and_what_to_do(tmp_path: Path) -> None:
    path = workbook_file(tmp_path, {"clusters": [["id"]]})
    path.write_bytes(path.read_bytes()[:2000])

    with pytest.raises(BadInput, match=r"list.xlsx: the workbook is damaged") as refused:
        workbook_grids(path)
    assert "save it anew" in refused.value.hint
