"""How large a union of sets can be, given what is stated of sizes: pure arithmetic.

Nothing else known, the union of sets lies between the size of the largest and the sum of
all, and both ends can be true (Fréchet). Figures stated of groups, overlaps known or bounded,
and a universe are further statements; the exact bounds are then those of
:mod:`hanse.queries.atoms`. Statements that cannot all be true are a finding, and are named.

With *places*, sets without a common place are taken to share nothing. That is an assumption:
whoever passes places has to say so.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from hanse.graph.quantities import UNKNOWN, Interval, hull
from hanse.queries.atoms import TooManyAtoms, extent_by_atoms
from hanse.queries.consistency import Names, Tangle, untangle
from hanse.queries.loose_bounds import loose_extent
from hanse.queries.parts import parts_of
from hanse.queries.single_sizes import SingleSizes, fit_each
from hanse.queries.statements import Bounds as Bounds
from hanse.queries.statements import Places, Question, Statement

_NOTHING: Final = Interval(0, 0)
_NO_NAMES: Final = frozenset[str]()
_NO_TANGLE: Final = Tangle(contradictions=(), ways_out=(frozenset(),))
# Ways out of contradictions in unrelated parts multiply; more than these are not gone through.
MOST_WAYS: Final = 64


Said = frozenset[Statement]


@dataclass(frozen=True, slots=True)
class Memory:
    """What was found out before: bounds by what was asked and said, clashes by what was said.

    To be shared by what reads statements leniently in the same way and puts sets into the
    same places. It grows.
    """

    bounds: dict[tuple[frozenset[str], frozenset[str], Said], Bounds] = field(default_factory=dict)
    tangles: dict[tuple[Said, Said], Tangle] = field(default_factory=dict)


def frechet(sizes: Iterable[Interval]) -> Interval:
    """Return the bounds of a union when nothing but sizes is known: largest to sum.

    An unknown size adds nothing to the low end and opens the high end; no sizes give 0.

    >>> frechet([Interval(100, 100), Interval(80, 80), Interval(60, 60)])
    Interval(low=100, high=240)
    >>> frechet([Interval(871, 871), UNKNOWN])
    Interval(low=871, high=None)
    """
    parts = list(sizes)
    if not parts:
        return _NOTHING
    low = max((part.low for part in parts if part.low is not None), default=None)
    highs = [part.high for part in parts if part.high is not None]
    return Interval(low, sum(highs) if len(highs) == len(parts) else None)


def size_of_union(
    sets: Collection[str],
    statements: Sequence[Statement],
    *,
    without: Collection[str] = (),
    places: Places | None = None,
) -> Bounds:
    """Return how many lie in any of ``sets`` and in none of ``without``.

    Parameters
    ----------
    sets
        The sets united. One of which nothing is stated has an unknown size.
    statements
        What is known, all in one unit, each with an id of its own.
    without
        Sets whose contents do not count: the answer is what would be lost if ``sets`` left
        and these stayed.
    places
        Where each set lies; see :class:`hanse.queries.statements.Question`.

    Returns
    -------
    Bounds
        In the unit of the statements. Both ends ``None``: nothing is known.

    Examples
    --------
    >>> sizes = {"a": 100, "b": 80, "c": 60}
    >>> said = [Statement(id=s, sets=frozenset(s), size=Interval(n, n)) for s, n in sizes.items()]
    >>> size_of_union("abc", said).interval
    Interval(low=100, high=240)
    >>> shared = Statement(id="a, b", sets=frozenset("ab"), size=Interval(20, 40), kind="overlap")
    >>> size_of_union("abc", [*said, shared]).interval
    Interval(low=140, high=220)
    """
    return StatedSizes(statements, places=places).union(sets, without=without)


class StatedSizes:
    """What is stated of sizes, ready for many questions.

    Parameters
    ----------
    statements
        What is known, all in one unit, each with an id of its own.
    lenient
        The same statements read more widely ("about 120" as 108 to 132); used only where they
        clash otherwise. By default there is no other reading.
    places
        Where each set lies, if sets without a common place are taken to share nothing.
    memory
        What was found out before; by default nothing.
    """

    def __init__(
        self,
        statements: Sequence[Statement],
        *,
        lenient: Sequence[Statement] = (),
        places: Places | None = None,
        memory: Memory | None = None,
    ) -> None:
        self._statements = {statement.id: statement for statement in statements}
        self._lenient = {statement.id: statement for statement in lenient} or self._statements
        self._joint = [statement for statement in statements if not statement.is_of_one]
        self._single = SingleSizes(self._statements.values(), self._lenient.values())
        self._places = places
        self._memory = memory or Memory()
        self._known: dict[tuple[Names, Names, Names], Bounds] = {}

    def union(
        self,
        sets: Collection[str],
        *,
        without: Collection[str] = (),
        aside: Collection[str] = _NO_NAMES,
    ) -> Bounds:
        """Return how many lie in any of ``sets`` and in none of ``without``.

        ``aside`` names statements that are left out of account.
        """
        outside, away = frozenset(without), frozenset(aside)
        asked = (frozenset(sets) - outside, outside, away)
        if asked not in self._known:
            self._known[asked] = self._union(*asked)
        return self._known[asked]

    def _union(self, inside: Names, outside: Names, aside: Names) -> Bounds:
        if inside and not self._statements:
            return Bounds(interval=UNKNOWN)
        question = Question(inside=inside, outside=outside, places=self._places)
        answers = self._answers(question, aside)
        clashes = dict.fromkeys(clash for answer in answers for clash in answer.contradictions)
        return Bounds(
            interval=self._together([answer.interval for answer in answers]),
            is_tightest=all(answer.is_tightest for answer in answers),
            is_lenient=any(answer.is_lenient for answer in answers),
            contradictions=tuple(clashes),
        )

    def _answers(self, question: Question, aside: Names) -> list[Bounds]:
        """Return the bounds of each part of a question."""
        asked = question.inside | question.outside
        joint = [s for s in self._joint if s.id not in aside]
        if all(asked.isdisjoint(said.sets) for said in joint):
            return self._single.answers(question, aside)
        said = [s for name, s in self._statements.items() if name not in aside]
        tied = {said.id for said in joint}
        return [
            self._single.bounds(part, aside)
            if tied.isdisjoint(names)
            else self._of_part(part, names)
            for part, names in parts_of(question, said)
        ]

    def _together(self, parts: Sequence[Interval]) -> Interval:
        """Return the bounds of parts that may lie within each other, or at places of their own."""
        together = frechet(parts)
        if self._places is not None and parts:
            together = Interval(sum(part.low or 0 for part in parts), together.high)
        return UNKNOWN if not together.low and together.high is None else together

    def _of_part(self, question: Question, names: Names) -> Bounds:
        known = (question.inside, question.outside, self._said(names))
        if known not in self._memory.bounds:
            self._memory.bounds[known] = self._found_of_part(question, names)
        return self._memory.bounds[known]

    def _found_of_part(self, question: Question, names: Names) -> Bounds:
        """Return the bounds of a part; where its statements clash, over every way out."""
        possible = self._possible(question, names)
        if possible is not None:
            return possible
        tangle = self.tangle(names)
        found = [self._possible(question, names - way) for way in tangle.ways_out]
        answers = [answer for answer in found if answer is not None]
        is_known = tangle.is_complete and bool(answers)
        return Bounds(
            interval=hull(answer.interval for answer in answers) if is_known else UNKNOWN,
            is_tightest=is_known and all(answer.is_tightest for answer in answers),
            is_lenient=any(answer.is_lenient for answer in answers),
            contradictions=tuple(tuple(sorted(clash)) for clash in tangle.contradictions),
        )

    def tangle(self, names: Collection[str] | None = None) -> Tangle:
        """Return what does not fit together among statements, read leniently.

        By default among all. The ways out leave the size of each single set as it is stated,
        unless these clash among themselves.
        """
        said = [self._statements[n] for n in (self._statements if names is None else names)]
        every = frozenset(name for statement in said for name in statement.sets)
        # A set that no statement ties may lie apart from all others, whatever its place.
        tangles = [self._tangle_of_part(ids) for _, ids in parts_of(Question(inside=every), said)]
        ways = [frozenset[str]()]
        for tangle in tangles:
            ways = [way | further for way in ways for further in tangle.ways_out][: MOST_WAYS + 1]
        return Tangle(
            contradictions=tuple(clash for tangle in tangles for clash in tangle.contradictions),
            ways_out=tuple(ways[:MOST_WAYS]),
            is_complete=all(t.is_complete for t in tangles) and len(ways) <= MOST_WAYS,
        )

    def _tangle_of_part(self, names: Names) -> Tangle:
        firm = frozenset(name for name in names if self._statements[name].is_of_one)
        if firm == names and self._fits(names):
            return _NO_TANGLE
        clashes = self._untangled(names, frozenset())
        if not clashes.contradictions:
            return clashes
        ways = self._untangled(names, firm) if self._fits(firm) else clashes
        is_complete = clashes.is_complete and ways.is_complete
        return replace(clashes, ways_out=ways.ways_out, is_complete=is_complete)

    def _untangled(self, among: Names, firm: Names) -> Tangle:
        known = (self._said(among), self._said(firm))
        if known not in self._memory.tangles:
            self._memory.tangles[known] = untangle(
                sorted(among - firm), lambda kept: self._fits(kept | firm)
            )
        return self._memory.tangles[known]

    def _said(self, names: Names) -> Said:
        return frozenset(self._statements[name] for name in names)

    def _fits(self, names: Names) -> bool:
        said = [self._lenient[name] for name in sorted(names)]
        if all(statement.is_of_one for statement in said):
            return fit_each(said)
        nothing = Question(inside=_NO_NAMES, places=self._places)
        return _extent(nothing, said) is not None

    def _possible(self, question: Question, names: Names) -> Bounds | None:
        """Return the bounds as stated, else as read leniently, else ``None``."""
        ordered = sorted(names)
        stated = _extent(question, [self._statements[name] for name in ordered])
        if stated is not None or self._lenient is self._statements:
            return stated
        lenient = _extent(question, [self._lenient[name] for name in ordered])
        if lenient is None:
            return None
        return Bounds(interval=lenient.interval, is_tightest=lenient.is_tightest, is_lenient=True)


def _extent(question: Question, statements: Sequence[Statement]) -> Bounds | None:
    """Return bounds by the exact method, or by the loose one beyond its size."""
    try:
        interval = extent_by_atoms(question, statements)
    except TooManyAtoms:
        return Bounds(interval=loose_extent(question, statements), is_tightest=False)
    return None if interval is None else Bounds(interval=interval)
