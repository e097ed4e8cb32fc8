"""Take in filled score sheets: each rating becomes a claim of its assessor.

All of a form is looked at, so that every fault is told at once, by sheet, row and column; with
any fault nothing of it is taken.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, TypeVar

from hanse.graph.claims import Claim
from hanse.graph.errors import UserMistake
from hanse.graph.ids import key, slug
from hanse.graph.model import Criterion, Guide, Source
from hanse.graph.store import PutAside
from hanse.ingest.dated import read_date
from hanse.ingest.faults import nearest
from hanse.ingest.findings import Remark
from hanse.ingest.grids import Grid
from hanse.ingest.names import Names
from hanse.ingest.row_making import NOT_STATED
from hanse.ingest.rows import CellFault
from hanse.ingest.score_sheet_form import (
    ASSESSOR,
    CANDIDATE,
    COMMENT,
    CRITERION,
    DATE,
    GUIDE,
    RATING,
    SYNTHETIC,
    FilledForm,
    FilledRow,
    taken_apart,
)

PREDICATE: Final = "rating"
_NUMBER: Final = re.compile(r"(-?[0-9]{1,6})(?:[.,]0+)?")
_YES: Final = ("yes", "true", "1")

Guides = Callable[[str], Guide | None]
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreSheet:
    """What a form brings: ratings as claims and their assessor, or the faults that forbid it."""

    file: str
    sheet: str
    claims: tuple[Claim, ...]
    source: Source | None
    faults: tuple[PutAside, ...]
    remarks: tuple[Remark, ...] = ()
    rows: int = 0


def read_score_sheet(grid: Grid, *, names: Names, guides: Guides) -> ScoreSheet:
    """Return the ratings of one form.

    Parameters
    ----------
    grid
        The sheet, or the CSV file.
    names
        The candidates that there are, by every name.
    guides
        Gives the guide of an id, ``None`` when there is none.
    """
    form = taken_apart(grid)
    reading = _Reading(form=form, names=names, guides=guides)
    claims = reading.claims()
    faults = (*form.faults, *reading.faults)
    return ScoreSheet(
        file=form.file,
        sheet=form.sheet,
        claims=() if faults else tuple(claims),
        source=None if faults else reading.source,
        faults=faults,
        remarks=tuple(reading.remarks),
        rows=len(form.rows),
    )


@dataclass(slots=True)
class _Reading:
    """One reading of a form, and what was found."""

    form: FilledForm
    names: Names
    guides: Guides
    faults: list[PutAside] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    _seen: dict[tuple[str, str], int] = field(default_factory=dict)

    def claims(self) -> list[Claim]:
        guide, day = self._guide(), self._day()
        rated = [rating for row in self.form.rows if (rating := self._rating(row, guide))]
        if not rated and not self.faults and not self.form.faults:
            self._note("no rating is filled in", "rate at least one candidate", column=RATING)
        if guide is None or self.faults or self.form.faults:
            return []
        return [self._claim(guide, day, *rating) for rating in rated]

    @property
    def source(self) -> Source:
        """Return the assessor; one whose ratings are invented is called so."""
        name = self.form.head[ASSESSOR]
        if key(self.form.head.get(SYNTHETIC, "")) in _YES:
            note = "Invented for demonstration; the judgement of nobody."
            title = name if "synthetic" in name.casefold() else f"{name} (synthetic)"
            return Source(id=f"assessor:{slug(name)}", title=title, kind="synthetic", note=note)
        return Source(id=f"assessor:{slug(name)}", title=name, kind="assessor")

    def _guide(self) -> Guide | None:
        named = self.form.head.get(GUIDE)
        guide = self.guides(named) if named else None
        if named and guide is None:
            remedy = "load it first: hanse load GUIDE.toml; or make a new form: hanse scoresheet"
            self._note("the project has no such guide", remedy, column=GUIDE, value=named)
        return guide

    def _day(self) -> str | None:
        written = self.form.head.get(DATE)
        try:
            return read_date(written) if written else None
        except UserMistake as fault:
            self._note(fault.what, fault.hint, column=DATE, value=written)
            return None

    def _rating(
        self, row: FilledRow, guide: Guide | None
    ) -> tuple[FilledRow, str, Criterion, int] | None:
        """Return what a row rates; ``None`` when it is blank or at fault, which is noted."""
        before = len(self.faults)
        candidate = self._try(row, lambda: self._candidate(row))
        criterion = self._try(row, lambda: _criterion(row, guide)) if guide else None
        value = self._try(row, lambda: _value(row, criterion))
        if candidate and criterion:
            self._check_twice(row, candidate, criterion.id)
        if value is None and COMMENT in row.cells and len(self.faults) == before:
            self._remark(row, "a comment without a rating is not kept")
        if candidate is None or criterion is None or value is None:
            return None
        return row, candidate, criterion, value

    def _candidate(self, row: FilledRow) -> str:
        named = row.cells.get(CANDIDATE)
        if named is None:
            remedy = "write the id or a name of the candidate"
            raise CellFault(f"{CANDIDATE} is empty", column=CANDIDATE, value="", remedy=remedy)
        return self.names.find(named, column=CANDIDATE, kinds=("cluster",))

    def _check_twice(self, row: FilledRow, candidate: str, criterion: str) -> None:
        first = self._seen.setdefault((candidate, criterion), row.number)
        if first != row.number:
            what = f"{candidate} stands in row {first} with {criterion} already"
            fault = CellFault(what, column=CRITERION, value=row.cells[CRITERION],
                              remedy="leave one of the two rows")  # fmt: skip
            self._put_aside(row, fault)

    def _claim(
        self, guide: Guide, day: str | None, row: FilledRow, candidate: str, criterion: Criterion,
        value: int,
    ) -> Claim:  # fmt: skip
        source, comment = self.source, row.cells.get(COMMENT)
        is_invented = source.kind == "synthetic"
        if is_invented and "synthetic" not in (comment or "").casefold():
            comment = f"synthetic: {comment}" if comment else "synthetic"
        return Claim(
            subject=candidate, predicate=PREDICATE, value=value, source=source.id,
            locator=f"{self.form.file}, row {row.number}", as_of=day, note=comment,
            context=f"{guide.id}:{criterion.id}",
            status="assumption" if is_invented else "stated",
        )  # fmt: skip

    # -- what is wrong -------------------------------------------------------------------------

    def _try(self, row: FilledRow, read: Callable[[], T]) -> T | None:
        try:
            return read()
        except CellFault as fault:
            self._put_aside(row, fault)
            return None

    def _put_aside(self, row: FilledRow, fault: CellFault) -> None:
        self._note(fault.what, fault.remedy, row=row.number, column=fault.column, value=fault.value)

    def _note(
        self,
        reason: str,
        remedy: str,
        *,
        row: int | None = None,
        column: str,
        value: str | None = None,
    ) -> None:
        self.faults.append(
            PutAside(file=self.form.file, sheet=self.form.sheet, row=row, column=column,
                     value=value, reason=reason, remedy=remedy)
        )  # fmt: skip

    def _remark(self, row: FilledRow, text: str) -> None:
        self.remarks.append(
            Remark(file=self.form.file, sheet=self.form.sheet, row=row.number, column=COMMENT,
                   value=row.cells.get(COMMENT), text=text)
        )  # fmt: skip


def _criterion(row: FilledRow, guide: Guide) -> Criterion:
    named = row.cells.get(CRITERION, "")
    found = next((c for c in guide.criteria if key(c.id) == key(named)), None)
    if found is None:
        what = f"{guide.id} has no such criterion" if named else f"{CRITERION} is empty"
        remedy = nearest(named, [c.id for c in guide.criteria])
        raise CellFault(what, column=CRITERION, value=named, remedy=remedy)
    return found


def _value(row: FilledRow, criterion: Criterion | None) -> int | None:
    """Return the rating of a row; ``None`` when it is left blank, or of no known criterion."""
    text = row.cells.get(RATING)
    remedy = _remedy(criterion)
    if row.marks.get(RATING) in ("formula", "error"):
        what = "the cell holds a formula or an error, and no number"
        raise CellFault(what, column=RATING, value=text or "", remedy=remedy)
    if text is None or text.casefold() in NOT_STATED:
        return None
    number = _NUMBER.fullmatch(text)
    if number is None:
        raise CellFault("not a whole number", column=RATING, value=text, remedy=remedy)
    value = int(number[1])
    if criterion and not criterion.scale.minimum <= value <= criterion.scale.maximum:
        ends = f"{criterion.scale.minimum} to {criterion.scale.maximum}"
        raise CellFault(f"outside the scale of {ends}", column=RATING, value=text, remedy=remedy)
    return value


def _remedy(criterion: Criterion | None) -> str:
    if criterion is None:
        return "write a whole number of the scale, or leave it blank"
    scale = criterion.scale
    steps = ", ".join(f"{rating} {label}" for rating, label in sorted(scale.labels.items()))
    said = f": {steps}" if steps else ""
    return f"write {scale.minimum} to {scale.maximum}{said}, or leave it blank"
