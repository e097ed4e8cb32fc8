"""Put the facts on the graph: a new graph as a whole, or a few things of the one that is there.

A reader follows the project to its graph. A large load makes another graph beside it, batch by
batch, which becomes the project's at the switch; a small one changes the graph within the
transaction of the switch itself. Either way nobody sees half of it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.merging import gather, judged_same
from hanse.graph.stores.neo4j.connection import Transaction, Work
from hanse.graph.stores.neo4j.facts import Thing, Tie, by_stand, thing_of, ties_of
from hanse.graph.stores.neo4j.layout import kind_labels

THINGS: Final = 1000  # things put on the graph at a time, with some 10,000 ties

Write = Callable[[Work[None]], None]
ClaimsOf = Callable[[Iterable[str]], Iterable[Claim]]
Former = Mapping[str, Sequence[str]]  # what stands for others, and their ids
NOBODY: Final[Former] = {}
Said = tuple[str, list[Claim]]  # a thing, and all that is said of it


def by_subject(claims: Iterable[Claim]) -> Iterator[Said]:
    """Yield each thing with what is said of it; the claims come by subject."""
    for subject, said in groupby(claims, lambda claim: claim.subject):
        yield subject, list(said)


def joined(claims_of: ClaimsOf, subjects: Iterable[str], same: Iterable[Claim]) -> Iterator[Said]:
    """Yield each thing with what is said of it and of all that is judged to be the same.

    A subject of which nothing is said comes with no claims.
    """
    merged = judged_same(same)
    known = iter(by_stand(merged, subjects).items())
    while batch := dict(islice(known, THINGS)):
        everyone = {thing for group in batch.values() for thing in group}
        said = gather(claims_of(everyone), merged)
        for subject in batch:
            yield subject, said.get(subject, [])


def drawn(
    said: Iterable[Said], trust: Sequence[str], former: Former = NOBODY
) -> tuple[list[Thing], list[Tie]]:
    """Return the things and ties that claims make; ``former`` are ids that became others'."""
    every = list(said)
    things = [
        thing_of(subject, claims, trust=trust, former=former.get(subject, ()))
        for subject, claims in every
    ]
    return things, [tie for _, claims in every for tie in ties_of(claims)]


def paint(
    write: Write,
    graph: str,
    said: Iterable[Said],
    trust: Sequence[str],
    former: Former = NOBODY,
) -> None:
    """Put everything that is said on a new graph, a batch at a time."""
    remaining = iter(said)
    while batch := list(islice(remaining, THINGS)):
        write(_putting(graph, *drawn(batch, trust, former)))


def _putting(graph: str, things: Sequence[Thing], ties: Sequence[Tie]) -> Work[None]:
    return lambda run: put(run, graph, things, ties)


def repaint(run: Transaction, graph: str, things: Sequence[Thing], ties: Sequence[Tie]) -> None:
    """Put a few things in the place of what was said of them before."""
    ids = [thing.id for thing in things]
    run("things_clear", graph=graph, ids=ids, labels=list(kind_labels()))
    put(run, graph, things, ties)


def put(run: Transaction, graph: str, things: Sequence[Thing], ties: Sequence[Tie]) -> None:
    """Put things and ties on a graph."""
    by_label: dict[str | None, list[dict[str, object]]] = defaultdict(list)
    for thing in things:
        by_label[thing.label].append({"id": thing.id, "properties": thing.properties})
    for label, rows in by_label.items():
        run("things_put", graph=graph, rows=rows, labels=[label] if label else [])
    by_type: dict[str, list[dict[str, object]]] = defaultdict(list)
    for tie in sorted(ties, key=lambda tie: (tie.start, tie.end)):  # locks taken in one order
        row = {"from": tie.start, "to": tie.end, "claim": tie.claim, "properties": tie.properties}
        by_type[tie.type].append(row)
    for type_, rows in by_type.items():
        run("ties_put", graph=graph, rows=rows, type=type_)
