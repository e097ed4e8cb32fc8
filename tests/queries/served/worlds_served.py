"""Random projects in a real server, and the same ones here, to ask both the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from tests.builders import intake
from tests.worlds import CLUSTERS, MARKETS, chain, world

from hanse.graph.index import Index
from hanse.graph.model import ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.neo4j.project_store import Neo4jStore
from hanse.graph.stores.sqlite import SqliteStore


@dataclass(frozen=True, kw_only=True)
class Twin:
    """One project kept twice, and a question that fits it."""

    there: Neo4jStore
    here: SqliteStore
    graph: PartnershipGraph
    alliance: list[str]
    targets: list[str]
    chain: ValueChain
    networks: bool

    @property
    def index(self) -> Index:
        """Return the index of the one that is here."""
        return Index.of(self.here)

    def some(self, ids: Sequence[str], kind: str) -> list[str]:
        """Return those that the graph knows as this kind."""
        return [one for one in ids if one in self.graph and self.graph.kind(one) == kind]


def twin(store: Neo4jStore, random: Random) -> Twin | None:
    """Return a project drawn at random, or nothing when it knows no cluster."""
    said = world(random)
    here = SqliteStore.in_memory([intake(said)], address="here")
    graph = PartnershipGraph.of(here)
    clusters = [c for c in CLUSTERS if c in graph and graph.kind(c) == "cluster"]
    markets = [m for m in MARKETS if m in graph and graph.kind(m) == "market"]
    if not clusters:
        return None
    store.write(intake(said))
    return Twin(
        there=store,
        here=here,
        graph=graph,
        alliance=random.sample(clusters, min(len(clusters), random.randint(1, 2))),
        targets=random.sample(markets, min(len(markets), random.randint(0, 3))),
        chain=chain(random),
        networks=random.random() < 0.5,
    )
