"""What a file is, by its name and its first bytes; what is not read is refused by name."""

from pathlib import Path

import pytest
from tests.table_files import csv_file, workbook_file

from hanse.graph.errors import BadInput
from hanse.ingest.formats import format_of


def test_tables_are_told_by_their_ending(tmp_path: Path) -> None:
    assert format_of(csv_file(tmp_path, "id,name\n", "A.CSV")) == "csv"
    assert format_of(csv_file(tmp_path, "id\tname\n", "a.tsv")) == "csv"
    assert format_of(workbook_file(tmp_path, {"clusters": [["id"]]})) == "xlsx"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.xls", "an old Excel workbook"),
        ("a.ods", "an OpenDocument spreadsheet"),
        ("a.yaml", "YAML"),
        ("a.graphml", "GraphML"),
        ("a.gexf", "GEXF"),
        ("a.rdf", "RDF/XML"),
        ("a.trix", "TriX"),
        ("a.pickle", "a Python pickle, which is never read"),
        ("a.hanse", "a Hanse project"),
        ("a.xyz", "a file .xyz"),
        ("a", "a file without an ending"),
    ],
)
def test_a_format_that_is_not_read_is_refused_by_its_name(
    tmp_path: Path, name: str, said: str
) -> None:
    with pytest.raises(BadInput) as refused:
        format_of(csv_file(tmp_path, "anything", name))

    assert refused.value.what == f"this is {said}, which is not read as a table"
    assert refused.value.hint


@pytest.mark.parametrize(
    ("name", "said"), [("a.graphml", "GraphML"), ("a.gexf", "GEXF"), ("a.xml", "XML"), ("a", "XML")]
)
def test_xml_is_called_by_the_language_that_its_ending_names(
    tmp_path: Path, name: str, said: str
) -> None:
    with pytest.raises(BadInput, match=f"this is {said}, which is not read"):
        format_of(csv_file(tmp_path, '<?xml version="1.0"?><graph/>', name))


@pytest.mark.parametrize(
    ("name", "start", "said"),
    [
        ("a.xlsx", b"<html><table>", "an HTML page under another name"),
        ("a.csv", b"\xef\xbb\xbf<!DOCTYPE HTML>", "an HTML page under another name"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1", "an old or a password-protected Office document"),
        ("a.csv", b"PK\x03\x04...", "an archive or a workbook"),
        ("a.csv", b"%PDF-1.7", "a PDF document"),
        ("a.csv", b"SQLite format 3\x00", "a database"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused_as_what_it_is(
    tmp_path: Path, name: str, start: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(start)

    with pytest.raises(BadInput, match=f"this is {said}"):
        format_of(tmp_path / name)


def test_any_other_bytes_are_no_workbook(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="this is not a workbook"):
        format_of(csv_file(tmp_path, "id,name\n", "a.xlsx"))
