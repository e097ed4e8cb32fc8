"""What screening rules ask for at least, and the ratings that nobody can get after them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from hanse.graph.model import Band, Criterion
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Quantity
from hanse.graph.rules import CountRule, ListingRule, Rules, ScreeningRule
from hanse.queries.lint import figures
from hanse.queries.reasons import listed
from hanse.queries.sizes import PARTS, unit_label

# What a count of members or SMEs that are active is part of, for certain.
_ACTIVE: Final = {
    "active_members": ("members",),
    "active_smes": ("smes", "companies", "members"),
}
# Members need not be companies; a rule on them bounds these only if they are.
_IF_COMPANIES: Final = ("members", "active_members")


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The least number of a unit that a screening rule lets pass, and the rule in words."""

    rule: str
    text: str
    unit: str
    least: float


def screening_floors(graph: PartnershipGraph) -> tuple[Floor, ...]:
    """Return what the screening rules of a project ask for at least, by rule."""
    return tuple(
        Floor(
            rule=rule,
            text=graph.name(rule).rstrip("."),
            unit=claim.predicate,
            least=claim.value.value,
        )
        for rule in graph.ids("search_rule")
        if graph.value(rule, "rule_kind") == "criterion"
        for claim in graph.claims(rule)
        if isinstance(claim.value, Quantity) and claim.value.qualifier == "at_least"
    )


def floors_of(rules: Rules) -> tuple[Floor, ...]:
    """Return what rules ask for at least; a listing is a yes, and a preference excludes nobody."""
    asked = [rule for rule in rules.rules if not rule.is_preference]
    return tuple(
        Floor(rule=rule.id, text=rule.text.rstrip("."), unit=unit, least=least)
        for rule in asked
        for unit, least in _least(rule)
    )


def _least(rule: ScreeningRule) -> tuple[tuple[str, float], ...]:
    if isinstance(rule, CountRule):
        return ((rule.unit, rule.at_least),)
    return ((rule.attribute, 1.0),) if isinstance(rule, ListingRule) else ()


def together(first: Iterable[Floor], then: Iterable[Floor]) -> tuple[Floor, ...]:
    """Return floors of both kinds, each number of a unit once.

    >>> a = Floor(rule="a", text="30 members", unit="members", least=30)
    >>> b = Floor(rule="b", text="At least 30 members", unit="members", least=30)
    >>> [floor.rule for floor in together([a], [b])]
    ['a']
    """
    found: dict[tuple[str, float], Floor] = {}
    for floor in (*first, *then):
        found.setdefault((floor.unit, floor.least), floor)
    return tuple(found.values())


def excluded(criterion: Criterion, floor: Floor) -> str:
    """Return in words what nobody can be rated after a rule; empty when no rating is lost.

    Where the rule counts members and the bands companies, that holds only if these members
    are companies, which is said.
    """
    unit = criterion.evidence or ""
    if criterion.scale.kind == "yes_no" and unit == floor.unit:
        return "rating 0 cannot be earned"
    if criterion.scale.kind != "bands" or not _bounds(floor.unit, unit):
        return ""
    bands = criterion.scale.bands
    gone = sorted({b.rating for b in bands if all(_is_below(x, floor) for x in _of(b, bands))})
    cut = [b for b in bands if b.rating not in gone and (b.low or 0) < floor.least]
    if not gone:
        return ""
    ratings = f"rating{'s' if len(gone) > 1 else ''} {figures(gone)}"
    parts = [f"{_cut(band, floor, criterion)} of rating {band.rating}" for band in cut]
    told = f"{listed([ratings, *parts])} cannot be earned"
    return f"{told}{_assumption(floor.unit, unit)}"


def _cut(band: Band, floor: Floor, criterion: Criterion) -> str:
    if criterion.scale.is_whole and band.low is not None and floor.least - 1 > band.low:
        first = band.low + (not band.is_low_included)
        return f"the {first:g} to {floor.least - 1:g}"
    return f"what is below {floor.least:g}"


def _bounds(unit: str, wanted: str) -> bool:
    is_part = unit in PARTS.get(wanted, ()) or wanted in _ACTIVE.get(unit, ())
    return unit == wanted or is_part or (wanted == "companies" and unit in _IF_COMPANIES)


def _assumption(unit: str, wanted: str) -> str:
    if wanted == "companies" and unit in _IF_COMPANIES:
        return f" (if the {unit_label(unit)} that it counts are companies)"
    return ""


def _of(band: Band, bands: tuple[Band, ...]) -> list[Band]:
    return [other for other in bands if other.rating == band.rating]


def _is_below(band: Band, floor: Floor) -> bool:
    if band.high is None:
        return False
    return band.high < floor.least or (band.high == floor.least and not band.is_high_included)
