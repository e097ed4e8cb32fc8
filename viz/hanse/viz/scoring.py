"""Scores as properties of the nodes, for the picture, the exports and the lists.

Complementarity and fit stay two properties: they are two axes, never one number.
"""

from collections.abc import Mapping

from hanse.queries.answers import RankRange
from hanse.queries.complementarity import Candidates
from hanse.queries.rubric import Evaluation
from hanse.viz.documents import Document, interval
from hanse.viz.session import Session

Scores = dict[str, dict[str, object]]


def scores(
    session: Session, alliance: str | None, *, chain: str | None = None, guide: str | None = None
) -> Scores:
    """Return the scores of every cluster asked about, by cluster and by name of the score."""
    asked = session.alliance(alliance) if chain or alliance else None
    found: Scores = {}
    if chain and asked:
        merge(found, complementarity_scores(session.candidates(asked, session.chain(chain))))
    if guide:
        pool = session.pool((), asked)
        merge(found, evaluation_scores(session.evaluate(session.guide(guide), pool)))
    return found


def complementarity_scores(answer: Candidates) -> Scores:
    """Return complementarity and its rank of every ranked candidate."""
    return {
        c.id: {"complementarity": interval(c.score), "complementarity_rank": rank(c.rank)}
        for c in answer.candidates
    }


def evaluation_scores(answer: Evaluation) -> Scores:
    """Return weighted score, fit, coverage and rank of every evaluated candidate.

    The rank is ``None`` where not enough is scored.
    """
    return {
        card.id: {
            "weighted_score": interval(card.weighted_score),
            "fit": interval(card.fit),
            "fit_scaled": interval(card.fit_scaled),
            "coverage": card.coverage,
            "fit_rank": None if card.rank is None else rank(card.rank),
        }
        for card in answer.candidates
    }


def rank(places: RankRange) -> Document:
    """Return a range of ranks."""
    return {"best": places.best, "worst": places.worst}


def merge(into: Scores, more: Mapping[str, Mapping[str, object]]) -> None:
    """Add the scores of ``more`` to those of ``into``."""
    for cluster, values in more.items():
        into.setdefault(cluster, {}).update(values)
