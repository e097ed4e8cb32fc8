"""Organisations that may be the same, for a person to decide: the nearest, with reasons.

Names are held against each other by the words they share (rapidfuzz's ``token_set_ratio`` of
what is left without legal forms and words like "cluster"), within one country, and where a
country is not stated with all. Nothing is computed before somebody asks for it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from hanse.ingest.identity import Organisation
from hanse.ingest.spellings import Spelling

LIKENESS: Final = 75  # of 100, for a pair to be offered
MOST_OFFERED: Final = 3  # to one organisation
MOST_COMPARED: Final = 1_000  # of one country, each with each; beyond, only where a word is shared
MOST_SHARING: Final = 200  # organisations that share a word: one that more share tells nothing

Told = Mapping[str, tuple[Spelling, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two organisations that may be one: how alike (0 to 100; ``None``: not known), and why."""

    a: str
    b: str
    score: float | None
    reasons: tuple[str, ...]

    @property
    def id(self) -> str:
        """Return what the pair is called when it is judged."""
        return pair_id(self.a, self.b)


def pair_id(one: str, other: str) -> str:
    """Return what a pair is called, whichever of the two is named first.

    >>> pair_id("medicine-paris", "medicen")
    'medicen:medicine-paris'
    """
    return ":".join(sorted((one, other)))


def alike(known: Sequence[Organisation]) -> tuple[Pair, ...]:
    """Return the pairs to look at, most alike first: the nearest three of each organisation."""
    told = {organisation.id: organisation.spellings for organisation in known}
    every = (_pair(one, other, told) for one, other in _compared(known))
    found = [pair for pair in every if (pair.score or 0) >= LIKENESS]
    found.sort(key=lambda pair: (-(pair.score or 0), pair.id))
    offered: dict[str, int] = defaultdict(int)
    kept = []
    for pair in found:
        if min(offered[pair.a], offered[pair.b]) < MOST_OFFERED:
            kept.append(pair)
        offered[pair.a] += 1
        offered[pair.b] += 1
    return tuple(kept)


def likeness(one: Organisation, other: Organisation) -> Pair:
    """Return how alike two organisations are, and why where that is much."""
    a, b = sorted((one, other), key=lambda organisation: organisation.id)
    return _pair(a, b, {one.id: one.spellings, other.id: other.spellings})


def _compared(known: Sequence[Organisation]) -> Iterator[tuple[Organisation, Organisation]]:
    """Yield the pairs that are compared, each once."""
    by_id = {organisation.id: organisation for organisation in known}
    everywhere = [organisation for organisation in known if not organisation.countries]
    blocks: dict[str, list[Organisation]] = defaultdict(list)
    for organisation in known:
        for country in organisation.countries:
            blocks[country].append(organisation)
    groups = [[*block, *everywhere] for block in blocks.values()] or [everywhere]
    pairs = {(min(a, b), max(a, b)) for group in groups for a, b in _within(group)}
    yield from ((by_id[a], by_id[b]) for a, b in sorted(pairs))


def _within(group: Sequence[Organisation]) -> Iterable[tuple[str, str]]:
    if len(group) <= MOST_COMPARED:
        return combinations([organisation.id for organisation in group], 2)
    return _sharing_a_word(group)


def _sharing_a_word(group: Sequence[Organisation]) -> Iterator[tuple[str, str]]:
    by_word: dict[str, set[str]] = defaultdict(set)
    for organisation in group:
        for spelling in organisation.spellings:
            for word in spelling.telling.split():
                by_word[word].add(organisation.id)
    for sharing in by_word.values():
        if len(sharing) <= MOST_SHARING:
            yield from combinations(sorted(sharing), 2)


def _pair(one: Organisation, other: Organisation, told: Told) -> Pair:
    from rapidfuzz.fuzz import token_set_ratio

    score, mine, yours = max(
        (
            (token_set_ratio(mine.telling, yours.telling), mine.written, yours.written)
            for mine in told[one.id]
            for yours in told[other.id]
        ),
        default=(0.0, one.name, other.name),
    )
    if score < LIKENESS:
        return Pair(a=one.id, b=other.id, score=float(score), reasons=())
    reasons = (f"{mine!r} and {yours!r} are {score:.0f} of 100 alike", *_reasons(one, other))
    return Pair(a=one.id, b=other.id, score=float(score), reasons=reasons)


def _reasons(one: Organisation, other: Organisation) -> Iterator[str]:
    if one.shares_country(other):
        yield f"both in {', '.join(sorted(one.countries & other.countries))}"
    elif one.countries and other.countries:
        places = (" or ".join(sorted(each.countries)) for each in (one, other))
        yield f"in different countries: {' and '.join(places)}"
    else:
        yield "a country is not stated"
    for mine in one.spellings:
        for yours in other.spellings:
            if mine.core.words and mine.core.words == yours.core.words:
                yield f"the same core, {mine.core.words!r}"
                return
