"""What single fact would change the order: the ratings worth finding out first.

A rating that is not known, may be several, or is disputed has several values that may turn out
to be true, each as likely. For each of them the candidate's place is found anew while
everything else stays at its expected value; the share of the values that would move the
candidate to another place says how much there is to learn. It is a guide to where to ask next,
not a probability that something is so.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Final

from hanse.graph.model import Criterion
from hanse.queries.ratings import Rating
from hanse.queries.rubric import Evaluation, Scorecard
from hanse.queries.smaa import possible_ratings

DIGITS: Final = 9  # to which two totals are told apart


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisiveFact:
    """A rating that is not settled, and what its possible values would do to the order.

    ``place`` is the candidate's place at present, ``places`` the place that each possible
    rating would bring. ``changes_order`` is the share of them that differ from it, ``points``
    how far its possible weighted scores lie apart.
    """

    candidate: str
    criterion: str
    place: int
    places: Mapping[float, int]
    changes_order: float
    points: float
    reason: str

    @property
    def best(self) -> int:
        """Return the best place that a possible rating brings."""
        return min(self.places.values())

    @property
    def is_about_the_lead(self) -> bool:
        """Say whether it decides if the candidate comes first."""
        places = {self.place, *self.places.values()}
        return 1 in places and len(places) > 1


def decisive_facts(evaluation: Evaluation) -> tuple[DecisiveFact, ...]:
    """Return the unsettled ratings by how likely each is to change the order.

    Of the same share, those that decide who comes first stand before others, and then those
    of more weight. A rating that changes nothing is not among them.
    """
    expected = {card.id: _expected(evaluation, card) for card in evaluation.candidates}
    order = sorted(round(fsum(points.values()), DIGITS) for points in expected.values())
    found = (
        fact
        for card in evaluation.candidates
        for criterion in evaluation.guide.criteria
        for fact in _facts(criterion, card, expected[card.id], order)
    )
    return tuple(sorted(found, key=_key))


def _key(fact: DecisiveFact) -> tuple[float, bool, float, int, str, str]:
    share, points = -round(fact.changes_order, DIGITS), -round(fact.points, DIGITS)
    lead = not fact.is_about_the_lead
    return (share, lead, points, fact.best, fact.candidate, fact.criterion)


def _expected(evaluation: Evaluation, card: Scorecard) -> dict[str, float]:
    """Return the expected points of a candidate by criterion."""
    return {c.id: c.weight * _present(card.ratings[c.id], c) for c in evaluation.guide.criteria}


def _present(rating: Rating, criterion: Criterion) -> float:
    """Return the rating at present: what people's median is, else the mean of what may be."""
    if rating.assessments and rating.low is not None:
        return rating.low
    values = possible_ratings(rating, criterion)
    return fsum(values) / len(values)


def _facts(
    criterion: Criterion, card: Scorecard, points: Mapping[str, float], order: Sequence[float]
) -> Iterator[DecisiveFact]:
    rating = card.ratings[criterion.id]
    values = possible_ratings(rating, criterion)
    if len({*values}) == 1:
        return
    now = fsum(points.values())
    place = _place(order, now, leaving=now)
    others = now - points[criterion.id]
    places = {
        value: _place(order, others + criterion.weight * value, leaving=now)
        for value in sorted({*values})
    }
    moved = sum(places[value] != place for value in values) / len(values)
    if moved:
        yield DecisiveFact(
            candidate=card.id, criterion=criterion.id, place=place, places=places,
            changes_order=moved, points=criterion.weight * (max(values) - min(values)),
            reason=_reason(rating, criterion),
        )  # fmt: skip


def _place(order: Sequence[float], total: float, *, leaving: float) -> int:
    """Return 1 + those above ``total``, when the candidate leaves its own total behind."""
    above = len(order) - bisect_right(order, round(total, DIGITS))
    return 1 + above - (round(leaving, DIGITS) > round(total, DIGITS))


def _reason(rating: Rating, criterion: Criterion) -> str:
    if rating.assessments:
        return f"the assessors gave {rating.spread}"
    if rating.low is None and rating.high is None:
        return "nobody has rated it"
    return f"it may be {rating.within(criterion.scale)}"


def in_words(fact: DecisiveFact, *, name: str, criterion: str) -> str:
    """Return what a fact would do, as a sentence.

    Parameters
    ----------
    name, criterion
        What the candidate and the criterion are called.

    Examples
    --------
    >>> fact = DecisiveFact(candidate="k04", criterion="interest", place=3, reason="disputed",
    ...                     places={3: 3, 4: 2, 5: 1}, changes_order=2 / 3, points=0.3)
    >>> in_words(fact, name="K04", criterion="interest")
    'interest of K04 (disputed): now place 3; rated 4 it would be place 2, rated 5 place 1.'
    """
    by_place: dict[int, list[str]] = {}
    for value, place in fact.places.items():
        if place != fact.place:
            by_place.setdefault(place, []).append(f"{value:g}")
    parts = [f"rated {_either(v)} place {place}" for place, v in by_place.items()]
    said = ", ".join([parts[0].replace(" place ", " it would be place "), *parts[1:]])
    return f"{criterion} of {name} ({fact.reason}): now place {fact.place}; {said}."


def _either(values: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(values[:-1]), values[-1])))
