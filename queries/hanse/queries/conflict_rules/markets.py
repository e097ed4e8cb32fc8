"""Target markets and regions against what is named elsewhere.

T1 a target group of countries in which no country that is named lies, T2 (a remark) two
documents that list different markets of one body, R1 (a remark) a region stated of a cluster
within another that is stated of it too.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from hanse.graph.claims import Claim
from hanse.graph.model import ACCESS_KINDS
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval
from hanse.queries.conflict_rules.finding import Conflict, sources_of, stated
from hanse.queries.reasons import counted, listed


def groups_nobody_goes_to(graph: PartnershipGraph) -> Iterator[Conflict]:
    """Find target groups in which lies no country named by whoever is connected (T1).

    Connected are the partnership, its members, the partnerships they are in, and so on: all
    that the alliance may reach in the end. A partnership that names countries beside a group
    has said which it means, and is left alone.
    """
    for together in _connected(graph):
        claims = [claim for thing in together for claim in graph.ties(thing, "targets")]
        sure = [c for c in claims if c.context is None and _is_country(graph, c.other)]
        named = tuple({claim.other: claim for claim in reversed(sure)}.values())[::-1]
        for partnership in together if named else ():
            if graph.kind(partnership) in ACCESS_KINDS:
                yield from _groups_without(graph, partnership, named)


def _connected(graph: PartnershipGraph) -> Iterator[list[str]]:
    """Yield the clusters and partnerships that hang together through memberships."""
    known: set[str] = set()
    for start in graph.ids(*ACCESS_KINDS):
        if start in known:
            continue
        together, queue = {start}, [start]
        while queue:
            here = queue.pop()
            is_cluster = graph.kind(here) == "cluster"
            doors = [m.partnership for m in graph.memberships(here)] if is_cluster else ()
            fresh = {*doors, *(() if is_cluster else graph.members(here))} - together
            together |= fresh
            queue += fresh
        known |= together
        yield sorted(together)


def _groups_without(
    graph: PartnershipGraph, partnership: str, named: Sequence[Claim]
) -> Iterator[Conflict]:
    targets = [c for c in graph.ties(partnership, "targets") if c.role in (None, "targets")]
    sure = {claim.other for claim in targets if claim.context is None}
    groups = () if any(_is_country(graph, market) for market in sure) else sorted(sure)
    for group in groups:
        if not any(group in graph.wider(claim.other) for claim in named):
            yield _unnamed_group(graph, [c for c in targets if c.other == group], named)


def _is_country(graph: PartnershipGraph, market: str) -> bool:
    return graph.value(market, "country") is not None


def _unnamed_group(
    graph: PartnershipGraph, targets: Sequence[Claim], named: Sequence[Claim]
) -> Conflict:
    partnership, group = targets[0].subject, targets[0].other
    countries = sorted(graph.name(claim.other) for claim in named)
    return Conflict(
        code="T1",
        kind="stated/computed",
        subject=partnership,
        attribute="targets",
        statements=stated((*targets, *named)),
        computed=Interval(0, 0),
        rule="Of a group of countries that is a target, some country is named as a market.",
        message=f"{graph.name(partnership)} targets {graph.name(group)}"
        f" ({sources_of(graph, targets)}), but none of the"
        f" {counted(len(countries), 'country', 'countries')} that it, its members and their"
        f" partnerships name lies there: {listed(countries)}.",
        settle=f"Which countries are meant by {graph.name(group)}.",
    )


def lists_that_differ(graph: PartnershipGraph, thing: str) -> Iterator[Conflict]:
    """Remark on markets that one source names and another, naming others, does not (T2)."""
    claims = graph.ties(thing, "targets")
    by_source: dict[str, set[str]] = {}
    for claim in claims:
        if claim.context is None:
            by_source.setdefault(claim.source, set()).add(claim.other)
    if len(by_source) < 2:  # noqa: PLR2004  # one source alone differs from nobody
        return
    common = set.intersection(*by_source.values())
    if all(markets - common for markets in by_source.values()):
        yield Conflict(
            code="T2",
            kind="stated/stated",
            severity="remark",
            subject=thing,
            attribute="targets",
            statements=stated(claims),
            computed=None,
            rule="A market that is not in a list may still be one.",
            message=f"{graph.name(thing)}: its markets are listed differently:"
            f" {_lists_in_words(graph, by_source)}.",
            settle="The partnership's own list, with its day.",
        )


def _lists_in_words(graph: PartnershipGraph, by_source: Mapping[str, Collection[str]]) -> str:
    titles = {source.id: source.title for source in graph.sources.values()}
    return "; ".join(
        f"{listed([graph.name(market) for market in sorted(markets)])}"
        f" ({titles.get(source, source)})"
        for source, markets in sorted(by_source.items())
    )


def nested_regions(graph: PartnershipGraph, cluster: str) -> Iterator[Conflict]:
    """Remark on a region within another that is stated of the same cluster (R1)."""
    claims = graph.ties(cluster, "located_in")
    stated_regions = {claim.other for claim in claims}
    for region in sorted(stated_regions):
        for outer in stated_regions.intersection(graph.wider(region)):
            both = [claim for claim in claims if claim.other in (region, outer)]
            yield Conflict(
                code="R1",
                kind="scope mixed",
                severity="remark",
                subject=cluster,
                attribute="located_in",
                statements=stated(both),
                computed=Interval(1, 1),
                rule="Of a region within another, both stated of one cluster, one counts.",
                message=f"{graph.name(cluster)} is put into {graph.name(region)} and into"
                f" {graph.name(outer)}, which contains it ({sources_of(graph, both)}).",
                settle="Nothing: they count once.",
            )
