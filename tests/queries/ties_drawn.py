"""Draw partnerships with members, and the two alliances of the fixture ``graph``."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import networkx as nx
from hypothesis import strategies as st

from hanse.graph.ids import slug
from hanse.queries.ties import Ties

DATA: Final = Path(__file__).parent.parent / "data" / "expected.json"
EXPECTED: Final[Mapping[str, Any]] = json.loads(DATA.read_text("utf-8"))["graph"]
MEMBERS: Final = {
    slug(name): frozenset(map(slug, members)) for name, members in EXPECTED["alliances"].items()
}
PER_NODE: Final = {slug(name): row for name, row in EXPECTED["per_node"].items()}
TWO: Final = Ties.among(MEMBERS)

CLUSTERS: Final = tuple("abcdefgh")
drawn: Final = st.dictionaries(
    st.sampled_from([*"PQRST"]),
    st.frozensets(st.sampled_from(CLUSTERS), max_size=5),
    max_size=5,
).map(Ties.among)


def projected(ties: Ties) -> "nx.Graph[str]":
    """Return the graph in which clusters are tied that share a partnership."""
    graph: nx.Graph[str] = nx.Graph()
    for members in ties.inside.values():
        every = sorted(members)
        graph.add_edges_from((a, b) for a in every for b in every if a < b)
    return graph
