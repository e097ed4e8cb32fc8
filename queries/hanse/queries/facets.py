"""The twelve filters of the European Cluster Collaboration Platform, as facets of the graph.

They are those that the address of the search of 2017 names (LASER-GO D4.1, section 2.2, footnotes
2 and 4). A facet counts the known clusters by value; of some filters no fact is held, and that is
said. A cluster of which a facet states nothing may have any value of it: it is never left out as
if it had none.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hanse.graph.errors import UnknownName
from hanse.graph.ids import key
from hanse.graph.model import ACCESS_KINDS, ClusterOrganisation
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval, meet
from hanse.queries.outcomes import Outcome, every, some
from hanse.queries.sizes import size

# Our classes of the number of members: those of the platform are not printed.
MEMBER_CLASSES: Final = {
    "0-29": Interval(0, 29),
    "30-99": Interval(30, 99),
    "100-199": Interval(100, 199),
    "200-499": Interval(200, 499),
    "500+": Interval(500, None),
}
TEXT: Final = "combine"
# What the label of a European strategic cluster partnership begins with.
ESCP: Final = "ESCP"
# What may be held of a cluster: the values, of which one holds for certain if it is alone and
# each if the facet takes several; empty is not stated.
Values = Callable[[PartnershipGraph, ClusterOrganisation], Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """How many clusters have a value for certain, and how many more may have it."""

    id: str
    label: str
    clusters: int
    possible: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A filter of the platform, by its name in the address, with what is known of it.

    ``stated`` counts the clusters of which it is known, ``unknown`` the others. Values stand
    in falling order of clusters. A facet of text has none: it is asked with words.
    """

    id: str
    label: str
    values: tuple[FacetValue, ...]
    stated: int
    unknown: int

    @property
    def has_facts(self) -> bool:
        """Say whether anything is known of it."""
        return self.stated > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The clusters that some values select, and those that they may select, by id."""

    clusters: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filter:
    id: str
    label: str
    values: Values
    is_of_one: bool = False


def _country(_: PartnershipGraph, cluster: ClusterOrganisation) -> Sequence[str]:
    return () if cluster.country is None else (cluster.country,)


def _regions(_: PartnershipGraph, cluster: ClusterOrganisation) -> Sequence[str]:
    return cluster.regions


def _partnerships(graph: PartnershipGraph, cluster: ClusterOrganisation) -> Sequence[str]:
    own = dict.fromkeys(m.partnership for m in graph.memberships(cluster.id, ACCESS_KINDS))
    return [p for p in own if any(_is_escp(label) for label in _labels(graph, p))]


def _labels(graph: PartnershipGraph, partnership: str) -> Sequence[str]:
    programmes = graph.targets_of(partnership, "labelled_by")
    return [*map(str, graph.values(partnership, "programme")), *map(graph.name, programmes)]


def _is_escp(label: str) -> bool:
    return label.upper().startswith(ESCP)


def _of_scheme(scheme: str) -> Values:
    return lambda _, cluster: cluster.categories.get(scheme, ())


def _programmes(graph: PartnershipGraph, cluster: ClusterOrganisation) -> Sequence[str]:
    return [str(value) for value in graph.values(cluster.id, "programme")]


def _members(graph: PartnershipGraph, cluster: ClusterOrganisation) -> Sequence[str]:
    stated = size(graph, cluster.id, "members").interval
    if stated.is_unknown:
        return ()
    return [name for name, span in MEMBER_CLASSES.items() if meet(stated, span)]


def _nothing(_: PartnershipGraph, __: ClusterOrganisation) -> Sequence[str]:
    return ()


_FILTERS: Final = (
    _Filter(id=TEXT, label="text", values=_nothing),
    _Filter(id="country_code", label="country", values=_country),
    _Filter(id="region_code", label="region", values=_regions),
    _Filter(id="escp_membership", label="membership in an ESCP", values=_partnerships),
    _Filter(id="sector_id", label="sectoral industry", values=_of_scheme("sectoral_industry")),
    _Filter(id="s3_priority_id", label="S3 priority", values=_of_scheme("s3_priority")),
    _Filter(
        id="technology_field_id", label="technology field", values=_of_scheme("technology_field")
    ),
    _Filter(
        id="emerging_industry_id", label="emerging industry", values=_of_scheme("emerging_industry")
    ),
    _Filter(id="field_sup_prog_eu_value", label="EU support programme", values=_programmes),
    _Filter(id="number_of_member", label="number of members", values=_members, is_of_one=True),
    _Filter(id="label", label="quality label", values=_nothing),
    _Filter(id="employee_ranges", label="employees of the organisation", values=_nothing),
)
FACETS: Final = tuple(one.id for one in _FILTERS)


def facets(graph: PartnershipGraph) -> tuple[Facet, ...]:
    """Return the twelve filters with what is known of each, in the order of the address."""
    clusters = graph.clusters()
    return tuple(_facet(graph, one, clusters) for one in _FILTERS)


def _facet(graph: PartnershipGraph, one: _Filter, clusters: Sequence[ClusterOrganisation]) -> Facet:
    held = [one.values(graph, cluster) for cluster in clusters]
    if one.id == TEXT:  # every cluster has a name
        return Facet(id=one.id, label=one.label, values=(), stated=len(clusters), unknown=0)
    stated = [values for values in held if values]
    sure = Counter(v for values in stated if not _is_open(one, values) for v in values)
    possible = Counter(v for values in stated if _is_open(one, values) for v in values)
    ordered = sorted({*sure, *possible}, key=lambda v: (-sure[v], -possible[v], v))
    return Facet(
        id=one.id,
        label=one.label,
        values=tuple(
            FacetValue(id=v, label=graph.name(v), clusters=sure[v], possible=possible[v])
            for v in ordered
        ),
        stated=len(stated),
        unknown=len(clusters) - len(stated),
    )


def _is_open(one: _Filter, values: Sequence[str]) -> bool:
    """Say whether the values are alternatives: only one of them holds, and which is open."""
    return one.is_of_one and len(values) > 1


def select(graph: PartnershipGraph, chosen: Mapping[str, Sequence[str]]) -> Selection:
    """Return the clusters with any of the values of every facet that is ``chosen``.

    Values are ids; of the facet of text, words that stand in a name of the cluster.

    Raises
    ------
    UnknownName
        When the platform has no such filter.
    """
    by_id = {one.id: one for one in _FILTERS}
    for name in chosen:
        if name not in by_id:
            raise UnknownName(name, kind="facet", known=by_id)
    outcomes = {
        cluster.id: every(
            _holds(graph, by_id[name], cluster, values) for name, values in chosen.items()
        )
        for cluster in graph.clusters()
    }
    return Selection(
        clusters=tuple(c for c, outcome in outcomes.items() if outcome == "pass"),
        unknown=tuple(c for c, outcome in outcomes.items() if outcome == "unknown"),
    )


def _holds(
    graph: PartnershipGraph, one: _Filter, cluster: ClusterOrganisation, wanted: Sequence[str]
) -> Outcome:
    if one.id == TEXT:
        names = [key(name) for name in (cluster.name, *cluster.aliases)]
        return some("pass" if key(word) in name else "fail" for word in wanted for name in names)
    values = one.values(graph, cluster)
    if not values:
        return "unknown"
    if set(wanted).isdisjoint(values):
        return "fail"
    return "pass" if not _is_open(one, values) or set(values) <= set(wanted) else "unknown"
