"""An evaluation as tables: one row a candidate, and one row a rating with where it comes from.

They are made of the document that ``hanse evaluate --json`` prints, so that both say the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from hanse.viz.documents import Document
from hanse.viz.flat_values import Flat, columns, flat
from hanse.viz.spreadsheets import Sheet

# What is said of a candidate as a whole, before its ratings.
OVERALL = ("weighted_score", "fit", "fit_scaled", "coverage", "rank")
RATING_COLUMNS = ("id", "name", "criterion", "question", "group", "weight", "low", "high",
                  "maximum", "note", "evidence")  # fmt: skip


def scorecard(document: Document) -> Sheet:
    """Return an evaluation as one row a candidate; a rating is ``CRITERION_low`` and ``_high``.

    A blank rating is an empty cell, and never zero.
    """
    rows = [_candidate(candidate) for candidate in _candidates(document)]
    names = tuple(columns(rows))
    cells = tuple(tuple(row.get(name) for name in names) for row in rows)
    return Sheet(name="scorecard", columns=names, rows=cells)


def ratings(document: Document) -> Sheet:
    """Return an evaluation as one row a candidate and criterion, blanks included."""
    criteria = {str(c["id"]): c for c in cast("Sequence[Document]", document.get("criteria", ()))}
    rows = tuple(
        _rating(candidate, criterion, criteria.get(criterion, {}), rating)
        for candidate in _candidates(document)
        for criterion, rating in _ratings(candidate).items()
    )
    return Sheet(name="ratings", columns=RATING_COLUMNS, rows=rows)


def _candidates(document: Document) -> Sequence[Document]:
    return cast("Sequence[Document]", document["candidates"])


def _ratings(candidate: Document) -> Mapping[str, Document]:
    return cast("Mapping[str, Document]", candidate["ratings"])


def _candidate(candidate: Document) -> dict[str, Flat]:
    return dict(_said(candidate))


def _said(candidate: Document) -> Iterator[tuple[str, Flat]]:
    yield from flat("id", candidate["id"])
    yield from flat("name", candidate.get("name"))
    for name in OVERALL:
        yield from flat(name, candidate.get(name))
    for group, value in cast("Document", candidate["groups"]).items():
        yield from flat(f"group_{group}", value)
    for criterion, rating in _ratings(candidate).items():
        yield from flat(criterion, {"low": rating["low"], "high": rating["high"]})


def _rating(
    candidate: Document, criterion: str, known: Document, rating: Document
) -> tuple[Flat | None, ...]:
    evidence = cast("Sequence[Document]", rating.get("evidence") or ())
    places = "; ".join(f"{e['document']}, {e['locator']}" for e in evidence)
    told = {
        "id": candidate["id"],
        "name": candidate.get("name"),
        "criterion": criterion,
        **{name: known.get(name) for name in ("question", "group", "weight", "maximum")},
        **{name: rating.get(name) for name in ("low", "high", "note")},
        "evidence": places or None,
    }
    return tuple(cast("Flat | None", told.get(column)) for column in RATING_COLUMNS)
