"""The server answers this machine, GET only, and no page of another site."""

import socket
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from tests.explorers import session

from hanse.graph.errors import UserMistake
from hanse.viz.server import app, listen, serve

HOME = "http://127.0.0.1:8000"


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(app(session()), base_url=HOME, raise_server_exceptions=False) as client:
        yield client


def test_it_is_alive(client: TestClient) -> None:
    answer = client.get("/healthz")

    assert (answer.status_code, answer.text) == (200, "ok")


def test_the_page_comes_with_a_strict_policy_and_headers(client: TestClient) -> None:
    answer = client.get("/")

    assert answer.status_code == 200
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("name", ["page.css", "page.js", "vis-network.js"])
def test_its_parts_are_served(client: TestClient, name: str) -> None:
    assert client.get(f"/static/{name}").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/docs", "/redoc", "/static/../server.py", "/static/%2e%2e/server.py", "/static/", "/x"],
)
def test_there_is_nothing_else(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "question",
    [
        "clusters",
        "partnerships",
        "show?name=biocat",
        "search?q=bio",
        "sources",
        "conflicts",
        "candidates",
        "evaluate",
        "reach?add=biocat",
        "what-if?members=litek,biocat",
        "evaluate?weights=listed:30,interest:70",
        "source?name=test",
        "figure?name=3",
        "story",
        "bridges",
        "gains?members=litek,biocat",
        "compose?members=litek,biocat",
        "timeline?members=litek,biocat",
    ],
)
def test_every_question_is_answered_with_its_document(client: TestClient, question: str) -> None:
    answer = client.get(f"/api/{question}")

    assert answer.status_code == 200
    assert list(answer.json())[:3] == ["project", "as_of", "version"]


def test_an_alliance_is_handed_on_as_a_workbook(client: TestClient) -> None:
    answer = client.get("/api/alliance.xlsx?members=litek,biocat")

    assert answer.status_code == 200
    assert answer.content.startswith(b"PK")
    assert "alliance.xlsx" in answer.headers["content-disposition"]


def test_weights_that_do_not_add_up_are_refused(client: TestClient) -> None:
    answer = client.get("/api/evaluate?weights=listed:30")

    assert answer.status_code == 400
    assert "add up to 90 percent" in answer.json()["error"]["what"]


def test_what_draws_charts_is_served_when_it_is_asked_for(client: TestClient) -> None:
    assert "vegaEmbed" in client.get("/static/charts.js").text


def test_the_interface_describes_itself_without_a_page_from_elsewhere(client: TestClient) -> None:
    described = client.get("/openapi.json").json()

    assert "/api/reach" in described["paths"]
    assert "/" not in described["paths"]


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_but_get_is_taken(client: TestClient, method: str) -> None:
    assert client.request(method, "/api/reach").status_code == 405


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1.example.org", "localhost.evil:8000"])
def test_a_name_that_was_bent_to_this_machine_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://example.org"},
        {"Origin": "null"},
    ],
)
def test_what_another_site_asks_for_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.get("/api/clusters", headers=headers)

    assert answer.status_code == 403
    assert "clusters" not in answer.json()


def test_a_link_to_the_page_may_be_followed_from_anywhere(client: TestClient) -> None:
    assert client.get("/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200


def test_no_other_site_is_allowed_to_read(client: TestClient) -> None:
    answer = client.get("/api/clusters", headers={"Origin": HOME})

    assert answer.status_code == 200
    assert "access-control-allow-origin" not in answer.headers


def test_a_mistake_says_what_where_and_what_to_do(client: TestClient) -> None:
    answer = client.get("/api/reach?add=biocta")

    assert answer.status_code == 404
    assert answer.json()["error"] == {
        "what": "no cluster is called 'biocta'",
        "where": "",
        "hint": "did you mean biocat or biom?",
    }


def test_a_missing_parameter_is_said_and_not_guessed(client: TestClient) -> None:
    assert client.get("/api/show").status_code == 422


def test_a_fault_tells_nothing_of_itself(capsys: pytest.CaptureFixture[str]) -> None:
    broken = app(session())

    @broken.get("/broken")
    def fail() -> None:
        raise RuntimeError("secret path")

    with TestClient(broken, base_url=HOME, raise_server_exceptions=False) as other:
        answer = other.get("/broken")

    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "secret path" in capsys.readouterr().err


def test_it_listens_on_this_machine_only_and_takes_a_free_port() -> None:
    with listen(None) as listener:
        host, port = listener.getsockname()

    assert host == "127.0.0.1"
    assert port > 0


def test_a_port_that_is_taken_is_said_to_be() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UserMistake, match=f"cannot listen on port {port}") as refused:
            serve("laser-go", port=port, as_of=None, open_browser=False)

    assert refused.value.exit_status == 2
    assert "--port" in refused.value.hint


@pytest.mark.parametrize("port", [70_000, -1])
def test_a_port_that_is_none_is_refused(port: int) -> None:
    with pytest.raises(UserMistake, match="it is no port"):
        listen(port)
