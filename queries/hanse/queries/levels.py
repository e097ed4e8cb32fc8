"""The regions of clusters at one level of NUTS, or their countries.

A region that is stated at a finer level stands for the one that it lies in: by what is said to
contain it, else by its NUTS code, whose first letters are the code of the wider region. What is
stated at a coarser level alone, or at none, may lie in any: the clusters are told, not guessed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from hanse.graph.errors import BadInput
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.spread import spread

LEVELS: Final = ("country", "nuts1", "nuts2", "nuts3")
_COUNTRY_LETTERS: Final = 2  # a NUTS code is a country's two letters and one letter a level


@dataclass(frozen=True, slots=True, kw_only=True)
class AtLevel:
    """Regions at a level: ids, NUTS codes of those without one, or countries (ISO 3166-1).

    ``unknown`` are the clusters with nothing at that level, or with more beside it that is
    only known coarser: the true set may be larger by theirs.
    """

    level: str
    regions: tuple[str, ...]
    unknown: tuple[str, ...]


def level_named(name: str, *, where: str = "") -> str:
    """Return a level by its name.

    Raises
    ------
    BadInput
        When it is none of :data:`LEVELS`.
    """
    if name not in LEVELS:
        hint = f"the levels are {', '.join(LEVELS)}"
        raise BadInput(f"{name!r} is no level of regions", where=where, hint=hint)
    return name


def at_level(graph: PartnershipGraph, clusters: Iterable[str], level: str) -> AtLevel:
    """Return where clusters sit, counted at a level of :data:`LEVELS`."""
    every = sorted(set(clusters))
    if level == "country":
        found = spread(graph, every)
        return AtLevel(level=level, regions=found.countries, unknown=found.countries_unknown)
    number = LEVELS.index(level)
    places = {c: [_lifted(graph, r, number) for r in graph.regions_of(c)] for c in every}
    known = {region for lifted in places.values() for region in lifted if region is not None}
    unknown = [c for c, lifted in places.items() if not lifted or None in lifted]
    return AtLevel(level=level, regions=tuple(sorted(known)), unknown=tuple(unknown))


def _lifted(graph: PartnershipGraph, region: str, level: int) -> str | None:
    """Return what a region is, or lies in, at a level; ``None`` where that is not known."""
    for place in (region, *graph.wider(region)):
        if _level(graph, place) == level:
            return place
    code = graph.region(region).nuts_code
    if code is None or len(code) < _COUNTRY_LETTERS + level:
        return None
    return _named(graph, code[: _COUNTRY_LETTERS + level])


def _level(graph: PartnershipGraph, region: str) -> int | None:
    known = graph.region(region)
    if known.level is None and known.nuts_code:
        return len(known.nuts_code) - _COUNTRY_LETTERS
    return known.level


def _named(graph: PartnershipGraph, code: str) -> str:
    """Return the id of the region of a NUTS code, or the code itself."""
    found = [r for r in graph.ids("region") if graph.value(r, "nuts_code") == code]
    return found[0] if found else code
