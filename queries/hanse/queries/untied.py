"""How large a union is at least and at most when only the sizes of single sets are stated.

Nothing ties these sets to each other, so that hardly anything has to be solved. At most: every
set lies by itself, and their sizes add up. At least: as much as may lies within each other.
Sets of which each may share with each come to the largest; sets without a common place add up;
what may share with all, being nowhere in particular, lies in whatever there is. What is not to
count hides as much as it is large, once. The few sets that share in a more tangled way, such
as regions within a country, are left to :mod:`hanse.queries.atoms`.
"""

from collections.abc import Iterable, Mapping
from itertools import combinations

from hanse.graph.quantities import Interval
from hanse.queries.atoms import extent_by_atoms
from hanse.queries.statements import Places, Question, Statement

Sizes = Mapping[str, Interval]


def extent_of_untied(question: Question, sizes: Sizes) -> Interval:
    """Return the least and the greatest size of what is asked; all its sets are in ``sizes``.

    Raises
    ------
    TooManyAtoms
        When too many sets share in too many ways.

    Examples
    --------
    >>> sizes = {"a": Interval(100, 100), "b": Interval(80, 90)}
    >>> extent_of_untied(Question(inside=frozenset("ab")), sizes)
    Interval(low=100, high=190)
    >>> extent_of_untied(Question(inside=frozenset("a"), outside=frozenset("b")), sizes)
    Interval(low=10, high=100)
    """
    return Interval(_least(question, sizes), _sum_of_highs(question.inside, sizes))


def _least(question: Question, sizes: Sizes) -> float:
    places = question.places
    asked = question.inside | question.outside
    placed = frozenset(n for n in asked if places and places.get(n))
    somewhere = _least_of_placed(question, placed, sizes) if places and placed else 0
    hidden = _sum_of_highs(question.outside - placed, sizes)
    left = 0 if hidden is None else max(0, somewhere - hidden)
    return max(left, _largest_beyond(question.inside - placed, question.outside, sizes))


def _least_of_placed(question: Question, placed: frozenset[str], sizes: Sizes) -> float:
    places = question.places or {}
    parts = [
        Question(inside=question.inside & names, outside=question.outside & names, places=places)
        for names in together(question.inside, placed, places)
    ]
    return sum(sorted(_least_of_part(part, sizes) for part in parts))


def _least_of_part(part: Question, sizes: Sizes) -> float:
    """Return the least of sets that hang together through places."""
    places = part.places or {}
    if _each_shares_with_each({places[name] for name in part.inside | part.outside}):
        return _largest_beyond(part.inside, part.outside, sizes)
    return _by_atoms(part, sizes)


def _largest_beyond(inside: Iterable[str], outside: Iterable[str], sizes: Sizes) -> float:
    """Return the largest set less all that may hide it."""
    largest = max((sizes[name].low or 0 for name in inside), default=0)
    hidden = _sum_of_highs(outside, sizes) if largest else None
    return 0 if hidden is None else max(0, largest - hidden)


def together(asked: frozenset[str], names: Iterable[str], places: Places) -> list[frozenset[str]]:
    """Return the sets that hang together through common places, as far as any is asked for."""
    alike: dict[frozenset[str], set[str]] = {}
    for name in names:
        alike.setdefault(places[name], set()).add(name)
    at: dict[str, set[str]] = {}  # the sets at a place, with all that hang together with them
    spots: dict[int, set[str]] = {}  # the places of each such group
    for here, group in alike.items():
        known = {id(at[place]): at[place] for place in here if place in at}
        reached = here.union(*(spots.pop(number) for number in known))
        group.update(*known.values())
        spots[id(group)] = set(reached)
        at.update(dict.fromkeys(reached, group))
    groups = {id(group): group for group in at.values()}
    return [frozenset(group) for group in groups.values() if not asked.isdisjoint(group)]


def _each_shares_with_each(places: Iterable[frozenset[str]]) -> bool:
    return not any(one.isdisjoint(other) for one, other in combinations(places, 2))


def _by_atoms(question: Question, sizes: Sizes) -> float:
    names = sorted(question.inside | question.outside)
    said = [Statement(id=name, sets=frozenset((name,)), size=sizes[name]) for name in names]
    found = extent_by_atoms(question, said)
    return 0 if found is None else found.low or 0


def _sum_of_highs(names: Iterable[str], sizes: Sizes) -> float | None:
    highs = [sizes[name].high for name in names]
    known = [high for high in highs if high is not None]
    return sum(sorted(known)) if len(known) == len(highs) else None
