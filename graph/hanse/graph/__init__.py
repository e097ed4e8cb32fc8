"""The domain: what a cluster organisation is, what is claimed of it, and where that is kept."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hanse.graph.partnership_graph import PartnershipGraph

__all__ = ["open"]


def open(  # noqa: A001  # hanse.graph.open reads as a sentence where it is called
    project: str | Path, *, as_of: str | None = None
) -> "PartnershipGraph":
    """Open a project file as the graph that every question of :mod:`hanse.queries` takes.

    Parameters
    ----------
    project
        A project file, ``NAME.hanse``.
    as_of
        The day it is to stand for; by default the project's own, else all days together.

    Raises
    ------
    UserMistake
        When the file is not a project, is damaged, or the day is not a date.
    """
    from hanse.graph.partnership_graph import PartnershipGraph
    from hanse.graph.stores.sqlite import SqliteStore

    store = SqliteStore.open(Path(project))
    day = as_of or store.contents().settings.as_of
    try:
        return PartnershipGraph.of(store, as_of=day)
    finally:
        store.close()
