"""What the picture shows, as plain data: nodes with their scores, edges, and facets to filter by.

A node carries everything the page may colour, size, filter or find it by. Nothing here knows
how it is drawn.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from hanse.graph.ids import fold
from hanse.graph.model import ClusterOrganisation, ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval
from hanse.graph.schema import schema
from hanse.queries.answers import RankRange
from hanse.queries.chains import Feeds
from hanse.queries.complementarity import Candidates
from hanse.queries.rubric import Evaluation
from hanse.viz.palette import MARKS

Standing = Literal["member", "ranked", "off_chain", "uncategorised"]
Score = Interval | RankRange

# Relations that the picture draws, and the kinds of the graph it draws them between.
DRAWN: Final = ("member_of", "classified_as", "located_in", "targets", "within")
_KINDS: Final = {
    "cluster": "cluster",
    "partnership": "partnership",
    "consortium": "partnership",
    "network": "network",
    "region": "region",
    "market": "market",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One thing in the picture.

    ``kind`` is a kind of the legend: a category is of the kind of its scheme. ``counts`` and
    ``scores`` hold what is known; what is not there is unknown, never 0. ``standing`` says how
    a cluster stands to the alliance and its chain; ``None`` where no alliance was asked about.
    ``covers`` maps a stage to how far the cluster covers it at least, 0 to 1.
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    counts: Mapping[str, Interval] = field(default_factory=dict, hash=False)
    scores: Mapping[str, Score] = field(default_factory=dict, hash=False)
    standing: Standing | None = None
    covers: Mapping[str, float] = field(default_factory=dict, hash=False)

    @property
    def folded(self) -> str:
        """Return all its names without case and accents, as a search compares them."""
        return " | ".join(dict.fromkeys(map(fold, (self.name, *self.aliases, self.id))))


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Edge:
    """A relation between two nodes, once however often it is stated."""

    source: str
    target: str
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Nodes in the order of their ids, edges, and the alliance that one reasons about.

    ``ranking`` lists the clusters as the scene prefers them: members, then candidates best
    first, then those off the chain, the uncategorised, and all others.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    members: tuple[str, ...]
    ranking: tuple[str, ...]
    stages: tuple[str, ...] = ()

    def of_kind(self, *kinds: str) -> tuple[Node, ...]:
        """Return the nodes of some kinds of the legend, in order."""
        return tuple(node for node in self.nodes if node.kind in kinds)

    def neighbours(self) -> dict[str, tuple[str, ...]]:
        """Return for each node the ids it is tied to, in order."""
        found: dict[str, dict[str, None]] = {node.id: {} for node in self.nodes}
        for edge in self.edges:
            found[edge.source][edge.target] = None
            found[edge.target][edge.source] = None
        return {node: tuple(sorted(others)) for node, others in found.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """One value to filter by, and how many clusters have it."""

    id: str
    label: str
    clusters: int


def view_of(
    graph: PartnershipGraph,
    *,
    members: Sequence[str] = (),
    chain: ValueChain | None = None,
    candidates: Candidates | None = None,
    evaluation: Evaluation | None = None,
) -> View:
    """Return the picture of a graph, with what is known of its clusters' scores.

    Without candidates or an evaluation the nodes carry no such score: none is made up.
    """
    scores = scores_of(candidates, evaluation)
    standings = _standings(members, candidates)
    feeds = Feeds.of(chain) if chain else None
    clusters = [
        _cluster(cluster, scores.get(cluster.id, {}), standings.get(cluster.id), feeds)
        for cluster in graph.clusters()
    ]
    nodes = sorted([*clusters, *_others(graph)], key=lambda node: node.id)
    known = {node.id for node in nodes}
    return View(
        nodes=tuple(nodes),
        edges=tuple(sorted(set(_edges(graph, known)))),
        members=tuple(members),
        ranking=_ranking([node.id for node in clusters], members, candidates),
        stages=tuple(stage.id for stage in chain.stages) if chain else (),
    )


def scores_of(
    candidates: Candidates | None, evaluation: Evaluation | None
) -> dict[str, dict[str, Score]]:
    """Return the scores of each cluster by name, for the graph's nodes to carry.

    ``complementarity`` and ``complementarity_rank`` of a candidate; ``weighted_score``,
    ``fit``, ``coverage`` and ``fit_rank`` of an evaluated cluster, the last only where enough
    is rated.
    """
    scores: dict[str, dict[str, Score]] = {}
    for one in candidates.candidates if candidates else ():
        scores[one.id] = {"complementarity": one.score, "complementarity_rank": one.rank}
    for rated in evaluation.candidates if evaluation else ():
        found = scores.setdefault(rated.id, {})
        found |= {"weighted_score": rated.weighted_score, "fit": rated.fit}
        found["coverage"] = Interval(rated.coverage, rated.coverage)
        if rated.rank is not None:
            found["fit_rank"] = rated.rank
    return scores


def _standings(members: Sequence[str], candidates: Candidates | None) -> dict[str, Standing]:
    """Return how each cluster stands; what comes later in the list has the last word."""
    listed: list[tuple[Standing, Iterable[str]]] = [("member", members)]
    if candidates:
        listed = [
            ("ranked", (one.id for one in candidates.candidates)),
            ("off_chain", candidates.off_chain),
            ("uncategorised", candidates.uncategorised),
            *listed,
        ]
    return {cluster: standing for standing, clusters in listed for cluster in clusters}


def _cluster(
    cluster: ClusterOrganisation,
    scores: Mapping[str, Score],
    standing: Standing | None,
    feeds: Feeds | None,
) -> Node:
    return Node(
        id=cluster.id,
        name=cluster.name,
        kind="cluster",
        country=cluster.country,
        aliases=cluster.aliases,
        categories=cluster.category_ids,
        counts=_counts(cluster),
        scores=dict(scores),
        standing=standing,
        covers=_covers(cluster, feeds),
    )


def _counts(cluster: ClusterOrganisation) -> dict[str, Interval]:
    """Return the counts of things that can be counted; money and shares are left to the profile."""
    attributes = schema().attributes
    return {
        unit: count.interval
        for unit, count in cluster.counts.items()
        if attributes[unit].unit == unit
    }


def _covers(cluster: ClusterOrganisation, feeds: Feeds | None) -> dict[str, float]:
    if feeds is None:
        return {}
    pairs = zip(feeds.chain.stages, feeds.covers(cluster), strict=True)
    return {stage.id: cover.low for stage, cover in pairs if cover.low > 0}


def _others(graph: PartnershipGraph) -> Iterable[Node]:
    for thing in graph.ids("category", *(kind for kind in _KINDS if kind != "cluster")):
        country = graph.value(thing, "country")
        yield Node(
            id=thing,
            name=graph.name(thing),
            kind=_legend_kind(graph, thing),
            country=None if country is None else str(country),
            aliases=tuple(map(str, graph.values(thing, "alias"))),
        )


def _legend_kind(graph: PartnershipGraph, thing: str) -> str:
    kind = graph.kind(thing)
    return graph.category(thing).scheme if kind == "category" else _KINDS[kind]


def _edges(graph: PartnershipGraph, known: set[str]) -> Iterable[Edge]:
    for source, target, key in graph.networkx.edges(keys=True):
        if key[0] in DRAWN and source in known and target in known:
            yield Edge(source=source, target=target, relation=key[0])


def _ranking(
    clusters: Sequence[str], members: Sequence[str], candidates: Candidates | None
) -> tuple[str, ...]:
    best = [one.id for one in candidates.candidates] if candidates else []
    rest = [*candidates.off_chain, *candidates.uncategorised] if candidates else []
    return tuple(dict.fromkeys((*members, *best, *rest, *clusters)))


def facet(view: View, name: str) -> tuple[FacetValue, ...]:
    """Return the values of a facet with the number of clusters, most first.

    ``country`` is a cluster's country; the name of a scheme gives its categories. Clusters of
    which the facet is unknown are not among the values.
    """
    clusters = view.of_kind("cluster")
    if name == "country":
        counted = Counter(node.country for node in clusters if node.country)
        labels = {country: country for country in counted}
    else:
        labels = {node.id: node.name for node in view.of_kind(name)}
        counted = Counter(c for node in clusters for c in node.categories if c in labels)
    found = [FacetValue(id=v, label=labels[v], clusters=n) for v, n in counted.items()]
    return tuple(sorted(found, key=lambda value: (-value.clusters, value.label)))


def kinds_shown(view: View) -> dict[str, int]:
    """Return how many nodes each kind of the legend has, in the legend's order."""
    counted = Counter(node.kind for node in view.nodes)
    return {one.id: counted[one.id] for one in MARKS if counted[one.id]}
