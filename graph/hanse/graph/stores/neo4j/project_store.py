"""A project in Neo4j: the same port as a project file, with the same answers."""

import uuid
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import Self

from hanse.graph.claims import Claim
from hanse.graph.model import Settings
from hanse.graph.store import Changes, Contents, Intake, Origin
from hanse.graph.stores.neo4j.address import Address, parse
from hanse.graph.stores.neo4j.connection import Connection
from hanse.graph.stores.neo4j.gathering import Gathered, check_length, gathered
from hanse.graph.stores.neo4j.layout import lay_out
from hanse.graph.stores.neo4j.lease import PATIENCE, Lease, writing
from hanse.graph.stores.neo4j.loading import Loading, Progress
from hanse.graph.stores.neo4j.parts import Parts
from hanse.graph.stores.neo4j.scores import keep_scores
from hanse.graph.stores.neo4j.small import Kept
from hanse.graph.stores.neo4j.snapshot import Snapshot, by_source, claims_in, snapshot
from hanse.graph.stores.neo4j.sweeping import sweep
from hanse.graph.stores.rows import settings_from_text, settings_text

DATABASE = "neo4j"  # what the first database of a server is called


class Neo4jStore:
    """A project in a database of a Neo4j server.

    ``progress`` is told how many claims of an import are in the server, of how many.
    """

    def __init__(self, connection: Connection, address: Address) -> None:
        self._connection, self._project = connection, address.project
        self.address = str(address)
        self.patience = PATIENCE
        self.progress: Progress = _say_nothing
        # A program may forget to close it, or be stopped: the connection must not stay open.
        self._letting_go = weakref.finalize(self, connection.close)

    @classmethod
    def open(cls, address: str, *, auth: tuple[str, str], database: str = DATABASE) -> Self:
        """Open a project that is there.

        Parameters
        ----------
        address
            ``neo4j://HOST``, ``bolt://HOST``, either with ``+s`` for encryption, and with
            ``/PROJECT`` where the database holds several.
        auth
            User and password.
        database
            Which database of the server.

        Raises
        ------
        ServiceUnavailable
            When the server, or its database, cannot be used.
        UnknownName
            When the database holds no such project.
        """
        store = cls._connect(address, auth, database)
        try:
            _ = store.version
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def open_or_create(
        cls, address: str, *, auth: tuple[str, str], database: str = DATABASE
    ) -> Self:
        """Open a project; make it, and the layout of the database, when it is not there."""
        store = cls._connect(address, auth, database)
        try:
            store._make()
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def _connect(cls, address: str, auth: tuple[str, str], database: str) -> Self:
        where = parse(address)
        return cls(Connection.open(where, auth=auth, database=database), where)

    def _make(self) -> None:
        lay_out(self._connection)
        start = {"version": uuid.uuid4().hex, "settings": settings_text(Settings())}
        self._connection.write(lambda run: run("project_make", project=self._project, **start))

    @property
    def version(self) -> str:
        """Return a text that differs when, and only when, a write changed the project."""
        return self._snapshot().version

    @property
    def size(self) -> int:
        """Return about how many claims there are, never fewer."""
        return sum(origin.claims for origin in self._snapshot().origins)

    def contents(self) -> Contents:
        """Return everything but the claims, as it was at one moment."""
        while True:
            now = self._snapshot()
            kept = Kept.read(self._connection, self._project)
            if self._snapshot().version == now.version:
                return _contents(now, kept)

    def claims(self, *, of: Iterable[str] | None = None) -> Iterator[Claim]:
        """Yield the claims, or those ``of`` some subjects, each once, by subject and order.

        They are read a page at a time, and are those of one moment.

        Raises
        ------
        ProjectInUse
            When the project was written to twice meanwhile.
        """
        yield from claims_in(self._connection, self._snapshot().loads, of=of)

    def intakes(self) -> Iterator[Intake]:
        """Yield what each origin brought, oldest first; the first carries the settings."""
        now, kept = self._snapshot(), Kept.read(self._connection, self._project)
        for place, origin in enumerate(now.origins):
            yield Intake(
                origin=origin.name,
                claims=tuple(claims_in(self._connection, [origin.load])),
                sources=kept.sources_of(origin.number),
                definitions=kept.definitions_of(origin.number),
                put_aside=kept.put_aside_of(origin.number),
                settings=settings_from_text(now.settings) if place == 0 else None,
                rows=origin.rows,
            )

    def claims_by_source(self) -> Mapping[str, int]:
        """Return how many claims each source makes."""
        return by_source(self._connection, self._snapshot().loads)

    def write(self, intake: Intake) -> Changes:
        """Replace what the intake's origin brought before, all of it or nothing.

        Nothing of it is seen before all of it is there, however much it is; a program that
        dies meanwhile leaves the project as it was.

        Raises
        ------
        ProjectInUse
            When another program writes for longer than a writer waits.
        """
        return self.write_all([intake])[0]

    def write_all(self, intakes: Sequence[Intake]) -> list[Changes]:
        """Write several intakes; when one of them cannot be read, none is written.

        All are read before the first is put into the server. Each becomes visible by itself,
        in their order: a server that is lost between two keeps those before.
        """
        for intake in intakes:
            check_length(intake.origin, intake.origin)
        with ExitStack() as aside:
            fresh = [aside.enter_context(gathered(i.claims, origin=i.origin)) for i in intakes]
            lay_out(self._connection)
            with writing(self._connection, self._project, patience=self.patience) as lease:
                return [self._load(lease, *pair) for pair in zip(intakes, fresh, strict=True)]

    def _load(self, lease: Lease, intake: Intake, fresh: Gathered) -> Changes:
        sweep(self._connection, self._project, lease)
        loading = Loading(self._connection, self._project, lease, progress=self.progress)
        return loading.run(intake, fresh)

    def parts(self) -> Parts:
        """Return the project to be asked part by part, where it lies."""
        return Parts(self._connection, self._snapshot(), self.contents())

    def keep_scores(
        self,
        scores: Mapping[str, Mapping[str, float]],
        *,
        guide: str | None,
        chain: str | None,
        day: str | None,
    ) -> None:
        """Write scores of clusters onto the graph: ``fit`` becomes the property ``scoreFit``.

        Beside them stand the guide, the chain, the day and the project's version they are of;
        the next import that touches a cluster takes its scores away.
        """
        asked = {"guide": guide, "chain": chain, "day": day}
        keep_scores(self._connection, self._snapshot(), scores, asked)

    def close(self) -> None:
        """Let go of the server."""
        self._letting_go()

    def _snapshot(self) -> Snapshot:
        return snapshot(self._connection, self._project)


def _contents(now: Snapshot, kept: Kept) -> Contents:
    origins = [Origin(name=o.name, rows=o.rows, written=o.written) for o in now.origins]
    return Contents(
        sources=kept.sources(),
        definitions=kept.definitions(),
        put_aside=kept.put_aside(),
        origins=tuple(sorted(origins, key=lambda origin: origin.name)),
        settings=settings_from_text(now.settings),
    )


def _say_nothing(_done: int, _total: int) -> None:
    """Report no progress."""
