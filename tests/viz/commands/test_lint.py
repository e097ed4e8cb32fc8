"""The checks of guides and chains at the command line: 2 on errors, 0 on warnings alone."""

import json
import tracemalloc
from pathlib import Path

import pytest
import typer
from tests.people import GUIDE_TEXT
from tests.running import hanse
from typer.testing import CliRunner, Result

from hanse.graph.errors import BadInput, UnknownName
from hanse.viz.commands import lint


def run(*arguments: str) -> Result:
    cli = typer.Typer()
    lint.register(cli)
    return CliRunner().invoke(cli, arguments)


@pytest.mark.parametrize("kind", ["guide", "chain"])
def test_warnings_alone_end_with_0(kind: str) -> None:
    ran = run(kind, "lint", "--json")

    assert ran.exit_code == 0
    assert [*json.loads(ran.stdout)][:4] == ["project", "as_of", "version", "id"]


@pytest.mark.parametrize("kind", ["guide", "chain"])
def test_an_error_ends_with_2_and_the_document_is_printed_all_the_same(
    kind: str, tmp_path: Path
) -> None:
    file = tmp_path / "broken.toml"
    file.write_text("id = 5", encoding="utf-8")
    ran = run(kind, "lint", str(file), "--json")

    assert ran.exit_code == 2
    assert "error" in {finding["severity"] for finding in json.loads(ran.stdout)["findings"]}


def test_weights_that_do_not_add_up_are_refused_with_their_line(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(GUIDE_TEXT.replace("weight = 20", "weight = 30"), encoding="utf-8")
    ran = run("guide", "lint", str(file))

    assert ran.exit_code == 2
    assert "the weights add up to 110 percent, not to 100" in " ".join(ran.stdout.split())


def test_without_a_name_the_guide_of_the_project_is_checked() -> None:
    ran = run("guide", "lint")

    assert "151 to 200 companies have no rating" in ran.stdout
    assert "laser-go-2017: 0 errors" in ran.stdout


def test_a_guide_that_nobody_knows_is_refused() -> None:
    ran = run("guide", "lint", "nobodys")

    assert isinstance(ran.exception, UnknownName)


@pytest.mark.parametrize("kind", ["guide", "chain"])
@pytest.mark.parametrize("name", ["weights.yaml", "weights.YML", "some/weights.json"])
def test_a_file_in_another_format_is_refused_by_name_with_what_is_read(
    kind: str, name: str
) -> None:
    ran = run(kind, "lint", name)

    assert isinstance(ran.exception, BadInput)
    assert ran.exception.where == name
    assert ran.exception.what == f"a {kind} is read from TOML, not from {Path(name).suffix.lower()}"
    assert "weights.toml" in ran.exception.hint


def test_of_a_file_that_is_too_large_no_more_is_read_than_shows_it(tmp_path: Path) -> None:
    file = tmp_path / "large.toml"
    with file.open("wb") as sparse:
        sparse.truncate(64 << 20)
    tracemalloc.start()
    ran = run("chain", "lint", str(file), "--project", "laser-go")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert ran.exit_code == 2
    assert "262,144 bytes are allowed" in " ".join(ran.stdout.split())
    assert peak < 64 << 20


RULES = """\
id = "strict"
label = "Strict"
[[rules]]
id = "size"
kind = "count"
text = "At least 60 companies."
unit = "companies"
at_least = 60
[[rules]]
id = "listed"
kind = "listed"
"""


def test_ratings_out_of_reach_are_judged_by_the_rules_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "rules.toml"
    file.write_text(RULES, encoding="utf-8")
    ran = run("guide", "lint", "--rules", str(file), "--json")
    found = [f for f in json.loads(ran.stdout)["findings"] if f["code"] == "unreachable-rating"]

    assert ["ratings 0, 1 and 2 and the 51 to 59 of rating 3" in f["message"] for f in found] == [
        True,
        False,
    ]
    assert found[1]["remedy"] == "leave the question out: the rule has answered it"


def test_rules_that_nobody_knows_are_refused() -> None:
    assert isinstance(run("guide", "lint", "--rules", "nobodys").exception, UnknownName)


def test_rules_that_are_not_known_are_named_in_the_plural() -> None:
    ran = hanse("guide", "lint", "--rules", "nosuch")

    assert ran.status == 2
    assert "no rules are called 'nosuch'" in ran.err
