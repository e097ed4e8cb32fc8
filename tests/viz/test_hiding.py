"""Evaluations with hidden candidates: no name in what is handed round, a warning to the author.

LASER-GO D4.1 (2017) keeps four candidates anonymous and names the pool: 7 - 3 = 4.
"""

from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.running import hanse

NAMES = ("medicalmountains", "beauty cluster", "beauty-cluster", "biopro")
HIDDEN = ("--anonymous", "medicalmountains,Beauty Cluster Barcelona,biopro-baden-wuerttemberg")
DEMO = ("--project", "demo-ratings")


@pytest.mark.parametrize("command", [("evaluate",), ("robustness", "--draws", "50")])
@pytest.mark.parametrize("form", ["--json", None])
def test_what_is_printed_holds_no_hidden_name(command: tuple[str, ...], form: str | None) -> None:
    ran = hanse(*command, *HIDDEN, *DEMO, *([form] if form else []))

    assert not [name for name in NAMES if name in ran.out.casefold()]
    assert "Candidate A" in ran.out


def test_the_author_is_warned_of_who_can_be_told_by_subtraction() -> None:
    ran = hanse("evaluate", *HIDDEN, *DEMO, "--json")

    assert "by subtraction" in ran.err
    assert "medicalmountains" in ran.err
    assert ran.document["reidentification"][0] == {
        "kind": "by subtraction",
        "pseudonyms": ["Candidate A", "Candidate B", "Candidate C"],
    }


def test_hiding_changes_no_score() -> None:
    open_scores = [c["fit"] for c in hanse("evaluate", *DEMO, "--json").document["candidates"]]
    hidden = hanse("evaluate", *HIDDEN, *DEMO, "--json").document

    assert [c["fit"] for c in hidden["candidates"]] == open_scores


@pytest.mark.parametrize(
    ("who", "reason"), [("medicen", "no candidate here"), ("nobody-at-all", "no cluster is called")]
)
def test_who_is_not_evaluated_cannot_be_hidden(who: str, reason: str) -> None:
    ran = hanse("evaluate", "--candidates", "biocat", "--anonymous", who, *DEMO)

    assert ran.status == 2
    assert reason in ran.err
    assert not ran.out


def test_a_scorecard_to_hand_on_holds_no_hidden_name_in_any_part_of_it(tmp_path: Path) -> None:
    file = tmp_path / "scorecard.xlsx"
    ran = hanse("export", "scorecard", str(file), *HIDDEN, *DEMO)
    with ZipFile(file) as book:
        text = "".join(book.read(part).decode("utf-8") for part in book.namelist()).casefold()

    assert not [name for name in NAMES if name in text]
    assert "candidate a" in text
    assert "by subtraction" in ran.err


def test_what_shows_every_name_is_not_written_as_if_it_hid_some(tmp_path: Path) -> None:
    ran = hanse("export", "clusters", str(tmp_path / "clusters.csv"), *HIDDEN, *DEMO)

    assert ran.status == 2
    assert "shows every name" in ran.err
    assert not [*tmp_path.iterdir()]


def test_the_leak_of_2017_is_found_in_a_report_on_the_seven_that_were_taken_up() -> None:
    """D4.1 names seven in section 2 and three in section 3.2, and hides four: 7 - 3 = 4."""
    four = "zab-brandenburg,biopro-baden-wuerttemberg,medicalmountains,beauty-cluster-barcelona"
    seven = f"{four},biocat,medicen,optence"
    ran = hanse("evaluate", "--candidates", seven, "--anonymous", four, "--json")

    assert "7 in the pool, 3 of them shown by name: 7 - 3 = 4" in ran.err
    assert [leak["kind"] for leak in ran.document["reidentification"]] == ["by subtraction"]
