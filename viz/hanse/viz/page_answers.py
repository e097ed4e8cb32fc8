"""Answers that only the explorer asks for: what each candidate would add, who bridges."""

from collections.abc import Sequence
from typing import Final

from hanse.queries.brokerage import bridges
from hanse.queries.positions import Position
from hanse.queries.reach_gains import with_largest_gains
from hanse.viz.answers import reach_document
from hanse.viz.composing import Asked, compose_document, composition_of
from hanse.viz.documents import Document, common
from hanse.viz.opening import Opening
from hanse.viz.session import Alliance, Session
from hanse.viz.what_if import made_up

MOST: Final = 12  # candidates of whom the gain is asked


def gains_document(opening: Opening, members: Sequence[str]) -> Document:
    """Return what each of the best candidates would add to the reach of an alliance.

    ``gains`` has the shape of ``marginal`` of ``hanse reach --json`` and its order: see
    :func:`hanse.queries.reach_gains.largest_gains`. Without a chain nobody is ranked, and
    nobody asked.
    """
    alliance = made_up(opening, members) if members else opening.alliance
    if alliance is None or opening.chain is None:
        return {**common(opening.session), "gains": []}
    top = MOST if opening.session.engine.is_large else None
    ranked = opening.session.candidates(alliance, opening.chain, top=top).candidates[:MOST]
    best = [one.id for one in ranked]
    found = opening.session.reach(alliance, candidates=best, with_marginal=False)
    ordered = with_largest_gains(found, MOST)
    return {
        **common(opening.session),
        "gains": reach_document(opening.session, ordered)["marginal"],
    }


def best_sets(session: Session, alliance: Alliance) -> Document:
    """Return the best sets of partners for an alliance, in the shape of ``hanse compose``."""
    return compose_document(session, composition_of(session, alliance, Asked()))


def timeline_document(session: Session, every_day: Session, members: Sequence[str]) -> Document:
    """Return the chart of memberships by their dates; no figure where none has any."""
    from hanse.viz.timelines import timeline

    drawn = timeline(every_day.about(members).graph, members, as_of=session.as_of)
    return {**common(session), "figure": drawn}


def bridges_of(session: Session, *, include_networks: bool = False) -> Document:
    """Return the access points between partnerships, and the pairs that depend on them."""
    found = bridges(session.graph, include_networks=include_networks)
    pairs = found.dependent_pairs
    return {
        **common(session),
        "access_points": [_access_point(one) for one in found.access_points],
        "dependent_pairs": {"total": pairs.total, "through": dict(pairs.through)},
    }


def _access_point(position: Position) -> Document:
    return {
        "id": position.id,
        "partnerships": list(position.partnerships),
        "articulation": position.is_articulation,
        "brokered_pairs": position.brokered_pairs,
        "constraint": position.constraint,
        "effective_size": position.effective_size,
        "betweenness": position.betweenness,
    }
