"""A project of one's own: made, kept, and changed by nothing but its user."""

from pathlib import Path

import pytest
from tests.running import hanse


@pytest.fixture
def mine(tmp_path: Path) -> str:
    file = tmp_path / "mine.hanse"
    assert hanse("new", str(file), "--from", "laser-go").status == 0
    return str(file)


def test_a_copy_of_a_shipped_project_gives_the_same_answers(mine: str) -> None:
    shipped = hanse("candidates", "--json").document
    copied = hanse("candidates", "--json", "--project", mine).document

    assert copied["candidates"] == shipped["candidates"]
    assert copied["project"] == mine


def test_a_copy_can_be_copied(mine: str, tmp_path: Path) -> None:
    again = tmp_path / "again.hanse"

    ran = hanse("new", str(again), "--from", mine, "--json")

    assert ran.document["written"] == [str(again)]
    assert ran.document["counts"]["claims"] > 3000


def test_a_new_project_may_be_empty(tmp_path: Path) -> None:
    file = tmp_path / "empty.hanse"

    assert hanse("new", str(file)).status == 0
    assert hanse("clusters", "--project", str(file), "--json").document["clusters"] == []
    ran = hanse("candidates", "--project", str(file))
    assert ran.status == 2
    assert "no alliance is named" in ran.err


def test_an_existing_file_is_never_overwritten(mine: str) -> None:
    before = Path(mine).read_bytes()

    ran = hanse("new", mine)

    assert ran.status == 2
    assert "exists already" in ran.err
    assert Path(mine).read_bytes() == before


def test_a_project_is_called_hanse(tmp_path: Path) -> None:
    ran = hanse("new", str(tmp_path / "mine.xlsx"))

    assert ran.status == 2
    assert "mine.hanse" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_saved_alliance_is_asked_for_like_any_other(mine: str) -> None:
    hanse("alliance", "save", "Dream team", "--for", "laser-go", "--add", "Biocat",
          "--project", mine)  # fmt: skip

    saved = hanse("alliance", "list", "--project", mine, "--json").document["alliances"]
    reach = hanse("reach", "--for", "dream team", "--project", mine, "--json").document

    assert [a["id"] for a in saved] == ["dream-team"]
    assert reach["alliance"] == saved[0]["members"]
    assert "biocat" in reach["alliance"]


def test_a_saved_alliance_keeps_the_target_markets_it_started_from(mine: str) -> None:
    hanse("alliance", "save", "Dream team", "--for", "laser-go", "--project", mine)

    document = hanse("candidates", "--for", "Dream team", "--project", mine, "--json").document

    assert document["targets"] == ["north-america", "southeast-asia"]


def test_states_keep_their_day_and_the_last_one_counts(mine: str) -> None:
    for state, day in (("invited", "2017-02-01"), ("joined", "2017-03-01")):
        hanse("state", "Optence", state, "--for", "laser-go", "--date", day,
              "--note", "by telephone", "--project", mine)  # fmt: skip

    saved = hanse("alliance", "list", "--project", mine, "--json").document["alliances"]

    assert saved[0]["states"] == [
        {"cluster": "optence", "state": "joined", "date": "2017-03-01", "note": "by telephone"}
    ]


def test_who_joined_is_a_member_from_that_day_on(mine: str) -> None:
    hanse("state", "Optence", "joined", "--for", "laser-go", "--date", "2017-03-01",
          "--project", mine)  # fmt: skip

    before = hanse("reach", "--as-of", "2017-02-01", "--project", mine, "--json").document
    after = hanse("reach", "--as-of", "2017-04-13", "--project", mine, "--json").document

    assert "optence" not in before["alliance"]
    assert "optence" in after["alliance"]


def test_who_declined_is_no_longer_ranked_but_said_to_have_declined(mine: str) -> None:
    hanse("state", "Biocat", "declined", "--for", "laser-go", "--date", "2017-03-01",
          "--project", mine)  # fmt: skip

    document = hanse("candidates", "--project", mine, "--json").document

    assert document["declined"] == ["biocat"]
    assert "biocat" not in {c["id"] for c in document["candidates"]}


def test_a_state_that_is_none_is_refused(mine: str) -> None:
    ran = hanse("state", "Biocat", "inviteed", "--for", "laser-go", "--project", mine)

    assert ran.status == 2
    assert "invited" in ran.err


def test_a_shipped_project_is_never_changed() -> None:
    ran = hanse("alliance", "save", "Mine", "--members", "biocat")

    assert ran.status == 2
    assert "hanse new" in ran.err


def test_a_saved_alliance_may_not_take_the_name_of_something_else(mine: str) -> None:
    ran = hanse("alliance", "save", "LASER-GO", "--members", "biocat", "--project", mine)

    assert ran.status == 2
    assert "partnership" in ran.err


def test_the_index_of_a_large_copy_is_left_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hanse.queries.engine.LARGE", 10)

    hanse("new", str(tmp_path / "mine.hanse"), "--from", "escp")

    assert [path.name for path in tmp_path.iterdir() if "index" in path.name]
