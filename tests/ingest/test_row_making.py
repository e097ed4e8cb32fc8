"""Lines become rows: odd cells are remarked on, unreadable ones are faults."""

import pytest
from tests.table_files import grid

from hanse.ingest.findings import Findings
from hanse.ingest.grids import Mark
from hanse.ingest.row_making import letters
from hanse.ingest.rows import Row
from hanse.ingest.tables import open_table

HEAD = "id,name,country,members,technology_field,eccp_listed\n"


def made(row: str, **marks: Mark) -> tuple[list[Row], Findings]:
    columns: list[str] = [*HEAD.strip().split(",")]
    placed: dict[int, Mark] = {columns.index(str(c)): mark for c, mark in marks.items()}
    findings = Findings()
    read = open_table(grid(HEAD + row, marks=placed), Findings())
    list(read.learnable(findings))
    return list(read.rows(findings)), findings


def remarks(findings: Findings) -> list[tuple[str | None, str | None, str]]:
    return [(r.column, r.value, r.text) for r in findings.remarks]


def test_a_row_with_too_few_or_too_many_cells_is_a_fault_and_nothing_is_shifted() -> None:
    rows, findings = made("c1,A\nc2,B,DE,12,,,extra\nc3,C,IT,9,,\n")

    assert [row.cells["id"] for row in rows] == ["c3"]
    assert [(f.row, f.reason) for f in findings.faults] == [
        (2, "2 cells where the header has 6"),
        (3, "7 cells where the header has 6"),
    ]
    assert findings.rows["clusters.csv"] == 3


def test_empty_cells_beyond_the_header_are_no_fault() -> None:
    rows, findings = made("c1,A,FR,5,,,,,\n")

    assert (len(rows), findings.faults) == (1, [])


def test_an_example_of_the_template_is_not_read_and_that_is_said() -> None:
    rows, findings = made("Example: c1,A,FR,5,,\n")

    assert (rows, findings.rows.total()) == ([], 0)
    assert remarks(findings) == [(None, None, "an example of the template; not read")]


@pytest.mark.parametrize("text", ["n/a", "-", "\u2013", "?", "Unknown"])
def test_a_word_for_nothing_known_is_unknown_and_not_a_value(text: str) -> None:
    rows, findings = made(f"c1,A,FR,{text},,\n")

    assert "members" not in rows[0].cells
    assert remarks(findings) == [("members", text, "read as not stated")]


def test_a_name_may_be_any_word() -> None:
    rows, _ = made("c1,Unknown,FR,,,\n")

    assert rows[0].cells["name"] == "Unknown"


def test_entries_parted_by_semicolons_or_lines_are_a_list_and_that_is_said() -> None:
    rows, findings = made('c1,A,FR,,"Optics; Lasers\nOptics (fibre)",\n')

    assert rows[0].texts("technology_field") == ("Optics", "Lasers", "Optics (fibre)")
    assert [r.text for r in findings.remarks] == ["read as a list"]


def test_commas_part_no_list_since_labels_hold_them() -> None:
    rows, _ = made('c1,A,FR,,"Food, beverage & tobacco products",\n')

    assert rows[0].texts("technology_field") == ("Food, beverage & tobacco products",)


def test_control_characters_are_taken_out_and_that_is_said() -> None:
    rows, findings = made("c1,A\x1bB\x07,FR,,,\n")

    assert rows[0].cells["name"] == "AB"
    assert remarks(findings) == [
        ("name", "AB", "read without the control characters U+0007 U+001B")
    ]


def test_the_apostrophe_that_guards_a_formula_is_taken_off_again() -> None:
    rows, findings = made("c1,'=1+1,FR,,,\nc2,'s-Hertogenbosch,NL,,,\n")

    assert [row.cells["name"] for row in rows] == ["=1+1", "'s-Hertogenbosch"]
    assert [r.value for r in findings.remarks] == ["'=1+1"]


def test_a_text_that_begins_like_a_formula_is_kept_exactly() -> None:
    rows, _ = made('c1,"=HYPERLINK(""http://example.org"")",FR,,,\n')

    assert rows[0].cells["name"] == '=HYPERLINK("http://example.org")'


def test_a_formula_without_a_value_is_a_fault_of_its_cell() -> None:
    rows, _ = made("c1,A,FR,,,\n", members="formula")

    assert [(f.column, f.what) for f in rows[0].faults] == [("members", "formula without a value")]


def test_a_cell_that_shows_an_error_is_a_fault() -> None:
    rows, _ = made("c1,A,FR,#REF!,,\n", members="error")

    assert [(f.value, f.what) for f in rows[0].faults] == [("#REF!", "the cell shows an error")]


def test_a_cell_that_is_too_long_is_a_fault() -> None:
    rows, _ = made(f"c1,{'A' * 40_000},FR,,,\n")

    assert rows[0].faults[0].what == "the cell has 40,000 characters; 32,767 are taken"


def test_what_a_spreadsheet_made_of_a_text_is_remarked_on() -> None:
    _, findings = made("123456789012345678,TRUE,FR,,,yes\n", id="digits", name="yes_no",
                       eccp_listed="yes_no")  # fmt: skip

    assert [(r.column, r.text) for r in findings.remarks] == [
        ("id", "a number of more than 15 digits, which a spreadsheet does not keep exactly"),
        ("name", "read as text from a cell of yes or no"),
    ]


def test_a_value_under_no_title_is_said_not_to_be_read() -> None:
    findings = Findings()
    read = open_table(grid("id,name,\nc1,A,lost\n"), Findings())
    list(read.learnable(findings))

    assert [(r.column, r.text) for r in findings.remarks] == [
        ("C", "the column has no title and was not read")
    ]


def test_columns_are_lettered_as_in_a_spreadsheet() -> None:
    assert [letters(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
