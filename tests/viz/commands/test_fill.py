"""A user's own list, from an empty template to answers."""

from pathlib import Path

import pytest
from tests.running import hanse

LIST = """Cluster name;Country;Total number of cluster members;Technology fields
Photonics Valley;Germany;more than 120;Optics
Cluster de la Santé;France;1.250;
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "list.csv"
    file.write_text(LIST, encoding="utf-8")
    return file


@pytest.fixture
def mine(tmp_path: Path) -> str:
    file = str(tmp_path / "mine.hanse")
    hanse("new", file, "--from", "laser-go")
    return file


def test_an_empty_template_loads_without_a_fault(tmp_path: Path) -> None:
    file = tmp_path / "template.xlsx"

    assert hanse("template", str(file), "--json").document["written"] == [str(file)]
    checked = hanse("check", str(file), "--json")

    assert checked.status == 0
    assert checked.document["put_aside"] == []


def test_a_list_is_understood_and_what_was_understood_is_said(table: Path) -> None:
    ran = hanse("check", str(table), "--json")

    assert ran.status == 0
    assert ran.document["loaded"]["cluster"] == 2
    assert "'Germany' understood as DE" in ran.err
    assert "more than 120" in ran.err


def test_a_loaded_cluster_is_a_candidate_like_any_other(table: Path, mine: str) -> None:
    assert hanse("load", str(table), "--project", mine).status == 0

    document = hanse("candidates", "--project", mine, "--json").document
    ranked = {c["id"] for c in document["candidates"]}

    assert "photonics-valley" in ranked
    assert "cluster-de-la-sante" in document["uncategorised"]


def test_loading_the_same_file_again_changes_nothing(table: Path, mine: str) -> None:
    hanse("load", str(table), "--project", mine)

    again = hanse("load", str(table), "--project", mine, "--json").document

    assert again["changed_project"] is False
    assert again["unchanged"] > 0


def test_with_any_fault_nothing_is_loaded_and_every_fault_is_told(
    tmp_path: Path, mine: str
) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text(LIST + "Ghost;Nowhereland;-5;\n", encoding="utf-8")
    before = Path(mine).read_bytes()

    ran = hanse("load", str(bad), "--project", mine, "--json")

    assert ran.status == 2
    assert {f["column"] for f in ran.document["put_aside"]} == {
        "Country",
        "Total number of cluster members",
    }
    assert all(f["row"] == 4 and f["remedy"] for f in ran.document["put_aside"])
    assert Path(mine).read_bytes() == before


def test_the_good_rows_are_loaded_when_that_is_asked_for(tmp_path: Path, mine: str) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text(LIST + "Ghost;Nowhereland;5;\n", encoding="utf-8")

    ran = hanse("load", str(bad), "--partial", "--project", mine, "--json")

    assert ran.status == 0
    assert ran.document["loaded"]["cluster"] == 2
    assert hanse("show", "Photonics Valley", "--project", mine).status == 0
    assert hanse("show", "Ghost", "--project", mine).status == 2


def test_faults_are_written_as_a_workbook_with_the_cells_marked(tmp_path: Path) -> None:
    bad, faults = tmp_path / "bad.csv", tmp_path / "faults.xlsx"
    bad.write_text("name,country\nGhost,Nowhereland\n", encoding="utf-8")

    hanse("check", str(bad), "--faults", str(faults))

    assert faults.read_bytes().startswith(b"PK")


def test_a_file_that_shrank_is_refused_until_that_is_meant(table: Path, mine: str) -> None:
    rows = "".join(f"Cluster {n};Germany;{n};Optics\n" for n in range(30, 50))
    table.write_text(LIST + rows, encoding="utf-8")
    hanse("load", str(table), "--project", mine)
    table.write_text(LIST, encoding="utf-8")

    refused = hanse("load", str(table), "--project", mine)
    meant = hanse("load", str(table), "--accept-shrink", "--project", mine)

    assert refused.status == 2
    assert "--accept-shrink" in refused.err
    assert meant.status == 0


def test_loading_never_changes_the_projects_defaults(table: Path, mine: str) -> None:
    before = hanse("candidates", "--project", mine, "--json").document["alliance"]

    hanse("load", str(table), "--project", mine)

    assert hanse("candidates", "--project", mine, "--json").document["alliance"] == before


def test_loading_the_same_again_says_that_nothing_has_changed(tmp_path: Path) -> None:
    mine, table = str(tmp_path / "mine.hanse"), tmp_path / "list.csv"
    table.write_text("id,name,country\na,Alpha Cluster,DE\n", encoding="utf-8")
    hanse("new", mine)

    first = hanse("load", str(table), "--project", mine)
    again = hanse("load", str(table), "--project", mine)

    assert "nothing has changed" not in first.out
    assert "nothing has changed" in again.out
