"""CSV as people's programs write it: encodings, delimiters, and strict quoting."""

import os
from pathlib import Path

import pytest
from tests.table_files import csv_file

from hanse.graph.errors import BadInput
from hanse.ingest.csv_files import csv_grid
from hanse.ingest.folder import csv_sheet
from hanse.ingest.grids import UnreadableTable
from hanse.ingest.limits import LIMITS

ROWS = "id,name\nc1,Pôle santé\n"


def cells(path: Path) -> list[tuple[str, ...]]:
    return [line.cells for line in csv_sheet(path)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_with_and_without_a_mark(tmp_path: Path, encoding: str) -> None:
    assert cells(csv_file(tmp_path, ROWS, encoding=encoding)) == [
        ("id", "name"),
        ("c1", "Pôle santé"),
    ]


def test_windows_1252_is_read_and_said_to_be_so(tmp_path: Path) -> None:
    grid = csv_sheet(csv_file(tmp_path, ROWS, encoding="cp1252"))

    assert [line.cells for line in grid][1] == ("c1", "Pôle santé")
    assert grid.notes[0].startswith("read as Windows-1252 (Latin-1), for it is not UTF-8")


def test_a_text_in_no_known_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"id,name\nc1,\x81\x8d\n")

    with pytest.raises(BadInput, match="encoding of the text is not known"):
        csv_sheet(tmp_path / "a.csv")


def test_bytes_of_zero_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"id,name\nc1,A\x00B\n")

    with pytest.raises(BadInput, match="NUL characters"):
        csv_sheet(tmp_path / "a.csv")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_the_one_by_which_titles_are_understood(
    tmp_path: Path, delimiter: str
) -> None:
    text = "name,country,region\nA|B;C,FR,x\n".replace(",", delimiter)

    assert cells(csv_file(tmp_path, text, "a.csv"))[0] == ("name", "country", "region")


def test_many_commas_in_a_title_do_not_outweigh_a_header(tmp_path: Path) -> None:
    text = "Clusters, parks, networks, 2017, draft, internal\nname;country\nBiocat;ES\n"

    assert cells(csv_file(tmp_path, text, "a.csv"))[1] == ("name", "country")


def test_a_first_line_that_names_the_delimiter_is_obeyed(tmp_path: Path) -> None:
    lines = list(csv_sheet(csv_file(tmp_path, "sep=;\nid;name\nc1;A\n")))

    assert [(line.number, line.cells) for line in lines] == [(2, ("id", "name")), (3, ("c1", "A"))]


def test_a_quoted_cell_may_hold_lines_quotes_and_delimiters(tmp_path: Path) -> None:
    text = 'id,name\nc1,"a ""b"", c\nd"\n'

    assert cells(csv_file(tmp_path, text))[1] == ("c1", 'a "b", c\nd')


def test_a_quote_that_is_never_closed_is_refused_with_the_row_it_opens_in(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTable, match="opens in this row is never closed") as refused:
        cells(csv_file(tmp_path, 'id,name\nc0,Z\nc1,"Never closed,FR\nc2,B\n'))

    assert refused.value.row == 3


def test_text_after_a_closing_quote_is_a_fault_of_its_row_only(tmp_path: Path) -> None:
    lines = list(csv_sheet(csv_file(tmp_path, 'id,name\nc1,"A"B\nc2,C\n')))

    assert [line.fault for line in lines] == ["", "text follows a closing quote", ""]
    assert lines[2].cells == ("c2", "C")


def test_a_cell_beyond_what_the_reader_takes_is_refused_with_its_size(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTable, match="more than 32,767 characters"):
        cells(csv_file(tmp_path, f"id,name\nc1,{'A' * 200_000}\n"))


def test_more_rows_than_are_taken_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = type(LIMITS)(csv_rows=2)
    monkeypatch.setattr("hanse.ingest.csv_files.LIMITS", few)

    with pytest.raises(BadInput, match="more than 2 rows"):
        cells(csv_file(tmp_path, "id,name\nc1,A\nc2,B\n"))


def test_a_file_that_changes_between_two_readings_is_refused(tmp_path: Path) -> None:
    path = csv_file(tmp_path, ROWS)
    grid = csv_sheet(path)
    list(grid)
    csv_file(tmp_path, ROWS + "c2,B\n")
    os.utime(path, (1, 1))

    with pytest.raises(BadInput, match="changed while it was read"):
        list(grid)


def test_the_same_bytes_have_the_same_digest(tmp_path: Path) -> None:
    first = csv_grid(csv_file(tmp_path, ROWS, "a.csv")).digest

    assert first == csv_grid(csv_file(tmp_path, ROWS, "b.csv")).digest
    assert len(first) == 64
