"""What the documents say holds: examples run, commands are described, links lead somewhere."""

import doctest
import importlib
import importlib.util
import pkgutil
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import hanse

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
# A link in a page, other than to another site or within the page itself.
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
MODULES = sorted(
    info.name
    for info in pkgutil.walk_packages(hanse.__path__, "hanse.")
    if not info.name.endswith("__main__")
)


def commands() -> list[str]:
    """Return every command a reader can type, `guide lint` included."""
    if importlib.util.find_spec("hanse.viz.cli") is None:
        return []
    import typer

    cli = importlib.import_module("hanse.viz.cli")
    root = cli.app if isinstance(cli.app, typer.Typer) else cli.cli
    return sorted(names_below(typer.main.get_command(root)))


def names_below(command: Any, path: str = "") -> list[str]:
    """Return the commands below a group, each with the words that lead to it."""
    if not hasattr(command, "commands"):
        return [path]
    return [
        name
        for word, child in command.commands.items()
        if not child.hidden
        for name in names_below(child, f"{path} {word}".strip())
    ]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_docstrings_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize("command", commands())
def test_every_command_is_described_to_its_readers(command: str) -> None:
    pages = [page for page in PAGES if page.name != "CHANGELOG.md"]

    assert any(f"hanse {command}" in page.read_text(encoding="utf-8") for page in pages)


def test_the_changelog_has_a_place_for_what_is_not_yet_released() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert "\n## [Unreleased]\n" in changelog


@pytest.mark.parametrize("command", ["python3 start.py explore", "python3 start.py test"])
def test_the_readme_states_both_commands(command: str) -> None:
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_leads_to_what_was_measured() -> None:
    assert "(docs/performance.md)" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_sizes_that_the_set_up_announces_are_those_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    announced = re.findall(r"\d+ MB", (ROOT / "start.py").read_text(encoding="utf-8"))

    assert announced
    assert [size for size in announced if size not in readme] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_decision_has_a_number_of_its_own() -> None:
    numbers = [page.name[:4] for page in (ROOT / "docs" / "decisions").glob("*.md")]

    assert sorted(numbers) == [f"{n:04}" for n in range(1, len(numbers) + 1)]


@pytest.fixture
def neo4j() -> dict[str, Any]:
    composed = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    service: dict[str, Any] = composed["services"]["neo4j"]
    return service


def test_the_graph_database_is_the_community_edition_of_the_long_term_version(
    neo4j: dict[str, Any],
) -> None:
    assert re.fullmatch(r"neo4j:5\.26(\.\d+)?-community", neo4j["image"])


def test_the_graph_database_is_reached_from_this_machine_only(neo4j: dict[str, Any]) -> None:
    assert [port for port in neo4j["ports"] if not port.startswith("127.0.0.1:")] == []
    assert {port.rsplit(":", 1)[1] for port in neo4j["ports"]} == {"7474", "7687"}


def test_the_graph_database_counts_as_up_when_it_answers_a_query(neo4j: dict[str, Any]) -> None:
    check = neo4j["healthcheck"]

    assert "cypher-shell" in check["test"][1]
    assert "RETURN 1" in check["test"][1]
    assert {"interval", "timeout", "retries", "start_period"} <= check.keys()


def test_the_password_comes_from_the_environment_and_its_absence_is_explained(
    neo4j: dict[str, Any],
) -> None:
    assert re.fullmatch(
        r"neo4j/\$\{HANSE_NEO4J_PASSWORD:\?.{20,}\}", neo4j["environment"]["NEO4J_AUTH"]
    )


def test_what_the_graph_database_holds_outlives_its_container(neo4j: dict[str, Any]) -> None:
    assert any(volume.endswith(":/data") for volume in neo4j["volumes"])
