"""Keep in the server what questions ask of every cluster, so that they ask of few.

For a version of a project: where each cluster is, as the number of a place, which markets it is
in, and how many lie behind its partnerships. For a chain: which clusters cover it alike. Both
are made when they are first asked for; a later version makes them anew.
"""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final

from hanse.graph.model import ACCESS_KINDS, PARTNERSHIP_KINDS, SCHEMES
from hanse.graph.stores.neo4j.connection import Connection, Transaction
from hanse.graph.stores.neo4j.packed import keep_groups, keep_packed

BATCH: Final = 5000  # clusters that one transaction writes to
PLACES: Final = 25  # places that one transaction numbers the clusters of

Place = list[str]  # a country, nothing where it is unknown, and regions
Feed = tuple[str, int, float]  # a category, the place of the stage it feeds, how relevant it is


def keep_columns(connection: Connection, graph: str, digest: str) -> list[Place]:
    """See to it that the columns of a version are kept; return its places by their numbers."""
    if not _is_kept(connection, graph, digest):
        clusters = _number_clusters(connection, graph)
        for first in range(0, len(places := _places(connection, graph)), PLACES):
            connection.write(partial(_number, graph, places[first : first + PLACES], first))
        keep_packed(connection, graph, digest, clusters)
        connection.write(partial(_begin, graph, digest))
    return _places(connection, graph)


def keep_signatures(
    connection: Connection, graph: str, digest: str, feeds: Sequence[Feed], stages: int
) -> None:
    """See to it that it is kept how clusters cover a chain."""
    if _is_kept(connection, graph, digest):
        return
    rows = [{"category": c, "place": place, "relevance": r} for c, place, r in feeds]

    def make(run: Transaction) -> None:
        if _begin(graph, digest, run):
            given = {"feeds": rows, "stages": stages, "schemes": list(SCHEMES)}
            run("signatures_make", graph=graph, digest=digest, **given)
            keep_groups(run, graph, digest)

    connection.write(make)


def _is_kept(connection: Connection, graph: str, digest: str) -> bool:
    return bool(connection.read("signatures_there", graph=graph, digest=digest)[0][0])


def _begin(graph: str, digest: str, run: Transaction) -> bool:
    return bool(run("signatures_begin", graph=graph, digest=digest)[0][0])


def _number_clusters(connection: Connection, graph: str) -> int:
    """Give all clusters numbers, by id, with what is asked of each; return how many there are."""
    after, first = "", 0
    while done := connection.write(partial(_columns, graph, after, first)):
        after, first = done[0], first + done[1]
    return first


def _columns(graph: str, after: str, first: int, run: Transaction) -> tuple[str, int] | None:
    given = {"access": list(ACCESS_KINDS), "wide": list(PARTNERSHIP_KINDS), "batch": BATCH}
    last, many = run("columns_make", graph=graph, after=after, first=first, **given)[0]
    return None if last is None else (str(last), int(many))


def _places(connection: Connection, graph: str) -> list[Place]:
    return sorted(connection.read("places_read", graph=graph)[0][0])


def _number(graph: str, places: Iterable[Place], first: int, run: Transaction) -> None:
    run("places_put", graph=graph, places=list(places), first=first)
