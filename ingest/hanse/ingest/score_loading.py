"""Load score sheets into a project: all of them or, with any fault, nothing.

A form goes by the name of its file: loading the same file again replaces what it brought.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from hanse.graph.dates import first_day, last_day
from hanse.graph.errors import BadInput
from hanse.graph.model import Guide
from hanse.graph.store import Intake, PutAside, Store
from hanse.ingest.carried_guides import CarriedGuide, carried, check_same
from hanse.ingest.csv_files import csv_grid
from hanse.ingest.findings import Remark
from hanse.ingest.grids import Grid
from hanse.ingest.guides import read_guide
from hanse.ingest.loading import Checked, FileRead, Loaded
from hanse.ingest.names import Names
from hanse.ingest.score_sheet_form import is_score_sheet, is_score_sheet_file, sheets_of
from hanse.ingest.scoresheets import Guides, ScoreSheet, read_score_sheet

RATED = "rating"  # what the good rows of a form are counted as


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """A file, the forms in it as they were read, and what forbids to read it at all."""

    name: str
    format: str
    sheets: tuple[ScoreSheet, ...]
    grids: tuple[Grid, ...] = ()
    guide: CarriedGuide | None = None
    refusal: tuple[PutAside, ...] = ()

    @property
    def faults(self) -> tuple[PutAside, ...]:
        return (*self.refusal, *(fault for sheet in self.sheets for fault in sheet.faults))

    def intake(self, origin: str | None) -> Intake:
        sources = {s.source.id: s.source for s in self.sheets if s.source}
        return Intake(
            origin=origin or self.name,
            claims=[claim for sheet in self.sheets for claim in sheet.claims],
            sources=tuple(sources.values()),
            rows=sum(sheet.rows for sheet in self.sheets),
        )


def check_score_sheets(paths: Sequence[Path], store: Store) -> Checked:
    """Return what loading filled forms would take, and every fault; nothing is changed."""
    found = _read(paths, store)
    return Checked(
        files=_files(found),
        taken=_taken(found, store),
        faults=tuple(fault for file in found for fault in file.faults),
        remarks=_remarks(found, store),
        grids=tuple(grid for file in found for grid in file.grids),
    )


def load_score_sheets(paths: Sequence[Path], store: Store, *, origin: str | None = None) -> Loaded:
    """Load filled forms: all ratings of all of them or, with any fault, nothing.

    Parameters
    ----------
    paths
        Forms filled in, as workbooks or CSV files.
    store
        The project; it holds the guides and the candidates.
    origin
        What the project calls them together; by default each goes by its own name.
    """
    found = _read(paths, store)
    faults = tuple(fault for file in found for fault in file.faults)
    taken = {} if faults else _taken(found, store)
    brought = [] if faults else [*_guides(found, store), *_intakes(found, origin)]
    changes = store.write_all(brought) if brought else []
    return Loaded(
        files=_files(found),
        taken=taken,
        unchanged=sum(change.unchanged for change in changes),
        faults=faults,
        remarks=_remarks(found, store),
        has_changed=any(change.has_changed for change in changes),
        is_refused=bool(faults),
        grids=tuple(grid for file in found for grid in file.grids),
        is_whole=True,
    )


def are_score_sheets(paths: Sequence[Path]) -> bool:
    """Say whether files are score sheets: all of them, or none.

    Raises
    ------
    BadInput
        When some are and others are not.
    """
    forms = [path for path in paths if is_score_sheet_file(path)]
    if forms and len(forms) < len(paths):
        other = next(path.name for path in paths if path not in forms)
        what = f"{forms[0].name} is a score sheet, and {other} is none"
        raise BadInput(what, hint="load score sheets and tables one after the other")
    return bool(forms)


def shipped_score_sheet(file: Traversable, *, origin: str, names: Names, guides: Guides) -> Intake:
    """Return what a form within a case brings, faults put aside in it."""
    sheet = read_score_sheet(csv_grid(file), names=names, guides=guides)
    return Intake(
        origin=origin,
        claims=sheet.claims,
        sources=(sheet.source,) if sheet.source else (),
        put_aside=sheet.faults,
        rows=sheet.rows,
    )


def guides_of(store: Store) -> Guides:
    """Return the guides that a project keeps, by id."""
    kept = {d.id: d.text for d in store.contents().definitions if d.kind == "guide"}

    @cache
    def guide(name: str) -> Guide | None:
        return read_guide(kept[name], where=f"guide {name}") if name in kept else None

    return guide


def _read(paths: Sequence[Path], store: Store) -> list[_File]:
    names, guides = Names.of_store(store), guides_of(store)
    found: list[_File] = []
    for path in paths:
        brought = {file.guide.guide.id: file.guide.guide for file in found if file.guide}
        found.append(_read_file(path, names, _known(guides, brought)))
    return found


def _known(guides: Guides, brought: Mapping[str, Guide]) -> Guides:
    """Return the guides of the project and, beside them, those that forms bring."""
    return lambda name: guides(name) or brought.get(name)


def _read_file(path: Path, names: Names, guides: Guides) -> _File:
    ending = path.suffix.removeprefix(".").casefold()
    try:
        every = sheets_of(path)
        grids = tuple(grid for grid in every if is_score_sheet(grid))
        guide = carried(every) if grids else None
        known = _with(guides, guide)
        sheets = tuple(read_score_sheet(grid, names=names, guides=known) for grid in grids)
        if not grids:
            hint = "make one with: hanse scoresheet FILE.xlsx"
            raise BadInput("the file holds no score sheet", where=path.name, hint=hint)
    except BadInput as fault:
        aside = PutAside(file=path.name, reason=fault.what, remedy=fault.hint)
        return _File(name=path.name, format=ending, sheets=(), refusal=(aside,))
    return _File(name=path.name, format=ending, sheets=sheets, grids=grids, guide=guide)


def _with(guides: Guides, brought: CarriedGuide | None) -> Guides:
    """Return the guides by which a form is read; a kept one must rate as the brought one does."""
    if brought is None:
        return guides
    kept = guides(brought.guide.id)
    if kept:
        check_same(kept, brought.guide)
    return _known(guides, {brought.guide.id: brought.guide})


def _guides(found: Sequence[_File], store: Store) -> list[Intake]:
    """Return what keeps the guides that forms bring and the project does not keep yet."""
    kept = guides_of(store)
    brought = {file.guide.guide.id: file.guide for file in found if file.guide}
    return [guide.intake for name, guide in brought.items() if kept(name) is None]


def _intakes(found: Sequence[_File], origin: str | None) -> list[Intake]:
    if origin is None:
        return [file.intake(None) for file in found]
    sheets = tuple(sheet for file in found for sheet in file.sheets)
    return [_File(name=origin, format="", sheets=sheets).intake(origin)]


def _files(found: Sequence[_File]) -> tuple[FileRead, ...]:
    return tuple(
        FileRead(file=f.name, format=f.format, rows=sum(sheet.rows for sheet in f.sheets))
        for f in found
    )


def _taken(found: Sequence[_File], store: Store) -> dict[str, int]:
    ratings = sum(len(sheet.claims) for file in found for sheet in file.sheets)
    counts = {RATED: ratings, "guide": len(_guides(found, store))}
    return {kind: number for kind, number in counts.items() if number}


def _remarks(found: Sequence[_File], store: Store) -> tuple[Remark, ...]:
    """Return what was remarked, and which ratings the project's own day does not see."""
    day = store.contents().settings.as_of
    remarks = [remark for file in found for sheet in file.sheets for remark in sheet.remarks]
    for file in found:
        dates = {c.as_of for sheet in file.sheets for c in sheet.claims if c.as_of}
        late = [date for date in dates if day and first_day(date) > last_day(day)]
        if late:
            text = f"rated {min(late)}, after the project's day {day}: ask with --as-of {min(late)}"
            remarks.append(Remark(file=file.name, text=text))
    return tuple(remarks)
