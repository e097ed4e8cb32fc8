"""What a server tells of clusters that are alike, and what a question holds them against.

Plain records: nothing here reaches for the server.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What makes the score of a cluster.

    ``group`` is the way it covers the chain, ``place`` the class of its place. ``sure`` and
    ``may`` say how many of the targets it covers, ``None`` that its markets are unknown;
    ``behind`` how many clusters lie behind its partnerships, as far as that counts.
    """

    group: int
    place: int
    sure: int | None
    may: int | None
    behind: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """A cluster that is looked at by itself: its number, its kind, and what is not as that says.

    ``fresh`` of those behind its partnerships are not reached already. ``is_open``: it may be
    in one market or in another.
    """

    id: str
    number: int
    kind: Kind
    fresh: int
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Unranked:
    """How many clusters touch no stage, or have no known category, and the first by id."""

    off_chain: int
    first_off_chain: tuple[str, ...]
    uncategorised: int
    first_uncategorised: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What a question holds every cluster against.

    ``classes`` are the classes of places by their numbers. ``covered`` and ``touched`` are, for
    each target, the markets that cover it, for certain or possibly. Of those behind the
    partnerships of ``access``, ``enough`` count.
    """

    classes: Sequence[int]
    covered: Sequence[Sequence[str]]
    touched: Sequence[Sequence[str]]
    access: Sequence[str]
    has_networks: bool
    enough: int

    @property
    def parameters(self) -> dict[str, object]:
        """Return what the statements are given."""
        return {
            "classes": list(self.classes),
            "covered": [list(markets) for markets in self.covered],
            "touched": [list(markets) for markets in self.touched],
            "touching": sorted({market for markets in self.touched for market in markets}),
            "networks": self.has_networks,
            "enough": self.enough,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Clusters that pass, the first by id; and how many have each value of each facet.

    ``categories`` come with their scheme, their id and their label.
    """

    clusters: tuple[str, ...]
    total: int
    countries: tuple[tuple[str, int], ...]
    categories: tuple[tuple[str, str, str, int], ...]
