"""How an alliance that somebody changed compares with the one the page opened with."""

from collections.abc import Iterable, Sequence
from typing import Final

from hanse.graph.errors import BadInput
from hanse.queries.complementarity import Candidates
from hanse.queries.reach import Reach, Scope
from hanse.viz.answers import candidates_document, reach_document
from hanse.viz.documents import Document, common, interval
from hanse.viz.legend import step_of
from hanse.viz.opening import Opening
from hanse.viz.scene import BUDGET
from hanse.viz.session import Alliance
from hanse.viz.surroundings import listed

SETS: Final = ("clusters", "regions", "countries", "eu_member_states", "markets")


def what_if_document(
    opening: Opening, members: Sequence[str], *, with_candidates: bool = True
) -> Document:
    """Return the reach of the alliance of ``members``, its change, and who completes it.

    Parameters
    ----------
    members
        Ids or names of clusters.
    with_candidates
        Whether to rank the candidates anew; the exported file has no room for that.

    Returns
    -------
    dict
        ``reach`` in the shape of ``hanse reach --json``; ``change`` against the start, see
        :func:`change`; ``candidates`` in the shape of ``hanse candidates --json`` and ``steps``
        for their colours, or ``None``.
    """
    alliance = made_up(opening, members)
    found = opening.session.reach(alliance)
    ranked = _candidates(opening, alliance) if with_candidates else None
    return {
        **common(opening.session),
        "members": list(alliance.members),
        "reach": reach_document(opening.session, found),
        "change": change(opening.reach, found) if opening.reach else None,
        "candidates": candidates_document(opening.session, ranked) if ranked else None,
        "steps": steps(opening, ranked) if ranked else None,
    }


def made_up(opening: Opening, members: Sequence[str]) -> Alliance:
    """Return the alliance of ``members``: that of the start with some added and some removed.

    It keeps the start's name and target markets, so who declined is not asked again.

    Raises
    ------
    BadInput
        When nobody is left in it.
    UnknownName
        When a member is no cluster.
    """
    session, start = opening.session, opening.alliance
    wanted = session.alliance(members=members).members if members else ()
    if not wanted:
        raise BadInput("an alliance of nobody", hint="name at least one cluster")
    if start is None:
        return session.alliance(members=wanted)
    return session.alliance(
        start.name,
        add=[member for member in wanted if member not in start.members],
        remove=[member for member in start.members if member not in wanted],
    )


def _candidates(opening: Opening, alliance: Alliance) -> Candidates | None:
    if opening.chain is None:
        return None
    session = opening.session
    return session.candidates(alliance, opening.chain, top=listed(session))


def steps(opening: Opening, ranked: Candidates) -> dict[str, int]:
    """Return the step of the colour ramp of each candidate, on the scale of the start.

    The scale stays, so that one colour means one score before and after.
    """
    scale = next((c for c in opening.picture.colours if c.id == "complementarity"), None)
    breaks = scale.breaks if scale else ()
    return {one.id: step_of(one.score.low or 0.0, breaks) for one in ranked.candidates}


def change(before: Reach, after: Reach) -> Document:
    """Return what another alliance reaches more and less than the first one.

    For what is counted, the ranges before and after stand side by side: the difference of two
    ranges would say less. For sets, ``more`` and ``fewer`` list the ids. ``direct`` is hop 0,
    ``total`` includes what is reached through access points.
    """
    return {
        "direct": _scope_change(before.hops[0], after.hops[0]),
        "total": _scope_change(before.total, after.total),
    }


def _scope_change(before: Scope, after: Scope) -> Document:
    sets = {name: _set_change(getattr(before, name), getattr(after, name)) for name in SETS}
    counts = {
        unit: {
            "before": interval(before.counts[unit].interval),
            "after": interval(after.counts[unit].interval),
        }
        for unit in after.counts
    }
    return {"counts": counts, **sets}


def _set_change(before: Iterable[str], after: Iterable[str]) -> Document:
    earlier, later = list(before), list(after)
    return {
        "more": [item for item in later if item not in earlier],
        "fewer": [item for item in earlier if item not in later],
    }


def one_step_away(opening: Opening) -> dict[str, tuple[str, ...]]:
    """Return every alliance that differs from the start by one cluster, by a key for it.

    The key joins the sorted ids of the members by commas. An alliance of nobody is left out;
    of a project with more clusters than a scene draws, so are the alliances with the others.
    """
    members = opening.alliance.members if opening.alliance else ()
    drawn = opening.picture.view.ranking[:BUDGET]
    grown = [(*members, other) for other in drawn if members and other not in members]
    shrunk = [tuple(m for m in members if m != gone) for gone in members]
    return {key_of(alliance): alliance for alliance in (*grown, *shrunk) if alliance}


def key_of(members: Iterable[str]) -> str:
    """Return the key of an alliance: its members' ids, sorted, joined by commas."""
    return ",".join(sorted(members))
