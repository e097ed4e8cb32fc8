"""What documents state of the sizes of clusters and groups, as statements about unions.

A figure of a group ("more than 1,600 companies" of six clusters) is a constraint on the size
of their union. Units bound each other and never mix: what is stated of SMEs bounds companies
from below, what is stated of members bounds them from above.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Self

from hanse.graph.assumptions import AssumedFigure, Assumption
from hanse.graph.claims import Claim, Preference
from hanse.graph.model import PARTNERSHIP_KINDS, UNITS
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval, Quantity, hull
from hanse.queries.sizes import PARTS, WHOLES, unit_label
from hanse.queries.statements import Places, Statement, StatementKind

# Whose figures are those of a union: a named set, and a partnership taken as its members.
UNION_KINDS: Final = ("group", *PARTNERSHIP_KINDS)
# What a figure counts, where it is not everybody once.
_COUNTED: Final[dict[StatementKind, str]] = {
    "union": "",
    "overlap": " in common",
    "sum": " added up",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A size that is stated, or assumed, of clusters taken together.

    ``thing`` is what it is stated of. ``size`` takes "about" at its value, ``tolerated`` as
    ±10 %. ``is_capped_only``: not all the clusters meant may be known, so that the figure
    bounds those that are from above only. ``claims`` is empty when it is assumed.
    """

    id: str
    thing: str
    unit: str
    sets: frozenset[str]
    size: Interval
    tolerated: Interval
    kind: StatementKind = "union"
    is_capped_only: bool = False
    claims: tuple[Claim, ...] = ()

    @property
    def is_about(self) -> bool:
        """Say whether a statement behind it is an "about"."""
        return self.size != self.tolerated

    def statement(self, unit: str, *, is_tolerated: bool = False) -> Statement | None:
        """Return what the figure says in ``unit``, or ``None`` when it says nothing there.

        A part (SMEs) bounds the whole (companies) from below, a whole its parts from above.
        """
        size = self.tolerated if is_tolerated else self.size
        low, high = size.low, size.high
        if self.is_capped_only or unit in PARTS.get(self.unit, ()):
            low = None
        if self.unit in PARTS.get(unit, ()):
            high = None
        elif self.unit != unit and unit not in PARTS.get(self.unit, ()):
            return None
        if low is None and high is None:
            return None
        return Statement(id=self.id, sets=self.sets, size=Interval(low, high), kind=self.kind)

    def words(self) -> str:
        """Return the figure as people write it: "more than 1,600 companies"."""
        stated = dict.fromkeys(str(c.value) for c in self.claims) or {_number(self.size): None}
        counted = _COUNTED[self.kind] if self.claims else ""
        return f"{' or '.join(stated)} {unit_label(self.unit)}{counted}"


def _number(size: Interval) -> str:
    if size.is_exact:
        return f"{size.low:,g}"
    low = "" if size.low is None else f"{size.low:,g}"
    return f"at least {low}" if size.high is None else f"{low or 'at most'} to {size.high:,g}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Every figure of a group that the graph holds, and those of single clusters on demand."""

    graph: PartnershipGraph
    groups: tuple[Figure, ...]
    assumptions: tuple[Assumption, ...] = ()

    @classmethod
    def of(cls, graph: PartnershipGraph, assumptions: Iterable[Assumption] = ()) -> Self:
        """Return the figures of a graph, with assumptions in place of what they set aside."""
        every = tuple(assumptions)
        aside = {pair for assumption in every for pair in assumption.sets_aside}
        stated = [f for thing in graph.ids(*UNION_KINDS) for f in _of_group(graph, thing)]
        kept = [figure for figure in stated if (figure.thing, figure.unit) not in aside]
        assumed = [f for assumption in every for f in _assumed(assumption)]
        return cls(graph=graph, groups=(*kept, *assumed), assumptions=every)

    def about(self, clusters: Collection[str], unit: str) -> tuple[Figure, ...]:
        """Return the figures that may bound ``unit`` of these clusters: groups', then their own.

        Clusters that a group ties to them are included, since their sizes matter too.
        """
        return self._with_sizes(_tied(self._related(unit), clusters), clusters, unit)

    def capacities(self, clusters: Collection[str], unit: str) -> tuple[Figure, ...]:
        """Return what is stated of regions: as caps on the clusters that sit nowhere else.

        They hold where the companies of a cluster are taken to sit in its regions.
        """
        seats: dict[str, set[str]] = {}
        for cluster in clusters:
            homes = [{home, *self.graph.wider(home)} for home in self.graph.regions_of(cluster)]
            for region in set.intersection(*homes) if homes else ():
                seats.setdefault(region, set()).add(cluster)
        related = (unit, *WHOLES.get(unit, ()))
        stated = [(r, u, self.graph.preference(r, u)) for r in sorted(seats) for u in related]
        return tuple(
            replace(_figure(r, u, frozenset(seats[r]), preference), is_capped_only=True)
            for r, u, preference in stated
            if preference is not None
        )

    def all_about(self, unit: str) -> tuple[Figure, ...]:
        """Return the figures of all groups that may bound ``unit``, and of their clusters."""
        return self._with_sizes(self._related(unit), (), unit)

    def _related(self, unit: str) -> list[Figure]:
        related = (unit, *PARTS.get(unit, ()), *WHOLES.get(unit, ()))
        return [figure for figure in self.groups if figure.unit in related]

    def _with_sizes(
        self, groups: Sequence[Figure], clusters: Collection[str], unit: str
    ) -> tuple[Figure, ...]:
        related = (unit, *PARTS.get(unit, ()), *WHOLES.get(unit, ()))
        names = {name for figure in groups for name in figure.sets} | set(clusters)
        own = [f for name in sorted(names) for u in related for f in self.own(name, u)]
        return (*groups, *own)

    def own(self, cluster: str, unit: str) -> tuple[Figure, ...]:
        """Return the figure that is stated of one cluster in ``unit``, if any."""
        aside = {pair for assumption in self.assumptions for pair in assumption.sets_aside}
        stated = self.graph.preference(cluster, unit)
        if stated is None or (cluster, unit) in aside:
            return ()
        return (_figure(cluster, unit, frozenset((cluster,)), stated),)


def _tied(figures: Sequence[Figure], clusters: Collection[str]) -> list[Figure]:
    """Return the figures that concern some clusters, or clusters tied to these by a figure."""
    names, tied, left = set(clusters), [True], list(figures)
    while any(tied):
        tied = [not names.isdisjoint(figure.sets) for figure in left]
        names.update(
            name for f, is_tied in zip(left, tied, strict=True) if is_tied for name in f.sets
        )
        left = [figure for figure, is_tied in zip(left, tied, strict=True) if not is_tied]
    return [figure for figure in figures if not names.isdisjoint(figure.sets)]


def _figure(thing: str, unit: str, sets: frozenset[str], stated: Preference) -> Figure:
    claims = (stated.claim,) if stated.claim else stated.claims
    quantities = [claim.value for claim in claims if isinstance(claim.value, Quantity)]
    return Figure(
        id=f"{thing}:{unit}",
        thing=thing,
        unit=unit,
        sets=sets,
        size=stated.interval,
        tolerated=hull(quantity.tolerated for quantity in quantities),
        claims=claims,
    )


def _of_group(graph: PartnershipGraph, thing: str) -> list[Figure]:
    stated = [(unit, graph.preference(thing, unit)) for unit in UNITS]
    known = [(unit, preference) for unit, preference in stated if preference is not None]
    members = frozenset(graph.members(thing)) if known else frozenset()
    if not members:
        return []
    kind = _counted_as(graph, thing)
    figures = [
        replace(_figure(thing, unit, members, preference), kind=kind)
        for unit, preference in known
        if kind is not None
    ]
    if _is_complete(graph, thing, members):
        return figures
    return [replace(figure, is_capped_only=True) for figure in figures]


def _counted_as(graph: PartnershipGraph, thing: str) -> StatementKind | None:
    """Return what the figures of a group count; ``None`` where statements of that differ."""
    said = set(graph.values(thing, "counted_as"))
    if len(said) > 1:
        return None
    if "overlap" in said:
        return "overlap"
    return "sum" if "sum" in said else "union"


def _is_complete(graph: PartnershipGraph, thing: str, members: frozenset[str]) -> bool:
    """Say whether all members are known: a group names them, a partnership says how many."""
    if graph.kind(thing) == "group":
        return True
    number = graph.preference(thing, "clusters")
    return number is not None and number.interval == Interval(len(members), len(members))


def _assumed(assumption: Assumption) -> list[Figure]:
    return [
        _assumed_figure(assumption.id, place, figure)
        for place, figure in enumerate(assumption.figures, start=1)
    ]


def _assumed_figure(assumption: str, place: int, figure: AssumedFigure) -> Figure:
    return Figure(
        id=f"{assumption}#{place}",
        thing=assumption,
        unit=figure.unit,
        sets=frozenset(figure.clusters),
        size=figure.size,
        tolerated=figure.size,
        kind=figure.kind,
    )


def statements(
    figures: Sequence[Figure], unit: str, *, is_tolerated: bool = False
) -> list[Statement]:
    """Return what figures say in ``unit``; what says nothing there is left out."""
    said = (figure.statement(unit, is_tolerated=is_tolerated) for figure in figures)
    return [statement for statement in said if statement is not None]


def with_stated_overlaps(places: Places, figures: Iterable[Figure]) -> dict[str, frozenset[str]]:
    """Return places in which clusters that are stated to share have one in common.

    To take those without a common region to share nothing is an assumption, and a statement
    that they do comes before it. One without any place may share with all as it is.
    """
    known = dict(places)
    for figure in figures:
        if figure.kind == "overlap" and figure.claims and figure.size.high != 0:
            for name in figure.sets:
                if known.get(name):
                    known[name] = known[name] | {figure.id}
    return known
