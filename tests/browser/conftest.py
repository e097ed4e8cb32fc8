"""Watch every page of a browser test: what it may not do fails the test.

A page may not ask anything of another host, write an error to the console, let an error escape,
or run into its own content security policy.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Route, WebError, WebSocketRoute

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
INSIDE = {"file", "data", "blob", "about"}
REPORT_POLICY = """
document.addEventListener('securitypolicyviolation', event => console.error(
    `content security policy: ${event.effectiveDirective} refused ${event.blockedURI}`));
"""


class Watch:
    """What the pages of one test did and may not do, in the order it happened."""

    def __init__(self) -> None:
        self.incidents: list[str] = []
        self.contexts: list[BrowserContext] = []

    def over(self, context: BrowserContext) -> BrowserContext:
        """Watch all pages of a context, also those it opens later."""
        self.contexts.append(context)
        context.route("**/*", self.admit)
        context.route_web_socket(re.compile(""), self.admit_socket)
        context.on("console", self.hear)
        context.on("weberror", self.catch)
        context.add_init_script(REPORT_POLICY)
        return context

    def admit(self, route: Route) -> None:
        if is_inside(route.request.url):
            route.continue_()
        else:
            self.incidents.append(f"outside request: {route.request.url}")
            route.abort()

    def admit_socket(self, socket: WebSocketRoute) -> None:
        if is_inside(socket.url):
            socket.connect_to_server()
        else:
            self.incidents.append(f"outside request: {socket.url}")
            socket.close()

    def hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.incidents.append(f"console error: {message.text}")

    def catch(self, error: WebError) -> None:
        self.incidents.append(f"page error: {error.error}")

    def settle(self) -> None:
        """Let what the pages already reported arrive: one question and answer does it."""
        for context in self.contexts:
            for page in context.pages:
                page.evaluate("0")


def is_inside(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in INSIDE or parts.hostname in LOOPBACK


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext], watch: Watch
) -> Iterator[Callable[..., BrowserContext]]:
    """Watch every context of a test, then hold what was seen against it."""
    yield lambda **wishes: watch.over(new_context(**wishes))
    watch.settle()
    assert watch.incidents == []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
