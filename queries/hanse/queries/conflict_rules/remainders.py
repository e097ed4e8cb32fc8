"""What a figure of a group leaves for those members whose size nobody states (G3, a remark)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hanse.graph.claims import Claim
from hanse.graph.model import UNITS
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval
from hanse.queries.conflict_rules.finding import (
    Conflict,
    figure,
    quantities,
    quantity,
    sources_of,
    stated,
)
from hanse.queries.figures import Figure, Figures
from hanse.queries.reasons import listed
from hanse.queries.sizes import PARTS, WHOLES, unit_label


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What is stated of one member, in the unit asked for or in one that holds it."""

    cluster: str
    claims: tuple[Claim, ...]
    is_stand_in: bool

    @property
    def least(self) -> float:
        """Return the lowest number stated."""
        return min(quantity(claim).value for claim in self.claims)

    @property
    def most(self) -> float:
        """Return the highest number stated."""
        return max(quantity(claim).value for claim in self.claims)


def remainders(graph: PartnershipGraph) -> Iterator[Conflict]:
    """Remark on the number that a group's figure leaves for members of unknown size.

    Numbers are taken as stated, "more than" at its number, and no one counted twice.
    """
    known = (figure for figure in Figures.of(graph).groups if figure.kind != "overlap")
    groups = [figure for figure in known if figure.unit in UNITS and len(figure.sets) > 1]
    for one in groups:
        if not any(_explains(other, one) for other in groups):
            yield from _remainder(graph, one)


def _explains(inner: Figure, outer: Figure) -> bool:
    """Say whether a smaller group has a figure of its own, so that members are accounted for."""
    related = (outer.unit, *WHOLES.get(outer.unit, ()), *PARTS.get(outer.unit, ()))
    return inner.sets < outer.sets and inner.unit in related


def _remainder(graph: PartnershipGraph, one: Figure) -> Iterator[Conflict]:
    found = [_known(graph, cluster, one.unit) for cluster in sorted(one.sets)]
    known = [part for part in found if part is not None]
    unknown = sorted(one.sets - {part.cluster for part in known})
    total = max(quantity(claim).value for claim in one.claims)
    rest = Interval(
        total - sum(part.most for part in known), total - sum(part.least for part in known)
    )
    if known and unknown and rest.low is not None and rest.low > 0:
        yield _remark(graph, one, known, unknown, rest)


def _known(graph: PartnershipGraph, cluster: str, unit: str) -> _Known | None:
    for other in (unit, *WHOLES.get(unit, ())):
        claims = quantities(graph, cluster, other)
        if claims:
            return _Known(cluster=cluster, claims=claims, is_stand_in=other != unit)
    return None


def _remark(
    graph: PartnershipGraph,
    one: Figure,
    known: Sequence[_Known],
    unknown: Sequence[str],
    rest: Interval,
) -> Conflict:
    claims = [*one.claims, *(claim for part in known for claim in part.claims)]
    names = listed([graph.name(name) for name in unknown])
    unit, has_stand_in = unit_label(one.unit), any(part.is_stand_in for part in known)
    mixed = f"; members stand in for {unit} where these are not stated" if has_stand_in else ""
    return Conflict(
        code="G3",
        kind="unit mixed" if has_stand_in else "stated/computed",
        severity="remark",
        subject=one.thing,
        attribute=one.unit,
        statements=stated(claims),
        computed=rest,
        rule=f"Numbers as stated, none counted twice{mixed}.",
        message=f"{graph.name(one.thing)}: {one.words()}, less"
        f" {listed([_spoken(graph, part) for part in known])}, leave {rest} for {names}, of"
        f" which none is stated ({sources_of(graph, claims)}).",
        settle=f"The number of {unit} of {names}.",
    )


def _spoken(graph: PartnershipGraph, part: _Known) -> str:
    numbers = list(dict.fromkeys(figure(claim) for claim in part.claims))
    return f"{' or '.join(numbers)} of {graph.name(part.cluster)}"
