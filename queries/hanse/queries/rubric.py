"""Evaluate candidates by a guide, and keep every step of the sum.

The words are those of LASER-GO deliverable D4.1 (2017), section 3: a *criterion* is rated on a
*scale* and weighted; the weighted ratings add up to a *weighted score*; *fit* is its share of
the best possible. That can be read in two ways: as a share of the highest weighted score that
the guide allows; or scaled, each rating being a share of its own scale first, so that a
criterion rated 0 or 1 counts with all of its weight. Both are kept, and so is every pair of
candidates that they order differently.

A blank is not zero: it may be anything from the lowest to the highest rating.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import fsum
from typing import Final

from hanse.graph.errors import BadDefinition, UnknownName
from hanse.graph.model import Guide
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval
from hanse.queries.answers import RankRange, rank_ranges
from hanse.queries.assessments import PeopleRatings
from hanse.queries.frames import to_frame as as_frame
from hanse.queries.rating_rows import Given, rating_rows
from hanse.queries.ratings import Rating
from hanse.queries.weighing import Weighed, best, weighed, weights

ENOUGH: Final = 0.70  # of the weight must be rated before a candidate is ranked
TOLERANCE: Final = 1e-7  # in the sum of weights, which are shares of 1
DIGITS: Final = 9  # to which two fits are told apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """A candidate's scores by a guide, and what they are made of.

    ``weighted_score`` and ``groups`` are in rating points, ``fit``, ``fit_scaled`` and
    ``coverage`` shares from 0 to 1. ``coverage`` is the weight of what is rated. ``rank`` is
    ``None`` where less than 70 percent of the weight is rated: not enough scored.
    """

    id: str
    weighted_score: Interval
    fit: Interval
    fit_scaled: Interval
    groups: Mapping[str, Interval]
    coverage: float
    ratings: Mapping[str, Rating]
    rank: RankRange | None = None

    @property
    def unrated(self) -> tuple[str, ...]:
        """Return the ids of the criteria that have no rating, or none for certain."""
        return tuple(name for name, rating in self.ratings.items() if not rating.is_rated)

    @property
    def is_synthetic(self) -> bool:
        """Say whether any of its ratings was invented for demonstration."""
        return any(rating.is_synthetic for rating in self.ratings.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """Two ranked candidates that the readings of fit order differently: who leads by each."""

    a: str
    b: str
    by_fit: str
    by_fit_scaled: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Candidates evaluated by a guide, the best fit first.

    ``maximum`` is the highest weighted score that the guide's scales allow, in rating points;
    ``considered`` is how many were evaluated, where only the best of them are told.
    """

    guide: Guide
    maximum: float
    candidates: tuple[Scorecard, ...]
    considered: int | None = None
    to_frame = as_frame

    @property
    def swaps(self) -> tuple[Swap, ...]:
        """Return the pairs that the two readings of fit order differently, by their ids.

        Only candidates of whom enough is scored to be ranked; ordered by the low end of the
        fit, then by the high end.
        """
        ranked = [card for card in self.candidates if card.rank is not None]
        return tuple(sorted(_swaps(ranked), key=lambda swap: (swap.a, swap.b)))

    @property
    def vetoes(self) -> dict[str, tuple[str, ...]]:
        """Return by candidate the criteria of which its lowest rating may exclude it.

        A rating that may only be the lowest (a blank) excludes nobody. The candidates stay in
        the order and keep their ranks: whether they are excluded is for people to say.
        """
        lowest = {c.id: c.scale.minimum for c in self.guide.criteria if c.is_veto}
        found = {
            card.id: tuple(c for c in lowest if card.ratings[c].high == lowest[c])
            for card in self.candidates
            if lowest
        }
        return {candidate: criteria for candidate, criteria in found.items() if criteria}


def evaluate(
    graph: PartnershipGraph,
    guide: Guide,
    *,
    candidates: Sequence[str],
    ratings: Given | None = None,
) -> Evaluation:
    """Return the scorecards of ``candidates`` by ``guide``.

    Parameters
    ----------
    graph
        Where the facts are that feed criteria with evidence.
    guide
        Criteria, weights and scales; the weights add up to 1.
    candidates
        Ids; each is evaluated once. None depends on the others, but for its rank.
    ratings
        What people gave, by candidate and criterion. It takes the place of what the facts
        give. An interval is a range, and an unknown one a blank.

    Returns
    -------
    Evaluation
        By fit: the low end falling, then the high end, then id. A criterion without a rating
        makes an interval over its whole scale. Ranks are ranges among the candidates of whom
        at least 70 percent of the weight is rated.

    Raises
    ------
    BadDefinition
        When the weights do not add up to 1, or a scale has no rating above 0.
    UnknownName
        When a candidate is not in the graph, or a rating is for no criterion of the guide.
    BadInput
        When a rating lies outside its scale.
    """
    check_guide(guide)
    known: Given = {} if ratings is None else ratings
    _check_names(graph, guide, candidates, known)
    names = tuple(dict.fromkeys(candidates))
    rows, spans = rating_rows(graph, guide, names, known)
    cards = _scorecards(names, rows, weighed(guide, spans))
    ordered = sorted(cards, key=lambda card: (*_key(card.fit), card.id))
    maximum = best(guide, weights(guide))
    return Evaluation(guide=guide, maximum=maximum, candidates=tuple(ordered))


def check_guide(guide: Guide) -> None:
    """Refuse a guide whose weights do not add up to 1, or whose scales allow no rating.

    Raises
    ------
    BadDefinition
        When it is one of these.
    """
    total = fsum(criterion.weight for criterion in guide.criteria)
    if abs(total - 1) > TOLERANCE:
        what = f"the weights add up to {100 * total:.10g} percent, not to 100"
        raise BadDefinition(what, where=guide.id, hint="change the weights of the guide")
    if any(criterion.scale.maximum <= 0 for criterion in guide.criteria):
        what = "a scale has no rating above 0"
        raise BadDefinition(what, where=guide.id, hint="change the scales of the guide")


def _check_names(
    graph: PartnershipGraph,
    guide: Guide,
    candidates: Sequence[str],
    ratings: Given,
) -> None:
    for candidate in candidates:
        if candidate not in graph:
            raise UnknownName(
                candidate, kind="candidate", known=graph.ids("cluster"), list_with="hanse clusters"
            )
    if isinstance(ratings, PeopleRatings):
        return  # its criteria are those of the guide
    criteria = {criterion.id for criterion in guide.criteria}
    for candidate in candidates:
        for criterion in ratings.get(candidate, {}):
            if criterion not in criteria:
                raise UnknownName(criterion, kind="criterion", known=criteria)


def _scorecards(
    names: Sequence[str], ratings: Sequence[Mapping[str, Rating]], found: Weighed
) -> Iterator[Scorecard]:
    enough = {
        name: fit
        for name, fit, coverage in zip(names, found.fits, found.coverage, strict=True)
        if round(coverage, DIGITS) >= ENOUGH
    }
    ranks = rank_ranges(enough)
    groups = zip(*found.groups.values(), strict=True) if found.groups else [()] * len(names)
    columns = zip(
        names, found.scores, found.fits, found.scaled, groups, found.coverage, ratings, strict=True
    )
    for name, score, fit, scaled, parts, coverage, row in columns:
        yield Scorecard(
            id=name,
            weighted_score=score,
            fit=fit,
            fit_scaled=scaled,
            groups=dict(zip(found.groups, parts, strict=True)),
            coverage=coverage,
            ratings=row,
            rank=ranks.get(name),
        )


def _key(fit: Interval) -> tuple[float, float]:
    """Return the key that puts the higher low end first, then the higher high end."""
    return (-round(fit.low or 0, DIGITS), -round(fit.high or 0, DIGITS))


def _swaps(cards: Sequence[Scorecard]) -> Iterator[Swap]:
    """Yield the swaps; time grows with the candidates and the swaps, not with all pairs."""
    ahead: list[tuple[tuple[float, float], str]] = []
    for _, level in groupby(sorted(cards, key=_by_fit), key=_by_fit):
        equals = [(_key(card.fit_scaled), card.id) for card in level]
        for scaled, behind in equals:
            for _, leader in ahead[bisect_left(ahead, (scaled, chr(0x10FFFF))) :]:
                a, b = sorted((leader, behind))
                yield Swap(a=a, b=b, by_fit=leader, by_fit_scaled=behind)
        for entry in equals:
            insort(ahead, entry)


def _by_fit(card: Scorecard) -> tuple[float, float]:
    return _key(card.fit)
