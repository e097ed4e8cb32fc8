"""Everything that a project file can do, a project on a server can do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.neo4j.server import Server
from tests.running import hanse

from hanse.viz.credentials import PASSWORD

QUESTIONS = (
    ("clusters",),
    ("partnerships",),
    ("show", "BIOCAT"),
    ("sources",),
    ("conflicts",),
    ("candidates",),
    ("evaluate",),
    ("reach",),
    ("reach", "--add", "Optence"),
)


@pytest.fixture(scope="module")
def shared(neo4j_server: Server) -> Iterator[str]:
    address = f"{neo4j_server.uri}/commands"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(PASSWORD, neo4j_server.auth[1])
        ran = hanse("push", address, "--json")
        assert ran.status == 0, ran.err
        assert ran.document["counts"]["claims"] > 3000
        assert ran.document["written"] == [address]
        yield address


@pytest.mark.service
@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_a_question_has_the_same_answer_on_a_server(shared: str, question: tuple[str, ...]) -> None:
    here = hanse(*question, "--json").document
    there = hanse(*question, "--json", "--project", shared).document

    assert there["project"] == shared
    assert {**there, "project": None} == {**here, "project": None}


@pytest.mark.service
def test_decisions_can_be_kept_on_a_server_and_pulled(shared: str, tmp_path: Path) -> None:
    file = str(tmp_path / "mine.hanse")

    saved = hanse("alliance", "save", "Photonics", "--members", "BIOCAT", "--project", shared)
    stated = hanse("state", "Optence", "invited", "--for", "Photonics", "--project", shared)
    pulled = hanse("pull", shared, file)

    assert [saved.status, stated.status, pulled.status] == [0, 0, 0], saved.err + stated.err
    there = hanse("alliance", "list", "--json", "--project", shared).document["alliances"]
    here = hanse("alliance", "list", "--json", "--project", file).document["alliances"]
    assert here == there
    assert [saved["members"] for saved in there] == [["biocat"]]


def test_a_server_that_does_not_answer_ends_with_status_four(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(PASSWORD, "s3cret-password")

    for arguments in (("push", "bolt://127.0.0.1:1"), ("reach", "--project", "bolt://127.0.0.1:1")):
        ran = hanse(*arguments)
        assert ran.status == 4
        assert "does not answer" in ran.err
        assert "s3cret" not in ran.out + ran.err


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    ran = hanse("push", "neo4j://neo4j:s3cret@host")

    assert ran.status == 2
    assert "s3cret" not in ran.out + ran.err
