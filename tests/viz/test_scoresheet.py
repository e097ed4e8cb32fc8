"""The form for an assessor: what it asks, what it offers, what is locked, and its way back."""

from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.builders import cluster, project
from tests.forms import fill_in, store_with_guide
from tests.people import GUIDE

from hanse.graph.errors import BadInput
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.ingest.score_loading import load_score_sheets
from hanse.queries.assessments import PeopleRatings
from hanse.viz.scoresheet import Form, write_score_sheet

FORM = Form(guide=GUIDE, candidates=("biocat", "optence"), assessor="Ana Example", day="2017-04-01")
GRAPH = project([*cluster("Biocat", numbers={"companies": 871}), *cluster("Optence")])
CRITERIA = [criterion.id for criterion in GUIDE.criteria]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ana.xlsx"
    write_score_sheet(GRAPH, FORM, path)
    return path


@pytest.fixture
def form(file: Path) -> Worksheet:
    return load_workbook(file)["Score sheet"]


def text(form: Worksheet, cell: str) -> str:
    return str(form[cell].value)


def test_the_head_says_what_it_is_and_who_rates_by_which_guide_on_which_day(
    form: Worksheet,
) -> None:
    assert [text(form, f"A{row}") for row in range(1, 5)] == [
        "Hanse score sheet", "Guide", "Assessor", "Date",
    ]  # fmt: skip
    assert [text(form, f"B{row}") for row in range(2, 5)] == [
        "laser-go-2017", "Ana Example", "2017-04-01",
    ]  # fmt: skip


def test_there_is_a_row_for_every_candidate_and_criterion(form: Worksheet) -> None:
    asked = [(text(form, f"A{row}"), text(form, f"D{row}")) for row in range(8, 28)]

    assert asked == [(c, k) for c in FORM.candidates for k in CRITERIA]
    assert form["A28"].value is None


def test_a_row_has_the_question_the_weight_the_scale_and_what_the_facts_say(
    form: Worksheet,
) -> None:
    assert text(form, "E8") == "How many companies belong to the cluster?"
    assert form["F8"].value == 5
    assert text(form, "G8").endswith("4: 101 to 150; 5: more than 200 companies")
    assert text(form, "H8") == "871 companies: rating 5 [test, p. 1]"
    assert text(form, "G10").startswith("0: Unacceptable; 1: Very weak")
    assert form["H10"].value is None


def test_each_rating_cell_offers_the_steps_of_its_scale(form: Worksheet) -> None:
    offered = {
        f"I{row}": validation.formula1
        for validation in form.data_validations.dataValidation
        for cells in validation.sqref.ranges
        for row, _ in cells.cells
    }

    assert offered["I11"] == '"0,1"'
    assert offered["I18"] == '"0,1,2,3,4,5"'
    assert len(offered) == 20
    assert all(v.showErrorMessage for v in form.data_validations.dataValidation)


def test_only_name_day_ratings_and_comments_can_be_written_into(form: Worksheet) -> None:
    unlocked = {
        cell.coordinate
        for row in form.iter_rows(max_row=27, max_col=13)
        for cell in row
        if not cell.protection.locked
    }

    assert form.protection.sheet
    assert unlocked == {"B3", "B4"} | {f"{column}{row}" for row in range(8, 28) for column in "IJ"}


def test_a_blank_counts_as_what_the_facts_leave_open_and_never_as_0(form: Worksheet) -> None:
    assert [form[f"{column}8"].value for column in "KLM"] == [
        '=IF($I8="",5,$I8)', '=IF($I8="",5,$I8)', '=IF($I8="",1,1)',
    ]  # fmt: skip
    assert [form[f"{column}10"].value for column in "KLM"] == [
        '=IF($I10="",0,$I10)', '=IF($I10="",5,$I10)', '=IF($I10="",0,1)',
    ]  # fmt: skip


def test_a_filled_form_comes_back_as_ratings_of_its_assessor(file: Path, tmp_path: Path) -> None:
    fill_in(file, {("biocat", "interest"): 4, ("optence", "culture"): 2})
    with closing(store_with_guide(tmp_path / "own.hanse")) as store:
        loaded = load_score_sheets([file], store)
        people = PeopleRatings(PartnershipGraph.of(store), GUIDE)

        assert loaded.faults == ()
        assert {c: {k: r.low for k, r in row.items()} for c, row in people.items()} == {
            "biocat": {"interest": 4}, "optence": {"culture": 2},
        }  # fmt: skip
        assert [person.title for person in people.assessors(["biocat"])] == ["Ana Example"]


def test_a_wrong_entry_is_told_by_its_sheet_row_and_column(file: Path, tmp_path: Path) -> None:
    fill_in(file, {("biocat", "interest"): 7, ("biocat", "culture"): "strong"})
    with closing(store_with_guide(tmp_path / "own.hanse")) as store:
        loaded = load_score_sheets([file], store)

    assert [(f.file, f.sheet, f.row, f.column, f.value) for f in loaded.faults] == [
        ("ana.xlsx", "Score sheet", 15, "Rating", "strong"),
        ("ana.xlsx", "Score sheet", 16, "Rating", "7"),
    ]


def test_a_name_that_looks_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    graph = project(cluster("=1+1", id="odd"))
    path = tmp_path / "x.xlsx"
    write_score_sheet(
        graph, Form(guide=GUIDE, candidates=("odd",), assessor="=A", day="2017"), path
    )
    form = load_workbook(path)["Score sheet"]

    assert (form["B8"].data_type, form["B8"].value) == ("s", "=1+1")
    assert (form["B3"].data_type, form["B3"].value) == ("s", "=A")


def test_a_form_that_is_there_already_is_never_overwritten(file: Path) -> None:
    before = file.read_bytes()

    with pytest.raises(BadInput, match="is there already"):
        write_score_sheet(GRAPH, FORM, file)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "form", "words"),
    [
        ("a.csv", FORM, "a score sheet is a workbook"),
        ("a.xlsx", Form(guide=GUIDE, candidates=(), assessor="Ana", day="2017"), "nobody to rate"),
        ("a.xlsx", Form(guide=GUIDE, candidates=("biocat",), assessor=" ", day="2017"), "nobody"),
    ],
)
def test_what_makes_no_form_is_refused(tmp_path: Path, name: str, form: Form, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        write_score_sheet(GRAPH, form, tmp_path / name)
    assert not (tmp_path / name).exists()
