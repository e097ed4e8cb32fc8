"""Remove loads and graphs that nothing refers to: what a crash left, and what was replaced."""

from functools import partial
from typing import Final, LiteralString

from hanse.graph.stores.neo4j.connection import Connection, Transaction
from hanse.graph.stores.neo4j.lease import Lease
from hanse.graph.stores.neo4j.snapshot import snapshot

BATCH: Final = 5000  # nodes removed at a time


def sweep(connection: Connection, project: str, lease: Lease) -> None:
    """Remove what is left from before the last write, a batch at a time.

    A load is said to be fading first: who reads from it is told so, and sees no part of it.
    """
    now = snapshot(connection, project)
    given = {"project": project, "live": now.live, "writes": now.writes}
    for name, of in connection.read("generations_left", **given):
        remove = partial(_remove, "things_remove" if of == "things" else "claims_remove", name)
        lease.write(partial(_note, "generation_fade", name))
        while lease.write(remove):
            pass
        if of == "things":
            forget = partial(_forget, name)
            while lease.write(forget):
                pass
        lease.write(partial(_note, "generation_end", name))


def _remove(statement: LiteralString, name: str, run: Transaction) -> int:
    return int(run(statement, id=name, batch=BATCH)[0][0])


def _forget(name: str, run: Transaction) -> int:
    """Remove what was kept of chains on a graph that is gone."""
    return int(run("signatures_remove", id=name, digest="", batch=BATCH)[0][0])


def _note(statement: LiteralString, name: str, run: Transaction) -> None:
    run(statement, id=name)
