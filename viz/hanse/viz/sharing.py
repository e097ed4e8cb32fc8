"""Push a project to a graph database that others reach, and pull one from there."""

import os
import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

from hanse.graph.errors import BadInput
from hanse.graph.stores.neo4j.address import parse
from hanse.viz.credentials import credentials, database
from hanse.viz.projects import make, open_store, prepare_file
from hanse.viz.scoring import scores as scores_of
from hanse.viz.session import Session

if TYPE_CHECKING:
    from hanse.graph.stores.neo4j.project_store import Neo4jStore

Progress = Callable[[str, int, int], None]  # of what origin, how many claims, of how many


def push(
    project: str, address: str, *, scores: bool = False, progress: Progress | None = None
) -> Mapping[str, int]:
    """Write all that ``project`` holds to ``address``; return how many claims came and went.

    Each origin is replaced as a whole, and seen when all of it is there; what others brought
    there under other names stays. With ``scores`` the answers to the project's own questions
    are put on the clusters there, and how many have any is counted, too.

    Raises
    ------
    ServiceUnavailable
        When the server, or its database, cannot be used.
    ProjectInUse
        When another program is writing to it.
    """
    from hanse.graph.stores.neo4j.project_store import Neo4jStore

    where = str(parse(address))
    auth = credentials(where)
    counts = {"claims": 0, "added": 0, "removed": 0, "unchanged": 0}
    with (
        closing(open_store(project)) as here,
        closing(Neo4jStore.open_or_create(address, auth=auth, database=database())) as there,
    ):
        for intake in here.intakes():
            if progress:
                there.progress = _told(progress, intake.origin)
            changes = there.write(intake)
            counts["added"] += changes.added
            counts["removed"] += changes.removed
            counts["unchanged"] += changes.unchanged
        counts["claims"] = sum(there.claims_by_source().values())
        if scores:
            counts["scored"] = _keep_scores(project, there)
    return counts


def _keep_scores(project: str, there: "Neo4jStore") -> int:
    """Put the scores by the project's own alliance, chain and guide on the clusters there."""
    session = Session.open(project)
    own = session.settings
    chain = own.chain if own.alliance else None
    found = scores_of(session, own.alliance, chain=chain, guide=own.guide)
    flat = {cluster: _numbers(values) for cluster, values in found.items()}
    there.keep_scores(flat, guide=own.guide, chain=chain, day=session.as_of)
    session.store.close()
    return len(flat)


def _numbers(values: Mapping[str, object]) -> dict[str, float]:
    """Return scores as numbers of their own: a range by its ends, what is unknown not at all."""
    flat: dict[str, object] = {}
    for name, value in values.items():
        ends = {f"{name}_{end}": one for end, one in value.items()} if _is_range(value) else None
        flat |= {name: value} if ends is None else ends
    return {name: one for name, one in flat.items() if isinstance(one, int | float)}


def _is_range(value: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(value, Mapping)


def _told(progress: Progress, origin: str) -> Callable[[int, int], None]:
    return lambda done, total: progress(origin, done, total)


def pull(address: str, file: Path) -> Mapping[str, int]:
    """Make a project file of what ``address`` holds: whole, or not at all.

    Raises
    ------
    BadInput
        When a file stands there already, or its folder cannot be written.
    ServiceUnavailable
        When the server, or its database, cannot be used.
    """
    if file.exists():
        raise BadInput("the file exists already", where=str(file), hint="choose another name")
    try:
        with tempfile.TemporaryDirectory(dir=file.parent, prefix=f".{file.stem}-") as folder:
            fresh = Path(folder) / file.name
            counts = make(fresh, str(parse(address)))
            os.link(fresh, file)  # unlike a rename, this never replaces a file
        prepare_file(file)
        return counts
    except OSError as fault:
        what = fault.strerror or str(fault)
        raise BadInput(what, where=str(file), hint="choose another folder") from None
