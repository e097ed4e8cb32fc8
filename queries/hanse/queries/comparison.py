"""What two alliances have in common, and what only one of them has.

The same question compares an alliance before and after a change: those lost are in the first
alone, those added in the second alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from hanse.graph.model import ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.chains import Feeds, Standing
from hanse.queries.markets import targets_of
from hanse.queries.spread import Spread, spread

_KINDS = ("partnership", "consortium", "alliance", "network", "group")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One of the two alliances: what it is called, its members and the markets it goes for."""

    name: str
    members: tuple[str, ...]
    targets: tuple[str, ...] = ()

    @classmethod
    def called(cls, graph: PartnershipGraph, name: str) -> Self:
        """Return the partnership, network, saved alliance or group of this id or name.

        Raises
        ------
        UnknownName
            When the graph holds none of this name on its day.
        """
        known = graph.find(name, *_KINDS)
        return cls(name=known, members=graph.members(known), targets=targets_of(graph, known))


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """Members, stages, regions and markets by id, countries by ISO code, each in order.

    Stages are those that some member covers for certain; markets those of the alliance and
    those that its members state for certain.
    """

    members: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    markets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknowns:
    """What of an alliance is not known, so that it may have more than is listed.

    Members without categories, without a region, without a country; and the markets of an
    "either ... or both" alone.
    """

    uncategorised: tuple[str, ...] = ()
    regions_unknown: tuple[str, ...] = ()
    countries_unknown: tuple[str, ...] = ()
    undecided_markets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two alliances held against each other."""

    a: Party
    b: Party
    both: Features
    only_a: Features
    only_b: Features
    unknown_of_a: Unknowns
    unknown_of_b: Unknowns


def compare(
    graph: PartnershipGraph, a: Party, b: Party, *, chain: ValueChain | None = None
) -> Comparison:
    """Return what two alliances have in common, and what only one has.

    Parameters
    ----------
    graph
        What is known on the day asked for.
    a, b
        The alliances; of an alliance before and after a change, in this order. Members and
        targets are ids or names.
    chain
        The value chain whose stages are compared; a session takes the project's. Without one
        there are no stages.

    Raises
    ------
    UnknownName
        When the graph holds no such cluster or market on its day.
    """
    sides = [_side(graph, party, chain) for party in (a, b)]
    (first, unknown_of_a), (second, unknown_of_b) = sides
    return Comparison(
        a=a,
        b=b,
        both=_features(first, second, is_shared=True),
        only_a=_features(first, second, is_shared=False),
        only_b=_features(second, first, is_shared=False),
        unknown_of_a=unknown_of_a,
        unknown_of_b=unknown_of_b,
    )


def _side(
    graph: PartnershipGraph, party: Party, chain: ValueChain | None
) -> tuple[Features, Unknowns]:
    members = sorted({graph.find(member, "cluster") for member in party.members})
    targets = {graph.find(market, "market") for market in party.targets}
    found = spread(graph, members)
    features = Features(
        members=tuple(members),
        stages=_stages(graph, members, chain),
        regions=found.regions,
        countries=found.countries,
        markets=tuple(sorted({*targets, *found.markets})),
    )
    return features, _unknowns(graph, members, found, targets)


def _stages(
    graph: PartnershipGraph, members: Sequence[str], chain: ValueChain | None
) -> tuple[str, ...]:
    if chain is None:
        return ()
    standing = Standing.of(Feeds.of(chain), map(graph.cluster, members))
    return tuple(state.id for state in standing.states() if (state.cover.low or 0.0) > 0)


def _unknowns(
    graph: PartnershipGraph, members: Sequence[str], found: Spread, targets: set[str]
) -> Unknowns:
    return Unknowns(
        uncategorised=tuple(m for m in members if not graph.cluster(m).category_ids),
        regions_unknown=found.regions_unknown,
        countries_unknown=found.countries_unknown,
        undecided_markets=tuple(m for m in found.undecided_markets if m not in targets),
    )


def _features(mine: Features, theirs: Features, *, is_shared: bool) -> Features:
    """Return what of mine is shared with theirs, or is not; the order of stages stays."""

    def picked(name: str) -> tuple[str, ...]:
        other: Iterable[str] = set(getattr(theirs, name))
        return tuple(item for item in getattr(mine, name) if (item in other) is is_shared)

    return Features(
        members=picked("members"),
        stages=picked("stages"),
        regions=picked("regions"),
        countries=picked("countries"),
        markets=picked("markets"),
    )
