"""What ``--json`` prints, what the server sends and what the page reads: one shape each.

Keys and lists stand in a fixed order; numbers are not rounded; unknown is ``None``. The
shapes are described in docs/json.md.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.model import (
    SCHEMES,
    ClusterOrganisation,
    Criterion,
    Guide,
    Membership,
    Partnership,
)
from hanse.graph.quantities import Interval, Quantity
from hanse.graph.schema import schema
from hanse.queries.chains import StageSummary, stage_summary
from hanse.queries.readings.indexed import IndexedReading
from hanse.viz.projects import version
from hanse.viz.scale_words import scale_in_words
from hanse.viz.session import Session

Document = dict[str, object]
MOST_LISTED: Final = 1_000  # clusters or partnerships of a large project that one answer lists


def common(session: Session) -> Document:
    """Return the three keys every answer starts with, so that it can be repeated."""
    return {
        "project": session.store.address,
        "as_of": session.as_of,
        "version": version(),
    }


def interval(value: Interval) -> Document:
    """Return a range; an open or unknown end is ``None``."""
    return {"low": value.low, "high": value.high}


def source(claim: Claim) -> Document:
    """Return where a claim stands."""
    return {"document": claim.source, "locator": claim.locator, "as_of": claim.as_of}


def clusters_document(
    session: Session,
    clusters: Iterable[ClusterOrganisation] | None = None,
    scores: Mapping[str, Mapping[str, object]] | None = None,
) -> Document:
    """Return the cluster organisations with what is known of each.

    ``scores`` is filled only where an alliance with a chain or a guide was asked for.
    """
    every = session.engine.clusters()
    if clusters is None:
        ids = every[:MOST_LISTED] if session.engine.is_large else every
        session = session.about(ids)
        clusters = [session.graph.cluster(one) for one in ids]
    rows = [cluster(session, c, (scores or {}).get(c.id, {})) for c in clusters]
    return {**common(session), "clusters": rows, "totals": {"clusters": len(every)}}


def cluster(
    session: Session, record: ClusterOrganisation, scores: Mapping[str, object]
) -> Document:
    """Return one cluster organisation."""
    graph = session.graph
    return {
        "id": record.id,
        "name": record.name,
        "aliases": list(record.aliases),
        "country": record.country,
        "regions": list(record.regions),
        "annex_no": record.annex_no,
        "homepage": record.homepage,
        "categories": {
            scheme: [graph.name(c) for c in record.categories.get(scheme, ())] for scheme in SCHEMES
        },
        "counts": {
            unit: {
                **interval(count.interval),
                "qualifier": count.qualifier,
                "preferred": count.is_preferred,
            }
            for unit, count in record.counts.items()
        },
        "scores": dict(scores),
    }


def partnerships_document(session: Session) -> Document:
    """Return the partnerships, networks and consortia with their members."""
    rows = [partnership(p) for p in session.graph.partnerships()]
    return {**common(session), "partnerships": rows}


def partnership(record: Partnership) -> Document:
    """Return one partnership, network or consortium."""
    return {
        "id": record.id,
        "name": record.name,
        "kind": record.kind,
        "programme": record.programme,
        "since": record.since,
        "until": record.until,
        "members": [_member(member) for member in record.members],
        "target_markets": list(record.target_markets),
    }


def _member(membership: Membership) -> Document:
    return {
        "cluster": membership.cluster,
        "role": membership.role,
        "since": membership.since,
        "until": membership.until,
    }


def show_document(session: Session, name: str) -> Document:
    """Return everything said of one thing: facts and relations both ways.

    Of a chain its stages, of a guide its criteria.
    """
    chain, guide = session.definition_id("chain", name), session.definition_id("guide", name)
    if chain:
        return _chain_document(session, chain)
    if guide:
        return _guide_document(session, guide)
    thing = session.graph.find(name)
    claims = session.graph.claims(thing)
    related = [c for c in claims if schema().is_relation(c.predicate)]
    return {
        **common(session),
        "id": thing,
        "kind": session.graph.kind(thing),
        "facts": [_fact(session, c) for c in claims if not schema().is_relation(c.predicate)],
        "relations": [_relation(c, c.other) for c in related] + _incoming(session, thing),
    }


def _fact(session: Session, claim: Claim) -> Document:
    value = claim.value
    quantity = value if isinstance(value, Quantity) else None
    return {
        "attribute": claim.predicate,
        "value": quantity.value if quantity else value,
        "unit": quantity.unit if quantity else None,
        "qualifier": quantity.qualifier if quantity else None,
        "preferred": _is_preferred(session, claim),
        "source": source(claim),
        "upper": quantity.upper if quantity else None,
        "strict": quantity.strict if quantity else False,
        "status": claim.status,
        "as_written": claim.as_written,
        "note": claim.note,
    }


def _is_preferred(session: Session, claim: Claim) -> bool:
    """Say whether the graph shows this statement; a conjecture is never shown as a fact."""
    if not claim.is_fact:
        return False
    chosen = session.graph.preference(claim.subject, claim.predicate)
    return chosen is None or (chosen.claim is not None and chosen.claim.value == claim.value)


def _relation(claim: Claim, other: str, *, reverse: bool = False) -> Document:
    relation = schema().relations[claim.predicate]
    return {
        "relation": relation.reverse if reverse else relation.label,
        "other": other,
        "since": claim.since,
        "until": claim.until,
        "source": source(claim),
        "role": claim.role,
        "context": claim.context,
        "status": claim.status,
        "as_written": claim.as_written,
        "note": claim.note,
    }


def _incoming(session: Session, thing: str) -> list[Document]:
    return [
        _relation(claim, claim.subject, reverse=True)
        for relation in sorted(schema().relations)
        for claim in session.graph.ties_to(thing, relation)
    ]


def _chain_document(session: Session, name: str) -> Document:
    chain = session.chain(name)
    summaries = stage_summary(session.graph, chain)
    return {
        **common(session),
        "id": chain.id,
        "kind": "chain",
        "stages": [_stage(summary) for summary in summaries],
        "facts": [],
        "relations": [],
        "label": chain.label,
        "note": chain.note,
    }


def _stage(summary: StageSummary) -> Document:
    return {
        "id": summary.id,
        "label": summary.label,
        "categories": [
            {"scheme": feed.scheme, "label": feed.label, "relevance": feed.relevance}
            for feed in summary.feeds
        ],
        "clusters": len(summary.clusters),
    }


def _guide_document(session: Session, name: str) -> Document:
    guide = session.guide(name)
    return {
        **common(session),
        "id": guide.id,
        "kind": "guide",
        "criteria": [_criterion(guide, criterion) for criterion in guide.criteria],
        "facts": [],
        "relations": [],
        "label": guide.label,
        "maximum": guide.maximum,
        "note": guide.note,
    }


def _criterion(guide: Guide, criterion: Criterion) -> Document:
    return {
        "id": criterion.id,
        "question": criterion.question,
        "group": guide.groups.get(criterion.group, criterion.group),
        "weight": criterion.weight,
        "scale": scale_in_words(criterion.scale),
        "source": {
            "document": guide.source or None,
            "locator": criterion.locator or None,
            "as_of": None,
        },
    }


def sources_document(session: Session) -> Document:
    """Return the sources with the number of claims each makes, on the day if one is asked for."""
    counts = _claims_by_source(session)
    rows = [
        {
            "id": s.id,
            "title": s.title,
            "publisher": s.publisher,
            "date": s.date,
            "claims": counts.get(s.id, 0),
        }
        for s in session.engine.sources
    ]
    return {**common(session), "sources": rows}


def _claims_by_source(session: Session) -> Mapping[str, int]:
    if session.as_of is None:
        # to count millions of rows takes seconds, and the index has done so
        reading = session.engine.reading
        counted = reading.index.sources if isinstance(reading, IndexedReading) else None
        return session.store.claims_by_source() if counted is None else counted
    things = session.graph.networkx
    return Counter(claim.source for thing in things for claim in session.graph.claims(thing))
