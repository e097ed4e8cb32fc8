"""How many companies, SMEs, research bodies ... clusters reach together, as bounds.

The headline is what holds whatever the overlaps: from the largest to the sum, narrowed by
what is stated of groups. Beside it stands the range by region, which takes clusters without a
common region to share nothing: much narrower, and an assumption.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final
from weakref import WeakKeyDictionary

from hanse.graph.model import UNITS
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval, Quantity
from hanse.queries.answers import Evidence
from hanse.queries.bounds import Bounds, Memory, StatedSizes
from hanse.queries.figures import Figure, Figures, statements, with_stated_overlaps
from hanse.queries.reasons import evidence_of, listed
from hanse.queries.sizes import unit_label
from hanse.queries.spread import places_of

BY_REGION: Final = "Clusters without a common region share nothing."
_FRECHET: Final = "from the largest to the sum, overlaps being unknown"
_RTOS: Final = "RTOs are counted as research bodies"
_TOLERANCE: Final = "“About” is read as ±10 %, for taken at their values the figures clash."


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachedCount:
    """How many of one unit, with its makeup.

    Parameters
    ----------
    interval
        The bounds that hold whatever the overlaps; ``high`` None is open, both None unknown.
    by_region
        The bounds under :data:`BY_REGION`, never wider than ``interval``.
    stated_sum
        The stated figures of single clusters in this very unit, added up without asking for
        overlaps (where statements differ, the lowest); ``None`` when there is none.
    rule
        How the bounds come about, in words.
    unknown
        Ids of the clusters of which nothing is stated that bounds this unit.
    assumptions
        What the bounds take for granted.
    contradictions
        Each the figures that cannot all be true, in words; the bounds span every smallest
        way of setting some of them aside.
    is_tightest
        False where there are too many overlapping sets for the exact method.
    """

    unit: str
    interval: Interval
    by_region: Interval
    stated_sum: float | None
    rule: str
    unknown: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    contradictions: tuple[tuple[str, ...], ...] = ()
    is_tightest: bool = True
    evidence: tuple[Evidence, ...] = ()


# What was found out of a graph before, by unit: alliances that differ by one cluster ask nearly
# the same, and the page asks for all of them.
_REMEMBERED: Final[WeakKeyDictionary[PartnershipGraph, dict[str, tuple[Memory, Memory]]]] = (
    WeakKeyDictionary()
)


def _memories(graph: PartnershipGraph, unit: str) -> tuple[Memory, Memory]:
    """Return what is remembered of a unit: by region, and whatever the regions."""
    by_unit = _REMEMBERED.setdefault(graph, {})
    return by_unit.setdefault(unit, (Memory(), Memory()))


class UnitSizes:
    """What is stated of one unit, ready to be asked for any of the ``clusters``."""

    def __init__(self, figures: Figures, clusters: Collection[str], unit: str) -> None:
        self.unit = unit
        self._figures = figures
        related = figures.about(clusters, unit)
        self._known = [figure for figure in related if figure.statement(unit)]
        said = statements(self._known, unit)
        lenient = statements(self._known, unit, is_tolerated=True)
        names = {name for figure in self._known for name in figure.sets}
        places = with_stated_overlaps(places_of(figures.graph, names.union(clusters)), self._known)
        apart, stated = _memories(figures.graph, unit)
        self._caps = figures.capacities(names.union(clusters), unit)
        self._apart = StatedSizes(
            [*said, *statements(self._caps, unit)],
            lenient=[*lenient, *statements(self._caps, unit, is_tolerated=True)],
            places=places,
            memory=apart,
        )
        are_apart = any(assumption.are_regions_apart for assumption in figures.assumptions)
        whatever = StatedSizes(said, lenient=lenient, memory=stated)
        self._stated = self._apart if are_apart else whatever

    def reached(self, clusters: Collection[str]) -> ReachedCount:
        """Return how many the clusters reach together."""
        bounds = self._stated.union(clusters)
        if bounds.contradictions and not self._matter(clusters, bounds):
            bounds = replace(bounds, contradictions=(), is_lenient=False)
        own = [f for f in self._known if not _is_joint(f) and f.sets <= frozenset(clusters)]
        joint = self._binding(clusters, bounds)
        apart = self._apart.union(clusters)
        caps = self._capping(clusters, apart)
        used = [*own, *joint, *caps]
        return ReachedCount(
            unit=self.unit,
            interval=bounds.interval,
            by_region=_within(apart.interval, bounds.interval),
            stated_sum=_stated_sum(own, self.unit),
            rule=self._rule(bounds, joint, caps),
            unknown=tuple(sorted(frozenset(clusters) - {name for f in own for name in f.sets})),
            assumptions=self._assumptions(used, bounds),
            contradictions=self._in_words(bounds, apart if caps else bounds),
            is_tightest=bounds.is_tightest,
            evidence=evidence_of(claim for figure in used for claim in figure.claims),
        )

    def lost(self, leaving: Collection[str], staying: Collection[str]) -> tuple[Interval, Interval]:
        """Return how many are in clusters that leave and in none that stays; and by region.

        The second range is that under :data:`BY_REGION`, never wider than the first.
        """
        whatever = self._stated.union(leaving, without=staying).interval
        apart = self._apart.union(leaving, without=staying).interval
        return whatever, _within(apart, whatever)

    def _matter(self, clusters: Collection[str], bounds: Bounds) -> bool:
        """Say whether figures that contradict each other bear on these clusters at all."""
        clashing = self._clashing(bounds)
        are_theirs = any(figure.sets <= frozenset(clusters) for figure in clashing)
        return are_theirs or self._widens(clusters, bounds, clashing)

    def _clashing(self, bounds: Bounds) -> list[Figure]:
        names = {name for clash in bounds.contradictions for name in clash}
        return [figure for figure in self._known if figure.id in names and _is_joint(figure)]

    def _binding(self, clusters: Collection[str], bounds: Bounds) -> list[Figure]:
        """Return the figures of groups that the bounds rest on: without them they widen.

        Where figures contradict each other these are the ones.
        """
        if bounds.contradictions:
            return self._clashing(bounds)
        every = self._clashing(self._stated.union(clusters))
        near = [f for f in self._known if _is_joint(f) and not f.sets.isdisjoint(clusters)]
        joint = [figure for figure in near if figure not in every]
        needed = [f for f in joint if self._widens(clusters, bounds, [f, *every])]
        return needed or (joint if self._widens(clusters, bounds, [*joint, *every]) else [])

    def _capping(self, clusters: Collection[str], apart: Bounds) -> list[Figure]:
        """Return the caps of regions that the bounds by region rest on, or clash with."""
        clashing = {name for clash in apart.contradictions for name in clash}
        return [
            cap
            for cap in self._caps
            if cap.id in clashing
            or self._apart.union(clusters, aside=[cap.id]).interval != apart.interval
        ]

    def _widens(self, clusters: Collection[str], bounds: Bounds, figures: Sequence[Figure]) -> bool:
        aside = [figure.id for figure in figures]
        return self._stated.union(clusters, aside=aside).interval != bounds.interval

    def _rule(self, bounds: Bounds, joint: Sequence[Figure], caps: Sequence[Figure]) -> str:
        parts = ["nothing is stated that bounds it" if bounds.interval.is_unknown else _FRECHET]
        if bounds.contradictions:
            parts.append("figures contradict each other, so the range spans every way out")
        elif joint:
            parts.append(f"narrowed by {listed([self._spoken(figure) for figure in joint])}")
        if caps:
            parts.append(f"by region, capped by {listed([self._spoken(cap) for cap in caps])}")
        if self.unit == "research_bodies":
            parts.append(_RTOS)
        if bounds.interval.low is not None and bounds.interval.high is None:
            parts.append("the upper end is open")
        if not bounds.is_tightest:
            parts.append("too many sets overlap for the narrowest range")
        return "; ".join(parts)

    def _spoken(self, figure: Figure) -> str:
        """Return a figure with whom it is stated of."""
        names = {known.id: known.label for known in self._figures.assumptions}
        name = names.get(figure.thing) or self._figures.graph.name(figure.thing)
        return f"{figure.words()} of “{name}”"

    def _assumptions(self, used: Sequence[Figure], bounds: Bounds) -> tuple[str, ...]:
        named = [assumption.label for assumption in self._figures.assumptions]
        if bounds.is_lenient:
            return (*named, _TOLERANCE)
        abouts = [
            f"“{quantity} {unit_label(figure.unit)}” of"
            f" “{self._figures.graph.name(figure.thing)}” is taken as {quantity.value:,g}."
            for figure in used
            for quantity in _quantities(figure)
            if quantity.qualifier == "about"
        ]
        return (*named, *dict.fromkeys(abouts))

    def _in_words(self, *bounds: Bounds) -> tuple[tuple[str, ...], ...]:
        by_id = {figure.id: figure for figure in (*self._known, *self._caps)}
        clashes = dict.fromkeys(clash for found in bounds for clash in found.contradictions)
        return tuple(tuple(self._sourced(by_id[name]) for name in clash) for clash in clashes)

    def _sourced(self, figure: Figure) -> str:
        """Return a figure with whom it is stated of and where: "... [d41, section 3.2]"."""
        places = "; ".join(dict.fromkeys(f"{c.source}, {c.locator}" for c in figure.claims))
        return f"{self._spoken(figure)} [{places}]" if places else self._spoken(figure)


class ReachedCounts:
    """The counts of every unit, for any sets of the ``clusters``."""

    def __init__(self, figures: Figures, clusters: Collection[str]) -> None:
        self._units = [UnitSizes(figures, clusters, unit) for unit in UNITS]

    def of(self, clusters: Collection[str]) -> dict[str, ReachedCount]:
        """Return how many of each unit the clusters reach together, in the order of units."""
        return {sizes.unit: sizes.reached(clusters) for sizes in self._units}

    def lost(
        self, leaving: Collection[str], staying: Collection[str]
    ) -> dict[str, tuple[Interval, Interval]]:
        """Return how many of each unit are in clusters that leave and in none that stays.

        Whatever the overlaps, and under :data:`BY_REGION`.
        """
        return {sizes.unit: sizes.lost(leaving, staying) for sizes in self._units}


def _is_joint(figure: Figure) -> bool:
    """Say whether a figure ties clusters together, or is assumed rather than stated of one."""
    return len(figure.sets) > 1 or not figure.claims


def _quantities(figure: Figure) -> list[Quantity]:
    return [claim.value for claim in figure.claims if isinstance(claim.value, Quantity)]


def _stated_sum(own: Sequence[Figure], unit: str) -> float | None:
    stated = [min(q.value for q in _quantities(f)) for f in own if f.unit == unit]
    return sum(stated) if stated else None


def _within(narrow: Interval, wide: Interval) -> Interval:
    """Return what two ranges have in common; the first, should they have nothing."""
    lows = [end for end in (narrow.low, wide.low) if end is not None]
    highs = [end for end in (narrow.high, wide.high) if end is not None]
    common = Interval(max(lows, default=None), min(highs, default=None))
    if common.low is not None and common.high is not None and common.low > common.high:
        return narrow
    return common
