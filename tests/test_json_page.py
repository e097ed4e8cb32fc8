"""Every key that `--json` prints is told in docs/json.md, under the command that prints it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.running import hanse
from tests.test_docs import commands

PAGE = (Path(__file__).parent.parent / "docs" / "json.md").read_text(encoding="utf-8")
SHIPPED = ("laser-go", "escp", "demo-ratings")
FOUNDERS = ("--members", "litek,opticsvalley,human-technology-styria")
# What is a map has the ids, units or words of the project for keys; its values are looked into.
MAPS = frozenset({
    "alpha_by_criterion", "appearances", "by_region", "categories", "counts", "first",
    "found_unknown", "group_labels", "groups", "loaded", "missed_reasons", "names", "promethee2",
    "ratings", "seats", "through", "top3", "topsis", "values", "vetoes", "weights", "weights_now",
})  # fmt: skip
# Every command with the arguments that make it answer in full, and the project it needs.
ASKED: dict[str, tuple[tuple[str, ...], ...]] = {
    "clusters": (("--chain", "photonics-for-health", "--guide", "laser-go-2017"), ()),
    "partnerships": ((),),
    "show": (("biocat",), ("medicen",), ("photonics-for-health",), ("laser-go-2017",),
             ("lyonbiopole",), ("laser-go-2017-rules",), ("six-as-sum",), ("d41",)),
    "sources": ((),),
    "conflicts": ((),),
    "candidates": ((),),
    "evaluate": ((), ("--anonymous", "optence,biocat")),
    "reach": (("--marginal", "2", "--assume", "six-as-sum+members-as-companies"),
              ("--members", "biocat,medicen", "--networks", "--level", "nuts2")),
    "compose": (("--quota", "photonics=1", "--quota", "health=2", "--pareto"),
                ("--rules", "laser-go-2017-rules", "--min-active", "30", "--min-countries", "9",
                 "--size", "2"),
                ("--size", "3", "--cost", "biocat=10", "--budget", "20", "--require", "biocat"),
                ("--size", "2", "--budget", "1", "--cost", "biocat=3", "--new-region")),
    "matches": (("--top", "2"),),
    "bridges": ((), ("--networks",)),
    "compare": (("laser-go", "biocat,medicen"), ("biocat,litek", "medicen,optence")),
    "path": (("biocat", "litek"), ("optence", "medicen")),
    "screen": (("--audit",),),
    "replay": ((),),
    "robustness": (("--draws", "50"), ("--draws", "50", "--anonymous", "optence")),
    "guide lint": ((),),
    "chain lint": ((),),
    "guide weights": ((), ("--answer", "interest:culture=2", "--answer", "culture:interest=3")),
}  # fmt: skip


NESTED = frozenset({"beats"})  # maps of maps
# What keeps or writes something, in this order, in a project of its own; {0} is a folder.
KEPT: dict[str, tuple[str, ...]] = {
    "new": ("{0}/mine.hanse", "--from", "laser-go"),
    "template": ("{0}/list.xlsx",),
    "check": ("{0}/list.csv",),
    "load": ("{0}/list.csv",),
    "review": (),
    "scoresheet": ("{0}/ana.xlsx", "--assessor", "Ana", "--candidates", "biocat"),
    "alliance save": ("ours", *FOUNDERS),
    "state": ("biocat", "invited", "--for", "ours"),
    "alliance list": (),
    "export": ("graph", "{0}/all.xlsx"),
    "sparql": ("{0}/ask.rq",),
}
# The explorer answers in the browser; the two others need a server (tests/neo4j asks one).
UNASKED = frozenset({"explore", "push", "pull"})
TABLE = "id,name,country,members\noptence-2,Optence eV,DE,about 85\nnew,New,XX,many\n"
QUESTION = "ASK { ?s ?p ?o }"


def told(command: str) -> set[str]:
    """Return every key that the page tells of a command, itself or "as in" another."""
    said = sections()
    own = said.get(command, said["new"])  # its title goes on: "and all that write a file"
    others = re.findall(r"as in `([^`]+)`", own)
    return {word for text in ("", *others) for word in words_in(said[text])} | words_in(own)


def sections() -> dict[str, str]:
    """Return what the page says by the command in the title; the beginning under ''."""
    first, *parts = re.split(r"^## ", PAGE, flags=re.MULTILINE)
    said = {"": first}
    for part in parts:
        title, _, text = part.partition("\n")
        for command in re.findall(r"`([^`]+)`", title):
            said[command] = text
    return said


def words_in(text: str) -> set[str]:
    """Return every word that the page sets as a key."""
    return {
        word
        for quoted in re.findall(r"`([^`]+)`", text)
        for word in re.findall(r"[A-Za-z][A-Za-z0-9_]*", quoted)
    }


def keys_of(value: object, *, within: str = "") -> Iterator[str]:
    """Yield the keys of a document; those of a map are ids, and its values may have some."""
    if isinstance(value, list):
        for one in value:
            yield from keys_of(one)
    elif isinstance(value, dict):
        is_map = within in MAPS or within in NESTED
        yield from () if is_map else value
        for key, inner in value.items():
            below = "groups" if within in NESTED else "" if is_map else key
            yield from keys_of(inner, within=below)


def untold(command: str, document: object) -> list[str]:
    return sorted(set(keys_of(document)) - told(command))


@pytest.mark.parametrize("project", SHIPPED)
@pytest.mark.parametrize("command", ASKED)
def test_every_key_of_an_answer_is_told_under_its_command(command: str, project: str) -> None:
    ran = [
        hanse(*command.split(), *arguments, "--project", project, "--json")
        for arguments in ASKED[command]
    ]

    if project == "laser-go":  # the others need not have rules, a search, these names
        assert [one.err for one in ran if one.status] == []
    assert {key for one in ran if one.out for key in untold(command, one.document)} == set()


def test_every_key_of_what_is_kept_or_written_is_told_under_its_command(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "ask.rq").write_text(QUESTION, encoding="utf-8")
    mine = ("--project", str(tmp_path / "mine.hanse"))
    for command, arguments in KEPT.items():
        asked = [argument.format(tmp_path) for argument in arguments]
        own = () if command in ("new", "template") else mine
        ran = hanse(*command.split(), *asked, *own, "--json")

        assert ran.out, (command, ran.err)
        assert untold(command, ran.document) == [], command


def test_every_command_is_asked_above() -> None:
    assert set(commands()) - ASKED.keys() - KEPT.keys() == UNASKED


def test_a_key_that_the_page_does_not_tell_is_found() -> None:
    assert untold("path", {"path": [], "detour": {"length": 1}}) == ["detour", "length"]
    assert untold("robustness", {"beats": {"a": {"b": 0.5}}}) == []
