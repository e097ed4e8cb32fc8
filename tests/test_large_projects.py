"""Of a large project lists are cut, say of how many, and never need the graph of everything."""

from pathlib import Path

import pytest
from tests.running import hanse

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries import engine
from hanse.queries.readings.plain import PlainReading
from hanse.viz import documents


@pytest.fixture(scope="module")
def whole() -> dict[str, dict[str, object]]:
    """Answer of the case as it is, before any test takes it for large."""
    return {name: hanse(name, "--json").document for name in ("clusters", "evaluate")}


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the shipped case for a large project, and allow nobody to read all of it."""

    def refuse(_: PlainReading) -> PartnershipGraph:
        raise AssertionError("the graph of a large project was made")

    monkeypatch.setattr(engine, "LARGE", 10)
    monkeypatch.setattr(PlainReading, "graph", property(refuse))


@pytest.mark.usefixtures("large")
def test_the_first_clusters_are_listed_as_in_a_small_project(
    whole: dict[str, dict[str, object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "MOST_LISTED", 7)

    cut = hanse("clusters", "--json").document

    assert cut["clusters"] == whole["clusters"]["clusters"][:7]  # type: ignore[index]
    assert cut["totals"] == whole["clusters"]["totals"]
    assert f"7 of {cut['totals']['clusters']}" in hanse("clusters").out


@pytest.mark.usefixtures("large")
def test_the_best_are_evaluated_as_in_a_small_project(
    whole: dict[str, dict[str, object]],
) -> None:
    cut = hanse("evaluate", "--top", "5", "--json").document

    assert cut["candidates"] == whole["evaluate"]["candidates"][:5]  # type: ignore[index]
    assert cut["totals"] == whole["evaluate"]["totals"]
    assert f"5 of {cut['totals']['candidates']}" in hanse("evaluate", "--top", "5").out


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize(
    "command",
    [
        ["candidates"],
        ["reach"],
        ["evaluate"],
        ["clusters"],
        ["sources"],
        ["compare", "laser-go", "bioxclusters-plus"],
    ],
    ids=" ".join,
)
def test_no_question_makes_the_graph_of_everything(command: list[str]) -> None:
    ran = hanse(*command, "--json")

    assert (ran.status, ran.err) == (0, "")


def test_two_alliances_compare_as_in_a_small_project(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ("compare", "laser-go", "bioxclusters-plus", "--json")
    plain = hanse(*asked).document
    monkeypatch.setattr(engine, "LARGE", 10)

    assert hanse(*asked).document == plain


@pytest.mark.usefixtures("large")
def test_an_alliance_is_saved_and_a_state_kept_without_it(tmp_path: Path) -> None:
    file = str(tmp_path / "mine.hanse")
    assert hanse("new", file, "--from", "laser-go").status == 0

    saved = hanse("alliance", "save", "Ours", "--members", "optence,biocat", "--project", file)
    kept = hanse("state", "medicen", "invited", "--for", "Ours", "--project", file)

    assert (saved.status, kept.status) == (0, 0), saved.err + kept.err
