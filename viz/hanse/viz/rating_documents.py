"""Ratings as a document: what people gave beside what the facts give, and how far people agree."""

from hanse.graph.claims import Claim
from hanse.graph.model import Criterion, Guide
from hanse.queries.agreement import agreement
from hanse.queries.answers import Evidence
from hanse.queries.assessments import SYNTHETIC
from hanse.queries.ratings import Rating, rated
from hanse.queries.rubric import Evaluation, Scorecard
from hanse.viz.documents import Document, interval
from hanse.viz.robust_documents import agreement_document
from hanse.viz.session import Session


def ratings_document(session: Session, guide: Guide, card: Scorecard) -> Document:
    """Return a candidate's ratings by criterion.

    ``assessments`` holds what each person gave, ``facts`` what the facts would give instead
    (``None`` where they give nothing, or nobody replaced them).
    """
    return {c.id: _rating(session, c, card.id, card.ratings[c.id]) for c in guide.criteria}


def people_document(session: Session, answer: Evaluation) -> Document:
    """Return what an evaluation owes to people: agreement, vetoes, and what was invented."""
    return {
        "agreement": agreement_document(session, agreement(answer)),
        "vetoes": {candidate: list(names) for candidate, names in answer.vetoes.items()},
        "synthetic": any(card.is_synthetic for card in answer.candidates),
    }


def _rating(session: Session, criterion: Criterion, candidate: str, rating: Rating) -> Document:
    facts = rated(session.graph, candidate, criterion) if rating.assessments else None
    return {
        "low": rating.low,
        "high": rating.high,
        "note": rating.note,
        "evidence": places(rating.places),
        "assessments": [_assessment(session, claim) for claim in rating.assessments],
        "spread": interval(rating.spread),
        "disputed": rating.is_disputed,
        "synthetic": rating.is_synthetic,
        "facts": _facts(facts) if facts and facts.evidence else None,
    }


def _facts(rating: Rating) -> Document:
    ends = {"low": rating.low, "high": rating.high}
    return {**ends, "note": rating.note, "evidence": places(rating.evidence)}


def _assessment(session: Session, claim: Claim) -> Document:
    source = session.graph.sources.get(claim.source)
    return {
        "assessor": source.title if source else claim.source,
        "rating": claim.value,
        "date": claim.as_of,
        "comment": claim.note,
        "synthetic": bool(source and source.kind == SYNTHETIC),
    }


def places(found: tuple[Evidence, ...]) -> list[Document]:
    """Return where something stands."""
    return [{"document": e.document, "locator": e.locator, "as_of": e.as_of} for e in found]
