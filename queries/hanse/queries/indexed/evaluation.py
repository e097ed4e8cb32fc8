"""Many candidates by a guide, on the index: ranked among all, told by the plain reading.

Facts rate everybody at once. Those whom people rated, and criteria that rest on what the index
does not hold, are rated by the plain reading, some at a time. Few kinds of scorecards occur among
many candidates, so that each kind is added up once.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from hanse.graph.index import Index
from hanse.graph.indexing.ties import Codes
from hanse.graph.model import Guide
from hanse.graph.schema import schema
from hanse.graph.store import Store
from hanse.queries import rubric
from hanse.queries.answers import RankRange
from hanse.queries.assessments import PREDICATE, PeopleRatings
from hanse.queries.indexed.fact_spans import fact_column
from hanse.queries.indexed.part import Part
from hanse.queries.indexed.ranks import rank_ranges_of
from hanse.queries.rating_rows import rating_rows
from hanse.queries.rubric import DIGITS, ENOUGH, Evaluation
from hanse.queries.weighing import Spans, Weighed, weighed

AT_A_TIME: Final = 2000  # candidates that the plain reading rates together
Reals = NDArray[np.float64]


def evaluate(
    index: Index,
    store: Store,
    guide: Guide,
    *,
    candidates: Sequence[str] | None = None,
    top: int | None = None,
) -> Evaluation:
    """Return the scorecards of the best ``top`` candidates, or of all, by people and by facts.

    Parameters
    ----------
    index, store
        What is known on the day, and the claims it was made from.
    candidates
        Ids; ``None`` is every cluster. Ranks are those among all of them.
    """
    rubric.check_guide(guide)
    pool = index.clusters if candidates is None else _found(index, candidates)
    spans = _spans(index, store, guide, pool)
    kinds, numbers = _kinds(spans)
    found = weighed(guide, kinds)
    order = _order(found, numbers)[:top]
    ranks = _ranks(found, numbers, order)
    part = Part(index, pool[order])
    graph = part.graph(store)
    told = rubric.evaluate(
        graph,
        guide,
        candidates=index.ids.some(pool[order]),
        ratings=PeopleRatings(graph, guide),
    )
    places = dict(zip(index.ids.some(pool[order]), ranks, strict=True))
    cards = tuple(replace(card, rank=places[card.id]) for card in told.candidates)
    considered = len(pool) if len(cards) < len(pool) else None
    return replace(told, candidates=cards, considered=considered)


def _found(index: Index, candidates: Sequence[str]) -> Codes:
    for candidate in candidates:
        if index.ids.find(candidate) is None:
            index.find(candidate, "cluster")  # refuses it, with the nearest
    return np.unique(index.codes(candidates))


def _spans(index: Index, store: Store, guide: Guide, pool: Codes) -> Spans:
    columns = [fact_column(index, pool, criterion) for criterion in guide.criteria]
    spans = Spans(
        low=np.stack([column.low for column in columns], axis=1),
        high=np.stack([column.high for column in columns], axis=1),
        is_rated=np.stack([column.is_rated for column in columns], axis=1),
    )
    plain = np.flatnonzero(_are_to_be_asked_about(index, guide, pool))
    for start in range(0, len(plain), AT_A_TIME):
        rows = plain[start : start + AT_A_TIME]
        graph = Part(index, pool[rows]).graph(store)
        names = index.ids.some(pool[rows])
        _, told = rating_rows(graph, guide, names, PeopleRatings(graph, guide))
        spans.low[rows], spans.high[rows], spans.is_rated[rows] = told.low, told.high, told.is_rated
    return spans


def _are_to_be_asked_about(index: Index, guide: Guide, pool: Codes) -> NDArray[np.bool_]:
    """Say of whom the index does not hold everything that the guide asks."""
    flags = (c.evidence for c in guide.criteria if c.scale.kind == "yes_no" and c.evidence)
    attributes = schema().attributes
    if any(name not in attributes or attributes[name].value_type != "flag" for name in flags):
        return np.ones(len(pool), dtype=np.bool_)
    return np.isin(pool, index.stated_of(PREDICATE))


def _kinds(spans: Spans) -> tuple[Spans, NDArray[np.int64]]:
    """Return each kind of scorecard once, and the kind of each candidate."""
    together = np.concatenate((spans.low, spans.high, spans.is_rated.astype(np.float64)), axis=1)
    kinds: Reals
    kinds, numbers = np.unique(together, axis=0, return_inverse=True)
    width = spans.low.shape[1]
    return (
        Spans(
            low=kinds[:, :width],
            high=kinds[:, width : 2 * width],
            is_rated=kinds[:, 2 * width :] > 0,
        ),
        numbers.reshape(-1),
    )


def _order(found: Weighed, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the candidates by fit: the low end falling, then the high end, then id."""
    lows = np.array([round(fit.low or 0, DIGITS) for fit in found.fits])
    highs = np.array([round(fit.high or 0, DIGITS) for fit in found.fits])
    return np.lexsort((-highs[numbers], -lows[numbers]))


def _ranks(
    found: Weighed, numbers: NDArray[np.int64], order: NDArray[np.int64]
) -> list[RankRange | None]:
    """Return the rank of each of some candidates among all of whom enough is rated."""
    is_enough = np.array(
        [round(share, DIGITS) >= ENOUGH for share in found.coverage], dtype=np.bool_
    )
    lows = np.array([fit.low or 0.0 for fit in found.fits])
    highs = np.array([fit.high or 0.0 for fit in found.fits])
    ranked = numbers[is_enough[numbers]]
    some = numbers[order]
    ranges = rank_ranges_of((lows[ranked], highs[ranked]), (lows[some], highs[some]))
    pairs = zip(ranges, is_enough[some].tolist(), strict=True)
    return [rank if is_ranked else None for rank, is_ranked in pairs]
