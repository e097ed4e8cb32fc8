"""Sizes of groups held against their members, their parts and each other.

G1 figures of several groups or clusters that cannot all be true, G2 the same when clusters
without a common region share nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hanse.graph.model import UNITS
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval
from hanse.queries.bounds import StatedSizes
from hanse.queries.conflict_rules.finding import (
    Class,
    Conflict,
    sources_of,
    stated,
)
from hanse.queries.figures import Figure, Figures, statements, with_stated_overlaps
from hanse.queries.reach_counts import BY_REGION
from hanse.queries.reasons import listed
from hanse.queries.sizes import unit_label
from hanse.queries.spread import places_of
from hanse.queries.statements import Places

_RULE: Final = (
    "A union is no smaller than any part and no larger than the sum of its parts;"
    " SMEs ≤ companies ≤ members; “about” allows ±10 %."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clash:
    """Figures that cannot all be true: one, and what the others leave for it."""

    unit: str
    subject: Figure
    others: tuple[Figure, ...]
    implied: Interval
    is_by_region: bool

    @property
    def names(self) -> frozenset[str]:
        """Return the ids of all its figures."""
        return frozenset((self.subject.id, *(figure.id for figure in self.others)))

    def says_less_than(self, other: "_Clash") -> bool:
        """Say whether another clash refutes the same figure by larger sets, and by more."""
        if self.subject.id != other.subject.id or self.implied.low is None:
            return False
        is_covered = all(any(mine.sets <= o.sets for o in other.others) for mine in self.others)
        return (
            is_covered and other.implied.low is not None and (self.implied.low < other.implied.low)
        )


def group_conflicts(graph: PartnershipGraph) -> Iterator[Conflict]:
    """Find the smallest sets of figures of different things that cannot all be true (G1, G2)."""
    figures = Figures.of(graph)
    seen: set[frozenset[str]] = set()
    for unit in UNITS:
        known = [f for f in figures.all_about(unit) if f.statement(unit, is_tolerated=True)]
        seats = places_of(graph, {name for figure in known for name in figure.sets})
        places = with_stated_overlaps(seats, known)
        for where in (None, places):
            found = _clashes(known, unit, where)
            for clash in found:
                is_new = not any(names <= clash.names for names in seen)
                if is_new and not any(clash.says_less_than(other) for other in found):
                    seen.add(clash.names)
                    yield _contradiction(graph, clash)


def _clashes(known: Sequence[Figure], unit: str, places: Places | None) -> list[_Clash]:
    by_id = {figure.id: figure for figure in known}
    said = statements(known, unit, is_tolerated=True)
    found = StatedSizes(said, places=places).tangle().contradictions
    together = [[by_id[name] for name in sorted(clash)] for clash in found]
    return [
        _refuted(clash, unit, places) for clash in together if len({f.thing for f in clash}) > 1
    ]


def _refuted(clash: Sequence[Figure], unit: str, places: Places | None) -> _Clash:
    """Put the size that is refuted most plainly against the others; an overlap is none."""
    left = {figure.id: _implied(figure, clash, unit, places) for figure in clash}
    sizes = [figure for figure in clash if figure.kind == "union"] or clash
    subject = min(sizes, key=lambda figure: _plainness(figure, left[figure.id], unit))
    return _Clash(
        unit=unit,
        subject=subject,
        others=tuple(figure for figure in clash if figure is not subject),
        implied=left[subject.id],
        is_by_region=places is not None,
    )


def _implied(one: Figure, clash: Sequence[Figure], unit: str, places: Places | None) -> Interval:
    """Return what the other figures leave for the size of one."""
    others = statements([f for f in clash if f is not one], unit, is_tolerated=True)
    return StatedSizes(others, places=places).union(one.sets).interval


def _plainness(one: Figure, implied: Interval, unit: str) -> tuple[bool, int, str]:
    """Order figures: those too low for what the others leave first, of many clusters first."""
    statement = one.statement(unit, is_tolerated=True)
    high = statement.size.high if statement else None
    is_too_low = high is not None and implied.low is not None and implied.low > high
    return (not is_too_low, -len(one.sets), one.id)


def _contradiction(graph: PartnershipGraph, clash: _Clash) -> Conflict:
    one, others = clash.subject, clash.others
    claims = [claim for figure in (one, *others) for claim in figure.claims]
    kind: Class = "unit mixed" if len({f.unit for f in (one, *others)}) > 1 else "stated/computed"
    said = listed([f"{f.words()} of “{graph.name(f.thing)}”" for f in others])
    return Conflict(
        code="G2" if clash.is_by_region else "G1",
        kind=kind,
        subject=one.thing,
        attribute=one.unit,
        statements=stated(claims),
        computed=clash.implied,
        rule=f"{_RULE} Assumed: {BY_REGION}" if clash.is_by_region else _RULE,
        message=f"{graph.name(one.thing)}: {one.words()} are stated, but {said} leave"
        f" {_spoken(clash.implied)} {unit_label(clash.unit)}{_in_numbers(clash)}"
        f" ({sources_of(graph, claims)}).",
        settle=_settles(graph, clash),
    )


def _spoken(size: Interval) -> str:
    if size.is_exact or size.low is None:
        return str(size)
    return f"at least {size.low:,g}" if size.high is None else f"{size.low:,g} to {size.high:,g}"


def _in_numbers(clash: _Clash) -> str:
    """Return the sum or the difference behind what is left, where it is one."""
    wholes = [f for f in clash.others if f.sets > clash.subject.sets]
    parts = [f for f in clash.others if f not in wholes]
    lows, highs = [f.size.low or 0 for f in parts], [f.size.high or 0 for f in parts]
    if len(parts) > 1 and not wholes and sum(lows) == clash.implied.low:
        return f" ({' + '.join(f'{low:,g}' for low in lows)})"
    if len(wholes) == 1 and parts and (wholes[0].size.low or 0) - sum(highs) == clash.implied.low:
        return f" ({' - '.join(f'{n:,g}' for n in (wholes[0].size.low, *highs))})"
    return ""


def _settles(graph: PartnershipGraph, clash: _Clash) -> str:
    names = listed([f"“{graph.name(f.thing)}”" for f in (clash.subject, *clash.others)])
    shared = ", or how many belong to clusters of different regions" if clash.is_by_region else ""
    return f"Member lists of {names}, or whom each figure counts{shared}."
