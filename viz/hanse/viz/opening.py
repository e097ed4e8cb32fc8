"""What the page opens with: the project's own questions, asked once."""

from collections.abc import Sequence
from dataclasses import dataclass

from hanse.graph.model import Guide, ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.complementarity import Candidates
from hanse.queries.engine import Engine
from hanse.queries.reach import Reach
from hanse.queries.rubric import Evaluation
from hanse.viz.picture import Picture, picture_of
from hanse.viz.session import Alliance, Session
from hanse.viz.surroundings import Surroundings, listed, part_of, surroundings
from hanse.viz.view import scores_of, view_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A session with the answers to its project's own questions, and the picture of them.

    What the project has no default for is ``None``: the page says so where it would stand.
    ``drawn`` is what is drawn of a large project; of a small one everything is.
    """

    session: Session
    alliance: Alliance | None
    chain: ValueChain | None
    guide: Guide | None
    candidates: Candidates | None
    evaluation: Evaluation | None
    reach: Reach | None
    picture: Picture
    drawn: Surroundings | None = None


def opening(session: Session, *, around: str | None = None, members: Sequence[str] = ()) -> Opening:
    """Ask the project's own questions, and put the scores on the graph's nodes.

    Parameters
    ----------
    around
        What a large project is drawn around: an id or a name; its own alliance by default.
    members
        Clusters that are drawn in any case, by their ids: those of an alliance made up.
    """
    settings, top = session.settings, listed(session)
    alliance = session.alliance() if settings.alliance else None
    chain = session.chain() if settings.chain else None
    guide = session.guide() if settings.guide else None
    candidates = session.candidates(alliance, chain, top=top) if alliance and chain else None
    pool = session.pool((), alliance) if guide else ()
    evaluation = session.evaluate(guide, pool, top=top) if guide else None
    scores = scores_of(candidates, evaluation)
    own, name = (alliance.members, alliance.name) if alliance else ((), None)
    drawn, session, part = _drawn(session, around or name, (*own, *members, *scores))
    scored = session.showing(session.graph.with_scores(scores))
    view = view_of(
        scored.graph, members=own, chain=chain, candidates=candidates, evaluation=evaluation
    )
    return Opening(
        session=scored,
        alliance=alliance,
        chain=chain,
        guide=guide,
        candidates=candidates,
        evaluation=evaluation,
        reach=session.reach(alliance) if alliance else None,
        picture=picture_of(view if part is None else part_of(view, part), chain),
        drawn=drawn,
    )


def _drawn(
    session: Session, centre: str | None, told: Sequence[str]
) -> tuple[Surroundings | None, Session, tuple[str, ...] | None]:
    """Return what is drawn of a large project, the session that shows it, and what it holds."""
    if not session.engine.is_large:
        return None, session, None
    drawn = surroundings(session, centre)
    part = _asked_for(drawn, told)
    return drawn, session.about(part), part


def _asked_for(drawn: Surroundings, clusters: Sequence[str]) -> tuple[str, ...]:
    """Return what a part holds in full: the centre, what lies around it, and who is told of."""
    centre = (drawn.centre,) if drawn.centre else ()
    return tuple(dict.fromkeys((*centre, *drawn.things, *clusters)))


def every_day(session: Session) -> Session:
    """Return the session that profiles, sources and conflicts are asked of.

    They need all that was ever stated, unless the reader asked for a day of her own: a day
    that is the project's own is no such wish. Of a large project it shows what ``session``
    shows.
    """
    if session.as_of != session.settings.as_of:
        return session
    if session.engine.is_large:
        return session if session.as_of is None else _every_day_of_part(session)
    return Session(session.store, PartnershipGraph.of(session.store))


def _every_day_of_part(session: Session) -> Session:
    whole = Session(session.store, engine=Engine(session.store))
    return whole.about(session.graph.ids("cluster"))
