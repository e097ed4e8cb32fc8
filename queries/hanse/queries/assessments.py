"""What people gave: the ratings of assessors, taken together criterion by criterion.

A rating of a person is a claim like any other: of a candidate, in the context
``guide:criterion``, by an assessor, on a day, with a comment. The newest of an assessor
counts. Of several assessors the median is taken, the least and the greatest are kept, and a
spread of two points or more is said to be disputed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress
from typing import Final

import numpy as np
import numpy.typing as npt

from hanse.graph.claims import Claim
from hanse.graph.dates import first_day
from hanse.graph.model import Guide, Source
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.ratings import DISPUTED, Rating, value_of

PREDICATE: Final = "rating"
SYNTHETIC: Final = "synthetic"  # the kind of a source that was invented

Numbers = npt.NDArray[np.float64]


class PeopleRatings(Mapping[str, Mapping[str, Rating]]):
    """What people gave, by candidate and criterion; blanks are not in it.

    Each rating is the median of the assessors, with their claims; it may lie between two
    ratings. They are made when they are asked for; the medians alone, of all candidates at
    once.

    Parameters
    ----------
    graph
        Holds the ratings as claims, up to its day.
    guide
        Whose criteria they are for; ratings for another guide are left aside.
    """

    def __init__(self, graph: PartnershipGraph, guide: Guide) -> None:
        self._graph, self._guide = graph, guide
        self._contexts: dict[str | None, int] = {
            context(guide, c.id): place for place, c in enumerate(guide.criteria)
        }
        self._synthetic = frozenset(s.id for s in graph.sources.values() if s.kind == SYNTHETIC)

    def __getitem__(self, candidate: str) -> dict[str, Rating]:
        """Return the ratings of a candidate by criterion, in the order of the guide."""
        cells: dict[int, list[Claim]] = {}
        for claim in self._claims(candidate):
            cells.setdefault(self._contexts[claim.context], []).append(claim)
        if not cells:
            raise KeyError(candidate)
        criteria = self._guide.criteria
        return {criteria[p].id: _rating(cells[p], self._synthetic) for p in sorted(cells)}

    def __iter__(self) -> Iterator[str]:
        """Yield the candidates whom somebody rated, by id."""
        return (c for c in self._graph.ids("cluster") if self._claims(c))

    def __len__(self) -> int:
        """Return how many candidates somebody rated."""
        return sum(1 for _ in self)

    def medians(self, candidates: Sequence[str]) -> Numbers:
        """Return the medians, one row a candidate, one column a criterion; blank is NaN."""
        width = len(self._guide.criteria)
        cells: list[int] = []
        claims: list[Claim] = []
        for row, candidate in enumerate(candidates):
            own = self._claims(candidate)
            cells += [row * width + self._contexts[claim.context] for claim in own]
            claims += own
        found = np.full(len(candidates) * width, np.nan)
        _fill(found, np.array(cells, dtype=np.int64), claims)
        return found.reshape(len(candidates), width)

    def assessors(self, candidates: Iterable[str]) -> tuple[Source, ...]:
        """Return who rated any of ``candidates``, by id."""
        named = {claim.source for candidate in candidates for claim in self._claims(candidate)}
        known = self._graph.sources
        return tuple(known.get(s) or Source(id=s, title=s) for s in sorted(named))

    def _claims(self, candidate: str) -> list[Claim]:
        known = self._graph.claims(candidate) if candidate in self._graph else ()
        return [
            claim
            for claim in known
            if claim.predicate == PREDICATE and claim.context in self._contexts and claim.is_fact
        ]


def context(guide: Guide, criterion: str) -> str:
    """Return what a rating's claim says that it is for.

    >>> context(Guide(id="laser-go-2017", label="", criteria=()), "interest")
    'laser-go-2017:interest'
    """
    return f"{guide.id}:{criterion}"


def _fill(found: Numbers, cells: npt.NDArray[np.int64], claims: Sequence[Claim]) -> None:
    """Put the median of the claims of each cell into its place in ``found``."""
    values = _values(claims)
    order = np.lexsort((values, cells))
    where, starts, sizes = np.unique(cells[order], return_index=True, return_counts=True)
    ordered = values[order]
    middle = starts + sizes // 2
    lower = starts + (sizes - 1) // 2
    found[where] = (ordered[lower] + ordered[middle]) / 2
    for cell in _repeated(cells, claims):
        own = _newest(list(compress(claims, cells == cell)))
        found[cell] = np.median([value_of(claim) for claim in own])


def _values(claims: Sequence[Claim]) -> Numbers:
    values = [claim.value for claim in claims]
    if not {*map(type, values)} <= {int, float}:
        values = [value_of(claim) for claim in claims]
    return np.array(values, dtype=np.float64)


def _repeated(cells: npt.NDArray[np.int64], claims: Sequence[Claim]) -> list[int]:
    """Return the cells that one assessor rated more than once."""
    names = [claim.source for claim in claims]
    codes = {name: code for code, name in enumerate(dict.fromkeys(names))}
    width = max(1, len(codes))
    people = np.fromiter(map(codes.__getitem__, names), dtype=np.int64, count=len(names))
    keys, counts = np.unique(cells * width + people, return_counts=True)
    return [int(cell) for cell in np.unique(keys[counts > 1] // width)]


def _rating(claims: Sequence[Claim], synthetic: frozenset[str]) -> Rating:
    own = _newest(claims)
    values = [value_of(claim) for claim in own]
    people = {claim.source for claim in own}
    median = float(np.median(values))
    is_invented = bool(people & synthetic)
    return Rating(
        low=median,
        high=median,
        note=_note(len(people), len(values), min(values), max(values), is_invented),
        is_rated=True,
        assessments=tuple(own),
        is_synthetic=is_invented,
    )


def _newest(claims: Sequence[Claim]) -> list[Claim]:
    """Return the newest ratings of each assessor; of one day, each that differs."""
    days: dict[str, str] = {}
    for claim in claims:
        days[claim.source] = max(days.get(claim.source, ""), _day(claim))
    newest = [claim for claim in claims if _day(claim) == days[claim.source]]
    return list({(claim.source, value_of(claim)): claim for claim in reversed(newest)}.values())[
        ::-1
    ]


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
