"""The tutorial does what it says: ten commands from an empty folder to a picture."""

import re
import shlex
from pathlib import Path

import pytest
from tests.running import Ran, hanse

PAGE = (Path(__file__).parent.parent / "docs" / "tutorial.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)
COMMANDS = [
    line for kind, text in BLOCK.findall(PAGE) if kind == "sh" for line in text.splitlines()
]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ran]:
    """Run the whole page in an empty folder, and return what each command printed."""
    folder = tmp_path_factory.mktemp("tutorial")
    (table,) = (text for kind, text in BLOCK.findall(PAGE) if kind == "csv")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        Path("clusters.csv").write_text(table, encoding="utf-8")
        done = {command: hanse(*shlex.split(command)[1:]) for command in COMMANDS}
        assert Path("light-for-hearts.html").read_text(encoding="utf-8").startswith("<!")
    return done


def test_it_takes_ten_commands(ran: dict[str, Ran]) -> None:
    assert len(ran) == 10
    assert {command: one.err for command, one in ran.items() if one.status} == {}


def test_each_step_shows_what_the_page_says(ran: dict[str, Ran]) -> None:
    check, load = (ran[c] for c in COMMANDS[1:3])
    listed, accepted, shown, _, _, reach = (ran[c] for c in COMMANDS[3:9])

    assert "'about 60' understood as about 60 members" in check.err
    assert "linked to lyonbiopole" in load.err
    assert "alpha-rlh:route" in listed.out
    assert "same (person:ana-silva" in accepted.out
    assert "at least 200" in shown.out
    assert "companies" in reach.out
