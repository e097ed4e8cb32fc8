"""Write an import: stage what is new, put it on the graph, and switch.

Claims are kept in *loads*. An origin refers to one; an import makes another beside it, batch by
batch, which no reader sees. One last transaction lets the origin refer to the new load and
gives the project another version. What nothing refers to any more is removed by the write after
the next, so that a reader who began before a write can end; what a crash left, by the next.
"""

import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.merging import JUDGEMENTS, judged_same
from hanse.graph.store import Changes, Intake
from hanse.graph.stores.neo4j.connection import Connection, Row, Transaction, Work
from hanse.graph.stores.neo4j.facts import former_ids
from hanse.graph.stores.neo4j.gathering import Gathered
from hanse.graph.stores.neo4j.lease import Lease
from hanse.graph.stores.neo4j.painting import (
    NOBODY,
    Former,
    Said,
    by_subject,
    drawn,
    joined,
    paint,
    repaint,
)
from hanse.graph.stores.neo4j.small import Kept, Record, differing, put, wanted
from hanse.graph.stores.neo4j.snapshot import (
    BroughtBy,
    Snapshot,
    claims_in,
    judgements,
    snapshot,
    subjects_in,
)
from hanse.graph.stores.rows import settings_from_text, settings_text

NAME: Final = 16  # letters of the name of a load: no two are ever alike
FEW: Final = 1000  # things that may change within the transaction of the switch
NOTHING: Final[Row] = [0, [], []]  # no claims, of nothing, with no predicate
Progress = Callable[[int, int], None]  # how many claims are there, of how many


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How many claims come and go, of what, and what relations and attributes they use."""

    added: int = 0
    removed: int = 0
    touched: frozenset[str] = frozenset()
    predicates: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aim:
    """What an import makes of a project: what differs, and what will stand there."""

    before: Snapshot
    origin: BroughtBy | None
    records: dict[type[Record], list[Record]]
    differ: list[type[Record]]
    settings: str
    digest: str
    total: int
    rows: int

    @property
    def is_otherwise(self) -> bool:
        """Say whether anything but the claims differs."""
        if self.origin is None or self.differ or self.settings != self.before.settings:
            return True
        return self.origin.rows != self.rows

    @property
    def needs_load(self) -> bool:
        """Say whether the claims are not those that the origin brought before."""
        return self.origin is None or self.origin.digest != self.digest

    @property
    def trust(self) -> tuple[str, ...]:
        """Return the sources in the order of trust that will be."""
        return settings_from_text(self.settings).trust

    @property
    def others(self) -> list[str]:
        """Return the loads of all other origins."""
        return [one.load for one in self.before.origins if one is not self.origin]


class Loading:
    """One import into one project, by the one who holds its lease."""

    def __init__(
        self, connection: Connection, project: str, lease: Lease, *, progress: Progress
    ) -> None:
        self._connection, self._project, self._lease = connection, project, lease
        self._progress = progress
        self._former: Former = NOBODY

    def run(self, intake: Intake, gathered: Gathered) -> Changes:
        """Replace what the intake's origin brought before, and say what that changed."""
        aim = self._aim(intake, gathered)
        if not (aim.is_otherwise or aim.needs_load):
            return Changes(unchanged=aim.total)
        load = self._stage(gathered) if aim.needs_load or not aim.origin else aim.origin.load
        difference = self._difference(aim, load)
        self._switch(aim, intake.origin, load, *self._graph(aim, load, difference, gathered))
        return Changes(
            added=difference.added,
            removed=difference.removed,
            unchanged=aim.total - difference.added,
            differs_otherwise=aim.is_otherwise or not (difference.added or difference.removed),
        )

    def _aim(self, intake: Intake, gathered: Gathered) -> _Aim:
        records = wanted(intake)
        before = snapshot(self._connection, self._project)
        origin = before.origin(intake.origin)
        kept = Kept.read(self._connection, self._project)
        settings = settings_text(intake.settings) if intake.settings else before.settings
        return _Aim(
            before=before,
            origin=origin,
            records=records,
            differ=differing(kept, records, origin.number if origin else None),
            settings=settings,
            digest=gathered.digest(),
            total=len(gathered),
            rows=intake.rows,
        )

    def _stage(self, gathered: Gathered) -> str:
        """Put the claims into a new load, which nobody refers to, and return its name."""
        load, done, total = self._begin("claims"), 0, len(gathered)
        for step, rows in enumerate(gathered.batches(), start=1):
            self._lease.write(_once(load, step, _staging(load, rows)))
            done += len(rows)
            self._progress(done, total)
        return load

    def _begin(self, of: str) -> str:
        name = uuid.uuid4().hex[:NAME]  # it stands in indexes, with each claim
        given = {"id": name, "project": self._project, "of": of}
        self._lease.write(lambda run: run("generation_begin", **given))
        return name

    def _difference(self, aim: _Aim, load: str) -> Difference:
        """Compare the loads before and after, where they lie."""
        old = aim.origin.load if aim.origin else None
        if load == old:
            return Difference()
        came = self._only_in(load, [*aim.others, *([old] if old else [])])
        gone = self._only_in(old, [*aim.others, load]) if old else NOTHING
        return Difference(
            added=came[0],
            removed=gone[0],
            touched=frozenset((*came[1], *gone[1])),
            predicates=frozenset((*came[2], *gone[2])),
        )

    def _only_in(self, load: str, others: list[str]) -> Row:
        return self._connection.read("claims_only_in", load=load, others=others)[0]

    def _graph(
        self, aim: _Aim, load: str, difference: Difference, gathered: Gathered
    ) -> tuple[str | None, list[Said]]:
        """Return the graph that will be the project's, and what will change on it at the switch."""
        graph, loads = aim.before.graph, [*aim.others, load]
        is_same_trust = aim.trust == settings_from_text(aim.before.settings).trust
        if graph and is_same_trust and not difference.touched:
            return graph, []
        same = judgements(self._connection, loads)
        self._former = former_ids(judged_same(same))
        judges = difference.predicates.intersection(JUDGEMENTS)
        is_small = len(difference.touched) <= FEW and not judges
        if graph and is_same_trust and is_small:
            return graph, list(joined(self._claims_of(loads), difference.touched, same))
        return self._painted(loads, same, aim, gathered), []

    def _painted(self, loads: list[str], same: list[Claim], aim: _Aim, gathered: Gathered) -> str:
        """Put everything on a new graph, which nobody refers to, and return its name."""
        graph = self._begin("things")
        if same or aim.others:
            everything = subjects_in(self._connection, loads)
            said = joined(self._claims_of(loads), everything, same)
        else:
            said = by_subject(gathered.claims())  # it is all there is, and lies here
        steps = count(1)

        def write(work: Work[None]) -> None:
            self._lease.write(_once(graph, next(steps), work))

        paint(write, graph, said, aim.trust, self._former)
        return graph

    def _claims_of(self, loads: list[str]) -> Callable[[Iterable[str]], Iterator[Claim]]:
        return lambda subjects: claims_in(self._connection, loads, of=subjects)

    def _switch(
        self, aim: _Aim, name: str, load: str, graph: str | None, changed: list[Said]
    ) -> None:
        """Let readers see it: all of it, at one moment."""
        number = aim.origin.number if aim.origin else self._next_number(aim.before)
        properties = {
            "no": number,
            "rows": aim.rows,
            "load": load,
            "digest": aim.digest,
            "claims": aim.total,
            "written": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        small = drawn(changed, aim.trust, self._former)
        version, project = uuid.uuid4().hex, self._project
        left = {aim.origin.load if aim.origin else None, aim.before.graph} - {load, graph, None}

        def switch(run: Transaction) -> None:
            if run("project_read", project=project)[0][0] == version:
                return  # it was done, and only the word of it was lost
            run("origin_put", project=project, name=name, properties=properties)
            for kind in aim.differ:
                put(run, kind, aim.records[kind], {"project": project, "origin": number})
            if changed:
                repaint(run, str(graph), *small)
            run("generation_retire", ids=sorted(map(str, left)), write=aim.before.writes + 1)
            after = {"version": version, "settings": aim.settings, "graph": graph}
            run("project_switch", project=project, **after)

        self._lease.write(switch)

    @staticmethod
    def _next_number(before: Snapshot) -> int:
        return max((origin.number for origin in before.origins), default=0) + 1


def _staging(
    load: str, rows: list[dict[str, str | int | float | None]]
) -> Callable[[Transaction], None]:
    def stage(run: Transaction) -> None:
        run("claims_put", load=load, rows=rows, judgements=list(JUDGEMENTS))

    return stage


def _once(name: str, step: int, work: Work[None]) -> Work[None]:
    """Return work that is not done again when only the word that it was done was lost."""

    def done(run: Transaction) -> None:
        if run("generation_step", id=name, step=step):
            work(run)

    return done
