"""A guide that travels with a form is taken in with it, and never replaces a kept one."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.forms import fill_in
from tests.people import GUIDE, GUIDE_TEXT
from tests.running import hanse
from tests.table_files import workbook_file

from hanse.graph.errors import BadInput
from hanse.ingest.carried_guides import LONGEST, carried, check_same, rows_of
from hanse.ingest.workbook import workbook_grids

OWN = '''\
id = "call"
label = "Our call"
source = "us"

[groups]
g = "Group"

[scales.lean]
kind = "likert"
labels = { 0 = "No", 1 = "Maybe", 2 = "Yes" }

[[criteria]]
id = "will"
question = """Do they want it?

  Really? """
group = "g"
weight = 100
scale = "lean"
'''


@pytest.fixture
def project(tmp_path: Path) -> str:
    mine = str(tmp_path / "mine.hanse")
    hanse("new", mine, "--from", "laser-go")
    return mine


def form(folder: Path, project: str, *, assessor: str = "Ana") -> Path:
    """Write a form for a guide in a file and fill it in."""
    guide, file = folder / "call.toml", folder / f"{assessor}.xlsx"
    guide.write_text(OWN, encoding="utf-8")
    asked = ("--guide", str(guide), "--candidates", "biocat,optence", "--assessor", assessor)
    assert hanse("scoresheet", str(file), *asked, "--project", project).status == 0
    fill_in(file, {("biocat", "will"): 2, ("optence", "will"): 1})
    return file


def test_a_form_for_a_guide_in_a_file_loads_with_its_guide(tmp_path: Path, project: str) -> None:
    loaded = hanse("load", str(form(tmp_path, project)), "--project", project, "--json").document
    asked = ("--guide", "call", "--candidates", "biocat,optence", "--project", project, "--json")
    cards = hanse("evaluate", *asked).document["candidates"]

    assert loaded["loaded"] == {"rating": 2, "guide": 1}
    assert [(card["id"], card["fit"]["low"]) for card in cards] == [("biocat", 1), ("optence", 0.5)]


def test_two_assessors_bring_the_guide_once_and_a_form_may_be_loaded_again(
    tmp_path: Path, project: str
) -> None:
    files = [str(form(tmp_path, project, assessor=name)) for name in ("Ana", "Ben")]
    first = hanse("load", *files, "--project", project, "--json").document
    again = hanse("load", files[0], "--project", project, "--json").document

    assert first["loaded"] == {"rating": 4, "guide": 1}
    assert (again["loaded"], again["changed_project"]) == ({"rating": 2}, False)
    assert hanse("show", "call", "--project", project).status == 0


def test_a_wrong_form_brings_no_guide_either(tmp_path: Path, project: str) -> None:
    file = form(tmp_path, project)
    fill_in(file, {("biocat", "will"): 7})

    ran = hanse("load", str(file), "--project", project)

    assert ran.status == 2
    assert "mend what is listed" in ran.err
    assert "--partial" not in ran.err
    assert hanse("show", "call", "--project", project).status == 2


def test_a_form_is_not_made_for_a_guide_that_the_project_keeps_otherwise(
    tmp_path: Path, project: str
) -> None:
    hanse("load", str(form(tmp_path, project)), "--project", project)
    other = tmp_path / "other.toml"
    other.write_text(OWN.replace("Maybe", "Perhaps"), encoding="utf-8")
    file = tmp_path / "c.xlsx"
    asked = ("--guide", str(other), "--assessor", "C", "--project", project)
    ran = hanse("scoresheet", str(file), *asked)

    assert ran.status == 2
    assert "another guide called call" in ran.err
    assert f"hanse load {other}" in "".join(ran.err.splitlines())
    assert not file.exists()


def test_a_form_whose_guide_rates_otherwise_by_now_is_refused_whole(
    tmp_path: Path, project: str
) -> None:
    file = form(tmp_path, project)
    (tmp_path / "call.toml").write_text(OWN.replace("Maybe", "Perhaps"), encoding="utf-8")
    other = tmp_path / "d.xlsx"
    asked = ("--guide", str(tmp_path / "call.toml"), "--candidates", "biocat", "--assessor", "D")
    hanse("scoresheet", str(other), *asked, "--project", project)
    fill_in(other, {("biocat", "will"): 1})
    hanse("load", str(other), "--project", project)
    ran = hanse("load", str(file), "--project", project, "--json")

    assert ran.status == 2
    assert "will differs" in ran.document["put_aside"][0]["reason"]


@pytest.mark.parametrize("text", [GUIDE_TEXT, OWN, f"# {'a' * (2 * LONGEST)}\n{OWN}"])
def test_the_text_comes_back_as_it_was_written(tmp_path: Path, text: str) -> None:
    path = workbook_file(tmp_path, {"guide": list(rows_of(text))})
    found = carried(workbook_grids(path))

    assert found is not None
    assert found.text == text.removesuffix("\n")


def test_a_workbook_without_one_carries_none(tmp_path: Path) -> None:
    assert carried(workbook_grids(workbook_file(tmp_path, {"x": [["id"], ["a"]]}))) is None


def test_other_weights_do_no_harm_and_other_scales_are_refused() -> None:
    first, *rest = GUIDE.criteria
    lighter = replace(GUIDE, criteria=(replace(first, weight=0.01), *rest))
    shorter = replace(GUIDE, criteria=tuple(rest))

    check_same(GUIDE, lighter)
    with pytest.raises(BadInput, match="photonics-share differs"):
        check_same(GUIDE, shorter)
