"""The second page of a form adds up what the evaluation does: checked by working its formulas."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.builders import cluster, project
from tests.forms import fill_in
from tests.people import GUIDE

from hanse.graph.quantities import exact
from hanse.queries.rubric import evaluate
from hanse.viz.scoresheet import Form, write_score_sheet

GRAPH = project([*cluster("Biocat", numbers={"companies": 871}), *cluster("Optence")])
FORM = Form(guide=GUIDE, candidates=("biocat", "optence"), assessor="Ana", day="2017")
RATINGS = {("biocat", "interest"): 4, ("biocat", "eccp"): 1, ("optence", "fair-contract"): 5}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ana.xlsx"
    write_score_sheet(GRAPH, FORM, path)
    fill_in(path, RATINGS)
    return path


def counted(page: Worksheet, cell: str) -> float:
    """Work out =IF($I8="",low,$I8): the rating given, or else what the facts leave open."""
    found = re.fullmatch(r'=IF\(\$I(\d+)="",([\d.]+),(\$I\d+|1)\)', str(page[cell].value))
    assert found
    given = page[f"I{found[1]}"].value
    if given is None:
        return float(found[2])
    return 1.0 if found[3] == "1" else float(str(given))


def summed(page: Worksheet, result: Worksheet, cell: str) -> float:
    """Work out =SUMPRODUCT((ids=$A2)*weights*counts)/100."""
    found = re.fullmatch(
        r"=SUMPRODUCT\(\('Score sheet'!\$A\$(\d+):\$A\$(\d+)=\$A(\d+)\)\*"
        r"'Score sheet'!\$F\$\1:\$F\$\2\*'Score sheet'!\$([KLM])\$\1:\$\4\$\2\)/100",
        str(result[cell].value),
    )
    assert found
    rows = range(int(found[1]), int(found[2]) + 1)
    own = result[f"A{found[3]}"].value
    return sum(
        float(str(page[f"F{row}"].value)) * counted(page, f"{found[4]}{row}") / 100
        for row in rows
        if page[f"A{row}"].value == own
    )


def test_scores_and_the_share_rated_are_those_of_the_evaluation(file: Path) -> None:
    book = load_workbook(file)
    page, result = book["Score sheet"], book["Result"]
    table = {
        c: {k: exact(value) for (who, k), value in RATINGS.items() if who == c}
        for c in FORM.candidates
    }
    cards = {
        card.id: card
        for card in evaluate(GRAPH, GUIDE, candidates=FORM.candidates, ratings=table).candidates
    }

    for row, candidate in enumerate(FORM.candidates, start=2):
        card = cards[candidate]
        assert result[f"A{row}"].value == candidate
        assert summed(page, result, f"C{row}") == pytest.approx(card.weighted_score.low)
        assert summed(page, result, f"D{row}") == pytest.approx(card.weighted_score.high)
        assert summed(page, result, f"G{row}") == pytest.approx(card.coverage)
        assert result[f"E{row}"].value == f"=C{row}/4.8"
        assert result[f"F{row}"].value == f"=D{row}/4.8"


def test_nothing_on_the_page_can_be_written_into(file: Path) -> None:
    result = load_workbook(file)["Result"]

    assert result.protection.sheet
    assert all(cell.protection.locked for row in result.iter_rows() for cell in row)
