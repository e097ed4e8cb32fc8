"""What would not fit into memory is refused before it is begun, with both sizes."""

from pathlib import Path

import pytest

from hanse.graph.indexing import room
from hanse.graph.indexing.room import SHARE, TooLarge, at_hand, demand_room


def limited(folder: Path, monkeypatch: pytest.MonkeyPatch, limit: str, used: str) -> None:
    """Let a group of processes have a limit, told in the files such groups have."""
    (folder / "max").write_text(f"{limit}\n")
    (folder / "current").write_text(f"{used}\n")
    monkeypatch.setattr(room, "_GROUP_LIMITS", ((folder / "max", folder / "current"),))


def demand(claims: int) -> None:
    demand_room(claims, each=100, what="the index", where="mine.hanse", hint="ask elsewhere")


def test_the_limit_of_a_group_counts_where_it_is_narrower_than_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limited(tmp_path, monkeypatch, "5000000", "3000000")
    assert at_hand() == 2_000_000

    limited(tmp_path, monkeypatch, "5000000", "6000000")
    assert at_hand() == 0


def test_a_group_without_a_limit_leaves_what_the_machine_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limited(tmp_path, monkeypatch, "max", "3000000")

    free = at_hand()

    assert free is None or free > 3_000_000


def test_what_fits_is_begun_and_what_does_not_is_refused_with_both_sizes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limited(tmp_path, monkeypatch, "2000000", "0")
    most = int(SHARE * 2_000_000) // 100
    demand(most)

    with pytest.raises(TooLarge) as caught:
        demand(most + 1)

    told = "the index would take about 2 MB for 16,001 claims, and 2 MB are free"
    assert caught.value.what == told
    assert (caught.value.where, caught.value.hint) == ("mine.hanse", "ask elsewhere")


def test_a_system_that_does_not_say_what_it_has_hinders_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room, "at_hand", lambda: None)

    demand(10**15)
