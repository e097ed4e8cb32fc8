"""The ratings of many candidates by a guide: as numbers at once, as records when asked for.

What people gave takes the place of what the facts give.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

import numpy as np

from hanse.graph.model import Criterion, Guide
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval
from hanse.queries.assessments import PeopleRatings
from hanse.queries.ratings import Rating, given, rated
from hanse.queries.weighing import Numbers, Spans

Given = Mapping[str, Mapping[str, Interval | Rating]]
NOBODY: Final[Mapping[str, Interval | Rating]] = {}


class RatingRow(Mapping[str, Rating]):
    """The ratings of one candidate by criterion, in the order of the guide."""

    __slots__ = ("_candidate", "_graph", "_guide", "_made", "_people")

    def __init__(
        self, graph: PartnershipGraph, guide: Guide, *, candidate: str, people: Given
    ) -> None:
        self._graph, self._guide = graph, guide
        self._candidate, self._people = candidate, people
        self._made: dict[str, Rating] | None = None

    def __getitem__(self, criterion: str) -> Rating:
        """Return the rating by one criterion."""
        return self._all()[criterion]

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of the criteria."""
        return (criterion.id for criterion in self._guide.criteria)

    def __len__(self) -> int:
        """Return how many criteria there are."""
        return len(self._guide.criteria)

    def __repr__(self) -> str:
        """Return the ratings, as a dict shows them."""
        return repr(self._all())

    def _all(self) -> dict[str, Rating]:
        if self._made is None:
            people = self._people.get(self._candidate, NOBODY)
            self._made = {
                criterion.id: _one(self._graph, criterion, self._candidate, people)
                for criterion in self._guide.criteria
            }
        return self._made


def rating_rows(
    graph: PartnershipGraph, guide: Guide, candidates: Sequence[str], people: Given
) -> tuple[list[RatingRow], Spans]:
    """Return the ratings of each candidate, as records and as numbers.

    Raises
    ------
    BadInput
        When a rating that people gave lies outside its scale.
    """
    rows = [RatingRow(graph, guide, candidate=c, people=people) for c in candidates]
    medians = _medians(guide, candidates, people)
    own = cache(lambda candidate: people.get(candidate, NOBODY))
    spans = Spans(low=medians.copy(), high=medians.copy(), is_rated=~np.isnan(medians))
    for place, criterion in enumerate(guide.criteria):
        scale, column = criterion.scale, medians[:, place]
        is_fine = (column >= scale.minimum) & (column <= scale.maximum)
        for number in np.flatnonzero(~is_fine).tolist():
            rating = _one(graph, criterion, candidates[number], own(candidates[number]))
            span = rating.within(scale)
            spans.low[number, place], spans.high[number, place] = span.low, span.high
            spans.is_rated[number, place] = rating.is_rated
    return rows, spans


def _medians(guide: Guide, candidates: Sequence[str], people: Given) -> Numbers:
    """Return what people gave, where that is known of all candidates at once; else NaN."""
    if isinstance(people, PeopleRatings):
        return people.medians(candidates)
    return np.full((len(candidates), len(guide.criteria)), np.nan)


def _one(
    graph: PartnershipGraph,
    criterion: Criterion,
    candidate: str,
    people: Mapping[str, Interval | Rating],
) -> Rating:
    if criterion.id in people:
        return given(people[criterion.id], criterion, candidate=candidate)
    return rated(graph, candidate, criterion)
