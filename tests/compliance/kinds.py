"""The kinds of store that the suite runs on: how to make one, and how to find one again."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

from tests.neo4j.server import Server

from hanse.graph.store import Store
from hanse.graph.stores.neo4j.project_store import Neo4jStore
from hanse.graph.stores.sqlite import SqliteStore


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOfStore:
    """How an empty store is made, and how one is found again after the program ended."""

    make: Callable[[Path], Store]
    find_again: Callable[[Store], Store]


def in_memory() -> Store:
    return SqliteStore.in_memory([], address="memory", is_read_only=False)


STORES: Final = {
    "sqlite_file": KindOfStore(
        make=lambda folder: SqliteStore.create(folder / "project.hanse"),
        find_again=lambda store: SqliteStore.open(Path(store.address)),
    ),
    "sqlite_in_memory": KindOfStore(
        make=lambda _folder: in_memory(), find_again=lambda _store: in_memory()
    ),
}


NEO4J: Final = "neo4j"  # needs the server that the fixture neo4j_server starts
_numbers: Final = count(1)


def in_neo4j(server: Server) -> KindOfStore:
    """Return the kind of store that is a project in a database of ``server``."""
    return KindOfStore(
        make=lambda _folder: Neo4jStore.open_or_create(
            f"{server.uri}/compliance-{next(_numbers)}", auth=server.auth
        ),
        find_again=lambda store: Neo4jStore.open(store.address, auth=server.auth),
    )


class Stores:
    """Makes empty stores of one kind, as many as a test needs."""

    def __init__(self, kind: KindOfStore, new_folder: Callable[[], Path]) -> None:
        self._kind, self._new_folder = kind, new_folder
        self._made: list[Store] = []

    def __call__(self) -> Store:
        return self._kept(self._kind.make(self._new_folder()))

    def find_again(self, store: Store) -> Store:
        """Let go of a store and open it as another program would."""
        store.close()
        return self._kept(self._kind.find_again(store))

    def close(self) -> None:
        for store in self._made:
            store.close()

    def _kept(self, store: Store) -> Store:
        self._made.append(store)
        return store
