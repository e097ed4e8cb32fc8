"""Candidates who are not to be named: pseudonyms, and a warning where these do not hide them.

LASER-GO D4.1 (2017) keeps four of those it compared anonymous, and names seven candidates in its
search and three in its outcome: 7 - 3 = 4, so the four are known after all. The same can happen
to any report that names the pool, or shows ratings that only one of the others can have.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from hanse.queries.reasons import listed
from hanse.queries.rubric import Evaluation, Scorecard

LETTERS: Final = 26
FEW: Final = 2  # times as many possible names as hidden ones, below which hiding is said to be thin


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """How a reader could tell who is meant, and who that can be.

    ``pseudonyms`` are those that it concerns, ``possible`` the ids that are left for them.
    """

    kind: Literal["by subtraction", "few are left", "by ratings"]
    pseudonyms: tuple[str, ...]
    possible: tuple[str, ...]
    text: str


def pseudonyms(order: Sequence[str], hidden: Collection[str]) -> dict[str, str]:
    """Return a pseudonym for each hidden candidate, by its place in ``order``.

    The order is that in which the report shows them, so that a pseudonym tells nothing more.

    >>> pseudonyms(["litek", "zab", "biocat"], {"biocat", "zab"})
    {'zab': 'Candidate A', 'biocat': 'Candidate B'}
    """
    named = [candidate for candidate in order if candidate in hidden]
    return {candidate: f"Candidate {_letters(place)}" for place, candidate in enumerate(named)}


def _letters(place: int) -> str:
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def leaks(
    evaluation: Evaluation, *, hidden: Collection[str], pool: Collection[str]
) -> tuple[Leak, ...]:
    """Return how a reader could tell who the hidden candidates are.

    Parameters
    ----------
    evaluation
        What the report shows; candidates that are not hidden are shown by name.
    hidden
        Ids of those under a pseudonym.
    pool
        Ids that the report, or a document beside it, names as those that were looked at.
    """
    order = [card.id for card in evaluation.candidates]
    known = pseudonyms(order, hidden)
    shown = {candidate for candidate in order if candidate not in known}
    left = tuple(sorted(set(pool) - shown))
    if not known or not set(known) <= set(left):
        return ()
    return (*_by_number(known, pool, left), *_by_ratings(evaluation, known, left))


def _by_number(
    known: dict[str, str], pool: Collection[str], left: tuple[str, ...]
) -> Iterator[Leak]:
    names, whole, named = tuple(known.values()), len(set(pool)), len(set(pool)) - len(left)
    sum_ = f"{whole} in the pool, {named} of them shown by name"
    if len(left) == len(known):
        text = f"{sum_}: {whole} - {named} = {len(left)}, so the hidden ones are {listed(left)}"
        yield Leak(kind="by subtraction", pseudonyms=names, possible=left, text=text)
    elif len(left) <= FEW * len(known):
        text = f"{sum_}: only {len(left)} are left for {len(known)} pseudonyms: {listed(left)}"
        yield Leak(kind="few are left", pseudonyms=names, possible=left, text=text)


def _by_ratings(
    evaluation: Evaluation, known: dict[str, str], left: tuple[str, ...]
) -> Iterator[Leak]:
    """Yield the hidden ones whose ratings by facts nobody else among those left has."""
    cards = {card.id: card for card in evaluation.candidates}
    for candidate, pseudonym in known.items():
        mine = _by_facts(cards[candidate])
        alike = tuple(c for c in left if c not in cards or _by_facts(cards[c]) == mine)
        if mine and alike == (candidate,) and len(left) > 1:
            told = listed([f"{name} {low:g}" for name, low in sorted(mine.items())])
            text = f"only {candidate} of those left is rated so by known facts: {told}"
            yield Leak(kind="by ratings", pseudonyms=(pseudonym,), possible=alike, text=text)


def _by_facts(card: Scorecard) -> dict[str, float]:
    """Return the ratings that anybody can work out from facts."""
    return {
        name: rating.low
        for name, rating in card.ratings.items()
        if rating.is_rated and rating.evidence and rating.low is not None
    }
