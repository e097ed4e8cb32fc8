"""What one source states, section by section, as a document."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.errors import UnknownName
from hanse.graph.quantities import Quantity
from hanse.graph.schema import schema
from hanse.viz.documents import Document, common
from hanse.viz.session import Session
from hanse.viz.words import stated

_NUMBER: Final = re.compile(r"(\d+)")


def source_document(session: Session, source: str) -> Document:
    """Return the statements of a source by their place in it, in the order of the document.

    Each statement is ``[subject, attribute or relation, value, whether the value is a thing]``;
    a conjecture is said to be one.

    Raises
    ------
    UnknownName
        When the project has no such source.
    """
    if source not in session.graph.sources:
        raise UnknownName(
            source, kind="source", known=session.graph.sources, list_with="hanse sources"
        )
    found = (claim for claim in session.store.claims() if claim.source == source)
    return {
        **common(session),
        "id": source,
        "title": session.graph.sources[source].title,
        "sections": sections(found),
    }


def statements_by_source(session: Session) -> dict[str, Document]:
    """Return the same of every source at once."""
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in session.store.claims():
        by_source[claim.source].append(claim)
    titles = {source.id: source.title for source in session.graph.sources.values()}
    return {
        source: {"id": source, "title": titles[source], "sections": sections(claims)}
        for source, claims in sorted(by_source.items())
        if source in titles
    }


def sections(claims: Iterable[Claim]) -> list[Document]:
    """Return claims by their place in the document, numbers in the order of counting."""
    places: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.predicate != "kind":
            places[claim.locator].append(claim)
    return [
        {"locator": place, "statements": [_statement(claim) for claim in _sorted(places[place])]}
        for place in sorted(places, key=reading_order)
    ]


def reading_order(locator: str) -> list[tuple[int, str]]:
    """Return a key that sorts places as a reader meets them: row 9 before row 10.

    >>> sorted(["annex, row 10", "annex, row 9"], key=reading_order)
    ['annex, row 9', 'annex, row 10']
    """
    parts = _NUMBER.split(locator)
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def _sorted(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (claim.subject, claim.predicate, str(claim.value)))


def _statement(claim: Claim) -> list[object]:
    is_thing = schema().is_relation(claim.predicate)
    text = claim.other if is_thing else _text(claim)
    guess = "" if claim.is_fact or is_thing else f" ({claim.status})"
    return [claim.subject, claim.predicate, f"{text}{guess}", is_thing]


def _text(claim: Claim) -> str:
    value = claim.value
    if not isinstance(value, Quantity):
        return stated({"value": value, "unit": None})
    said = {"value": value.value, "unit": value.unit, "qualifier": value.qualifier}
    return stated({**said, "strict": value.strict, "upper": value.upper})
