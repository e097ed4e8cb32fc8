"""Open a project by what a person types: a file, an address, or a shipped project's name."""

from importlib import metadata
from pathlib import Path
from typing import Final

from hanse.graph.errors import UnknownName
from hanse.graph.store import Store
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.cases import SHIPPED, shipped

DEFAULT: Final = "laser-go"


def version() -> str:
    """Return the version of Hanse that is running."""
    return metadata.version("hanse")


def open_store(project: str) -> Store:
    """Open the store that ``project`` names.

    Raises
    ------
    UnknownName
        When it is neither a file nor a shipped project.
    """
    if project in SHIPPED:
        return SqliteStore.in_memory(shipped(project), address=project)
    if Path(project).suffix or Path(project).exists():
        return SqliteStore.open(Path(project))
    raise UnknownName(project, kind="project", known=SHIPPED, list_with="hanse --help")
