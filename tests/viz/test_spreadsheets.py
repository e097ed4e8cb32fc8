"""No exported spreadsheet carries a live formula, and no value is changed in silence.

openpyxl makes a formula of any text that begins with "="; OWASP lists the beginnings that
spreadsheet programs take for one in CSV.
"""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from tests.strategies import texts

from hanse.graph.errors import BadInput
from hanse.viz import spreadsheets
from hanse.viz.flat_values import Flat
from hanse.viz.spreadsheets import Sheet, csv_text, guarded, workbook

ATTACKS = [
    "=HYPERLINK(1)",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\uff1d1",
    "=cmd|'/c'!A1",
]


def sheet(*cells: Flat | None, name: str = "clusters") -> Sheet:
    return Sheet(name=name, columns=tuple(f"c{n}" for n in range(len(cells))), rows=(cells,))


def read_csv(text: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.decode(), newline="")))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_text_that_looks_like_a_formula_gets_an_apostrophe_in_csv(attack: str) -> None:
    assert read_csv(csv_text(sheet(attack)))[1] == [f"'{attack}"]


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_apostrophe_can_be_switched_off_for_a_program(attack: str) -> None:
    assert read_csv(csv_text(sheet(attack), guard=False))[1] == [attack]


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_workbook_holds_it_as_a_text(attack: str) -> None:
    cell = load_workbook(io.BytesIO(workbook([sheet(attack)])))["clusters"]["A2"]

    assert cell.data_type == "s"


@given(st.lists(texts, min_size=1, max_size=4))
def test_no_workbook_holds_a_formula(cells: list[str]) -> None:
    book = load_workbook(io.BytesIO(workbook([sheet(*cells)])))

    assert {c.data_type for row in book["clusters"] for c in row if c.value is not None} <= {"s"}


def test_numbers_are_never_touched() -> None:
    assert read_csv(csv_text(sheet(-5, 2.5, -0.25)))[1] == ["-5", "2.5", "-0.25"]
    row = load_workbook(io.BytesIO(workbook([sheet(-5, 2.5)])))["clusters"]
    assert [cell.value for cell in row[2]] == [-5, 2.5]


def test_a_number_as_a_text_is_no_formula() -> None:
    assert guarded("-34.9") == "-34.9"
    assert guarded("-34.9+1") == "'-34.9+1"


def test_unknown_is_an_empty_cell_and_yes_is_a_word() -> None:
    assert read_csv(csv_text(sheet(None, True, False)))[1] == ["", "yes", "no"]
    cells = load_workbook(io.BytesIO(workbook([sheet(None, True, False)])))["clusters"][2]
    assert [cell.value for cell in cells] == [None, "yes", "no"]


@given(st.lists(texts, min_size=2, max_size=4))
def test_csv_comes_back_but_for_the_apostrophe(cells: list[str]) -> None:
    (_, row) = read_csv(csv_text(sheet(*cells)))

    assert row == [guarded(cell) for cell in cells]


def test_what_no_workbook_can_hold_is_shown_as_unreadable() -> None:
    book = load_workbook(io.BytesIO(workbook([sheet("a\x00b", "_x0041_")])))

    assert book["clusters"]["A2"].value == "a\ufffdb"


def test_a_text_that_looks_like_an_escape_is_told_apart() -> None:
    """In a workbook ``_x0041_`` is the letter A."""
    text = workbook([sheet("_x0041_")])

    assert b"_x005F_x0041_" in unzipped(text)


def unzipped(book: bytes) -> bytes:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def test_a_text_longer_than_a_cell_is_refused_and_not_cut_off() -> None:
    with pytest.raises(BadInput, match="more than the 32,767 characters") as fault:
        workbook([sheet("a" * 32_768)])
    assert "CSV" in fault.value.hint


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheets, "MOST_ROWS", 1)

    with pytest.raises(BadInput, match="would have 2 rows"):
        workbook([Sheet(name="x", columns=("a",), rows=((1,), (2,)))])


def test_the_header_stays_in_sight() -> None:
    page = load_workbook(io.BytesIO(workbook([sheet("x")])))["clusters"]

    assert page.freeze_panes == "A2"
    assert page["A1"].font.bold
