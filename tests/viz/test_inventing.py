"""A synthetic project: the same for the same seed, marked everywhere, its index beside it."""

from pathlib import Path

import pytest
from tests.running import hanse

from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries import engine
from hanse.viz.inventing import invent


def claims_of(file: Path) -> list[object]:
    return list(SqliteStore.open(file).claims())


def test_the_same_number_and_seed_make_the_same_claims(tmp_path: Path) -> None:
    first, again, other = (tmp_path / f"{name}.hanse" for name in ("a", "b", "c"))
    invent(first, 60, seed=5)
    invent(again, 60, seed=5)
    invent(other, 60, seed=6)

    assert claims_of(first) == claims_of(again) != claims_of(other)


def test_progress_ends_with_all_clusters(tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []

    counts = invent(tmp_path / "a.hanse", 30, seed=1, progress=lambda *word: told.append(word))

    assert counts["clusters"] == 30
    assert told[-1][1:] == (30, 30)


def test_what_was_invented_says_so_wherever_it_is_seen(tmp_path: Path) -> None:
    file = str(tmp_path / "big.hanse")
    made = hanse("new", file, "--synthetic", "40", "--seed", "2", "--json")
    clusters = hanse("clusters", "--project", file, "--json").document["clusters"]
    sources = hanse("sources", "--project", file).out

    assert made.document["counts"]["clusters"] == len(clusters) == 40
    assert all("ynthetic" in cluster["name"] for cluster in clusters)
    assert "Synthetic project" in sources


def test_the_questions_are_answered_of_it(tmp_path: Path) -> None:
    file = str(tmp_path / "big.hanse")
    hanse("new", file, "--synthetic", "200", "--seed", "2")

    for command in ("candidates", "reach", "evaluate", "conflicts", "partnerships"):
        assert hanse(command, "--project", file, "--json").status == 0, command


def test_the_index_of_a_large_one_is_left_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "LARGE", 10)
    hanse("new", str(tmp_path / "big.hanse"), "--synthetic", "20")

    assert [path.name for path in tmp_path.iterdir() if "index" in path.name]


@pytest.mark.parametrize("number", ["0", "-4", "10000000"])
def test_a_number_that_cannot_be_invented_leaves_no_file(tmp_path: Path, number: str) -> None:
    ran = hanse("new", str(tmp_path / "big.hanse"), "--synthetic", number)

    assert ran.status == 2
    assert "cannot be invented" in ran.err
    assert not list(tmp_path.iterdir())


def test_a_project_is_copied_or_invented(tmp_path: Path) -> None:
    file = str(tmp_path / "big.hanse")

    ran = hanse("new", file, "--synthetic", "5", "--from", "escp")

    assert ran.status == 2
    assert not list(tmp_path.iterdir())
