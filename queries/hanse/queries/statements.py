"""What is said of sets taken together, what is asked of them, and what an answer looks like."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from hanse.graph.quantities import Interval

StatementKind = Literal["union", "overlap", "sum"]
Places = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What is said of some sets taken together.

    ``union``: how many lie in any of them (one set: its size); ``overlap``: how many lie in
    all of them; ``sum``: what their sizes add up to, those in two sets counted twice.
    """

    id: str
    sets: frozenset[str]
    size: Interval
    kind: StatementKind = "union"

    @property
    def is_of_one(self) -> bool:
        """Say whether it states the size of a single set."""
        return len(self.sets) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """How many lie in any set of ``inside`` and in none of ``outside``.

    With ``places``, sets without a common place share nothing; one that is not there, or has
    no place, may share with any.
    """

    inside: frozenset[str]
    outside: frozenset[str] = frozenset()
    places: Places | None = field(default=None, hash=False)

    def may_share(self, first: str, second: str) -> bool:
        """Say whether two sets may have anything in common.

        >>> places = {"a": frozenset({"FR"}), "b": frozenset({"AT"}), "c": frozenset()}
        >>> asked = Question(inside=frozenset("abc"), places=places)
        >>> asked.may_share("a", "b"), asked.may_share("a", "c")
        (False, True)
        """
        if self.places is None:
            return True
        here, there = self.places.get(first), self.places.get(second)
        return not here or not there or not here.isdisjoint(there)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The range of a size, and how far it can be relied on.

    ``is_tightest`` is false where the sets are too many for the exact method: the truth lies
    within, but a narrower range might be proved. ``is_lenient``: statements clash as they
    stand and agree when read leniently. ``contradictions`` names the smallest sets of
    statements that cannot all be true even so; the range then spans every smallest way of
    setting some of them aside. What is stated of several sets gives way before what is stated
    of one, unless the latter clash among themselves.
    """

    interval: Interval
    is_tightest: bool = True
    is_lenient: bool = False
    contradictions: tuple[tuple[str, ...], ...] = ()
