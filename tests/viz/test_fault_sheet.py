"""People see their own cells, with the faulty ones marked and explained."""

import io
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from tests.table_files import csv_file, workbook_file

from hanse.ingest.columns import HEADER_WITHIN
from hanse.ingest.loading import check
from hanse.viz import fault_sheet
from hanse.viz.fault_sheet import MARKED, fault_workbook

TEXT = "id,Name,Pays,members\nc1,Alpha,Germny,many\nc2,=1+1,FR,5\nc3,Gamma,IT,x\n"


def shown(*paths: Path) -> Workbook:
    found = check(paths)
    return load_workbook(io.BytesIO(fault_workbook(found.grids, found.faults)))


def marked(book: Workbook, sheet: str) -> dict[str, str]:
    return {
        cell.coordinate: cell.comment.text
        for row in book[sheet].iter_rows()
        for cell in row
        if cell.comment and cell.fill.fgColor.rgb == MARKED
    }


def test_every_fault_is_listed_first(tmp_path: Path) -> None:
    page = shown(csv_file(tmp_path, TEXT))["faults"]
    rows = list(page.iter_rows(values_only=True))

    assert rows[0] == ("file", "sheet", "row", "column", "value", "reason", "remedy")
    assert [row[:5] for row in rows[1:]] == [
        ("clusters.csv", "clusters", "2", "Pays", "Germny"),
        ("clusters.csv", "clusters", "2", "members", "many"),
        ("clusters.csv", "clusters", "4", "members", "x"),
    ]


def test_the_users_cells_stand_where_they_stood_and_the_faulty_ones_are_marked(
    tmp_path: Path,
) -> None:
    book = shown(csv_file(tmp_path, TEXT))

    assert [cell.value for cell in book["clusters"][3]] == ["c2", "=1+1", "FR", "5"]
    assert marked(book, "clusters") == {
        "C2": "row 2: no country is called 'Germny'\nwhat to do: did you mean Germany (DE)?",
        "D2": f"row 2: 'many' is not a figure that is understood\nwhat to do: {FORMS}",
        "D4": f"row 4: 'x' is not a figure that is understood\nwhat to do: {FORMS}",
    }


FORMS = "write 871, about 250, 200+, at least 30, more than 300, at most 50 or 100-150"


def test_no_cell_of_it_is_a_formula(tmp_path: Path) -> None:
    book = shown(csv_file(tmp_path, TEXT))
    kinds = {cell.data_type for page in book for row in page.iter_rows() for cell in row}

    assert kinds <= {"s", "n"}  # "n" is also the kind of an empty cell


def test_a_fault_of_a_whole_row_marks_its_first_cell(tmp_path: Path) -> None:
    book = shown(csv_file(tmp_path, "id,name\nc1\n"))

    assert list(marked(book, "clusters")) == ["A2"]


def test_titles_above_the_header_keep_their_place(tmp_path: Path) -> None:
    rows = [["Screening 2017"], [], ["id", "name", "country"], ["c1", "A", "Germny"]]
    book = shown(workbook_file(tmp_path, {"clusters": rows}))

    assert list(marked(book, "clusters")) == ["C4"]


def test_sheets_without_faults_are_left_out(tmp_path: Path) -> None:
    good = [["id", "name", "country"], ["c1", "A", "FR"]]
    bad = [["cluster", "partnership"], ["A", "nowhere"]]
    book = shown(workbook_file(tmp_path, {"clusters": good, "memberships": bad}))

    assert book.sheetnames == ["faults", "memberships"]


def test_a_file_that_cannot_be_read_at_all_is_listed(tmp_path: Path) -> None:
    book = shown(csv_file(tmp_path, "", "none.csv"))

    assert book.sheetnames == ["faults"]
    assert book["faults"]["F2"].value == "the file is empty"


def test_a_large_sheet_is_cut_down_to_its_header_and_its_faulty_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fault_sheet, "MOST_ROWS", 50)
    rows = "".join(f"c{n},N,FR\n" for n in range(200))
    book = shown(csv_file(tmp_path, f"id,name,country\n{rows}c200,N,Germny\n"))

    assert book["clusters"].max_row == HEADER_WITHIN + 1
    (comment,) = marked(book, "clusters").values()
    assert comment.startswith("row 202: no country is called 'Germny'")


def test_control_characters_in_the_users_cells_do_no_harm(tmp_path: Path) -> None:
    book = shown(csv_file(tmp_path, 'id,name,country\nc1,"A\x0bB\x1b",Germny\n'))

    assert book["clusters"]["B2"].value == "A B"


def test_the_marked_workbook_can_be_mended_and_loaded_again(tmp_path: Path) -> None:
    found = check([csv_file(tmp_path, TEXT)])
    book = load_workbook(io.BytesIO(fault_workbook(found.grids, found.faults)))
    page = book["clusters"]
    page["C2"], page["D2"], page["D4"] = "Germany", 12, 7
    page["B3"].data_type = "s"
    book.save(tmp_path / "mended.xlsx")
    again = check([tmp_path / "mended.xlsx"])

    assert (again.faults, again.taken) == ((), {"cluster": 3})
