"""The part of a large project that the explorer draws: what lies around one thing.

Questions are answered of the whole all the same; only the picture is of a part, and says so.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from hanse.graph.errors import UnknownName
from hanse.graph.index import Index
from hanse.queries.readings.indexed import IndexedReading
from hanse.viz.documents import Document, common
from hanse.viz.session import Session
from hanse.viz.showing import show
from hanse.viz.view import View

BEST: Final = 20  # candidates and scorecards that the page of a large project lists
MOST: Final = 150  # things around the centre that are drawn
HITS: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is drawn of a large project.

    ``things`` are the first of the ``total`` that lie around ``centre``, itself aside. Without
    a centre nothing is drawn: the reader is asked to search.
    """

    centre: str | None
    things: tuple[str, ...] = ()
    total: int = 0


def listed(session: Session) -> int | None:
    """Return how many candidates the page lists: all of a small project, told by ``None``."""
    return BEST if session.engine.is_large else None


def surroundings(session: Session, centre: str | None) -> Surroundings:
    """Return what lies around a thing, by its id or name: at most 150 things, and how many.

    Around a cluster are those that share a partnership or network with it; around anything
    else, all that is tied to it.

    Raises
    ------
    UnknownName
        When nothing is called so.
    """
    if centre is None:
        return Surroundings(centre=None)
    thing = session.engine.find(centre)
    near = session.engine.neighbourhood(thing, hops=1, most=MOST + 1)
    graph = session.engine.part([thing])
    if graph.kind(thing) == "cluster":
        others = _fellows(graph.ids("cluster"), thing)
        return Surroundings(centre=thing, things=others[:MOST], total=len(others))
    return Surroundings(centre=thing, things=_fellows(near.things, thing), total=near.total - 1)


def _fellows(things: Iterable[str], centre: str) -> tuple[str, ...]:
    return tuple(one for one in things if one != centre)


def part_of(view: View, clusters: Collection[str]) -> View:
    """Return the view of some clusters and of what is tied to them, in the same order.

    Of other clusters a part holds the outlines only: drawn, they would look unknown.
    """
    wanted = set(clusters)
    tied = {edge.target for edge in view.edges if edge.source in wanted}
    kept = {n.id for n in view.nodes if n.id in wanted or (n.kind != "cluster" and n.id in tied)}
    return replace(
        view,
        nodes=tuple(node for node in view.nodes if node.id in kept),
        edges=tuple(e for e in view.edges if e.source in kept and e.target in kept),
        ranking=tuple(cluster for cluster in view.ranking if cluster in kept),
    )


def part_document(session: Session, drawn: Surroundings) -> Document:
    """Return what the page says of its part: around what, how much of it, of how many clusters."""
    centre = drawn.centre
    return {
        "around": centre,
        "name": session.graph.name(centre) if centre else None,
        "shown": len(drawn.things),
        "total": drawn.total,
        "clusters": len(session.engine.clusters()),
    }


def told_document(session: Session, name: str) -> Document:
    """Return all that is said of a thing; of a hub of a large project its first 150 ties.

    ``tied`` then says how many things are told of, and how many there are; ``names`` holds
    what they are called, and their kinds.
    """
    if not session.engine.is_large:
        return show(session, name)
    try:
        near = session.engine.neighbourhood(session.engine.find(name), hops=1, most=MOST + 1)
    except UnknownName:
        return show(session, name)  # rules, an assumption or a source: no thing of the graph
    tied = {"shown": len(near.things) - 1, "total": near.total - 1}
    shown = session.about(near.things)
    graph = shown.graph
    names = {one: [graph.name(one), graph.kind(one), True] for one in near.things if one in graph}
    return {**show(shown, near.centre), "tied": tied, "names": names}


def search_document(session: Session, words: str) -> Document:
    """Return the first things whose names hold all ``words``, and how many there are.

    ``kind`` is a kind of the legend where the thing has one there: the scheme of a category.
    """
    found = session.engine.search(words, most=HITS)
    return {**common(session), "total": found.total, "hits": _hits(session, found.things)}


def _hits(session: Session, things: Sequence[str]) -> list[Document]:
    reading = session.engine.reading
    if isinstance(reading, IndexedReading):
        return [_indexed_hit(reading.index, thing) for thing in things]
    graph = session.engine.part(things)
    return [
        {
            "id": thing,
            "name": graph.name(thing),
            "kind": graph.category(thing).scheme
            if graph.kind(thing) == "category"
            else graph.kind(thing),
            "country": graph.value(thing, "country"),
        }
        for thing in things
    ]


def _indexed_hit(index: Index, thing: str) -> Document:
    """Return a hit as the index knows it: no claim is read while somebody types."""
    code = int(index.codes([thing])[0])
    return {
        "id": thing,
        "name": index.labels[code],
        "kind": index.text_of(int(index.schemes[code])) or index.kind(code),
        "country": index.text_of(int(index.countries[code])),
    }
