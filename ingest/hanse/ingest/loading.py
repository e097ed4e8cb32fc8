"""Check tables and load them into a project: all of them or nothing, with every fault told.

Loading the same file again replaces what it brought before. A file that has lost more than a
fifth of its rows since is refused until that is said to be meant.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput
from hanse.graph.store import Changes, Intake, PutAside, Store
from hanse.ingest.defaults import write_beside
from hanse.ingest.delivery import Delivery, deliveries
from hanse.ingest.findings import Findings, Remark
from hanse.ingest.grids import Grid
from hanse.ingest.learning import Learnt, learn
from hanse.ingest.loaded import Checked, FileRead, Loaded
from hanse.ingest.names import Names
from hanse.ingest.progress import Progress
from hanse.ingest.reading import Reading

if TYPE_CHECKING:
    from hanse.ingest.linking import Linking

__all__ = ["Checked", "FileRead", "Loaded", "check", "load"]

SHRUNK: Final = 0.8  # of the rows of last time; below, loading needs to be told that it is meant
MOST_ROUNDS: Final = 10  # of withdrawing what named a row put aside


def check(
    paths: Sequence[Path],
    *,
    known: Callable[[], Names] | None = None,
    store: Store | None = None,
    progress: Progress | None = None,
) -> Checked:
    """Return what loading ``paths`` would take, and every fault; no project is touched.

    Parameters
    ----------
    paths
        CSV files, workbooks, and folders of CSV files; rows may name what another describes.
    known
        Gives the names that rows may refer to beside those of the files. It is asked only
        when a name is not found in them: ``lambda: Names.of_store(store)``.
    store
        A project that the files are checked against: its names are known, and it is told what
        of it a row would be linked to.
    progress
        Is told a file, how many of its rows were looked at, and how many there are where that
        is known, every thousand rows.
    """
    found = deliveries(paths, origin=None)
    linking = None
    if store is not None and store.contents().origins:
        known, linking = (lambda: Names.of_store(store)), _linking(store, found)
    job = _Job(found, known=known, progress=progress, linking=linking)
    job.read()
    return Checked(
        files=job.files,
        taken=job.taken,
        faults=job.faults,
        remarks=job.remarks,
        grids=job.grids,
    )


def load(
    paths: Sequence[Path],
    store: Store,
    *,
    origin: str | None = None,
    partial: bool = False,
    accept_shrink: bool = False,
    progress: Progress | None = None,
    beside: Sequence[Intake] = (),
) -> Loaded:
    """Load ``paths`` into a project: everything or, with any fault, nothing.

    Parameters
    ----------
    paths, progress
        As for :func:`check`.
    origin
        What the project calls them together; by default each goes by its own name. What was
        loaded under the same name before is replaced.
    partial
        Load the good rows and keep the others in the project as put aside. Nothing is loaded
        when no row is good.
    accept_shrink
        Load also what has fewer than four fifths of the rows of last time.
    beside
        What else is written with them, in one go: all of it, or nothing.

    Raises
    ------
    BadInput
        When it has fewer, and that was not said to be meant; nothing has changed then.
    """
    found = deliveries(paths, origin=origin)
    is_fresh = not store.contents().origins
    known = None if is_fresh else lambda: Names.of_store(store)
    linking = None if is_fresh else _linking(store, found)
    job = _Job(found, known=known, progress=progress, linking=linking)
    job.check_shrink(store, accept=accept_shrink)
    if partial:
        job.read_good()
    elif len(found) > 1 or job.faults:
        job.read()
    if job.faults and not (partial and (job.taken or beside)):
        return job.refused()
    job.check_shrink(store, accept=accept_shrink)
    try:
        intakes = job.intakes(must_be_good=not partial)
        changes = write_beside(store, [*intakes, *beside])
    except _Refused:
        return job.refused()
    return job.loaded(changes)


def _linking(store: Store, found: Sequence[tuple[Delivery, Findings]]) -> "Linking":
    """Return what the project knows beside these very files."""
    from hanse.ingest.linking import Linking  # slow to load, and a fresh project needs none

    return Linking.of_store(store, files=(f for one, _ in found for f, _ in one.files))


class _Refused(Exception):
    """The last row was read and some were faulty: the store undoes what it was given."""


@dataclass(slots=True)
class _Part:
    """One delivery: what was learnt of it, and how its rows fared in the last reading."""

    delivery: Delivery
    learnt: Learnt
    findings: Findings
    reading: Reading
    is_partial: bool = False

    @property
    def faults(self) -> tuple[PutAside, ...]:
        return (*self.findings.faults, *self.reading.findings.faults)

    @property
    def rows(self) -> int:
        """Return how many rows are loaded: all, or those that are not put aside."""
        total = self.findings.rows.total()
        aside = {(fault.file, fault.sheet, fault.row) for fault in self.faults if fault.row}
        return total - len(aside) if self.is_partial else total

    def claims(self, *, must_be_good: bool) -> Iterator[Claim]:
        """Yield the claims of the good rows; in the end, refuse all if some were faulty."""
        yield from self.reading.claims()
        if must_be_good and self.faults:
            raise _Refused


class _Job:
    """Everything handed over in one go, from the first reading to writing."""

    def __init__(
        self,
        found: Sequence[tuple[Delivery, Findings]],
        *,
        known: Callable[[], Names] | None,
        progress: Progress | None,
        linking: "Linking | None" = None,
    ) -> None:
        self._names, self._progress = Names(beyond=known, linking=linking), progress
        self._parts = [self._learn(delivery, findings) for delivery, findings in found]

    def _learn(self, delivery: Delivery, findings: Findings) -> _Part:
        learnt = learn(
            delivery.tables,
            names=self._names,
            findings=findings,
            progress=self._progress,
            exact=delivery.exact,
        )
        return _Part(delivery, learnt, findings, self._reading(learnt, findings))

    def _reading(self, learnt: Learnt, findings: Findings) -> Reading:
        return Reading(learnt, Findings(), progress=self._progress, totals=findings.rows)

    @property
    def faults(self) -> tuple[PutAside, ...]:
        """Return every fault, in the order of files, sheets and rows."""
        found = (fault for part in self._parts for fault in part.faults)
        return tuple(sorted(found, key=lambda f: (f.file, f.sheet or "", f.row or 0)))

    @property
    def remarks(self) -> tuple[Remark, ...]:
        return tuple(
            remark
            for part in self._parts
            for remark in (*part.findings.remarks, *part.reading.findings.remarks)
        )

    @property
    def files(self) -> tuple[FileRead, ...]:
        return tuple(
            FileRead(file=file, format=format_, rows=part.findings.rows[file])
            for part in self._parts
            for file, format_ in part.delivery.files
        )

    @property
    def grids(self) -> tuple[Grid, ...]:
        """Return the cells of everything handed over."""
        return tuple(grid for part in self._parts for grid in part.delivery.grids)

    @property
    def taken(self) -> Mapping[str, int]:
        defined = (d.kind for part in self._parts for d in part.delivery.definitions)
        return dict(sum((part.reading.taken for part in self._parts), Counter(defined)))

    def read(self) -> None:
        """Look at every row, and keep nothing but what is found."""
        for part in self._parts:
            part.reading = self._reading(part.learnt, part.findings)
            for _ in part.reading.claims():
                pass

    def read_good(self) -> None:
        """Look at every row until none names what a row put aside describes."""
        for part in self._parts:
            part.is_partial = True
        for _ in range(MOST_ROUNDS):
            self.read()
            kept = {thing for part in self._parts for thing in part.reading.kept}
            lost = [(t, w) for part in self._parts for t, w in part.reading.lost.items()]
            gone = [(thing, where) for thing, where in lost if thing not in kept]
            if all(thing in self._names.withdrawn for thing, _ in gone):
                return
            for thing, where in gone:
                self._names.withdraw(thing, where)

    def check_shrink(self, store: Store, *, accept: bool) -> None:
        """Refuse a delivery that has lost more than a fifth of its rows."""
        last = {origin.name: origin.rows for origin in store.contents().origins}
        for part in self._parts:
            origin, rows = part.delivery.origin, part.rows
            if not accept and rows < SHRUNK * last.get(origin, 0):
                raise BadInput(
                    f"the table has shrunk: rows now {rows:,}, last time {last[origin]:,}",
                    where=origin,
                    hint="add --accept-shrink if this is meant; nothing was changed",
                )

    def intakes(self, *, must_be_good: bool) -> Iterator[Intake]:
        """Yield what each delivery brings, its rows read once more as they are asked for."""
        for part in self._parts:
            put_aside, rows = part.faults, part.rows
            part.reading = self._reading(part.learnt, part.findings)
            yield Intake(
                origin=part.delivery.origin,
                claims=part.claims(must_be_good=must_be_good),
                sources=part.learnt.sources,
                definitions=part.delivery.definitions,
                put_aside=(*put_aside, *part.delivery.exact.put_aside),
                settings=part.delivery.settings,
                rows=rows,
            )

    def refused(self) -> Loaded:
        """Return that nothing was loaded, and why."""
        return self._result(unchanged=0, has_changed=False, is_refused=True)

    def loaded(self, changes: Sequence[Changes]) -> Loaded:
        """Return what was loaded."""
        return self._result(
            unchanged=sum(change.unchanged for change in changes),
            has_changed=any(change.has_changed for change in changes),
            is_refused=False,
        )

    def _result(self, *, unchanged: int, has_changed: bool, is_refused: bool) -> Loaded:
        return Loaded(
            files=self.files,
            taken={} if is_refused else self.taken,
            unchanged=unchanged,
            faults=self.faults,
            remarks=self.remarks,
            has_changed=has_changed,
            is_refused=is_refused,
            grids=self.grids,
        )
