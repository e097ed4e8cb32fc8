"""How a score sheet is recognised and taken apart."""

from pathlib import Path

import pytest
from tests.forms import COLUMNS, HEAD, Rows, form_file, form_text
from tests.table_files import csv_file, grid, workbook_file

from hanse.graph.errors import BadInput
from hanse.ingest.score_sheet_form import (
    FilledRow,
    is_score_sheet,
    is_score_sheet_file,
    score_sheets,
    taken_apart,
)


def test_a_sheet_is_a_score_sheet_when_its_first_cell_says_so() -> None:
    assert is_score_sheet(grid(form_text([])))
    assert not is_score_sheet(grid("id,name\nbiocat,BIOCAT\n"))
    assert not is_score_sheet(grid(""))


def test_a_workbook_is_looked_through_for_score_sheets(tmp_path: Path) -> None:
    rows: Rows = [["Hanse score sheet"], ["Guide", "g"], [*COLUMNS], ["biocat", "interest", 4, ""]]
    path = workbook_file(tmp_path, {"Result": [["Candidate"], ["biocat"]], "Form": rows})

    assert [found.sheet for found in score_sheets(path)] == ["Form"]
    assert is_score_sheet_file(path)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_form_as_csv_is_taken_apart_by_its_own_words(tmp_path: Path, separator: str) -> None:
    path = csv_file(tmp_path, form_text([]).replace(",", separator), "ana.csv")

    assert is_score_sheet_file(path)
    assert taken_apart(score_sheets(path)[0]).head == HEAD


def test_a_table_of_clusters_or_a_folder_is_no_score_sheet(tmp_path: Path) -> None:
    assert not is_score_sheet_file(csv_file(tmp_path, "id,name\nbiocat,BIOCAT\n"))
    assert not is_score_sheet_file(tmp_path)
    assert not is_score_sheet_file(tmp_path / "missing.xlsx")


def test_what_cannot_be_read_at_all_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is empty"):
        score_sheets(csv_file(tmp_path, ""))


def test_head_and_rows_keep_what_was_written_and_where() -> None:
    form = taken_apart(grid(form_text([["biocat", "interest", "4", "keen"], ["", "", "", ""]])))

    assert form.head == HEAD
    assert form.faults == ()
    assert form.rows == (
        FilledRow(
            number=6,
            cells={"Candidate id": "biocat", "Criterion": "interest", "Rating": "4",
                   "Comment": "keen"},
        ),
    )  # fmt: skip


def test_columns_may_stand_in_any_order_and_others_between_them() -> None:
    text = form_text([["4", "x", "interest", "biocat"]],
                     columns=["RATING", "Weight", "criterion", "candidate id"])  # fmt: skip
    (row,) = taken_apart(grid(text)).rows

    assert row.cells == {"Candidate id": "biocat", "Criterion": "interest", "Rating": "4"}


@pytest.mark.parametrize("label", [*HEAD])
def test_an_answer_missing_from_the_head_is_told(label: str) -> None:
    head = {name: answer for name, answer in HEAD.items() if name != label}
    (fault,) = taken_apart(grid(form_text([], head=head))).faults

    assert (fault.column, fault.reason) == (label, f"{label} is not filled in")


@pytest.mark.parametrize("column", ["Candidate id", "Criterion", "Rating"])
def test_a_missing_column_is_told(column: str) -> None:
    columns = ["other" if name == column else name for name in COLUMNS]
    (fault,) = taken_apart(grid(form_text([["a", "b", "1", ""]], columns=columns))).faults

    assert (fault.column, fault.reason) == (column, f"there is no column {column}")
    assert "hanse scoresheet" in fault.remedy


def test_a_form_without_any_column_tells_all_that_are_missing() -> None:
    faults = taken_apart(grid(form_text([], columns=["x"]))).faults

    assert [fault.column for fault in faults] == ["Candidate id", "Criterion", "Rating"]


def test_marks_of_cells_are_kept_by_column() -> None:
    text = form_text([["biocat", "interest", "", ""]])
    (row,) = taken_apart(grid(text, marks={2: "formula"})).rows

    assert row.marks == {"Rating": "formula"}


def test_only_the_form_itself_is_asked_for(tmp_path: Path) -> None:
    assert len(score_sheets(form_file(tmp_path, [["biocat", "interest", 4, ""]]))) == 1
