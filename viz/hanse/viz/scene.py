"""Which part of a view is drawn: all of a small one, the best of a large one, and it is said.

A picture of twenty thousand clusters is a blur however fast it is drawn. So the page draws the
clusters that fit the question best, and search and filters bring in others.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from hanse.graph.errors import UserMistake
from hanse.viz.palette import MARKS
from hanse.viz.view import Edge, View

BUDGET: Final = 400  # clusters drawn
MOST_NODES: Final = 1500
MOST_LINKS: Final = 6000
NEIGHBOURS: Final = 50  # added unasked with what is selected
# A category that more than this share of clusters has tells none of them apart.
COMMON: Final = 0.6

FIRST_KINDS: Final = tuple(mark.id for mark in MARKS if mark.is_first)


class SceneTooLarge(UserMistake):
    """More nodes than a picture holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is drawn, and in words what is not.

    ``message`` is empty when every cluster is drawn. ``too_many`` are neighbours of what is
    selected that were not added, by kind, for the reader to choose from.
    """

    nodes: tuple[str, ...]
    clusters: int
    of_clusters: int
    message: str = ""
    too_many: tuple[tuple[str, int], ...] = ()


def scene(
    view: View,
    *,
    kinds: Collection[str] = FIRST_KINDS,
    passing: Collection[str] | None = None,
    selected: str | None = None,
    budget: int = BUDGET,
) -> Scene:
    """Return what to draw of a view.

    Parameters
    ----------
    kinds
        Kinds of the legend that are shown.
    passing
        Ids of the clusters that pass the filters; ``None`` is all.
    selected
        Id of what is selected: it and up to 50 neighbours are drawn in any case.
    budget
        How many clusters are drawn at most, besides members and what is selected.

    Raises
    ------
    SceneTooLarge
        When the scene would hold more than 1,500 nodes.
    """
    every = [c for c in view.ranking if passing is None or c in passing]
    neighbours, too_many = _neighbours(view, selected)
    kept = dict.fromkeys((*view.members, *every[:budget])) if "cluster" in kinds else {}
    drawn = dict.fromkeys([*kept, *_around(view, kept, kinds), *neighbours])
    _check(len(drawn))
    clusters = sum(1 for node in drawn if node in set(view.ranking))
    return Scene(
        nodes=tuple(sorted(drawn)),
        clusters=clusters,
        of_clusters=len(view.ranking),
        message=_message(clusters, len(every), budget),
        too_many=too_many,
    )


def _message(clusters: int, passing: int, budget: int) -> str:
    if passing <= budget:
        return ""
    return (
        f"Showing the {clusters:,} best-fitting of {passing:,} clusters. "
        "Search or filter to bring in others."
    )


def _around(view: View, clusters: Collection[str], kinds: Collection[str]) -> Iterable[str]:
    """Return the other nodes of the kinds shown that are tied to a cluster drawn.

    In a small view those that are tied to none are drawn as well.
    """
    tied = {e.target for e in view.edges if e.source in clusters}
    is_whole = len(clusters) == len(view.ranking)
    return (
        node.id
        for node in view.nodes
        if node.kind != "cluster" and node.kind in kinds and (is_whole or node.id in tied)
    )


def _neighbours(
    view: View, selected: str | None
) -> tuple[tuple[str, ...], tuple[tuple[str, int], ...]]:
    neighbours = view.neighbours()
    if selected is None or selected not in neighbours:
        return (), ()
    near = neighbours[selected]
    if len(near) <= NEIGHBOURS:
        return (selected, *near), ()
    kinds = {node.id: node.kind for node in view.nodes}
    counted = [(mark.id, sum(kinds[n] == mark.id for n in near)) for mark in MARKS]
    return (selected,), tuple((kind, count) for kind, count in counted if count)


def _check(nodes: int) -> None:
    if nodes > MOST_NODES:
        raise SceneTooLarge(
            f"a picture holds {MOST_NODES:,} things, and this one would hold {nodes:,}",
            hint="show fewer kinds, or filter by country or category",
        )


def links(view: View, nodes: Collection[str]) -> tuple[Edge, ...]:
    """Return the links to draw between ``nodes``: at most 6,000, the telling ones first.

    Memberships come first, then categories that few clusters share. Links to a category that
    more than 60 percent of all clusters have are left out: they tell none of them apart. They
    are drawn when one of their ends is selected.
    """
    inside = [e for e in view.edges if e.source in nodes and e.target in nodes]
    held = _held(view)
    common = COMMON * len(view.of_kind("cluster"))
    telling = [e for e in inside if held.get(e.target, 0) <= common]
    ordered = sorted(telling, key=lambda e: (e.relation == "classified_as", held.get(e.target, 0)))
    return tuple(sorted(ordered[:MOST_LINKS]))


def _held(view: View) -> dict[str, int]:
    held: dict[str, int] = {}
    for edge in view.edges:
        if edge.relation == "classified_as":
            held[edge.target] = held.get(edge.target, 0) + 1
    return held


def matches(view: View, words: str, *, most: int = 20) -> tuple[str, ...]:
    """Return the ids whose names hold all ``words``: clusters and beginnings first."""
    from hanse.graph.ids import fold

    wanted = fold(words).split()
    if not wanted:
        return ()
    hits = [n for n in view.nodes if all(word in n.folded for word in wanted)]
    hits.sort(key=lambda n: (n.kind != "cluster", not _begins(n.folded, wanted), n.folded))
    return tuple(node.id for node in hits[:most])


def _begins(folded: str, wanted: Sequence[str]) -> bool:
    return any(name.startswith(wanted[0]) for name in folded.split(" | "))
