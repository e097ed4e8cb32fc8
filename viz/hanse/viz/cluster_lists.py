"""The cluster organisations as a table for people: one row each, with their scores if asked for."""

from collections.abc import Mapping
from typing import Final

from hanse.graph.model import SCHEMES, ClusterOrganisation
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.viz.flat_values import Flat, columns, flat
from hanse.viz.network_files import NO_SCORES, Scores
from hanse.viz.spreadsheets import Sheet

# Columns that are always there, so that a list can be held against another.
FIXED: Final = ("id", "name", "aliases", "country", "regions", "annex_no", "homepage", *SCHEMES,
                "partnerships")  # fmt: skip
ENDS: Final = ("low", "high", "qualifier", "best", "worst")


def cluster_list(graph: PartnershipGraph, scores: Scores = NO_SCORES) -> Sheet:
    """Return the cluster organisations as a table, by id.

    Categories and regions go by their names, partnerships by their ids. A count is its lowest
    and highest value in columns of their own, such as ``companies_low``; so is a score.
    Unknown is an empty cell. Invented data are marked in a column ``synthetic``.
    """
    rows = [_row(graph, cluster, scores.get(cluster.id, {})) for cluster in graph.clusters()]
    more = sorted((name for name in columns(rows) if name not in FIXED), key=_place)
    names = (*FIXED, *more)
    cells = tuple(tuple(row.get(name) for name in names) for row in rows)
    return Sheet(name="clusters", columns=names, rows=cells)


def _place(name: str) -> tuple[str, int]:
    """Return the key that puts the ends of a range side by side, the lower one first."""
    base, _, part = name.rpartition("_")
    return (base, ENDS.index(part)) if part in ENDS else (name, 0)


def _row(
    graph: PartnershipGraph, cluster: ClusterOrganisation, scores: Mapping[str, object]
) -> dict[str, Flat]:
    said: dict[str, object] = {
        "id": cluster.id,
        "name": cluster.name,
        "aliases": cluster.aliases,
        "country": cluster.country,
        "regions": [graph.name(region) for region in cluster.regions],
        "annex_no": cluster.annex_no,
        "homepage": cluster.homepage,
        **{scheme: [graph.name(c) for c in ids] for scheme, ids in cluster.categories.items()},
        "partnerships": graph.targets_of(cluster.id, "member_of"),
        "synthetic": True if graph.value(cluster.id, "synthetic") is True else None,
        **cluster.counts,
        **scores,
    }
    return {name: value for key, part in said.items() for name, value in flat(key, part)}
