"""The shipped projects, each loaded through the doors that a user's own files take."""

from collections.abc import Iterator, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Final

from hanse.graph.errors import HanseError
from hanse.graph.store import Intake

if TYPE_CHECKING:
    from hanse.ingest.names import Names

# The name people type, and the folders that make the project; a folder may name what stands
# in those before it.
SHIPPED: Final = {
    "laser-go": ("annex", "photonics_for_health", "laser_go"),
    "escp": ("annex", "photonics_for_health", "escp"),
    "demo-ratings": ("annex", "photonics_for_health", "laser_go", "examples", "demo_ratings"),
}
SCORE_SHEETS: Final = "score_sheets"  # the folder of a case that holds filled forms


def shipped(name: str) -> tuple[Intake, ...]:
    """Return what makes up the shipped project ``name``.

    Raises
    ------
    HanseError
        When one of its own rows cannot be read: a fault of Hanse, not of its user.
    """
    # what reads tables takes longer to load than a project that is kept takes to open
    from hanse.ingest.folder import read_folder
    from hanse.ingest.names import Names

    cases, names = files("hanse.ingest.cases"), Names()
    tables = [
        read_folder(cases / part, origin=f"case:{part}", known=names) for part in SHIPPED[name]
    ]
    forms = [form for part in SHIPPED[name] for form in _forms(cases / part, part, tables, names)]
    intakes = (*tables, *forms)
    for intake in intakes:
        for row in intake.put_aside:
            raise HanseError(row.reason, where=f"{row.file}, row {row.row}", hint=row.remedy)
    return intakes


def _forms(
    folder: Traversable, part: str, tables: Sequence[Intake], names: "Names"
) -> Iterator[Intake]:
    """Yield what the filled score sheets of a case bring."""
    if not (folder / SCORE_SHEETS).is_dir():
        return
    from hanse.ingest.guides import read_guide
    from hanse.ingest.score_loading import shipped_score_sheet

    texts = {d.id: d.text for i in tables for d in i.definitions if d.kind == "guide"}
    guides = {name: read_guide(text, where=f"guide {name}") for name, text in texts.items()}
    for file in sorted((folder / SCORE_SHEETS).iterdir(), key=lambda file: file.name):
        origin = f"case:{part}/{file.name}"
        yield shipped_score_sheet(file, origin=origin, names=names, guides=guides.get)
