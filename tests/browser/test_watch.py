"""The watch over browser tests is itself tested: a guard that sees nothing guards nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Watch

Open = Callable[[str], list[str]]

POLICY = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">"


@pytest.fixture
def incidents_of(page: Page, watch: Watch, tmp_path: Path) -> Open:
    """Open a page with this body and return what the watch saw, which is then forgiven."""

    def open_page(body: str) -> list[str]:
        file = tmp_path / "page.html"
        file.write_text(f"<!doctype html><title>probe</title>{body}", encoding="utf-8")
        page.goto(file.as_uri())
        watch.settle()
        seen = list(watch.incidents)
        watch.incidents.clear()
        return seen

    return open_page


def test_a_quiet_page_passes(incidents_of: Open) -> None:
    assert incidents_of("<p>Optence</p><script>console.log('ready')</script>") == []


@pytest.mark.parametrize(
    "body",
    [
        "<img src='https://example.org/logo.png'>",
        "<link rel='stylesheet' href='http://example.org/page.css'>",
        "<script>fetch('https://example.org/count').catch(() => 0)</script>",
        "<script>new WebSocket('wss://example.org/live')</script>",
    ],
)
def test_a_request_to_another_host_is_seen(body: str, incidents_of: Open) -> None:
    assert any("outside request" in seen and "example.org" in seen for seen in incidents_of(body))


def test_an_error_on_the_console_is_seen(incidents_of: Open) -> None:
    assert incidents_of("<script>console.error('no such stage')</script>") == [
        "console error: no such stage"
    ]


def test_an_error_that_escapes_is_seen(incidents_of: Open) -> None:
    assert "no such stage" in incidents_of("<script>throw new Error('no such stage')</script>")[0]


def test_a_refusal_of_the_content_security_policy_is_seen(incidents_of: Open) -> None:
    seen = incidents_of(f"{POLICY}<script>document.title = 'ran'</script>")

    assert "content security policy: script-src-elem refused inline" in " ".join(seen)
