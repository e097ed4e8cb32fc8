"""The empty table that people fill in: it loads as it is, and once it is filled in."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from hanse.graph.errors import BadInput
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.schema import schema
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.loading import check, load
from hanse.ingest.sheets import columns_of, needed_by
from hanse.viz.template import TemplateSheet, template_sheets, write_template

# Named by issue 5.
WANTED = {"clusters", "partnerships", "memberships", "markets", "agreements", "counts", "focus",
          "aliases", "sources"}  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Path:
    write_template(tmp_path / "mine.xlsx")
    return tmp_path / "mine.xlsx"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_template(tmp_path / "mine")
    return tmp_path / "mine"


def test_it_has_the_sheets_that_are_promised() -> None:
    assert {sheet.name for sheet in template_sheets()} >= WANTED


@pytest.mark.parametrize("sheet", template_sheets(), ids=lambda sheet: sheet.name)
def test_every_column_is_read_and_none_that_is_needed_is_lacking(sheet: TemplateSheet) -> None:
    assert set(sheet.columns) <= set(columns_of(sheet.name))
    assert [need for need in needed_by(sheet.name) if not set(need) & set(sheet.columns)] == []
    assert {column for example in sheet.examples for column in example} <= set(sheet.columns)
    assert all(sheet.columns.values())


@pytest.mark.parametrize("form", ["book", "folder"])
def test_it_loads_as_it_is_with_no_fault_and_no_row(
    form: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    store = SqliteStore.create(tmp_path / "mine.hanse")
    done = load([request.getfixturevalue(form)], store)

    assert (done.faults, done.taken, sum(file.rows for file in done.files)) == ((), {}, 0)
    assert {remark.text for remark in done.remarks} == {"an example of the template; not read"}


def test_a_row_that_is_filled_in_is_loaded(book: Path, tmp_path: Path) -> None:
    filled = load_workbook(book)
    page = filled["clusters"]
    columns = [cell.value for cell in page[1]]
    said: dict[str, str | int] = {"name": "Optence", "country": "Germany", "members": 110}
    for column, value in said.items():  # below the example of row 2
        page.cell(row=3, column=columns.index(column) + 1, value=value)
    filled.save(book)
    store = SqliteStore.create(tmp_path / "mine.hanse")
    done = load([book], store)

    assert (done.faults, done.taken) == ((), {"cluster": 1})
    assert PartnershipGraph.of(store).clusters()[0].country == "DE"


@pytest.mark.parametrize("sheet", template_sheets(), ids=lambda sheet: sheet.name)
def test_every_word_that_is_offered_is_one_that_is_read(sheet: TemplateSheet, book: Path) -> None:
    page = load_workbook(book)[sheet.name]
    ranges = {
        str(choice.sqref).split(":")[0]: choice for choice in page.data_validations.dataValidation
    }
    lists = load_workbook(book)["lists"]
    for column, words in sheet.choices.items():
        letter = get_column_letter(list(sheet.columns).index(column) + 1)
        source = ranges[f"{letter}2"].formula1
        first, last = source.removeprefix("lists!").replace("$", "").split(":")
        assert [cell[0].value for cell in lists[f"{first}:{last}"]] == list(words)


def test_units_kinds_schemes_and_countries_are_offered() -> None:
    choices = {sheet.name: sheet.choices for sheet in template_sheets()}

    assert choices["counts"]["unit"] == schema().units
    assert "France" in choices["clusters"]["country"]
    assert choices["partnerships"]["kind"][:3] == ("partnership", "network", "consortium")
    assert "stated_focus" in choices["focus"]["scheme"]


def test_the_help_says_what_goes_into_every_column(book: Path, folder: Path) -> None:
    page = load_workbook(book)["help"]
    lines = [row[0] for row in page.iter_rows(values_only=True) if row[0]]

    assert lines == [line for line in (folder / "help.txt").read_text("utf-8").splitlines() if line]
    for sheet in template_sheets():
        assert f"{sheet.name}: {sheet.purpose}" in lines


def test_nothing_in_it_is_a_formula(book: Path) -> None:
    pages = load_workbook(book)

    assert {c.data_type for page in pages for row in page.iter_rows() for c in row} <= {"s", "n"}


def test_the_folder_holds_the_same_tables(folder: Path) -> None:
    for sheet in template_sheets():
        with (folder / f"{sheet.name}.csv").open(encoding="utf-8-sig", newline="") as file:
            header, *examples = csv.reader(file)
        assert header == list(sheet.columns)
        assert len(examples) == len(sheet.examples)
        assert all(row[0].startswith("example:") for row in examples)


def test_nothing_that_stands_there_is_written_over(book: Path, folder: Path) -> None:
    for path in (book, folder):
        with pytest.raises(BadInput, match="this exists already"):
            write_template(path)


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"cannot be written as \.csv"):
        write_template(tmp_path / "list.csv")


def test_a_folder_that_is_not_there_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        write_template(tmp_path / "gone" / "mine")
    assert list(tmp_path.iterdir()) == []


def test_an_example_would_load_if_it_were_none(folder: Path) -> None:
    for path in folder.glob("*.csv"):
        text = path.read_text("utf-8-sig").replace("example: ", "")
        path.write_text(text, encoding="utf-8")

    assert check([folder]).faults == ()
