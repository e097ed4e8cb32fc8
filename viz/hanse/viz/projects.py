"""Open a project by what a person types: a file, an address, or a shipped project's name."""

from collections.abc import Mapping
from contextlib import closing
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Final

from hanse.graph.errors import BadInput, UnknownName
from hanse.graph.store import Store
from hanse.graph.stores.neo4j.address import is_address, parse
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.cases import SHIPPED, shipped
from hanse.viz.credentials import credentials, database

DEFAULT: Final = "laser-go"
ENDING: Final = ".hanse"


@cache
def version() -> str:
    """Return the version of Hanse that is running."""
    return metadata.version("hanse")


def open_store(project: str) -> Store:
    """Open the store that ``project`` names.

    Raises
    ------
    UnknownName
        When it is neither a file nor a shipped project, or a server does not hold it.
    ServiceUnavailable
        When it lies on a server that cannot be used.
    """
    if project in SHIPPED:
        return SqliteStore.in_memory(shipped(project), address=project)
    if is_address(project):
        return _on_a_server(str(parse(project)))
    if Path(project).suffix or Path(project).exists():
        return SqliteStore.open(Path(project))
    raise UnknownName(project, kind="project", known=SHIPPED, list_with="hanse --help")


def _on_a_server(address: str) -> Store:
    from hanse.graph.stores.neo4j.project_store import Neo4jStore

    return Neo4jStore.open(address, auth=credentials(address), database=database())


def make(file: Path, source: str | None = None) -> Mapping[str, int]:
    """Make a project at ``file``, empty or as ``source`` holds it; return how much it holds.

    Raises
    ------
    BadInput
        When a file stands there already, or its name does not end in ``.hanse``.
    """
    demand_ending(file)
    if source is None:
        with closing(SqliteStore.create(file)) as store:
            return {"claims": sum(store.claims_by_source().values())}
    with closing(open_store(source)) as start:
        return _copied(start, file)


def demand_ending(file: Path) -> None:
    """Refuse a name that no project has.

    Raises
    ------
    BadInput
        When it does not end in ``.hanse``.
    """
    if file.suffix != ENDING:
        hint = f"call it {file.with_suffix(ENDING)}"
        raise BadInput("a project is called NAME.hanse", where=str(file), hint=hint)


def prepare(store: Store) -> bool:
    """Leave the index of a large project beside it; return whether the project is large."""
    from hanse.queries.engine import Engine

    return Engine(store, as_of=store.contents().settings.as_of).prepare()


def prepare_file(file: Path) -> bool:
    """Leave the index of a large project beside its file."""
    with closing(SqliteStore.open(file)) as store:
        return prepare(store)


def _copied(start: Store, file: Path) -> Mapping[str, int]:
    """Copy a project origin by origin, so that each can still be loaded again."""
    with closing(SqliteStore.create(file)) as store:
        for intake in start.intakes():
            store.write(intake)
        return {"claims": sum(store.claims_by_source().values())}
