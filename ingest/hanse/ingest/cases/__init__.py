"""The shipped projects, each loaded through the door that a user's own tables take."""

from importlib.resources import files
from typing import Final

from hanse.graph.errors import HanseError
from hanse.graph.store import Intake
from hanse.ingest.folder import read_folder

# The name people type, and the folders that make the project.
SHIPPED: Final = {"laser-go": ("laser_go",)}


def shipped(name: str) -> tuple[Intake, ...]:
    """Return what makes up the shipped project ``name``.

    Raises
    ------
    HanseError
        When one of its own rows cannot be read: a fault of Hanse, not of its user.
    """
    folder = files("hanse.ingest.cases")
    intakes = tuple(read_folder(folder / part, origin=f"case:{part}") for part in SHIPPED[name])
    for intake in intakes:
        for row in intake.put_aside:
            raise HanseError(row.reason, where=f"{row.file}, row {row.row}", hint=row.remedy)
    return intakes
