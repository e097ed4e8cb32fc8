"""Where things stand in the picture *Value chain*: one column for each stage, in order.

A cluster stands in the column of the stage it covers best; of several as good, in the one
that the fewest clusters cover. What covers no stage, and what nobody categorised, have columns
of their own: they are different things.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from hanse.graph.ids import category_id
from hanse.graph.model import ValueChain
from hanse.viz.palette import MARKS
from hanse.viz.view import Node, View

Place = tuple[float, float]

FEWEST_ROWS: Final = 10  # clusters under each other before a column becomes wider
MOST_ROWS: Final = 48
ROW: Final = 26.0
LANE: Final = 182.0  # a mark and its name beside it
SHAPE: Final = 2.05  # width to height of the pane
MARGIN: Final = 16.0  # from the left edge of a band to its marks
GAP: Final = 12.0
HEAD: Final = 34.0
CATEGORY_ROW: Final = 24.0
OFF_CHAIN: Final = "off_chain"
UNCATEGORISED: Final = "uncategorised"


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A column with its heading, from ``left`` to ``right``, in units of the picture."""

    id: str
    label: str
    left: float
    right: float
    top: float
    bottom: float
    clusters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLayout:
    """Places of what stands on the chain, and the bands under it.

    What has no place (a category that feeds no stage, say) is not drawn in this picture.
    ``lane`` is how far it is from a mark to the next one beside it.
    """

    places: Mapping[str, Place]
    bands: tuple[Band, ...]
    lane: float = LANE


def chain_layout(view: View, chain: ValueChain) -> ChainLayout:
    """Return the places of clusters, of the categories that feed a stage, and partnerships."""
    columns = _columns(view, chain)
    feeding = _feeding(view, chain)
    first = {s: [n for n in nodes if _is_first(n)] for s, nodes in feeding.items()}
    later = {s: [n for n in nodes if not _is_first(n)] for s, nodes in feeding.items()}
    head = HEAD + CATEGORY_ROW * max((len(nodes) for nodes in first.values()), default=0)
    rows = rows_for([len(nodes) for nodes in columns.values() if nodes], head)
    bands = _bands(columns, chain, head, rows)
    places: dict[str, Place] = {}
    for band in bands:
        places |= _stacked(first.get(band.id, []), band.left + MARGIN, HEAD)
        places |= _filled(columns[band.id], band, head, rows)
        places |= _stacked(later.get(band.id, []), band.left + MARGIN, band.bottom + ROW)
    places |= _partnerships(view, places, below=bands)
    return ChainLayout(places=dict(sorted(places.items())), bands=bands)


def _is_first(node: Node) -> bool:
    return any(mark.is_first for mark in MARKS if mark.id == node.kind)


def _columns(view: View, chain: ValueChain) -> dict[str, list[Node]]:
    """Return the clusters of each column: members first, then best candidates first."""
    place = {cluster: number for number, cluster in enumerate(view.ranking)}
    clusters = sorted(view.of_kind("cluster"), key=lambda node: place[node.id])
    covering = Counter(stage for node in clusters for stage in node.covers)
    columns: dict[str, list[Node]] = {stage.id: [] for stage in chain.stages}
    columns |= {OFF_CHAIN: [], UNCATEGORISED: []}
    for node in clusters:
        columns[main_stage(node, covering, view.stages)].append(node)
    return columns


def main_stage(node: Node, covering: Mapping[str, int], stages: Sequence[str]) -> str:
    """Return the stage that a cluster stands for: covered best, and by the fewest others."""
    if not node.covers:
        return OFF_CHAIN if node.categories else UNCATEGORISED
    return min(node.covers, key=lambda s: (-node.covers[s], covering[s], stages.index(s)))


def _feeding(view: View, chain: ValueChain) -> dict[str, list[Node]]:
    """Return the categories of each column: each at the stage it feeds most."""
    best: dict[str, tuple[float, str]] = {}
    for stage in chain.stages:
        for feed in stage.feeds:
            category = category_id(feed.scheme, feed.label)
            if feed.relevance > best.get(category, (0.0, ""))[0]:
                best[category] = (feed.relevance, stage.id)
    found: dict[str, list[Node]] = {stage.id: [] for stage in chain.stages}
    for node in view.nodes:
        if node.id in best:
            found[best[node.id][1]].append(node)
    return found


def rows_for(columns: Collection[int], head: float) -> int:
    """Return how many clusters stand under each other, so that the picture fits the pane.

    ``columns`` are the numbers of clusters in each.
    """
    fits = (
        rows
        for rows in range(FEWEST_ROWS, MOST_ROWS)
        if LANE * sum(ceil(count / rows) for count in columns) <= SHAPE * (head + ROW * (rows + 2))
    )
    return next(fits, MOST_ROWS)


def _bands(
    columns: Mapping[str, Sequence[Node]], chain: ValueChain, head: float, rows: int
) -> tuple[Band, ...]:
    labels = {stage.id: stage.label for stage in chain.stages}
    labels |= {OFF_CHAIN: "Off the chain", UNCATEGORISED: "Uncategorised"}
    bands: list[Band] = []
    left = 0.0
    for name, nodes in columns.items():
        if name in (OFF_CHAIN, UNCATEGORISED) and not nodes:
            continue
        right = left + LANE * _lanes(nodes, rows)
        bottom = head + ROW * rows + GAP
        band = Band(
            id=name,
            label=labels[name],
            left=left,
            right=right,
            top=0.0,
            bottom=bottom,
            clusters=len(nodes),
        )
        bands.append(band)
        left = right + GAP
    return tuple(bands)


def _lanes(nodes: Sequence[Node], rows: int) -> int:
    return max(1, ceil(len(nodes) / rows))


def _stacked(nodes: Sequence[Node], left: float, top: float) -> dict[str, Place]:
    return {n.id: (left, top + CATEGORY_ROW * row) for row, n in enumerate(nodes)}


def _filled(nodes: Sequence[Node], band: Band, head: float, rows: int) -> dict[str, Place]:
    lanes = _lanes(nodes, rows)
    return {
        node.id: (
            band.left + MARGIN + LANE * (place % lanes),
            head + ROW * (0.5 + place // lanes),
        )
        for place, node in enumerate(nodes)
    }


def _partnerships(
    view: View, places: Mapping[str, Place], *, below: Iterable[Band]
) -> dict[str, Place]:
    """Return partnerships and networks in a row under the bands, each below its members."""
    bottom = max((band.bottom for band in below), default=0.0) + ROW * 1.4
    neighbours = view.neighbours()
    wanted = []
    for node in view.of_kind("partnership", "network"):
        xs = [places[other][0] for other in neighbours[node.id] if other in places]
        if xs:
            wanted.append((sum(xs) / len(xs), node.id))
    taken, found = float("-inf"), {}
    for x, node_id in sorted(wanted):
        taken = max(x, taken + LANE)
        found[node_id] = (round(taken), bottom)
    return found
