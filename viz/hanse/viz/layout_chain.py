"""Where things stand in the picture *Value chain*: one column for each stage, in order.

A cluster stands in the column of the stage it covers best; of several as good, in the one
that the fewest clusters cover. What covers no stage, and what nobody categorised, have columns
of their own: they are different things. Categories are not drawn: they made the columns.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from hanse.graph.model import ValueChain
from hanse.viz.view import Node, View

Place = tuple[float, float]

FEWEST_ROWS: Final = 10  # clusters under each other before a column becomes wider
MOST_ROWS: Final = 48
ROW: Final = 14.0
LANE: Final = 90.0  # a mark and its name beside it
MARK: Final = 0.62  # marks are smaller where they stand close
SHAPE: Final = 2.5  # width to height of the columns, their headings aside
MARGIN: Final = 9.0  # from the left edge of a band to its marks
GAP: Final = 6.0
HEAD: Final = 22.0
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

    What has no place (a category, a region) is not drawn in this picture.
    ``lane`` is how far it is from a mark to the next one beside it.
    """

    places: Mapping[str, Place]
    bands: tuple[Band, ...]
    lane: float = LANE


def chain_layout(view: View, chain: ValueChain) -> ChainLayout:
    """Return the places of clusters by stage, and of partnerships below their members."""
    columns = _columns(view, chain)
    rows = rows_for([len(nodes) for nodes in columns.values() if nodes])
    bands = _bands(columns, chain, rows)
    places: dict[str, Place] = {}
    for band in bands:
        places |= _filled(columns[band.id], band, rows)
    places |= _partnerships(view, places, below=bands)
    return ChainLayout(places=dict(sorted(places.items())), bands=bands)


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


def rows_for(columns: Collection[int]) -> int:
    """Return how many clusters stand under each other, so that the picture fits the pane.

    ``columns`` are the numbers of clusters in each.
    """
    fits = (
        rows
        for rows in range(FEWEST_ROWS, MOST_ROWS)
        if LANE * sum(ceil(count / rows) for count in columns) <= SHAPE * (HEAD + ROW * (rows + 2))
    )
    return next(fits, MOST_ROWS)


def _bands(columns: Mapping[str, Sequence[Node]], chain: ValueChain, rows: int) -> tuple[Band, ...]:
    labels = {stage.id: stage.label for stage in chain.stages}
    labels |= {OFF_CHAIN: "Off the chain", UNCATEGORISED: "Uncategorised"}
    bands: list[Band] = []
    left = 0.0
    for name, nodes in columns.items():
        if name in (OFF_CHAIN, UNCATEGORISED) and not nodes:
            continue
        right = left + LANE * _lanes(nodes, rows)
        bottom = HEAD + ROW * rows + GAP
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


def _filled(nodes: Sequence[Node], band: Band, rows: int) -> dict[str, Place]:
    lanes = _lanes(nodes, rows)
    return {
        node.id: (
            band.left + MARGIN + LANE * (place % lanes),
            HEAD + ROW * (0.5 + place // lanes),
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
    taken = float("-inf")
    found: dict[str, Place] = {}
    for x, node_id in sorted(wanted):
        taken = max(x, taken + LANE)
        found[node_id] = (float(round(taken)), bottom)
    return found
