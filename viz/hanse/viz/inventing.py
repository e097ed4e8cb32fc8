"""Make a synthetic project of any size, so that anyone can repeat what was measured."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from hanse.graph.claims import Claim
from hanse.graph.store import Intake
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.progress import STEP, Progress
from hanse.ingest.synthetic import synthetic
from hanse.viz.projects import demand_ending


def invent(
    file: Path, number: int, *, seed: int, progress: Progress | None = None
) -> Mapping[str, int]:
    """Make a project of ``number`` invented clusters at ``file``.

    Parameters
    ----------
    file
        Where: a name that ends in ``.hanse`` and is free.
    number, seed
        How many clusters, and where the dice start; the same two make the same claims.
    progress
        Told how many clusters stand.

    Returns
    -------
    Mapping of str to int
        How many clusters and how many claims were made.

    Raises
    ------
    BadInput
        When the name does not fit, a file stands there, or the number cannot be invented.
    """
    demand_ending(file)
    invented = synthetic(number, seed=seed)
    with closing(SqliteStore.create(file)) as store:
        store.write(_watched(invented, progress))
        return {"clusters": number, "claims": sum(store.claims_by_source().values())}


def _watched(invented: Intake, progress: Progress | None) -> Intake:
    """Return the intake; as its claims are read, progress is told the clusters among them."""
    if progress is None:
        return invented
    return replace(invented, claims=_told(invented, progress))


def _told(invented: Intake, progress: Progress) -> Iterator[Claim]:
    done = 0
    for one in invented.claims:
        if one.predicate == "kind" and one.value == "cluster":
            done += 1
            if done % STEP == 0:
                progress(invented.origin, done, invented.rows)
        yield one
    progress(invented.origin, invented.rows, invented.rows)
