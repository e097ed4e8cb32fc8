"""A guide that travels with a form: its text on a sheet of its own, taken in with the ratings.

A form may be made for a guide that the project does not keep. The guide then goes with the
form, so that loading the form brings both; one that the project keeps already is never replaced.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from hanse.graph.errors import BadInput
from hanse.graph.ids import key
from hanse.graph.model import Guide
from hanse.graph.store import Definition, Intake
from hanse.ingest.grids import Grid
from hanse.ingest.guides import read_guide

SIGN: Final = "Hanse guide"  # what the first cell of the sheet says
SHEET: Final = "guide"
LONGEST: Final = 30_000  # characters of a line that stand in one cell; the rest stands beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedGuide:
    """A guide with the text that it was read from."""

    guide: Guide
    text: str

    @property
    def intake(self) -> Intake:
        """Return what keeps the guide in a project, under an origin of its own."""
        kept = Definition(kind="guide", id=self.guide.id, text=self.text)
        return Intake(origin=f"guide {self.guide.id}", claims=(), definitions=(kept,))


def rows_of(text: str) -> Iterator[list[str]]:
    """Yield the rows of the sheet that carries a guide: one a line of its text."""
    yield [SIGN, "goes with the form; leave it as it is"]
    for line in text.split("\n"):
        yield [line[at : at + LONGEST] for at in range(0, len(line), LONGEST)]


def carried(grids: Iterable[Grid]) -> CarriedGuide | None:
    """Return the guide that a workbook carries, ``None`` if it carries none.

    Raises
    ------
    BadInput
        When the text on the sheet is no guide any more.
    """
    for grid in grids:
        lines = [(line.number, line.cells) for line in grid]
        if lines and lines[0][1] and key(lines[0][1][0]) == key(SIGN):
            text = _text(lines[1:], first=lines[0][0] + 1)
            return CarriedGuide(guide=read_guide(text, where=f"sheet {grid.sheet}"), text=text)
    return None


def _text(lines: Sequence[tuple[int, tuple[str, ...]]], *, first: int) -> str:
    """Return lines as one text; rows that hold nothing are blank lines."""
    said = {number - first: "".join(cells) for number, cells in lines}
    return "\n".join(said.get(number, "") for number in range(max(said, default=-1) + 1))


def check_same(kept: Guide, brought: Guide) -> None:
    """Refuse a form whose guide rates otherwise than the kept one of the same id.

    Other weights or words do no harm: those of the kept guide hold.

    Raises
    ------
    BadInput
        When a criterion or its scale differs.
    """
    for mine, theirs in zip_longest(kept.criteria, brought.criteria):
        if mine is None or theirs is None or (mine.id, mine.scale) != (theirs.id, theirs.scale):
            known = next(one.id for one in (theirs, mine) if one is not None)
            what = f"the project keeps another guide called {kept.id}: {known} differs"
            hint = "give one of the two another id, and make the form anew: hanse scoresheet"
            raise BadInput(what, hint=hint)
