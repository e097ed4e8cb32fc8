"""Fixtures shared by all tests.

Take the smallest thing that shows the case: a record made in the test, then a graph of a few
claims, then the shipped case, and a file only where reading a file is the point. A fixture is
asked for by name; none is autouse. What differs between two kinds of store is a parameter of one
suite (tests/compliance), not a second suite. Nothing that can really run is replaced: the browser
is Chromium, the project file is SQLite, the command line is the command line.

Tests in tests/browser open pages in Chromium, each page under the watch of its conftest. On a
machine without Chromium they are skipped with a reason; with CI=true that is a failure. The same
holds for tests marked `service`, which ask for `neo4j_server`: one real Neo4j for the whole run, in
whose database each test has projects of its own.
"""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings
from tests.neo4j.server import Server, running_server, what_is_missing

IN_CI = os.environ.get("CI") == "true"

# Wall time says nothing on a shared machine; in CI the same examples are drawn every time.
settings.register_profile("hanse", deadline=None, derandomize=IN_CI, max_examples=50)
settings.load_profile("hanse")

BROWSERS = ("chromium", "/usr/bin/chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # what no route of a test sees (prefetching a name, say) finds nothing either
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the Chromium of this machine, never one that a test tool fetched."""
    return browser_type_launch_args | {"executable_path": find_chromium(), "args": list(QUIET)}


def find_chromium() -> str:
    """Return the path of Chromium; skip the test without it, or fail it in CI."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found:
        return found
    reason = "no Chromium on this machine; on Debian and Ubuntu: sudo apt install chromium"
    if IN_CI:
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Server]:
    """Run one Neo4j Community server; without its jars or Java skip the test, or fail it in CI."""
    missing = what_is_missing()
    if missing and IN_CI:
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)
    with running_server() as server:
        yield server


@pytest.fixture(scope="session")
def base_url() -> None:
    """Stand in for pytest-playwright's own, which is written as pytest 10 will refuse it."""


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Open pages at the larger of the two sizes that must be legible."""
    return browser_context_args | {
        "viewport": {"width": 1440, "height": 900},
        "locale": "en-GB",
        "service_workers": "block",
    }
