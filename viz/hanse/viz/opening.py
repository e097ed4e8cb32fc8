"""What the page opens with: the project's own questions, asked once."""

from dataclasses import dataclass

from hanse.graph.model import Guide, ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.complementarity import Candidates
from hanse.queries.reach import Reach
from hanse.queries.rubric import Evaluation
from hanse.viz.picture import Picture, picture_of
from hanse.viz.session import Alliance, Session
from hanse.viz.view import scores_of, view_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A session with the answers to its project's own questions, and the picture of them.

    What the project has no default for is ``None``: the page says so where it would stand.
    """

    session: Session
    alliance: Alliance | None
    chain: ValueChain | None
    guide: Guide | None
    candidates: Candidates | None
    evaluation: Evaluation | None
    reach: Reach | None
    picture: Picture


def opening(session: Session) -> Opening:
    """Ask the project's own questions, and put the scores on the graph's nodes."""
    settings = session.graph.settings
    alliance = session.alliance() if settings.alliance else None
    chain = session.chain() if settings.chain else None
    guide = session.guide() if settings.guide else None
    candidates = session.candidates(alliance, chain) if alliance and chain else None
    evaluation = session.evaluate(guide, session.pool((), alliance)) if guide else None
    scored = session.showing(session.graph.with_scores(scores_of(candidates, evaluation)))
    view = view_of(
        scored.graph,
        members=alliance.members if alliance else (),
        chain=chain,
        candidates=candidates,
        evaluation=evaluation,
    )
    return Opening(
        session=scored,
        alliance=alliance,
        chain=chain,
        guide=guide,
        candidates=candidates,
        evaluation=evaluation,
        reach=session.reach(alliance) if alliance else None,
        picture=picture_of(view, chain),
    )


def every_day(session: Session) -> Session:
    """Return the session that profiles, sources and conflicts are asked of.

    They need all that was ever stated, unless the reader asked for a day of her own: a day
    that is the project's own is no such wish.
    """
    if session.graph.as_of != session.graph.settings.as_of:
        return session
    return Session(session.store, PartnershipGraph.of(session.store))
