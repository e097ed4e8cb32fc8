"""Put the facts on the graph: a new graph as a whole, or a few things of the one that is there.

A reader follows the project to its graph. A large load makes another graph beside it, batch by
batch, which becomes the project's at the switch; a small one changes the graph within the
transaction of the switch itself. Either way nobody sees half of it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.merging import gather, judged_same
from hanse.graph.stores.neo4j.connection import Transaction, Work
from hanse.graph.stores.neo4j.facts import Thing, Tie, by_stand, thing_of, ties_of
from hanse.graph.stores.neo4j.layout import kind_labels

THINGS: Final = 500  # things put on the graph at a time, with about 2,000 ties
FEW: Final = 1000  # things that may change within the transaction of the switch
Write = Callable[[Work[None]], None]
ClaimsOf = Callable[[Iterable[str]], Iterable[Claim]]


def paint(write: Write, graph: str, by_subject: Iterable[Claim], trust: Sequence[str]) -> None:
    """Put everything that claims say on a new graph; they come by subject.

    Where things are judged to be the same, :func:`joined` has made one of them already.
    """
    grouped = ((subject, list(said)) for subject, said in groupby(by_subject, lambda c: c.subject))
    while batch := list(islice(grouped, THINGS)):
        things = [thing_of(subject, said, trust=trust) for subject, said in batch]
        ties = [tie for _, said in batch for tie in ties_of(said)]
        write(lambda run, things=things, ties=ties: put(run, graph, things, ties))  # type: ignore[misc]  # bound now


def joined(claims_of: ClaimsOf, subjects: Iterable[str], same: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims on subjects, things judged to be the same made one of, by subject."""
    merged = judged_same(same)
    stands = by_stand(merged, subjects)
    known = iter(stands.items())
    while batch := dict(islice(known, THINGS)):
        said = gather(claims_of({thing for group in batch.values() for thing in group}), merged)
        for subject in batch:
            yield from said.get(subject, ())


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
