"""The question how far an alliance reaches, with everything that may be asked beside it."""

from dataclasses import dataclass

from hanse.queries.levels import level_named
from hanse.queries.reach_gains import gain_named
from hanse.viz.answers import reach_document
from hanse.viz.documents import Document
from hanse.viz.gaining import Gaining, reach_with_gains
from hanse.viz.reach_levels import at_levels, told
from hanse.viz.session import Alliance, Session


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachAsked:
    """Whose reach is asked for, and how.

    ``assumed`` are readings to compare, ``gains`` how many gains are told, ordered ``by`` a
    unit or a set, or the best along a ``chain``; ``level`` at which regions are counted, too.
    """

    alliance: Alliance
    include_networks: bool = False
    assumed: tuple[str, ...] = ()
    gains: int = 0
    by: str = "companies"
    chain: str | None = None
    level: str | None = None


def reach_answer(session: Session, asked: ReachAsked) -> Document:
    """Return the answer in the shape of ``hanse reach --json``.

    Raises
    ------
    BadInput
        When gains are to be ordered by what they are not told in, or the level is none.
    """
    by = gain_named(asked.by, where="--marginal-by")
    level = level_named(asked.level, where="--level") if asked.level else None
    readings = [session.reading(names) for names in asked.assumed]
    found = _with_gains(session, asked, by)
    compared = [
        session.reach(
            asked.alliance,
            include_networks=asked.include_networks,
            assumptions=reading,
            with_marginal=False,
        )
        for reading in readings
    ]
    document = reach_document(session, found.reach, readings=compared)
    if asked.gains and not asked.chain:
        document = {**document, "gains": gains_told(found)}
    if level is None:
        return document
    reached = {c for one in found.reach.marginal for c in one.clusters}
    graph = session.engine.part(sorted(reached.union(found.reach.total.clusters)))
    return told(document, at_levels(graph, found.reach, level))


def gains_told(found: Gaining) -> Document:
    """Return what gains are ordered by, and among how many clusters they were looked for."""
    return {"by": found.by, "considered": found.considered, "compared": found.compared}


def _with_gains(session: Session, asked: ReachAsked, by: str) -> Gaining:
    if asked.gains and not asked.chain:
        networks = asked.include_networks
        return reach_with_gains(
            session, asked.alliance, asked.gains, by=by, include_networks=networks
        )
    best = session.best_candidates(asked.alliance, asked.gains, asked.chain) if asked.gains else ()
    found = session.reach(asked.alliance, include_networks=asked.include_networks, candidates=best)
    return Gaining(reach=found, by=by, considered=len(best), compared=len(best))
