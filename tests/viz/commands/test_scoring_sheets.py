"""The command that writes a form for an assessor."""

import json
from pathlib import Path

from openpyxl import load_workbook
from tests.forms import fill_in
from typer import Typer
from typer.testing import CliRunner, Result

from hanse.graph.errors import ImpossibleDate
from hanse.viz.commands import scoring_sheets


def run(*arguments: str) -> Result:
    cli = Typer()
    scoring_sheets.register(cli)
    return CliRunner().invoke(cli, arguments)


def test_a_form_is_written_for_the_guide_the_candidates_and_the_day_of_the_project(
    tmp_path: Path,
) -> None:
    file = tmp_path / "ana.xlsx"
    ran = run(str(file), "--assessor", "Ana", "--candidates", "biocat,optence", "--json")
    page = load_workbook(file)["Score sheet"]

    assert ran.exit_code == 0
    assert json.loads(ran.stdout)["counts"] == {"candidates": 2, "questions": 10}
    assert json.loads(ran.stdout)["written"] == [str(file)]
    assert [page[f"B{row}"].value for row in (2, 3, 4)] == ["laser-go-2017", "Ana", "2017-04-13"]


def test_by_default_the_candidates_are_the_pool_of_the_project_and_the_members(
    tmp_path: Path,
) -> None:
    ran = run(str(tmp_path / "ana.xlsx"), "--assessor", "Ana", "--json")

    assert json.loads(ran.stdout)["counts"]["candidates"] == 13


def test_a_day_of_ones_own_is_taken_and_an_impossible_one_refused(tmp_path: Path) -> None:
    run(str(tmp_path / "a.xlsx"), "--assessor", "Ana", "--date", "2017-05-02")
    wrong = run(str(tmp_path / "b.xlsx"), "--assessor", "Ana", "--date", "2017-02-30")

    assert load_workbook(tmp_path / "a.xlsx")["Score sheet"]["B4"].value == "2017-05-02"
    assert isinstance(wrong.exception, ImpossibleDate)
    assert not (tmp_path / "b.xlsx").exists()


def test_a_form_that_is_there_already_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "ana.xlsx"
    run(str(file), "--assessor", "Ana", "--candidates", "biocat")
    fill_in(file, {("biocat", "interest"): 4})
    before = file.read_bytes()
    run(str(file), "--assessor", "Ana", "--candidates", "biocat")

    assert file.read_bytes() == before


def test_an_alliance_made_up_here_joins_the_pool(tmp_path: Path) -> None:
    """The members that the options name stand before the pool of the project."""
    asked = ("--members", "litek,opticsvalley", "--add", "lyonbiopole", "--remove", "opticsvalley")
    ran = run(str(tmp_path / "a.xlsx"), "--assessor", "Ana", *asked, "--json")
    page = load_workbook(tmp_path / "a.xlsx")["Score sheet"]
    rated = dict.fromkeys(page[f"A{row}"].value for row in range(8, page.max_row + 1))

    assert ran.exit_code == 0
    assert [*rated][:2] == ["litek", "lyonbiopole"]
    assert "opticsvalley" not in rated
