"""Bounds over the atoms into which sets cut each other: Hailperin's linear programme.

Each atom is what lies in some of the sets and in no other; its size is a variable. Whatever is
stated of unions, overlaps and sums is linear in these sizes, so the least and the greatest size
of a union that the statements allow are the ends of a linear programme (T. Hailperin, "Best
possible inequalities for the probability of a logical function of events", 1965).

Two steps keep it small. Sets that no statement tells apart are united first: their union may
have any size from the largest to the sum, whatever the rest does. And atoms that every
statement treats alike are one variable.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Final

from hanse.graph.quantities import Interval
from hanse.queries.linear import Constraint, extent
from hanse.queries.statements import Question, Statement

# The atoms of twelve sets that all overlap; beyond, bounds stay valid but are not the tightest.
MOST_ATOMS: Final = 2**12 - 1


class TooManyAtoms(Exception):
    """The sets overlap in more ways than the exact method takes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """Sets that nothing tells apart, and the range of the size of their union."""

    sets: frozenset[str]
    size: Interval

    @property
    def any_set(self) -> str:
        """Return one of its sets; each stands where the others stand."""
        return min(self.sets)


def extent_by_atoms(question: Question, statements: Sequence[Statement]) -> Interval | None:
    """Return the least and greatest size of what is asked, or ``None`` if nothing is possible.

    Raises
    ------
    TooManyAtoms
        When more than :data:`MOST_ATOMS` atoms would be needed.
    """
    sizes = _own_sizes(statements)
    if any(size.low is not None and size.high is not None and size.low > size.high
           for size in sizes.values()):  # fmt: skip
        return None
    joint = [statement for statement in statements if not statement.is_of_one]
    blocks = _blocks(question, joint, sizes)
    if len(blocks) == 1 and not joint:
        return _of_one(blocks[0], question)
    atoms = _atoms(question, blocks)
    rows = [(_weights(statement, blocks, atoms), statement.size) for statement in joint]
    rows += [(_touched(block.sets, blocks, atoms), block.size) for block in blocks]
    wanted = _touched(question.inside, blocks, atoms)
    hidden = _touched(question.outside, blocks, atoms)
    objective = [int(w and not h) for w, h in zip(wanted, hidden, strict=True)]
    return _solve(objective, [row for row in rows if not _says_nothing(row[1])])


def _of_one(block: _Block, question: Question) -> Interval:
    if not block.sets <= question.inside:
        return Interval(0, 0)
    return Interval(block.size.low or 0, block.size.high)


def _says_nothing(size: Interval) -> bool:
    return not size.low and size.high is None


def _own_sizes(statements: Iterable[Statement]) -> dict[str, Interval]:
    """Return the range of each single set that has one, where all statements of it meet."""
    sizes: dict[str, Interval] = {}
    for statement in statements:
        if statement.is_of_one:
            (name,) = statement.sets
            sizes[name] = _narrowed(sizes.get(name, Interval(None, None)), statement.size)
    return sizes


def _narrowed(first: Interval, second: Interval) -> Interval:
    lows = [end for end in (first.low, second.low) if end is not None]
    highs = [end for end in (first.high, second.high) if end is not None]
    return Interval(max(lows, default=None), min(highs, default=None))


def _blocks(
    question: Question, joint: Sequence[Statement], sizes: dict[str, Interval]
) -> list[_Block]:
    names = question.inside | question.outside | {s for said in joint for s in said.sets}
    alike: dict[Hashable, list[str]] = {}
    for name in sorted(names | sizes.keys()):
        alike.setdefault(_signature(name, question, joint), []).append(name)
    return [
        _Block(sets=frozenset(block), size=_any_size([sizes.get(s) for s in block]))
        for block in alike.values()
    ]


def _signature(name: str, question: Question, joint: Sequence[Statement]) -> Hashable:
    """Return what tells a set apart; sums and overlaps count sets, so they keep each its own."""
    named = [place for place, said in enumerate(joint) if name in said.sets]
    counts_sets = any(joint[place].kind != "union" for place in named)
    places = question.places.get(name, frozenset()) if question.places is not None else None
    own = name if counts_sets else None
    return (own, tuple(named), name in question.inside, name in question.outside, places)


def _any_size(sizes: Sequence[Interval | None]) -> Interval:
    """Return what a union may measure when nothing else is known: largest to sum."""
    lows = [size.low for size in sizes if size is not None and size.low is not None]
    highs = [size.high for size in sizes if size is not None and size.high is not None]
    return Interval(max(lows, default=None), sum(highs) if len(highs) == len(sizes) else None)


def _atoms(question: Question, blocks: Sequence[_Block]) -> list[int]:
    """Return every atom that may hold anything, as bits that say which blocks it lies in."""
    if question.places is None and 2 ** len(blocks) - 1 > MOST_ATOMS:
        raise TooManyAtoms
    meets = [0] * len(blocks)
    for first, second in combinations(range(len(blocks)), 2):
        if question.may_share(blocks[first].any_set, blocks[second].any_set):
            meets[first] |= 1 << second
            meets[second] |= 1 << first
    atoms: list[tuple[int, int]] = []  # which blocks, and which further ones it may lie in
    for place, others in enumerate(meets):
        grown = [(atom | 1 << place, may & others) for atom, may in atoms if may >> place & 1]
        atoms += [(1 << place, others), *grown]
        if len(atoms) > MOST_ATOMS:
            raise TooManyAtoms
    return [atom for atom, _ in atoms]


def _bits(sets: frozenset[str], blocks: Sequence[_Block]) -> int:
    return sum(1 << place for place, block in enumerate(blocks) if block.sets <= sets)


def _touched(sets: frozenset[str], blocks: Sequence[_Block], atoms: Sequence[int]) -> list[int]:
    bits = _bits(sets, blocks)
    return [int(bool(atom & bits)) for atom in atoms]


def _weights(statement: Statement, blocks: Sequence[_Block], atoms: Sequence[int]) -> list[int]:
    """Return how often each atom counts in what is stated."""
    bits = _bits(statement.sets, blocks)
    match statement.kind:
        case "sum":
            return [(atom & bits).bit_count() for atom in atoms]
        case "overlap":
            return [int(atom & bits == bits) for atom in atoms]
        case _:
            return [int(bool(atom & bits)) for atom in atoms]


def _solve(
    objective: Sequence[int], rows: Sequence[tuple[Sequence[int], Interval]]
) -> Interval | None:
    """Solve with atoms that all rows treat alike made one."""
    alike = dict.fromkeys(zip(objective, *(weights for weights, _ in rows), strict=True))
    return _extent(tuple(alike), tuple(size for _, size in rows))


# Alliances that differ by one cluster of unknown size lead to the same programme.
@lru_cache(maxsize=4096)
def _extent(atoms: tuple[tuple[int, ...], ...], sizes: tuple[Interval, ...]) -> Interval | None:
    """Return the ends of a programme: an atom's first number counts, the others constrain."""
    constraints = [
        Constraint(
            coefficients={v: atom[place] for v, atom in enumerate(atoms) if atom[place]},
            size=size,
        )
        for place, size in enumerate(sizes, start=1)
    ]
    return extent([atom[0] for atom in atoms], constraints)
