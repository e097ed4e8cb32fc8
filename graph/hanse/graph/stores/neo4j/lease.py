"""One writer a project: who writes holds a lease, renewed with each batch.

A program that was ended by force leaves a lease that runs out; one that lost its lease (it
slept, say) can write nothing that a reader would see.
"""

import getpass
import os
import socket
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

from hanse.graph.errors import HanseError, ProjectInUse
from hanse.graph.stores.neo4j.connection import Connection, Done, Transaction, Work

PATIENCE: Final = 5.0  # seconds that a second writer waits for the first
TERM = 30_000  # milliseconds that a lease lasts without being renewed
_PAUSE: Final = 0.1  # seconds between two tries


class Lease:
    """The right to write into a project, until it is given back or runs out."""

    def __init__(self, connection: Connection, project: str, *, term: int | None = None) -> None:
        self._connection, self._project = connection, project
        self._term = TERM if term is None else term
        self.holder = f"{_who()} {uuid.uuid4().hex}"

    def write(self, work: Work[Done]) -> Done:
        """Do ``work`` in one transaction that also renews the lease.

        Raises
        ------
        ProjectInUse
            When the lease was lost meanwhile.
        """

        def renewed(run: Transaction) -> Done:
            if not self._taken(run):
                raise in_use(None, self._connection.where)
            return work(run)

        return self._connection.write(renewed)

    def take(self) -> bool:
        """Take the lease; return whether it could be had."""
        return self._connection.write(self._taken)

    def give_back(self) -> None:
        """Let others write."""
        self._connection.write(
            lambda run: run("lease_give_back", project=self._project, holder=self.holder)
        )

    def _taken(self, run: Transaction) -> bool:
        # Two statements: the first locks, so that the second reads what is there by then.
        run("project_lock", project=self._project, holder=self.holder)
        given = {"project": self._project, "holder": self.holder, "term": self._term}
        return bool(run("lease_take", **given))


@contextmanager
def writing(connection: Connection, project: str, *, patience: float = PATIENCE) -> Iterator[Lease]:
    """Hold the lease of a project, after waiting for another writer.

    Raises
    ------
    ProjectInUse
        When another program holds it for longer than a writer waits.
    """
    lease = Lease(connection, project)
    end = time.monotonic() + patience
    while not lease.take():
        if time.monotonic() > end:
            raise in_use(_holder(connection, project), connection.where)
        time.sleep(_PAUSE)
    try:
        yield lease
    finally:
        with suppress(HanseError):  # it runs out by itself; what went wrong before comes first
            lease.give_back()


def in_use(holder: str | None, where: str) -> ProjectInUse:
    """Return the error that names who is writing, where that is known."""
    who = f"{holder} is" if holder else "another program is"
    hint = "try again when it has finished"
    return ProjectInUse(f"{who} writing to the project", where=where, hint=hint)


def _holder(connection: Connection, project: str) -> str | None:
    rows = connection.read("lease_holder", project=project)
    return str(rows[0][0]).rpartition(" ")[0] if rows else None


def _who() -> str:
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container may know no user
        user = "someone"
    return f"{user} on {socket.gethostname()} (process {os.getpid()})"
