from pathlib import Path

import pytest

from hanse.graph.errors import BadInput
from hanse.viz.credentials import DATABASE, PASSWORD, PASSWORD_FILE, USER, credentials, database


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (USER, PASSWORD, PASSWORD_FILE, DATABASE):
        monkeypatch.delenv(name, raising=False)


def test_the_environment_says_who_one_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(USER, "ana")
    monkeypatch.setenv(PASSWORD, "s3cret-1")

    assert credentials("neo4j://host") == ("ana", "s3cret-1")


def test_the_first_user_and_the_first_database_are_those_of_every_server(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(PASSWORD, "s3cret-1")

    assert credentials("neo4j://host")[0] == "neo4j"
    assert database() == "neo4j"
    monkeypatch.setenv(DATABASE, "partnerships")
    assert database() == "partnerships"


def test_a_file_may_hold_the_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "password"
    file.write_bytes(b"s3cret with blanks \r\nnot this\n")
    monkeypatch.setenv(PASSWORD_FILE, str(file))

    assert credentials("neo4j://host")[1] == "s3cret with blanks "


def test_a_file_that_cannot_be_read_is_named_and_never_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "password"
    file.write_bytes(b"s3cret\xff")
    monkeypatch.setenv(PASSWORD_FILE, str(file))

    with pytest.raises(BadInput, match="UTF-8") as refused:
        credentials("neo4j://host")
    assert "s3cret" not in str(refused.value)
    monkeypatch.setenv(PASSWORD_FILE, str(tmp_path / "nowhere"))
    with pytest.raises(BadInput, match="nowhere"):
        credentials("neo4j://host")


def test_without_a_password_and_a_terminal_the_remedy_is_said() -> None:
    with pytest.raises(BadInput, match=r"(?s)neo4j://host: a password is needed.*HANSE_NEO4J"):
        credentials("neo4j://host")


def test_a_person_at_a_terminal_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

    def ask(prompt: str) -> str:
        asked.append(prompt)
        return "s3cret-1"

    monkeypatch.setattr("getpass.getpass", ask)

    assert credentials("neo4j://host") == ("neo4j", "s3cret-1")
    assert "neo4j://host" in asked[0]
