"""Show whatever a project keeps: a thing, a chain, a guide, rules, an assumption or a source."""

import sys
from collections.abc import Iterable
from typing import Final

from hanse.graph.assumptions import AssumedFigure, Assumption
from hanse.graph.ids import key
from hanse.graph.model import Source
from hanse.graph.rules import (
    CountRule,
    CountryRule,
    Field,
    FieldRule,
    Filter,
    ListingRule,
    MarketRule,
    MembershipRule,
    NewRegionRule,
    Quota,
    Rules,
    ScreeningRule,
    scheme_of,
)
from hanse.viz.documents import Document, common, interval, show_document
from hanse.viz.session import Session
from hanse.viz.source_documents import source_document

MOST_TIED: Final = 1000  # things tied to one of a large project that are read with it
_KINDS: Final[dict[type[ScreeningRule], str]] = {
    FieldRule: "field",
    CountRule: "count",
    MarketRule: "market",
    CountryRule: "country",
    NewRegionRule: "new_region",
    MembershipRule: "membership",
    ListingRule: "listing",
}


def around(session: Session, name: str) -> Session:
    """Return a session that shows a thing of a large project with the things tied to it.

    Of a small project, and for what is no thing (rules, a source), it shows all there is.

    Raises
    ------
    UnknownName
        When nothing of a large project is called so.
    """
    if not session.engine.is_large or _is_no_thing(session, name):
        return session
    found = session.engine.neighbourhood(session.engine.find(name), hops=1, most=MOST_TIED)
    if found.total > len(found.things):
        told = f"the first {len(found.things) - 1} of {found.total - 1} things tied to it are shown"
        sys.stderr.write(f"note: {told}\n")
    return session.about(found.things)


def _is_no_thing(session: Session, name: str) -> bool:
    kinds = ("rules", "assumption", "chain", "guide")
    if any(session.definition_id(kind, name) for kind in kinds):
        return True
    sources = session.store.contents().sources
    return key(name) in {key(text) for one in sources for text in (one.id, one.title)}


def show(session: Session, name: str) -> Document:
    """Return all that is known of what is called so.

    Rules and assumptions answer to their id or label, sources to their id or title; everything
    else as in :func:`hanse.viz.documents.show_document`.

    Raises
    ------
    UnknownName
        When nothing is called so; the nearest are offered.
    """
    rules = session.definition_id("rules", name)
    if rules:
        return _rules_document(session, session.rules(rules))
    assumption = session.definition_id("assumption", name)
    if assumption:
        return _assumption_document(session, session.reading(assumption)[0])
    source = None if name in session.graph else _source(session, name)
    return _source_document(session, source) if source else show_document(session, name)


def _source(session: Session, name: str) -> Source | None:
    known = session.graph.sources.values()
    found = [source for source in known if key(name) in (key(source.id), key(source.title))]
    return found[0] if len(found) == 1 else None


def _source_document(session: Session, source: Source) -> Document:
    stated = source_document(session, source.id)
    return {
        **common(session),
        "id": source.id,
        "kind": "source",
        "facts": [],
        "relations": [],
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date,
        "claims": session.store.claims_by_source().get(source.id, 0),
        "sections": stated["sections"],
    }


def _assumption_document(session: Session, assumption: Assumption) -> Document:
    return {
        **common(session),
        "id": assumption.id,
        "kind": "assumption",
        "facts": [],
        "relations": [],
        "label": assumption.label,
        "figures": [_figure(figure) for figure in assumption.figures],
        "sets_aside": [_set_aside(session, *one) for one in assumption.sets_aside],
        "regions_apart": assumption.are_regions_apart,
        "note": assumption.note,
    }


def _figure(figure: AssumedFigure) -> Document:
    return {
        "clusters": list(figure.clusters),
        "unit": figure.unit,
        "size": interval(figure.size),
        "kind": figure.kind,
    }


def _set_aside(session: Session, subject: str, unit: str) -> Document:
    """Return a statement that an assumption stands in for, with the places it is read from."""
    claims = session.graph.claims_of(subject, unit) if subject in session.graph else ()
    places = [_place(claim.source, claim.locator, claim.as_of) for claim in claims]
    return {"of": subject, "unit": unit, "sources": places}


def _place(document: str, locator: str, as_of: str | None = None) -> Document:
    return {"document": document or None, "locator": locator or None, "as_of": as_of}


def _rules_document(session: Session, rules: Rules) -> Document:
    return {
        **common(session),
        "id": rules.id,
        "kind": "rules",
        "facts": [],
        "relations": [],
        "label": rules.label,
        "rules": [_rule(rules, rule) for rule in rules.rules],
        "quotas": [_quota(rules, quota) for quota in rules.quotas],
        "fields": [_field(field) for field in rules.fields],
        "filters": [_filter(rules, one) for one in rules.filters],
        "invite_one_each": rules.invite_one_each,
        "least_entities": rules.least_entities,
        "least_countries": rules.least_countries,
        "note": rules.note,
    }


def _rule(rules: Rules, rule: ScreeningRule) -> Document:
    return {
        "id": rule.id,
        "kind": _KINDS[type(rule)],
        "text": rule.text,
        "is_preference": rule.is_preference,
        "source": _place(rules.source, rule.locator),
    }


def _quota(rules: Rules, quota: Quota) -> Document:
    place = _place(rules.source, quota.locator)
    return {"field": quota.field.id, "seats": quota.seats, "source": place}


def _field(field: Field) -> Document:
    return {
        "id": field.id,
        "label": field.label,
        "categories": _categories(field.categories, dict(field.labels)),
        "schemes": sorted(field.schemes),
        "note": field.note,
    }


def _categories(categories: Iterable[str], labels: dict[str, str]) -> list[Document]:
    return [
        {"scheme": scheme_of(one), "label": labels.get(one, one.partition(":")[2])}
        for one in sorted(categories)
    ]


def _filter(rules: Rules, one: Filter) -> Document:
    return {
        "id": one.id,
        "label": one.label,
        "categories": _categories(one.categories, {}),
        "step": one.step,
        "source": _place(rules.source, one.locator),
    }
