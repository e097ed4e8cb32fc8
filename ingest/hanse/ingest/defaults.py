"""A project's own defaults are its user's: a file that is loaded sets none where there are some."""

from dataclasses import replace

from hanse.graph.model import Settings
from hanse.graph.store import Changes, Intake, Store


def write_beside(store: Store, intake: Intake) -> Changes:
    """Write an intake; its settings count only in a project that has none of its own."""
    is_set = store.contents().settings != Settings()
    return store.write(replace(intake, settings=None) if is_set else intake)
