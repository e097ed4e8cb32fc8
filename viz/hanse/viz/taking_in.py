"""Take files in by what they are: score sheets, or RDF, tables and definitions together."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from hanse.graph.errors import BadInput
from hanse.graph.rdf.parsing import NOT_READ
from hanse.graph.store import Store
from hanse.ingest import loading
from hanse.ingest.defaults import write_beside
from hanse.ingest.loading import Checked, Loaded
from hanse.ingest.progress import Progress
from hanse.ingest.rdf import ENDINGS
from hanse.ingest.rdf_loading import Graphs, read_graphs
from hanse.ingest.score_loading import are_score_sheets, check_score_sheets, load_score_sheets

NOTHING = Loaded(
    files=(), taken={}, unchanged=0, faults=(), remarks=(), has_changed=False, is_refused=False
)


def check_files(
    files: Sequence[Path],
    project: Callable[[], Store],
    *,
    is_named: bool = False,
    progress: Progress | None,
) -> Checked:
    """Return what loading the files would take, and every fault; no project is changed.

    ``project`` is opened for what cannot be read without one, RDF and score sheets, and if it
    was named for the check: then the rows of tables may refer to what it knows, and what they
    would be linked to is told.
    """
    graphs, others = sorted_out(files)
    if graphs:
        found = read_graphs(graphs, known=_categories(project()))
        store = project() if is_named else None
        rest = loading.check(others, store=store, progress=progress) if others else None
        return _checked_with(found, rest)
    if are_score_sheets(files):
        return check_score_sheets(files, project())
    return loading.check(files, store=project() if is_named else None, progress=progress)


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
    graphs, others = sorted_out(files)
    if not graphs and are_score_sheets(files):
        return load_score_sheets(files, store, origin=origin)
    found = read_graphs(graphs, origin=origin, known=_categories(store)) if graphs else Graphs()
    if found.faults and not (partial and found.found):
        return _refused(found, loading.check(others, store=store) if others else None)
    if not others:
        return _loaded(found, store)
    done = loading.load(
        others,
        store,
        origin=origin,
        partial=partial,
        accept_shrink=accept_shrink,
        progress=progress,
        beside=found.intakes,
    )
    return _loaded_with(found, done)


def sorted_out(files: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Return the files that are RDF by their endings, and the others.

    Raises
    ------
    BadInput
        When there are graphs, and a score sheet among the others.
    """
    graphs = [file for file in files if file.suffix.lower() in (*ENDINGS, *NOT_READ)]
    others = [file for file in files if file not in graphs]
    if graphs and others and are_score_sheets(others):
        hint = "load score sheets by themselves"
        raise BadInput(f"{others[0].name} is a score sheet, and others are not", hint=hint)
    return graphs, others


def _categories(store: Store) -> Collection[str]:
    """Return the project's categories, which a foreign scheme may be matched with."""
    return {c.subject for c in store.claims() if c.predicate == "kind" and c.value == "category"}


def _loaded(found: Graphs, store: Store) -> Loaded:
    changes = write_beside(store, found.intakes)
    unchanged = sum(change.unchanged for change in changes)
    has_changed = any(change.has_changed for change in changes)
    return _loaded_with(found, replace(NOTHING, unchanged=unchanged, has_changed=has_changed))


def _refused(found: Graphs, rest: Checked | None) -> Loaded:
    """Return that nothing was loaded, with the faults of graphs and of all else."""
    told = _checked_with(found, rest)
    return replace(
        NOTHING,
        files=told.files,
        faults=told.faults,
        remarks=told.remarks,
        grids=told.grids,
        is_refused=True,
    )


def _checked_with(found: Graphs, rest: Checked | None) -> Checked:
    rest = rest or Checked(files=(), taken={}, faults=(), remarks=())
    return replace(
        rest,
        files=(*found.files, *rest.files),
        taken=dict(Counter(found.taken) + Counter(rest.taken)),
        faults=(*found.faults, *rest.faults),
        remarks=(*found.remarks, *rest.remarks),
    )


def _loaded_with(found: Graphs, done: Loaded) -> Loaded:
    """Return what was done with the graphs added to what was done with the others."""
    taken = {} if done.is_refused else dict(Counter(found.taken) + Counter(done.taken))
    return replace(
        done,
        files=(*found.files, *done.files),
        taken=taken,
        faults=(*found.faults, *done.faults),
        remarks=(*found.remarks, *done.remarks),
    )
