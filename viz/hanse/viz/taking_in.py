"""Take files in by what they are: score sheets, RDF, or tables."""

from collections.abc import Callable, Sequence
from pathlib import Path

from hanse.graph.errors import BadInput
from hanse.graph.rdf.parsing import NOT_READ
from hanse.graph.store import Store
from hanse.ingest import loading
from hanse.ingest.defaults import write_beside
from hanse.ingest.findings import Remark
from hanse.ingest.loading import Checked, FileRead, Loaded
from hanse.ingest.names import Names
from hanse.ingest.progress import Progress
from hanse.ingest.rdf import ENDINGS, RdfFile, partly, read_rdf
from hanse.ingest.score_loading import are_score_sheets, check_score_sheets, load_score_sheets


def check_files(
    files: Sequence[Path],
    project: Callable[[], Store],
    *,
    is_named: bool = False,
    progress: Progress | None,
) -> Checked:
    """Return what loading the files would take, and every fault; no project is changed.

    ``project`` is opened for what cannot be read without one, RDF and score sheets, and if it
    was named for the check: then the rows of tables may refer to what it knows.
    """
    if are_rdf(files):
        store = project()
        found = [_rdf(file, store) for file in files]
        return Checked(
            files=_files(found),
            taken=_taken(found),
            faults=tuple(fault for file in found for fault in file.faults),
            remarks=_remarks(found),
        )
    if are_score_sheets(files):
        return check_score_sheets(files, project())
    known = _names_of(project()) if is_named else None
    return loading.check(files, known=known, progress=progress)


def _names_of(store: Store) -> Callable[[], Names]:
    """Return what gives the names of a project, if it is asked."""
    return lambda: Names.of_store(store)


def load_files(
    files: Sequence[Path],
    store: Store,
    *,
    origin: str | None = None,
    partial: bool = False,
    accept_shrink: bool = False,
    progress: Progress | None = None,
) -> Loaded:
    """Load files into a project: all of them or, with any fault, nothing.

    Score sheets are always taken whole or not at all.
    """
    if are_rdf(files):
        return _load_rdf(files, store, origin=origin, is_partial=partial)
    if are_score_sheets(files):
        return load_score_sheets(files, store, origin=origin)
    return loading.load(
        files,
        store,
        origin=origin,
        partial=partial,
        accept_shrink=accept_shrink,
        progress=progress,
    )


def are_rdf(files: Sequence[Path]) -> bool:
    """Say whether files are RDF by their endings: all of them, or none.

    Raises
    ------
    BadInput
        When some are and others are not.
    """
    graphs = [file for file in files if file.suffix.lower() in (*ENDINGS, *NOT_READ)]
    if graphs and len(graphs) < len(files):
        hint = "load graphs and tables one after the other"
        raise BadInput(f"{graphs[0].name} is RDF, and others are not", hint=hint)
    return bool(graphs)


def _load_rdf(
    files: Sequence[Path], store: Store, *, origin: str | None, is_partial: bool
) -> Loaded:
    found = [_rdf(file, store, origin=origin) for file in files]
    faults = tuple(fault for file in found for fault in file.faults)
    is_refused = bool(faults) and not is_partial
    changes = [] if is_refused else [write_beside(store, partly(file)) for file in found]
    return Loaded(
        files=_files(found),
        taken={} if is_refused else _taken(found),
        unchanged=sum(change.unchanged for change in changes),
        faults=faults,
        remarks=_remarks(found),
        has_changed=any(change.has_changed for change in changes),
        is_refused=is_refused,
    )


def _rdf(file: Path, store: Store, *, origin: str | None = None) -> RdfFile:
    categories = {
        c.subject for c in store.claims() if c.predicate == "kind" and c.value == "category"
    }
    return read_rdf(file, origin=origin, known=categories)


def _files(found: Sequence[RdfFile]) -> tuple[FileRead, ...]:
    return tuple(
        FileRead(file=file.intake.origin, format=file.format, rows=file.triples) for file in found
    )


def _taken(found: Sequence[RdfFile]) -> dict[str, int]:
    return {"claims": sum(len(tuple(file.intake.claims)) for file in found)}


def _remarks(found: Sequence[RdfFile]) -> tuple[Remark, ...]:
    return tuple(
        Remark(file=file.intake.origin, text=note) for file in found for note in file.notes
    )
