"""A screening and a replayed search as documents, in the shapes of docs/json.md."""

from collections.abc import Sequence

from hanse.graph.rules import Field, Rules, scheme_of
from hanse.queries.answers import RankRange
from hanse.queries.audit import QuotaAudit
from hanse.queries.facets import Facet, facets
from hanse.queries.quotas import QuotaStanding
from hanse.queries.reach import Reach
from hanse.queries.replay import Replay, ReplayedCandidate, ReplayedStep
from hanse.queries.screening import ScreenedCandidate, ScreenedStep, Screening, Verdict
from hanse.queries.widening import Widening
from hanse.viz.answers import evidence, rank
from hanse.viz.documents import Document, common, interval
from hanse.viz.session import Session


def screen_document(session: Session, answer: Screening) -> Document:
    """Return the funnel, the reasons for every outcome, the quotas and the audit."""
    return {
        **common(session),
        "rules": _rules(answer.rules),
        "steps": [_step(step) for step in answer.steps],
        "candidates": [_candidate(candidate) for candidate in answer.candidates],
        "quotas": [_quota(quota) for quota in answer.quotas],
        "audit": [_audit(session, audit) for audit in answer.audit],
        "alliance": list(answer.alliance),
        "rule_set": answer.rules.id,
        "seats": {
            "need": answer.seats.need,
            "sure": answer.seats.sure,
            "possible": answer.seats.possible,
        },
        "readings": [
            {"rule": reading.rule, "text": reading.text, "pass": list(reading.passed)}
            for reading in answer.readings
        ],
        "fields": [_field(session, field) for field in answer.rules.fields],
        "facets": [_facet(facet) for facet in facets(session.graph)],
    }


def _rules(rules: Rules) -> list[Document]:
    return [
        {
            "id": rule.id,
            "text": rule.text,
            "preference": rule.is_preference,
            "source": _place(rules, rule.locator),
        }
        for rule in rules.rules
    ]


def _place(rules: Rules, locator: str) -> Document | None:
    if not (rules.source and locator):
        return None
    return {"document": rules.source, "locator": locator, "as_of": None}


def _step(step: ScreenedStep) -> Document:
    return {
        "id": step.id,
        "label": step.label,
        "pool": len(step.pool),
        "pass": len(step.passed),
        "fail": len(step.failed),
        "unknown": len(step.unknown),
        "kind": step.kind,
        "found": step.found,
        "members": step.members,
        "again": step.again,
    }


def _candidate(candidate: ScreenedCandidate) -> Document:
    return {
        "id": candidate.id,
        "step": candidate.step,
        "outcome": candidate.outcome,
        "reasons": [_verdict(verdict) for verdict in candidate.verdicts],
        "name": candidate.name,
        "steps": list(candidate.steps),
    }


def _verdict(verdict: Verdict) -> Document:
    places = evidence(verdict.evidence)
    return {
        "rule": verdict.rule,
        "outcome": verdict.outcome,
        "text": verdict.text,
        "source": places[0] if places else None,
        "sources": places,
        "preference": verdict.is_preference,
    }


def _quota(quota: QuotaStanding) -> Document:
    return {
        "id": quota.id,
        "need": quota.need,
        "available": len(quota.available),
        "unknown": len(quota.unknown),
        "text": quota.text,
        "available_ids": list(quota.available),
        "unknown_ids": list(quota.unknown),
    }


def _audit(session: Session, audit: QuotaAudit) -> Document:
    best = audit.widenings.best
    options = audit.widenings.options
    return {
        "quota": audit.quota,
        "filter": audit.filter.label,
        "found": len(audit.found),
        "missed": [missed.id for missed in audit.missed],
        "widening": _widening(session, audit, best) if best else None,
        "pool": audit.pool,
        "found_ids": list(audit.found),
        "found_unknown": {rule: list(ids) for rule, ids in audit.open_counts.items()},
        "found_named": list(audit.named),
        "missed_reasons": {missed.id: missed.why for missed in audit.missed},
        "undecided": list(audit.undecided),
        "options": [_widening(session, audit, option) for option in options],
    }


def _widening(session: Session, audit: QuotaAudit, widening: Widening) -> Document:
    categories = [
        {"scheme": scheme_of(category), "label": session.graph.name(category)}
        for category in widening.categories
    ]
    added = [f"{c['scheme'].replace('_', ' ')} = {c['label']}" for c in categories]
    return {
        "filter": " or ".join([audit.filter.label, *added]),
        "found": len(widening.found),
        "missed": list(widening.missed),
        "pool": widening.pool,
        "categories": categories,
        "smallest": widening.is_smallest,
    }


def _field(session: Session, field: Field) -> Document:
    """Return what counts as a field, with the known clusters of each category."""
    return {
        "id": field.id,
        "label": field.label,
        "categories": [
            {
                "scheme": scheme_of(category),
                "label": field.labels.get(category, category),
                "clusters": len(session.graph.sources_of(category, "classified_as")),
            }
            for category in sorted(field.categories)
        ],
        "schemes": sorted(field.schemes),
        "note": field.note,
    }


def _facet(facet: Facet) -> Document:
    return {
        "id": facet.id,
        "label": facet.label,
        "facts": facet.has_facts,
        "stated": facet.stated,
        "unknown": facet.unknown,
        "values": [
            {
                "id": value.id,
                "label": value.label,
                "clusters": value.clusters,
                "possible": value.possible,
            }
            for value in facet.values
        ],
    }


def replay_document(session: Session, answer: Replay) -> Document:
    """Return a search, its outcome, ours, and where the two differ."""
    return {
        **common(session),
        "steps": [_replayed_step(step) for step in answer.steps],
        "outcome": list(answer.outcome),
        "ours": list(answer.ours),
        "differences": [
            {"id": one.id, "text": one.text, "sources": evidence(one.evidence)}
            for one in answer.differences
        ],
        "search": {"id": answer.answers.search.id, "label": answer.answers.search.label},
        "alliance": list(answer.answers.alliance),
        "seats": dict(answer.answers.seats),
        "candidates": [_replayed_candidate(one) for one in answer.candidates],
        "reach": {
            "outcome": _extent(answer.reach),
            "ours": _extent(answer.answers.reach),
        },
    }


def _replayed_step(step: ReplayedStep) -> Document:
    return {
        "id": step.id,
        "found": list(step.found),
        "chosen": list(step.shortlisted),
        "label": step.label,
        "kind": step.kind,
        "in_outcome": list(step.chosen),
    }


def _replayed_candidate(one: ReplayedCandidate) -> Document:
    return {
        "id": one.id,
        "name": one.name,
        "found_in": list(one.found_in),
        "named": one.is_named,
        "chosen": one.is_chosen,
        "ours": one.is_ours,
        "screening": one.screening,
        "place": one.place,
        "score": interval(one.score) if one.score else None,
        "rank": _rank(one.rank),
        "fit": interval(one.fit) if one.fit else None,
        "fit_rank": _rank(one.fit_rank),
        "coverage": one.coverage,
    }


def _rank(places: RankRange | None) -> Document | None:
    return rank(places) if places else None


def _extent(reached: Reach) -> Document:
    direct = reached.hops[0]
    return {
        "clusters": _ids(direct.clusters),
        "regions": _ids(direct.regions),
        "countries": _ids(direct.countries),
        "counts": {unit: interval(count.interval) for unit, count in direct.counts.items()},
    }


def _ids(ids: Sequence[str]) -> list[str]:
    return list(ids)
