"""Push and pull: the same project on a server and in a file."""

from pathlib import Path

import pytest
from tests.neo4j.server import Server

from hanse.graph.errors import BadInput, ServiceUnavailable, UnknownName
from hanse.viz.credentials import PASSWORD
from hanse.viz.projects import open_store
from hanse.viz.sharing import pull, push

pytestmark = pytest.mark.service


@pytest.fixture
def server(neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv(PASSWORD, neo4j_server.auth[1])
    return neo4j_server.uri


def test_what_is_pushed_and_pulled_is_the_same_project(server: str, tmp_path: Path) -> None:
    address, file = f"{server}/pushed", tmp_path / "pulled.hanse"

    pushed = push("laser-go", address)
    pulled = pull(address, file)

    here, there = open_store("laser-go"), open_store(str(file))
    assert list(there.claims()) == list(here.claims())
    assert there.contents().settings == here.contents().settings
    assert there.contents().sources == here.contents().sources
    assert there.contents().definitions == here.contents().definitions
    assert there.contents().put_aside == here.contents().put_aside
    assert pushed["claims"] == pulled["claims"] == pushed["added"]


def test_pushing_again_changes_nothing(server: str) -> None:
    push("escp", f"{server}/again")
    again = push("escp", f"{server}/again")

    assert (again["added"], again["removed"]) == (0, 0)
    assert again["unchanged"] > 0


def test_progress_is_told_by_origin(server: str) -> None:
    told: list[tuple[str, int, int]] = []

    push("laser-go", f"{server}/progress", progress=lambda *step: told.append(step))

    assert {origin for origin, _, _ in told} == {"case:annex", "case:laser_go"}
    assert all(done <= total for _, done, total in told)


def test_an_existing_file_is_never_overwritten(server: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.hanse"
    file.write_bytes(b"mine")

    with pytest.raises(BadInput, match="exists already"):
        pull(server, file)
    assert file.read_bytes() == b"mine"


def test_a_pull_that_fails_leaves_no_file(server: str, tmp_path: Path) -> None:
    with pytest.raises(UnknownName):
        pull(f"{server}/not-there", tmp_path / "mine.hanse")
    with pytest.raises(ServiceUnavailable):
        pull("bolt://127.0.0.1:1", tmp_path / "mine.hanse")

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(server: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="nowhere"):
        pull(server, tmp_path / "nowhere" / "mine.hanse")
