"""What a check or a load found and did."""

from collections.abc import Mapping
from dataclasses import dataclass

from hanse.graph.store import PutAside
from hanse.ingest.findings import Remark
from hanse.ingest.grids import Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """A file that was read: its name, its format, and how many rows say something."""

    file: str
    format: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check found.

    ``taken`` counts the good rows by the kind of what they describe, or by their table where
    they describe nothing new. ``grids`` are the cells as they stand, to mark the faults in.
    """

    files: tuple[FileRead, ...]
    taken: Mapping[str, int]
    faults: tuple[PutAside, ...]
    remarks: tuple[Remark, ...]
    grids: tuple[Grid, ...] = ()

    @property
    def is_good(self) -> bool:
        """Say whether all of it can be loaded."""
        return not self.faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What loading did, in the terms of :class:`Checked`.

    With ``is_refused`` the project is what it was before, and nothing was taken. What is
    ``is_whole`` is never taken in part.
    """

    files: tuple[FileRead, ...]
    taken: Mapping[str, int]
    unchanged: int
    faults: tuple[PutAside, ...]
    remarks: tuple[Remark, ...]
    has_changed: bool
    is_refused: bool
    grids: tuple[Grid, ...] = ()
    is_whole: bool = False
