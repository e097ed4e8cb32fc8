"""Write an import: stage what is new, put it on the graph, and switch.

Claims are kept in *loads*. An origin refers to one; an import makes another beside it, batch by
batch, which no reader sees. One last transaction lets the origin refer to the new load and
gives the project another version. What nothing refers to any more is removed by the write after
the next, so that a reader who began before a write can end; what a crash left, by the next.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from hanse.graph.store import Changes, Intake
from hanse.graph.stores.neo4j.connection import Connection
from hanse.graph.stores.neo4j.gathering import Gathered, check_length
from hanse.graph.stores.neo4j.lease import Lease
from hanse.graph.stores.neo4j.small import Kept, differing, wanted
from hanse.graph.stores.neo4j.snapshot import snapshot
from hanse.graph.stores.rows import settings_text

REMOVED: Final = 5000  # nodes removed at a time
Progress = Callable[[int, int], None]  # how many claims of how many are there


def no_progress(_done: int, _total: int) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What an import changes: numbers of claims, and what the graph must show anew.

    ``touched`` are the subjects of claims that came or went; ``predicates`` what they use.
    """

    added: int = 0
    removed: int = 0
    touched: frozenset[str] = frozenset()
    predicates: frozenset[str] = frozenset()


class Loading:
    """One import into one project, by the one who holds its lease."""

    def __init__(
        self,
        connection: Connection,
        project: str,
        lease: Lease,
        *,
        intake: Intake,
        gathered: Gathered,
        progress: Progress = no_progress,
    ) -> None:
        self._connection, self._project, self._lease = connection, project, lease
        self._intake, self._gathered, self._progress = intake, gathered, progress
        self._records = wanted(intake)
        check_length(intake.origin, intake.origin)

    def run(self) -> Changes:
        """Replace what the origin brought before, and say what that changed."""
        before = snapshot(self._connection, self._project)
        self._sweep(before)
        origin = before.origin(self._intake.origin)
        kept = Kept.read(self._connection, self._project)
        differ = differing(kept, self._records, origin.number if origin else None)
        settings = settings_text(self._intake.settings) if self._intake.settings else None
        is_otherwise = bool(
            differ
            or origin is None
            or origin.rows != self._intake.rows
            or (settings is not None and settings != before.settings)
        )
        digest, total = self._gathered.digest(), len(self._gathered)
        is_touched = (origin is None and total > 0) or (origin is not None and origin.digest != digest)
        if not is_otherwise and not is_touched:
            return Changes(unchanged=total)
        after = replace(before, settings=settings or before.settings)
        difference = self._write(before, after, digest=digest, is_touched=is_touched, differ=differ)
        otherwise = is_otherwise or not (difference.added or difference.removed)
        return Changes(
            added=difference.added,
            removed=difference.removed,
            unchanged=total - difference.added,
            differs_otherwise=otherwise,
        )
