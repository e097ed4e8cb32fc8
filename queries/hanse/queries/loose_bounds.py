"""Bounds that hold at any number of sets, though narrower ones might be proved.

Where more sets overlap than the exact method takes on, these still hold the truth, at the
cost of a sort.
"""

from collections.abc import Sequence

from hanse.graph.quantities import Interval
from hanse.queries.statements import Question, Statement


def loose_extent(question: Question, statements: Sequence[Statement]) -> Interval:
    """Return bounds of what is asked.

    Low: statements about sets that are asked for and share nothing, added up, the largest
    first; what must not count takes its whole size from it. High: statements that together
    cover what is asked for, the cheapest found.

    >>> sizes = {"a": 100, "b": 80}
    >>> said = [Statement(id=s, sets=frozenset(s), size=Interval(n, n)) for s, n in sizes.items()]
    >>> loose_extent(Question(inside=frozenset("ab")), said)
    Interval(low=100, high=180)
    """
    low = _packed(question, statements)
    hidden = _covered(question.outside, statements)
    least = 0 if hidden is None else max(0, low - hidden)
    return Interval(least, _covered(question.inside, statements))


def _packed(question: Question, statements: Sequence[Statement]) -> float:
    total: float = 0
    taken: frozenset[str] = frozenset()
    usable = [s for s in statements if s.kind == "union" and s.sets <= question.inside]
    for said in sorted(usable, key=lambda s: (-(s.size.low or 0), s.id)):
        if not any(question.may_share(a, b) for a in said.sets for b in taken):
            total += said.size.low or 0
            taken |= said.sets
    return total


def _covered(names: frozenset[str], statements: Sequence[Statement]) -> float | None:
    """Return what covers ``names`` cheaply: a statement for many where it beats its parts."""
    total: float = 0
    left = names
    usable = [(s, s.size.high) for s in statements if s.kind != "overlap"]
    while left:
        offers = [
            (high / len(said.sets & left), said.id, high, said.sets & left)
            for said, high in usable
            if high is not None and not left.isdisjoint(said.sets)
        ]
        if not offers:
            return None
        _, _, price, covered = min(offers, key=lambda offer: offer[:2])
        total += price
        left -= covered
    return total
