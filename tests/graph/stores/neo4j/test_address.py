import pytest

from hanse.graph.errors import BadInput
from hanse.graph.stores.neo4j.address import Address, is_address, parse


@pytest.mark.parametrize(
    ("text", "server", "project"),
    [
        ("neo4j://graph.example.org", "neo4j://graph.example.org", "hanse"),
        ("bolt+s://graph.example.org:7687/", "bolt+s://graph.example.org:7687", "hanse"),
        ("neo4j+ssc://[::1]:7687/laser-go", "neo4j+ssc://[::1]:7687", "laser-go"),
        ("NEO4J://host?policy=eu", "neo4j://host?policy=eu", "hanse"),
    ],
)
def test_an_address_is_a_server_and_a_project(text: str, server: str, project: str) -> None:
    assert parse(text) == Address(server=server, project=project)


@pytest.mark.parametrize("text", ["bolt://127.0.0.1:7687", "neo4j+s://host/photonics"])
def test_an_address_is_written_as_it_was(text: str) -> None:
    assert str(parse(text)) == text


@pytest.mark.parametrize("text", ["laser-go", "neo4j.hanse", "http://host", "./bolt"])
def test_a_file_is_told_from_an_address(text: str) -> None:
    assert not is_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "neo4j://ana:s3cret@host",
        "neo4j://ana:s3c@ret@host/p",
        "bolt://s3cret@host",
        "neo4j://host/p?x=s3cret@y",
    ],
)
def test_a_password_in_an_address_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(BadInput, match="no password") as refused:
        parse(text)

    assert "s3c" not in str(refused.value)
    assert "HANSE_NEO4J_PASSWORD" in str(refused.value)


@pytest.mark.parametrize(
    "text", ["neo4j://", "neo4j://host:seven", "neo4j://host/a/b", "neo4j://host/`}) DELETE n //"]
)
def test_what_names_no_server_or_no_project_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        parse(text)
