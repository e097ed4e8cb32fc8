"""Who completes whom, among all, from the command line."""

import csv
from pathlib import Path

import pytest
from tests.running import hanse

from hanse.queries import engine


def written(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


@pytest.fixture(scope="module")
def pairs() -> list[dict[str, object]]:
    found: list[dict[str, object]] = hanse("matches", "--top", "3", "--json").document["pairs"]
    return found


def test_each_is_completed_as_by_the_candidates_of_it_alone(
    pairs: list[dict[str, object]],
) -> None:
    alone = hanse("candidates", "--members", "optitec", "--market", "united-states", "--json")
    for_optitec = hanse("matches", "--market", "united-states", "--top", "3", "--json").document

    assert [pair["b"] for pair in for_optitec["pairs"] if pair["a"] == "optitec"] == [
        one["id"] for one in alone.document["candidates"][:3]
    ]
    assert len(pairs) > len({pair["a"] for pair in pairs})


def test_the_table_holds_the_pairs_of_the_document(
    tmp_path: Path, pairs: list[dict[str, object]]
) -> None:
    file = tmp_path / "out.csv"

    ran = hanse("matches", str(file), "--top", "3", "--json")

    assert ran.document["written"] == [str(file)]
    assert ran.document["counts"]["pairs"] == len(pairs) == len(written(file))
    assert [(row["cluster"], row["completed_by"]) for row in written(file)] == [
        (pair["a"], pair["b"]) for pair in pairs
    ]
    assert [row["place"] for row in written(file)][:3] == ["1", "2", "3"]


def test_another_ending_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    ran = hanse("matches", str(tmp_path / "out.docx"))

    assert ran.status == 2
    assert "out.csv" in ran.err
    assert not list(tmp_path.iterdir())


def test_what_the_screen_shows_of_a_large_project_is_cut_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "LARGE", 10)
    monkeypatch.setattr("hanse.viz.pairing.SHOWN", 5)
    file = tmp_path / "out.csv"

    ran = hanse("matches", str(file), "--json")

    assert len(ran.document["pairs"]) == 5
    assert ran.document["counts"]["pairs"] == len(written(file)) > 500
    assert hanse("matches", "--json").status == 2


def test_the_index_writes_the_same_pairs_as_the_graph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / "graph.csv", tmp_path / "index.csv"]
    for most, file in zip((10**9, 0), files, strict=True):
        monkeypatch.setattr(engine, "MANY_PAIRS", most)
        assert hanse("matches", str(file)).status == 0

    assert files[0].read_bytes() == files[1].read_bytes()
