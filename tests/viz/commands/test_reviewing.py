"""`hanse review`: listed, decided, taken back, and kept whatever is loaded afterwards."""

from pathlib import Path
from typing import Any

import pytest
from tests.running import Ran, hanse
from tests.table_files import csv_file

LIST = "id,name,country\nc1,Lyonbiopole healthcare cluster,FR\nc2,LITEKA cluster,LT\n"
PAIR = "c1:lyonbiopole"


@pytest.fixture
def mine(tmp_path: Path) -> str:
    file = str(tmp_path / "mine.hanse")
    hanse("new", file, "--from", "laser-go")
    assert load(file, tmp_path).status == 0
    return file


def load(project: str, folder: Path) -> Ran:
    return hanse("load", str(csv_file(folder, LIST)), "--project", project)


def reviewed(project: str, *options: str) -> dict[str, dict[str, Any]]:
    ran = hanse("review", *options, "--project", project, "--json")
    assert ran.status == 0
    return {pair["id"]: pair for pair in ran.document["pairs"]}


def clusters(project: str) -> dict[str, dict[str, Any]]:
    document = hanse("clusters", "--project", project, "--json").document
    return {c["id"]: c for c in document["clusters"]}


def test_a_wrong_link_is_parted_and_stays_so_after_the_next_import(
    mine: str, tmp_path: Path
) -> None:
    assert reviewed(mine)[PAIR]["judgement"] == "linked"
    assert "c1" not in clusters(mine)

    parted = reviewed(mine, "--different", PAIR, "--by", "Ana Silva")[PAIR]
    load(mine, tmp_path)

    assert (parted["judgement"], parted["judged_by"]) == ("different", "person:ana-silva")
    assert reviewed(mine)[PAIR]["judgement"] == "different"
    assert "c1" in clusters(mine)


def test_what_was_accepted_stays_accepted_after_the_next_import(mine: str, tmp_path: Path) -> None:
    reviewed(mine, "--accept", "c2:litek", "--note", "they said so")
    load(mine, tmp_path)

    pair = reviewed(mine)["c2:litek"]
    assert (pair["judgement"], pair["note"]) == ("same", "they said so")
    assert pair["judged_on"] is not None
    assert "LITEKA cluster" in clusters(mine)["litek"]["aliases"]


# The guide names LITEK as a partner and LITEKA, the park that runs it, as a participant.
def test_litek_and_liteka_are_two_as_the_guide_says() -> None:
    assert reviewed("laser-go")["litek:liteka"]["judgement"] == "different"


def test_contradictory_merges_are_warned_of(mine: str) -> None:
    reviewed(mine, "--accept", "c2:litek", "--accept", "c1:litek", "--accept", PAIR)
    ran = hanse("review", "--different", "c2:c1", "--project", mine)

    assert "warning: c1 and c2 are said to be different, and c1 = litek = c2" in ran.err
    assert ran.status == 0


def test_an_unknown_pair_and_a_shipped_project_are_refused() -> None:
    unknown = hanse("review", "--accept", "litek:nobody")
    shipped = hanse("review", "--accept", "litek:biocat")

    assert (unknown.status, shipped.status) == (2, 2)
    assert "no pair is called 'litek:nobody'" in unknown.err
    assert "cannot be changed" in shipped.err
