"""What is handed over: files and folders, each under its own name or all under one."""

from pathlib import Path

from tests.table_files import csv_file, workbook_file

from hanse.ingest.delivery import deliveries

ROWS = [["id", "name", "country"], ["c1", "Biocat", "ES"]]


def reasons(*paths: Path, origin: str | None = None) -> list[tuple[str, str]]:
    found = deliveries(paths, origin=origin)
    return [(fault.file, fault.reason) for _, findings in found for fault in findings.faults]


def test_each_path_is_an_origin_under_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    csv_file(tmp_path / "folder", "id,name\nc1,A\n")
    paths = [workbook_file(tmp_path, {"Sheet1": ROWS}, "list.xlsx"), tmp_path / "folder"]
    found = [delivery for delivery, _ in deliveries(paths, origin=None)]

    assert [(d.origin, d.files, len(d.tables)) for d in found] == [
        ("list.xlsx", (("list.xlsx", "xlsx"),), 1),
        ("folder", (("clusters.csv", "csv"),), 1),
    ]


def test_several_paths_can_be_one_origin(tmp_path: Path) -> None:
    paths = [
        csv_file(tmp_path, "id,name\nc1,A\n", name) for name in ("clusters.csv", "cluster.csv")
    ]
    ((delivery, _),) = deliveries(paths, origin="spring")

    assert (delivery.origin, len(delivery.tables)) == ("spring", 2)


def test_two_files_of_one_name_would_replace_each_other_and_are_refused(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    paths = [csv_file(tmp_path, "id,name\n"), csv_file(tmp_path / "b", "id,name\n")]

    assert reasons(*paths) == [("clusters.csv", "another file of this name is loaded with it")]


def test_every_path_at_fault_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    paths = [tmp_path / "gone.csv", csv_file(tmp_path, "", "none.csv"), tmp_path / "empty"]

    assert reasons(*paths) == [
        ("gone.csv", "No such file or directory"),
        ("none.csv", "the file is empty"),
        ("empty", "the folder holds no CSV table"),
    ]


def test_an_empty_file_in_a_folder_does_not_hide_the_others(tmp_path: Path) -> None:
    csv_file(tmp_path, "", "counts.csv")
    csv_file(tmp_path, "id,name,name\n", "clusters.csv")

    assert reasons(tmp_path) == [
        ("counts.csv", "the file is empty"),
        ("clusters.csv", "column 'name' stands twice: 'name' and 'name'"),
    ]


def test_other_files_of_a_folder_are_said_not_to_be_read(tmp_path: Path) -> None:
    csv_file(tmp_path, "id,name\nc1,A\n")
    csv_file(tmp_path, "x", "letter.docx")
    csv_file(tmp_path, "x", "help.txt")
    ((_, findings),) = deliveries([tmp_path], origin=None)

    assert [(r.file, r.text) for r in findings.remarks] == [
        ("letter.docx", "was not read; name the file itself")
    ]


def test_two_sheets_that_look_like_clusters_are_both_read(tmp_path: Path) -> None:
    book = workbook_file(tmp_path, {"France": ROWS, "Spain": ROWS, "Notes": [["call", "Ana"]]})
    ((delivery, findings),) = deliveries([book], origin=None)

    assert [table.grid.sheet for table in delivery.tables] == ["France", "Spain"]
    assert [r.sheet for r in findings.remarks] == ["Notes"]


def test_a_workbook_without_any_table_is_refused(tmp_path: Path) -> None:
    book = workbook_file(tmp_path, {"Notes": [["call", "Ana"]]}, "a.xlsx")
    empty = workbook_file(tmp_path, {"Sheet": []}, "b.xlsx")

    assert [file for file, _ in reasons(book, empty)] == ["a.xlsx", "b.xlsx"]
