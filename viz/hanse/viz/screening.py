"""Ask a project who meets the rules of a search, and replay a search on its day."""

from collections.abc import Sequence

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.rules import Rules
from hanse.queries.replay import Replay, replay
from hanse.queries.replay_answers import Questions
from hanse.queries.screening import Screening, screen
from hanse.viz.session import Alliance, Session


def screening_of(
    session: Session,
    rules: Rules,
    alliance: Alliance | None,
    *,
    pool: Sequence[str] | None = None,
) -> Screening:
    """Ask who meets the rules: the clusters of ``pool``, or all that the search found."""
    return screen(
        session.graph,
        rules,
        alliance=alliance.members if alliance else (),
        candidates=pool,
        targets=alliance.targets if alliance else (),
    )


def replay_of(
    session: Session,
    *,
    chain: str | None = None,
    guide: str | None = None,
    rules: str | None = None,
    search: str | None = None,
    alliance: Alliance | None = None,
) -> Replay:
    """Replay the search of a project on the session's day, with the project's own questions.

    The alliance, the chain, the guide and the rules are those named, else the project's own; a
    question without any is left out.
    """
    settings = session.graph.settings
    searching = alliance or session.alliance()
    asked = Questions(
        alliance=searching.members,
        targets=searching.targets,
        chain=session.chain(chain) if chain or settings.chain else None,
        guide=session.guide(guide) if guide or settings.guide else None,
        rules=session.rules(rules) if rules or settings.rules else None,
    )
    every_day = PartnershipGraph.of(session.store)
    return replay(session.graph, every_day, asked, search=search)
