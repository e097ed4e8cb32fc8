"""The contract of the command line, which scripts rely on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.running import hanse

QUESTIONS = ("clusters", "partnerships", "candidates", "evaluate", "reach")


def test_help_names_every_command_and_ends_well() -> None:
    ran = hanse("--help")

    assert ran.status == 0
    assert all(command in ran.out for command in QUESTIONS)


def test_the_version_is_printed_alone() -> None:
    assert hanse("--version").out.count(".") == 2


@pytest.mark.parametrize("command", QUESTIONS)
def test_an_answer_as_json_starts_with_what_repeats_it(command: str) -> None:
    document = hanse(command, "--json").document

    assert list(document)[:3] == ["project", "as_of", "version"]
    assert document["project"] == "laser-go"
    assert document["as_of"] == "2017-04-13"


def test_the_project_may_stand_before_or_after_the_command() -> None:
    before = hanse("--project", "escp", "partnerships", "--json")
    after = hanse("partnerships", "--project", "escp", "--json")

    assert before.out == after.out
    assert before.document["project"] == "escp"


def test_the_project_named_after_the_command_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANSE_PROJECT", "escp")

    assert hanse("sources", "--json").document["project"] == "escp"
    assert hanse("sources", "--project", "laser-go", "--json").document["project"] == "laser-go"


def test_an_answer_in_json_is_the_only_thing_on_standard_output() -> None:
    ran = hanse("conflicts", "--json")

    assert ran.document["conflicts"]


# -- what is at fault is said: what, where, what to do, and by the exit status ------------------


def test_an_unknown_cluster_suggests_the_nearest() -> None:
    ran = hanse("reach", "--add", "biocatt")

    assert ran.status == 2
    assert "no cluster is called 'biocatt'" in ran.err
    assert "biocat" in ran.err.split("hint:")[1]


def test_names_are_known_without_case_and_accents() -> None:
    by_id = hanse("show", "opticsvalley", "--json").document

    assert hanse("show", "Opticsvalley", "--json").document == by_id
    assert hanse("show", "OPTICSVALLEY", "--json").document == by_id


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("candidates", "--chain", "no-such-chain"), "no chain is called 'no-such-chain'"),
        (("evaluate", "--guide", "missing.toml"), "missing.toml"),
        (("candidates", "--as-of", "2017-02-30"), "'2017-02-30' is not a date"),
        (("candidates", "--for", "laser-go-global"), "held from 2017-07-07, not on 2017-04-13"),
        (("reach", "--remove", "biocat"), "biocat is not in the alliance"),
        (("show", "nobody at all"), "no thing is called 'nobody at all'"),
        (("sources", "--project", "no-such-file.hanse"), "there is no such project"),
        (("sources", "--project", "lasergo"), "no project is called 'lasergo'"),
        (("no-such-command",), "No such command"),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, tuple) else None,
)
def test_what_the_user_can_mend_ends_with_2_and_says_how(
    arguments: tuple[str, ...], words: str
) -> None:
    ran = hanse(*arguments)

    assert ran.status == 2
    assert words in ran.err
    assert "Traceback" not in ran.err
    assert ran.out == ""


def test_a_file_that_is_no_project_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "list.hanse"
    file.write_text("id,name\n1,Biocat\n", encoding="utf-8")

    ran = hanse("clusters", "--project", str(file))

    assert ran.status == 2
    assert str(file) in ran.err
    assert "hint:" in ran.err
    assert file.read_text(encoding="utf-8") == "id,name\n1,Biocat\n"


def test_a_chain_with_a_mistake_is_refused_with_file_and_line(tmp_path: Path) -> None:
    chain = tmp_path / "chain.toml"
    chain.write_text('id = "mine"\nlabel = "Mine"\nstagess = []\n', encoding="utf-8")

    ran = hanse("candidates", "--chain", str(chain))

    assert ran.status == 2
    assert f"{chain}" in ran.err
    assert "line 3" in ran.err or ":3" in ran.err


def test_an_internal_fault_shows_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("a wheel came off")

    monkeypatch.setattr("hanse.viz.session.Session.open", broken)
    ran = hanse("clusters")

    assert ran.status == 1
    assert "internal fault: RuntimeError: a wheel came off" in ran.err
    assert "Traceback" not in ran.err


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = f"{sys.executable} -m hanse clusters | head -1"
    ran = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        capture_output=True, text=True, check=False, env=os.environ | {"COLUMNS": "100"},
    )  # fmt: skip

    assert ran.stderr == ""


def test_help_loads_nothing_heavy() -> None:
    heavy = (
        "networkx",
        "numpy",
        "scipy",
        "rdflib",
        "neo4j",
        "pyvis",
        "altair",
        "fastapi",
        "pydantic",
    )
    program = (
        "import sys; sys.argv = ['hanse', '--help']\n"
        "from hanse.viz.cli import app\n"
        "try:\n    app('hanse')\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert ran.stdout.splitlines()[-1] == "[]"
