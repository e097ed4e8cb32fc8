"""Bounds of parts of a question that nothing ties together but single sizes and places.

Each set then stands by itself: so do the contradictions among what is stated of it, and the
ways out of them. To span every combination of ways out it is enough to give each set the span
of its own ways, since a bound only grows with the size of what is counted and only shrinks
with the size of what is not.
"""

from collections.abc import Iterable, Mapping

from hanse.graph.quantities import UNKNOWN, Interval, hull
from hanse.queries.atoms import TooManyAtoms
from hanse.queries.consistency import Names
from hanse.queries.loose_bounds import loose_extent
from hanse.queries.own_sizes import NOTHING_STATED, OwnSize, WayOut, common, own_size
from hanse.queries.statements import Bounds, Question, Statement
from hanse.queries.untied import extent_of_untied, together

Sizes = dict[str, Interval]


def untied_parts(question: Question) -> list[Question]:
    """Return the parts of a question whose sets no statement ties: see ``parts_of``."""
    asked, places = question.inside | question.outside, question.places
    if places is None and not question.outside:
        groups = [frozenset((name,)) for name in sorted(asked)]
    elif places is None or not all(places.get(name) for name in asked):
        groups = [asked] if asked else []
    else:
        groups = sorted(together(asked, asked, places), key=min)
    return [
        Question(inside=question.inside & names, outside=question.outside & names, places=places)
        for names in groups
    ]


class SingleSizes:
    """What is stated of single sets, as stated and as read leniently, by set."""

    def __init__(self, stated: Iterable[Statement], lenient: Iterable[Statement]) -> None:
        self._stated, self._lenient = _by_set(stated), _by_set(lenient)
        self._known: dict[str, OwnSize] = {}
        self._alone: dict[str, Bounds] = {}

    def of(self, name: str, aside: Names = frozenset()) -> OwnSize:
        """Return the size of one set, without the statements that are set aside."""
        stated, lenient = self._stated.get(name), self._lenient.get(name)
        if stated is None or lenient is None:
            return NOTHING_STATED
        if not aside.isdisjoint(stated):
            return own_size(_but(stated, aside), _but(lenient, aside))
        if name not in self._known:
            self._known[name] = own_size(stated, lenient)
        return self._known[name]

    def answers(self, question: Question, aside: Names = frozenset()) -> list[Bounds]:
        """Return the bounds of each part of a question whose sets no statement ties."""
        if question.places is None and not question.outside:
            return [self._of_one(name, aside) for name in sorted(question.inside)]
        return [self.bounds(part, aside) for part in untied_parts(question)]

    def _of_one(self, name: str, aside: Names) -> Bounds:
        alone = Question(inside=frozenset((name,)))
        if not aside.isdisjoint(self._stated.get(name, ())):
            return self.bounds(alone, aside)
        if name not in self._alone:
            self._alone[name] = self.bounds(alone, aside)
        return self._alone[name]

    def bounds(self, part: Question, aside: Names = frozenset()) -> Bounds:
        """Return the bounds of a part that no statement ties."""
        sizes = {name: self.of(name, aside) for name in part.inside | part.outside}
        stated = {n: size.stated for n, size in sizes.items() if size.stated is not None}
        if len(stated) == len(sizes):
            return _possible(part, stated)
        lenient = {n: size.lenient for n, size in sizes.items() if size.lenient is not None}
        if len(lenient) == len(sizes):
            return _possible(part, lenient, is_lenient=True)
        return _of_clashing(part, sizes)


def fit_each(statements: Iterable[Statement]) -> bool:
    """Say whether statements of single sets can all be true: those of each set have to meet."""
    return all(common(sizes.values()) is not None for sizes in _by_set(statements).values())


def _by_set(statements: Iterable[Statement]) -> dict[str, dict[str, Interval]]:
    found: dict[str, dict[str, Interval]] = {}
    for statement in statements:
        if statement.is_of_one:
            (name,) = statement.sets
            found.setdefault(name, {})[statement.id] = statement.size
    return found


def _but(sizes: Mapping[str, Interval], aside: Names) -> dict[str, Interval]:
    return {name: size for name, size in sizes.items() if name not in aside}


def _possible(part: Question, sizes: Mapping[str, Interval], *, is_lenient: bool = False) -> Bounds:
    try:
        return Bounds(interval=extent_of_untied(part, sizes), is_lenient=is_lenient)
    except TooManyAtoms:
        said = [Statement(id=n, sets=frozenset((n,)), size=s) for n, s in sorted(sizes.items())]
        loose = loose_extent(part, said)
        return Bounds(interval=loose, is_tightest=False, is_lenient=is_lenient)


def _of_clashing(part: Question, sizes: Mapping[str, OwnSize]) -> Bounds:
    """Return the bounds over every way out of the contradictions of a part."""
    answers = [
        _possible(part, {**_firm(sizes, is_lenient=is_lenient), **spans}, is_lenient=is_lenient)
        for spans, is_lenient in _readings(sizes)
    ]
    return Bounds(
        interval=hull(answer.interval for answer in answers) if answers else UNKNOWN,
        is_tightest=bool(answers) and all(answer.is_tightest for answer in answers),
        is_lenient=any(answer.is_lenient for answer in answers),
        contradictions=_contradictions(sizes.values()),
    )


def _firm(sizes: Mapping[str, OwnSize], *, is_lenient: bool) -> Sizes:
    found = {n: size.lenient if is_lenient else size.stated for n, size in sizes.items()}
    return {name: size for name, size in found.items() if size is not None}


def _readings(sizes: Mapping[str, OwnSize]) -> list[tuple[Sizes, bool]]:
    """Return the spans of sets that clash: as stated where that is possible, else leniently."""
    ways = {n: size.ways_out for n, size in sizes.items() if size.lenient is None}
    wide = {name: _span(every) for name, every in ways.items()}
    if any(size.stated is None for name, size in sizes.items() if name not in ways):
        return [(wide, True)]
    mended = {n: [w for w in every if w.stated is not None] for n, every in ways.items()}
    broken = {n: [w for w in every if w.stated is None] for n, every in ways.items()}
    found = [({**wide, name: _span(some)}, True) for name, some in broken.items() if some]
    if all(mended.values()):
        found.append(({n: hull(w.stated for w in some if w.stated) for n, some in mended.items()},
                      False))  # fmt: skip
    return found


def _span(ways: Iterable[WayOut]) -> Interval:
    return hull(way.lenient for way in ways)


def _contradictions(sizes: Iterable[OwnSize]) -> tuple[tuple[str, ...], ...]:
    every = sorted(tuple(sorted(c)) for size in sizes for c in size.contradictions)
    return tuple(sorted(every, key=len))
