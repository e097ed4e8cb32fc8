"""The answers of the questions as documents, in the shapes of docs/json.md."""

from collections.abc import Sequence

from hanse.graph.model import Guide
from hanse.queries.answers import Evidence, RankRange
from hanse.queries.chains import StageState
from hanse.queries.complementarity import Candidate, Candidates
from hanse.queries.reach import Marginal, Reach, ReachedAgreement, Scope
from hanse.queries.reach_counts import ReachedCount
from hanse.queries.reach_index import DISCOUNT, reach_index
from hanse.queries.reasons import Reason
from hanse.queries.rubric import Evaluation, Scorecard
from hanse.viz.documents import Document, common, interval
from hanse.viz.rating_documents import people_document, ratings_document
from hanse.viz.session import Session


def evidence(places: Sequence[Evidence]) -> list[Document]:
    """Return where an answer's parts stand."""
    return [
        {"document": place.document, "locator": place.locator, "as_of": place.as_of}
        for place in places
    ]


def rank(places: RankRange) -> Document:
    """Return a range of ranks."""
    return {"best": places.best, "worst": places.worst}


def candidates_document(
    session: Session, answer: Candidates, *, declined: Sequence[str] = ()
) -> Document:
    """Return who completes an alliance, with the reasons for every point."""
    return {
        **common(session),
        "alliance": list(answer.alliance),
        "chain": answer.chain,
        "lens": answer.lens,
        "targets": list(answer.targets),
        "stages": [_stage_state(stage) for stage in answer.stages],
        "candidates": [_candidate(candidate) for candidate in answer.candidates],
        "off_chain": list(answer.off_chain),
        "uncategorised": list(answer.uncategorised),
        "declined": list(declined),
        "totals": {
            "candidates": answer.totals.candidates,
            "off_chain": answer.totals.off_chain,
            "uncategorised": answer.totals.uncategorised,
        },
    }


def _stage_state(stage: StageState) -> Document:
    return {
        "id": stage.id,
        "label": stage.label,
        "cover": stage.cover.low,
        "state": stage.state,
        "cover_range": interval(stage.cover),
        "providers": list(stage.providers),
        "unknown": list(stage.unknown),
    }


def _candidate(candidate: Candidate) -> Document:
    parts = candidate.components
    return {
        "rank": rank(candidate.rank),
        "id": candidate.id,
        "name": candidate.name,
        "country": candidate.country,
        "score": interval(candidate.score),
        "components": {
            name: interval(getattr(parts, name)) for name in type(parts).__dataclass_fields__
        },
        "pareto": candidate.is_pareto,
        "reasons": [_reason(reason) for reason in candidate.reasons],
    }


def _reason(reason: Reason) -> Document:
    places = evidence(reason.evidence)
    return {
        "component": reason.component,
        "text": reason.text,
        "stage": reason.stage,
        "categories": [category.label for category in reason.categories],
        "source": places[0] if places else None,
        "sources": places,
    }


def evaluate_document(session: Session, answer: Evaluation) -> Document:
    """Return how good each candidate is, and how sure that is."""
    return {
        **common(session),
        "guide": answer.guide.id,
        "maximum": answer.maximum,
        "candidates": [_scorecard(session, answer.guide, card) for card in answer.candidates],
        "swaps": [
            {"a": swap.a, "b": swap.b, "by_fit": swap.by_fit, "by_fit_scaled": swap.by_fit_scaled}
            for swap in answer.swaps
        ],
        "criteria": [
            {
                "id": criterion.id,
                "question": criterion.question,
                "group": criterion.group,
                "weight": criterion.weight,
                "maximum": criterion.scale.maximum,
                "evidence": criterion.evidence,
            }
            for criterion in answer.guide.criteria
        ],
        "group_labels": dict(answer.guide.groups),
        "totals": {"candidates": answer.considered or len(answer.candidates)},
        **people_document(session, answer),
    }


def _scorecard(session: Session, guide: Guide, card: Scorecard) -> Document:
    return {
        "id": card.id,
        "weighted_score": interval(card.weighted_score),
        "fit": interval(card.fit),
        "fit_scaled": interval(card.fit_scaled),
        "groups": {group: interval(value) for group, value in card.groups.items()},
        "coverage": card.coverage,
        "rank": None if card.rank is None else rank(card.rank),
        "ratings": ratings_document(session, guide, card),
        "name": session.graph.name(card.id),
        "synthetic": card.is_synthetic,
    }


def reach_document(session: Session, answer: Reach, *, readings: Sequence[Reach] = ()) -> Document:
    """Return how far an alliance reaches, by hop and in total.

    ``readings`` are the same question under named assumptions, to be put side by side.
    """
    return {
        **common(session),
        "alliance": list(answer.alliance),
        "hops": [{"hop": hop.hop, "via": list(hop.via), **_scope(hop)} for hop in answer.hops],
        "total": _scope(answer.total),
        "agreements": [_agreement(agreement) for agreement in answer.agreements],
        "marginal": [_marginal(marginal) for marginal in answer.marginal],
        "gains": None,
        "readings": [_reading(reading) for reading in readings],
        "index": {
            "discount": DISCOUNT,
            "values": {unit: interval(value) for unit, value in reach_index(answer).items()},
        },
    }


def _reading(answer: Reach) -> Document:
    return {
        "assume": [{"id": a.id, "label": a.label, "note": a.note} for a in answer.assumptions],
        "hops": [
            {"hop": hop.hop, "via": list(hop.via), "counts": _counts(hop)} for hop in answer.hops
        ],
        "total": {"counts": _counts(answer.total)},
    }


def _counts(scope: Scope) -> Document:
    return {unit: _reached(count) for unit, count in scope.counts.items()}


def _scope(scope: Scope) -> Document:
    spread = scope.spread
    return {
        "clusters": list(scope.clusters),
        "counts": _counts(scope),
        "regions": list(scope.regions),
        "countries": list(scope.countries),
        "eu_member_states": list(scope.eu_member_states),
        "markets": list(scope.markets),
        "undecided_markets": list(spread.undecided_markets),
        "regions_unknown": list(spread.regions_unknown),
        "countries_unknown": list(spread.countries_unknown),
    }


def _reached(count: ReachedCount) -> Document:
    return {
        **interval(count.interval),
        "stated_sum": count.stated_sum,
        "rule": count.rule,
        "unknown": list(count.unknown),
        "assumptions": list(count.assumptions),
        "by_region": interval(count.by_region),
        "contradictions": [list(figures) for figures in count.contradictions],
        "tightest": count.is_tightest,
        "sources": evidence(count.evidence),
    }


def _agreement(agreement: ReachedAgreement) -> Document:
    places = evidence(agreement.evidence)
    return {
        "party": agreement.party,
        "other": agreement.other,
        "country": agreement.country,
        "status": agreement.status,
        "date": agreement.date,
        "source": places[0] if places else None,
        "id": agreement.id,
        "kind": agreement.kind,
        "until": agreement.until,
    }


def _marginal(marginal: Marginal) -> Document:
    return {
        "id": marginal.id,
        "change": marginal.change,
        "counts": {unit: interval(value) for unit, value in marginal.counts.items()},
        "regions": list(marginal.regions),
        "countries": list(marginal.countries),
        "markets": list(marginal.markets),
        "eu_member_states": list(marginal.eu_member_states),
        "clusters": list(marginal.clusters),
        "by_region": {unit: interval(value) for unit, value in marginal.by_region.items()},
    }
