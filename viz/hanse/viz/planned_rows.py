"""A row of a table before it is written: its cells, and what it is meant to say."""

from dataclasses import dataclass
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.quantities import Quantity
from hanse.viz.flat_values import yes_no

Cells = dict[str, str]
Place = tuple[str | None, ...]
# What a row states once for all that it says, by column.
_CIRCUMSTANCES: Final = ("source", "locator", "status", "as_of", "as_written", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """A row as it would be written, the ids of the claims it says, the things it is about."""

    table: str
    cells: Cells
    says: frozenset[int] = frozenset()
    about: frozenset[str] = frozenset()

    @property
    def source(self) -> str:
        """Return the id of the source that the row names."""
        return self.cells.get("source", "")

    @property
    def locator(self) -> str:
        """Return the place in it."""
        return self.cells.get("locator", "")


def row(table: str, cells: Cells, *said: Claim) -> PlannedRow:
    """Return the row that says ``said``."""
    about = {claim.subject for claim in said} | {str(claim.value) for claim in said}
    return PlannedRow(
        table=table,
        cells=cells,
        says=frozenset(claim.id for claim in said),
        about=frozenset(about),
    )


def place(claim: Claim) -> Place:
    """Return what a row would state once for all that it says."""
    return tuple(getattr(claim, name) for name in _CIRCUMSTANCES)


def where(stated: Place) -> Cells:
    """Return the cells that say so."""
    cells = dict(zip(_CIRCUMSTANCES, (part or "" for part in stated), strict=True))
    return cells | ({"status": ""} if cells["status"] == "stated" else {})


def is_bare(claim: Claim) -> bool:
    """Say whether nothing qualifies a claim but where it stands and how it was read."""
    return (claim.since, claim.until, claim.role, claim.context) == (None, None, None, None)


def cell_of(claim: Claim) -> str:
    """Return a claim's value as people write it in a table."""
    value = claim.value
    if isinstance(value, bool):
        return yes_no(value)
    return _figure(value) if isinstance(value, Quantity) else str(value)


def _figure(quantity: Quantity) -> str:
    """Return a figure in the words that tables take.

    >>> _figure(Quantity(value=300, unit="smes", qualifier="at_least", strict=True))
    'more than 300'
    """
    if quantity.upper is not None:
        return f"{quantity.value}-{quantity.upper}"
    words = {"exactly": "", "about": "about ", "at_least": "at least ", "at_most": "at most "}
    if quantity.strict:
        words |= {"at_least": "more than ", "at_most": "fewer than "}
    return f"{words[quantity.qualifier]}{quantity.value}"
