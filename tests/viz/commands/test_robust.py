"""The command that asks what would change the order."""

import json

from typer import Typer
from typer.testing import CliRunner, Result

from hanse.graph.errors import BadInput
from hanse.viz.commands import robust


def run(*arguments: str) -> Result:
    # a second command, for one alone would need no name
    cli = Typer()
    robust.register(cli)
    cli.command(name="other")(lambda: None)
    return CliRunner().invoke(cli, ("robustness", *arguments))


def test_the_demonstration_has_something_of_everything_to_show() -> None:
    document = json.loads(run("--project", "demo-ratings", "--json").stdout)

    assert document["guide"] == "laser-go-2017"
    assert document["synthetic"] is True
    assert document["nearest_swaps"]
    assert document["facts"]
    assert len(document["agreement"]["assessors"]) == 3
    assert sum(document["first"].values()) - 1 < 1e-9


def test_the_same_seed_prints_the_same_answer() -> None:
    asked = ("--project", "demo-ratings", "--draws", "500", "--seed", "3", "--json")

    assert run(*asked).stdout == run(*asked).stdout


def test_the_candidates_may_be_named() -> None:
    document = json.loads(run("--candidates", "biocat,optence", "--draws", "50", "--json").stdout)

    assert {*document["first"]} == {"biocat", "optence"}


def test_a_table_says_that_little_is_scored() -> None:
    assert "not enough scored to be ranked" in run("--draws", "50").stdout


def test_a_concentration_of_0_is_refused() -> None:
    assert isinstance(run("--concentration", "0").exception, BadInput)
