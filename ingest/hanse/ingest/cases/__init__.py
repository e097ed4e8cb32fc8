"""The shipped projects, each loaded through the door that a user's own tables take."""

from importlib.resources import files
from typing import Final

from hanse.graph.errors import HanseError
from hanse.graph.store import Intake
from hanse.ingest.folder import read_folder
from hanse.ingest.names import Names

# The name people type, and the folders that make the project; a folder may name what stands
# in those before it.
SHIPPED: Final = {
    "laser-go": ("annex", "photonics_for_health", "laser_go"),
    "escp": ("annex", "photonics_for_health", "escp"),
}


def shipped(name: str) -> tuple[Intake, ...]:
    """Return what makes up the shipped project ``name``.

    Raises
    ------
    HanseError
        When one of its own rows cannot be read: a fault of Hanse, not of its user.
    """
    cases, names = files("hanse.ingest.cases"), Names()
    intakes = tuple(
        read_folder(cases / part, origin=f"case:{part}", known=names) for part in SHIPPED[name]
    )
    for intake in intakes:
        for row in intake.put_aside:
            raise HanseError(row.reason, where=f"{row.file}, row {row.row}", hint=row.remedy)
    return intakes
