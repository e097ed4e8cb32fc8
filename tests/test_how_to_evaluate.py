"""docs/how-to/evaluate.md, run as it stands: from an empty guide to a ranked shortlist."""

import re
import shlex
from pathlib import Path

import pytest
from tests.forms import fill_in
from tests.running import Ran, hanse

PAGE = (Path(__file__).parent.parent / "docs" / "how-to" / "evaluate.md").read_text("utf-8")
FILES = re.findall(r"`(call/[\w.-]+)`:\n\n```\w+\n(.*?)```", PAGE, re.DOTALL)
COMMANDS = [
    line
    for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    for line in block.strip().splitlines()
]
PROGRAMS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
SAID = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
# What the two assessors put into their forms.
ANA = {("north", "interest"): 4, ("north", "team"): 2, ("south", "interest"): 3,
       ("south", "team"): 4, ("east", "interest"): 4, ("east", "team"): 4,
       ("west", "interest"): 2}  # fmt: skip
BEN = {("north", "interest"): 4, ("north", "team"): 4, ("south", "interest"): 2,
       ("south", "team"): 4, ("east", "interest"): 4, ("west", "interest"): 1,
       ("west", "team"): 1}  # fmt: skip

needs_forms = pytest.mark.skipif(
    "scoresheet" not in hanse("--help").out, reason="the command line has no score sheets yet"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reader")


@pytest.fixture(scope="module")
def ran(folder: Path) -> list[tuple[str, Ran]]:
    """Run every command of the page in an empty folder, as a reader would."""
    (folder / "call").mkdir()
    for name, text in FILES:
        (folder / name).write_text(text, encoding="utf-8")
    found = []
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for command in COMMANDS:
            if command.startswith("hanse load ana.xlsx"):
                fill_in(Path("ana.xlsx"), ANA)
                fill_in(Path("ben.xlsx"), BEN)
            found.append((command, hanse(*shlex.split(command)[1:])))
    return found


def answer(ran: list[tuple[str, Ran]], start: str) -> str:
    return next(" ".join(result.out.split()) for name, result in ran if name.startswith(start))


@needs_forms
def test_every_command_of_the_page_ends_well(ran: list[tuple[str, Ran]]) -> None:
    assert [(name, r.err) for name, r in ran if r.status != 0] == []
    assert len(ran) == len(COMMANDS) == 9


@needs_forms
def test_the_ratings_of_both_forms_arrive(ran: list[tuple[str, Ran]]) -> None:
    assert "14 rating" in answer(ran, "hanse load ana.xlsx")


@needs_forms
def test_the_shortlist_is_ranked_with_its_doubts(ran: list[tuple[str, Ran]]) -> None:
    ranking = answer(ran, "hanse evaluate")

    assert "1-2 Cluster North" in ranking
    assert "1-3 Cluster East" in ranking
    assert "Disputed, Cluster North: team" in ranking
    assert "Cluster West may be excluded by team." in ranking


@needs_forms
def test_what_would_change_it_is_told(ran: list[tuple[str, Ran]]) -> None:
    assert "companies of Cluster East (nobody has rated it)" in answer(ran, "hanse robustness")


def test_the_guide_of_the_page_has_no_errors(tmp_path: Path) -> None:
    file = tmp_path / "guide-call.toml"
    file.write_text(dict(FILES)["call/guide-call.toml"], encoding="utf-8")

    assert "0 errors" in hanse("guide", "lint", str(file)).out


def test_the_weights_by_questions_are_those_that_the_page_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "call").mkdir()
    (tmp_path / "call" / "guide-call.toml").write_text(
        dict(FILES)["call/guide-call.toml"], encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    exec(PROGRAMS[0], {})

    assert capsys.readouterr().out.endswith(SAID[0])


@needs_forms
def test_the_notebook_gives_the_same_ranking(
    ran: list[tuple[str, Ran]],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert ran
    monkeypatch.chdir(folder)
    exec(PROGRAMS[1], {})

    assert "('north', RankRange(best=1, worst=2))" in capsys.readouterr().out
