"""Which statements contradict each other, and what is left when one of them gives way.

A contradiction is a smallest set of statements that cannot all be true: leave any one out and
the rest can. A way out is a smallest set of statements whose absence leaves no contradiction.
Both come out of one search (Reiter, "A theory of diagnosis from first principles", 1987).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

Names = frozenset[str]
CanBeTrue = Callable[[Names], bool]
# Steps after which the search stops; what it found holds, there may be more.
MOST_STEPS: Final = 200
# Smaller contradictions than the one at hand are looked for among so many sets at most.
MOST_TRIALS: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Tangle:
    """What does not fit together; nothing in ``contradictions`` means that all of it fits.

    ``ways_out`` are in order of size; ``is_complete`` is false when the search was cut short.
    """

    contradictions: tuple[Names, ...]
    ways_out: tuple[Names, ...]
    is_complete: bool = True


def untangle(names: Sequence[str], can_be_true: CanBeTrue) -> Tangle:
    """Return the contradictions among statements and every smallest way out of them.

    Parameters
    ----------
    names
        The statements; their order decides between contradictions of one size.
    can_be_true
        Says whether a set of statements can all be true; leaving one out never spoils that.

    Examples
    --------
    >>> tangle = untangle(["low", "high", "other"], lambda kept: not {"low", "high"} <= kept)
    >>> [sorted(names) for names in tangle.contradictions]
    [['high', 'low']]
    >>> [sorted(names) for names in tangle.ways_out]
    [['low'], ['high']]
    """
    every = tuple(dict.fromkeys(names))
    found: list[Names] = []
    ways: list[Names] = []
    queue: dict[Names, None] = {frozenset(): None}
    for _ in range(MOST_STEPS):
        if not queue:
            break
        away = next(iter(queue))
        del queue[away]
        if any(way <= away for way in ways):
            continue
        clash = _clash(every, away, found, can_be_true)
        if clash is None:
            ways.append(away)
            continue
        queue.update(dict.fromkeys(away | {name} for name in every if name in clash))
    return Tangle(
        contradictions=tuple(sorted(found, key=len)), ways_out=tuple(ways), is_complete=not queue
    )


def _clash(
    every: Sequence[str], away: Names, found: list[Names], can_be_true: CanBeTrue
) -> Names | None:
    """Return a contradiction that is left without ``away``; a new one is put into ``found``."""
    known = next((clash for clash in found if clash.isdisjoint(away)), None)
    if known is not None:
        return known
    rest = [name for name in every if name not in away]
    if can_be_true(frozenset(rest)):
        return None
    found.append(smallest_contradiction(rest, can_be_true))
    return found[-1]


def smallest_contradiction(names: Sequence[str], can_be_true: CanBeTrue) -> Names:
    """Return the smallest set of ``names`` that cannot all be true; all of them cannot.

    None can be left out of what is returned. That no smaller set exists is checked as far as
    :data:`MOST_TRIALS` allow.
    """
    core = list(names)
    for name in names:
        rest = [other for other in core if other != name]
        if not can_be_true(frozenset(rest)):
            core = rest
    trials = 0
    for size in range(1, len(core)):
        for some in combinations(names, size):
            trials += 1
            if trials > MOST_TRIALS:
                return frozenset(core)
            if not can_be_true(frozenset(some)):
                return frozenset(some)
    return frozenset(core)
