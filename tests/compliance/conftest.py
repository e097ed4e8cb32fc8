"""Every kind of store passes the same suite; what one cannot do is marked, with the reason.

``never``: it cannot, by its nature. ``notyet``: it does not so far. Either is a strict xfail:
the day it can, the mark must go.
"""

from collections.abc import Iterator
from typing import Final

import pytest
from tests.compliance.kinds import NEO4J, STORES, Stores, in_neo4j

from hanse.graph.store import Store

KINDS: Final = [*sorted(STORES), pytest.param(NEO4J, marks=pytest.mark.service)]


@pytest.fixture(params=KINDS, scope="module")
def new_store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stores]:
    name = str(request.param)
    is_served = name == NEO4J
    kind = in_neo4j(request.getfixturevalue("neo4j_server")) if is_served else STORES[name]
    stores = Stores(kind, lambda: tmp_path_factory.mktemp("store"))
    yield stores
    stores.close()


@pytest.fixture
def store(new_store: Stores) -> Store:
    return new_store()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "never(store, reason): this store cannot do it, and why")
    config.addinivalue_line("markers", "notyet(store, reason): this store does not do it yet")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        callspec = getattr(item, "callspec", None)
        for mark in (*item.iter_markers("never"), *item.iter_markers("notyet")):
            if callspec and callspec.params.get("new_store") == mark.args[0]:
                item.add_marker(pytest.mark.xfail(reason=mark.kwargs["reason"], strict=True))
