"""What people gave: the ratings of assessors, taken together criterion by criterion.

A rating of a person is a claim like any other: of a candidate, in the context
``guide:criterion``, by an assessor, on a day, with a comment. The newest of an assessor
counts. Of several assessors the median is taken, the least and the greatest are kept, and a
spread of two points or more is said to be disputed.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.dates import first_day
from hanse.graph.model import Guide, Source
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.ratings import DISPUTED, Rating, value_of

PREDICATE: Final = "rating"
SYNTHETIC: Final = "synthetic"  # the kind of a source that was invented

Cells = dict[str, list[Claim]]  # by criterion


def people_ratings(
    graph: PartnershipGraph, guide: Guide, candidates: Iterable[str] | None = None
) -> dict[str, dict[str, Rating]]:
    """Return what people gave, by candidate and criterion; blanks are not in it.

    Parameters
    ----------
    graph
        Holds the ratings as claims, up to its day.
    guide
        Whose criteria they are for; ratings for another guide are left aside.
    candidates
        Ids; by default every cluster. One that nobody rated has no entry.

    Returns
    -------
    dict
        The median of the assessors, with their claims. It may lie between two ratings.
    """
    contexts = {context(guide, criterion.id): criterion.id for criterion in guide.criteria}
    synthetic = frozenset(s.id for s in graph.sources.values() if s.kind == SYNTHETIC)
    asked = graph.ids("cluster") if candidates is None else dict.fromkeys(candidates)
    found = ((c, _cells(graph.claims(c), contexts)) for c in asked if c in graph)
    return {
        candidate: {name: _rating(cells[name], synthetic) for name in cells}
        for candidate, cells in found
        if cells
    }


def context(guide: Guide, criterion: str) -> str:
    """Return what a rating's claim says that it is for.

    >>> context(Guide(id="laser-go-2017", label="", criteria=()), "interest")
    'laser-go-2017:interest'
    """
    return f"{guide.id}:{criterion}"


def assessors(
    graph: PartnershipGraph, ratings: Mapping[str, Mapping[str, Rating]]
) -> tuple[Source, ...]:
    """Return who gave these ratings, by id."""
    named = {c.source for row in ratings.values() for r in row.values() for c in r.assessments}
    return tuple(graph.sources.get(s) or Source(id=s, title=s) for s in sorted(named))


def _cells(claims: Sequence[Claim], contexts: Mapping[str, str]) -> Cells:
    cells: Cells = {}
    for claim in claims:
        if claim.predicate == PREDICATE and claim.context in contexts and claim.is_fact:
            cells.setdefault(contexts[claim.context], []).append(claim)
    return cells


def _rating(claims: Sequence[Claim], synthetic: frozenset[str]) -> Rating:
    people = {claim.source for claim in claims}
    if len(people) < len(claims):
        claims = _newest(claims)
    values = sorted([value_of(claim) for claim in claims])
    middle = len(values) // 2
    median = values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2
    note = _note(len(people), len(values), values[0], values[-1], not people.isdisjoint(synthetic))
    return Rating(low=median, high=median, note=note, is_rated=True, assessments=tuple(claims))


def _newest(claims: Sequence[Claim]) -> list[Claim]:
    """Return the newest ratings of each assessor; of one day, all of them."""
    days: dict[str, str] = {}
    for claim in claims:
        days[claim.source] = max(days.get(claim.source, ""), _day(claim))
    return [claim for claim in claims if _day(claim) == days[claim.source]]


def _day(claim: Claim) -> str:
    return first_day(claim.as_of) if claim.as_of else ""


@lru_cache(maxsize=1000)
def _note(people: int, given: int, least: float, greatest: float, is_invented: bool) -> str:
    """Return the words for what people gave; few differ among many."""
    kind = "synthetic " if is_invented else ""
    if given == 1:
        return f"as one {kind}assessor gave it"
    who = f"{people} {kind}assessors"
    if people < given:
        who = f"{given} ratings by {people} {kind}assessor{'s' if people > 1 else ''}"
    words = f"median of {who}, {least:g}"
    if least < greatest:
        words += f" to {greatest:g}"
    return f"{words}; disputed" if greatest - least >= DISPUTED else words
