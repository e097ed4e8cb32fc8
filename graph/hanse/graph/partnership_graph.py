"""The graph of clusters and partnerships, with the field's verbs.

A networkx multigraph is held inside, for its algorithms; questions are asked through the
verbs here, which answer with frozen records in a fixed order.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Self, cast

from hanse.graph import records
from hanse.graph.claims import Claim, Preference
from hanse.graph.dates import check_date
from hanse.graph.fold import Folded, fold
from hanse.graph.model import (
    ACCESS_KINDS,
    PARTNERSHIP_KINDS,
    Agreement,
    Category,
    ClusterOrganisation,
    Count,
    Group,
    Market,
    Membership,
    Partnership,
    Region,
    Settings,
    Source,
)
from hanse.graph.names import Names
from hanse.graph.store import Contents, Definition, Store
from hanse.graph.ties import by_end

if TYPE_CHECKING:
    import networkx as nx


class PartnershipGraph:
    """What is known of clusters and partnerships on one day.

    Parameters
    ----------
    folded
        The graph made of the claims.
    contents
        Sources, definitions and settings of the project.
    as_of
        The day it stands for; ``None`` is all days together.
    """

    def __init__(self, folded: Folded, contents: Contents, *, as_of: str | None = None) -> None:
        self._folded = folded
        self._graph = folded.networkx
        self._contents = contents
        self.as_of = as_of
        self.scores: Mapping[str, Mapping[str, object]] = {}

    @classmethod
    def of(cls, store: Store, *, as_of: str | None = None) -> Self:
        """Return the graph of everything that ``store`` keeps, on the day ``as_of``.

        Raises
        ------
        ImpossibleDate
            When ``as_of`` is not a date.
        """
        as_of = None if as_of is None else check_date(as_of)
        contents = store.contents()
        folded = fold(store.claims(), as_of=as_of, trust=contents.settings.trust)
        return cls(folded, contents, as_of=as_of)

    @property
    def networkx(self) -> "nx.MultiDiGraph[str]":
        """Return the multigraph itself, for networkx's algorithms; do not change it."""
        return self._graph

    @property
    def settings(self) -> Settings:
        """Return what the project takes when nothing else is asked for."""
        return self._contents.settings

    @property
    def sources(self) -> Mapping[str, Source]:
        """Return the sources by id."""
        return {source.id: source for source in self._contents.sources}

    def definitions(self, kind: str) -> tuple[Definition, ...]:
        """Return the chains, guides or rules that the project keeps."""
        return tuple(d for d in self._contents.definitions if d.kind == kind)

    # -- who there is ------------------------------------------------------------------

    def ids(self, *kinds: str) -> tuple[str, ...]:
        """Return the ids of everything of these kinds, in order."""
        return tuple(node for node in sorted(self._graph) if self.kind(node) in kinds)

    def kind(self, thing: str) -> str:
        """Return the kind of a thing."""
        return str(self._graph.nodes[thing]["kind"])

    def name(self, thing: str) -> str:
        """Return the name of a thing, or its id when it is not in the graph."""
        return str(self._graph.nodes[thing]["name"]) if thing in self._graph else thing

    def __contains__(self, thing: object) -> bool:
        """Say whether the graph holds a thing of this id."""
        return thing in self._graph

    @cached_property
    def _clusters(self) -> dict[str, ClusterOrganisation]:
        return {}  # each is made when it is first asked for: of a part, few are

    def clusters(self) -> tuple[ClusterOrganisation, ...]:
        """Return every cluster organisation, by id."""
        return tuple(self.cluster(cluster) for cluster in self.ids("cluster"))

    def cluster(self, cluster: str) -> ClusterOrganisation:
        """Return one cluster organisation by its id."""
        if cluster not in self._clusters:
            if cluster not in self or self.kind(cluster) != "cluster":
                raise KeyError(cluster)
            self._clusters[cluster] = records.cluster(self, cluster)
        return self._clusters[cluster]

    def partnerships(self, *kinds: str) -> tuple[Partnership, ...]:
        """Return the partnerships, networks and consortia, or those of some kinds, by id."""
        return tuple(self.partnership(p) for p in self.ids(*(kinds or PARTNERSHIP_KINDS)))

    def partnership(self, partnership: str) -> Partnership:
        """Return one partnership, network or consortium by its id."""
        return records.partnership(self, partnership)

    def category(self, category: str) -> Category:
        """Return one category by its id."""
        return records.category(self, category)

    def region(self, region: str) -> Region:
        """Return one region by its id."""
        return records.region(self, region)

    def market(self, market: str) -> Market:
        """Return one target market by its id."""
        return records.market(self, market)

    def group(self, group: str) -> Group:
        """Return one group of clusters by its id."""
        return Group(id=group, name=self.name(group), members=self.sources_of(group, "in_group"))

    # -- who is tied to whom -----------------------------------------------------------

    def ties(self, thing: str, relation: str) -> tuple[Claim, ...]:
        """Return the claims by which ``thing`` leads to others, by the other end's id."""
        return self._outgoing.get(thing, {}).get(relation, ())

    def ties_to(self, thing: str, relation: str) -> tuple[Claim, ...]:
        """Return the claims by which others lead to ``thing``, by their subject's id."""
        return self._incoming.get(thing, {}).get(relation, ())

    @cached_property
    def _outgoing(self) -> dict[str, dict[str, tuple[Claim, ...]]]:
        """Return the claims of all ties by subject and relation: sorted once, asked often."""
        return by_end(self._tie_claims(), lambda c: c.subject, lambda c: (c.other, c.id))

    @cached_property
    def _incoming(self) -> dict[str, dict[str, tuple[Claim, ...]]]:
        return by_end(self._tie_claims(), lambda c: c.other, lambda c: (c.subject, c.id))

    def _tie_claims(self) -> Iterable[Claim]:
        return (claim for _, _, claim in self._graph.edges(data="claim"))

    def targets_of(self, thing: str, relation: str) -> tuple[str, ...]:
        """Return the ids that ``thing`` leads to by a relation, each once, in order."""
        return tuple(dict.fromkeys(claim.other for claim in self.ties(thing, relation)))

    def sources_of(self, thing: str, relation: str) -> tuple[str, ...]:
        """Return the ids that lead to ``thing`` by a relation, each once, in order."""
        return tuple(dict.fromkeys(claim.subject for claim in self.ties_to(thing, relation)))

    def members(self, partnership: str) -> tuple[str, ...]:
        """Return the ids of the clusters in a partnership, saved alliance or group."""
        relation = {"alliance": "in_alliance", "group": "in_group"}.get(self.kind(partnership))
        return self.sources_of(partnership, relation or "member_of")

    def memberships(
        self, cluster: str, kinds: Sequence[str] = ACCESS_KINDS
    ) -> tuple[Membership, ...]:
        """Return what a cluster is a member of; by default only what gives access."""
        claims = self.ties(cluster, "member_of")
        return records.memberships(c for c in claims if self.kind(c.other) in kinds)

    def agreements(self, party: str) -> tuple[Agreement, ...]:
        """Return the agreements of a partnership or cluster with gateways."""
        return tuple(records.agreement(self, a) for a in self.targets_of(party, "party_to"))

    def regions_of(self, cluster: str) -> tuple[str, ...]:
        """Return a cluster's regions; one that contains another stated of it counts once.

        The smaller of the two is kept.
        """
        stated = self.targets_of(cluster, "located_in")
        wider = {region: self.wider(region) for region in stated}
        return tuple(
            region
            for region in stated
            if not any(region in wider[s] and s not in wider[region] for s in stated)
        )

    def wider(self, thing: str) -> tuple[str, ...]:
        """Return the ids of everything that contains a region or market, near ones first."""
        found: dict[str, None] = {}
        queue = list(self.targets_of(thing, "within"))
        while queue:
            outer = queue.pop(0)
            if outer not in found and outer != thing:
                found[outer] = None
                queue.extend(self.targets_of(outer, "within"))
        return tuple(found)

    # -- what is said ------------------------------------------------------------------

    def values(self, thing: str, attribute: str) -> tuple[object, ...]:
        """Return what is said of an attribute, in order; empty when nothing is."""
        if thing not in self._graph:
            return ()
        attributes = cast("dict[str, tuple[object, ...]]", self._graph.nodes[thing]["attributes"])
        return attributes.get(attribute, ())

    def value(self, thing: str, attribute: str) -> object | None:
        """Return the first value of an attribute, or ``None`` when nothing is said."""
        values = self.values(thing, attribute)
        return values[0] if values else None

    def preference(self, thing: str, unit: str) -> Preference | None:
        """Return how a count is chosen among its statements; ``None`` is unknown."""
        if thing not in self._graph:
            return None
        counts = cast("dict[str, Preference]", self._graph.nodes[thing]["counts"])
        return counts.get(unit)

    def counts(self, thing: str) -> dict[str, Count]:
        """Return the known counts of a thing by unit."""
        counts = cast("dict[str, Preference]", self._graph.nodes[thing]["counts"])
        return {unit: records.count(unit, chosen) for unit, chosen in counts.items()}

    def claims(self, thing: str) -> tuple[Claim, ...]:
        """Return every claim with this subject that holds on the day, conjectures too."""
        return cast("tuple[Claim, ...]", self._graph.nodes[thing]["claims"])

    def claims_of(self, thing: str, predicate: str) -> tuple[Claim, ...]:
        """Return the facts that state one relation or attribute of a thing."""
        return tuple(c for c in self.claims(thing) if c.predicate == predicate and c.is_fact)

    @property
    def dangling(self) -> tuple[Claim, ...]:
        """Return the claims that lead to a thing nobody described."""
        return self._folded.dangling

    @property
    def merged(self) -> Mapping[str, str]:
        """Return the ids of things judged to be another, each with the id of that one."""
        return self._folded.merged

    # -- names -------------------------------------------------------------------------

    @cached_property
    def _names(self) -> Names:
        return Names(self, absent=self._folded.absent, merged=self._folded.merged)

    def find(self, name: str, *kinds: str) -> str:
        """Return the id of the thing called ``name``: an id or any known name.

        Case, accents and punctuation aside. Without ``kinds`` anything may be meant.

        Raises
        ------
        UnknownName
            When nothing of these kinds has the name, or several have; the nearest are named.
        """
        return self._names.find(name, kinds)

    # -- scores on the graph -----------------------------------------------------------

    def with_scores(self, scores: Mapping[str, Mapping[str, object]]) -> "PartnershipGraph":
        """Return a graph whose nodes carry these scores besides those they have.

        ``scores`` maps a cluster to score names and values (numbers, intervals, rank ranges);
        they become node properties under ``scores``. This graph stays as it is.
        """
        scored = PartnershipGraph(
            replace(self._folded, networkx=self._graph.copy()),
            self._contents,
            as_of=self.as_of,
        )
        every: Iterable[str] = sorted({*self.scores, *scores})
        scored.scores = {c: {**self.scores.get(c, {}), **scores.get(c, {})} for c in every}
        for cluster, values in scored.scores.items():
            scored.networkx.nodes[cluster]["scores"] = dict(values)
        return scored
