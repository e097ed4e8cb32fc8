"""Build an index from all that a store keeps, in one pass."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Final, Protocol, runtime_checkable

import numpy as np

from hanse.graph.claims import Claim
from hanse.graph.errors import ProjectInUse
from hanse.graph.indexing.altering import joined, led_to, without
from hanse.graph.indexing.facts import Facts
from hanse.graph.indexing.gathering import Gathering, Row
from hanse.graph.merging import gather, judged_same
from hanse.graph.store import Store
from hanse.graph.stores.rows import COLUMNS, to_row

ATTEMPTS: Final = 3  # passes over a project that others write to meanwhile
_SUBJECT: Final = COLUMNS.index("subject")
_SOURCE: Final = COLUMNS.index("source")


@runtime_checkable
class KeptInRows(Protocol):
    """A store that hands over claims as rows, several times as fast as one by one."""

    @property
    def path(self) -> Path | None:
        """Return the project's file, beside which an index may be kept."""
        ...

    @property
    def size(self) -> int:
        """Return about how many claims there are, never fewer."""
        ...

    def rows(self) -> Iterator[Row]:
        """Yield the claims as rows, each once, by subject."""
        ...

    def claims_about(self, *, of: Iterable[str], predicates: Sequence[str]) -> Iterator[Claim]:
        """Yield the claims of some subjects that state one of ``predicates``, in their order."""
        ...

    def subjects_of(self, origin: str, *, most: int) -> frozenset[str] | None:
        """Return what an origin's claims are about; ``None`` if it brings more than ``most``."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What one pass found: the facts, how many claims each source makes, and loose ends.

    ``sources`` is ``None`` where only a part was gathered. ``judged`` are pairs that somebody
    judged to be the same or not to be.
    ``loose`` are ids that a tie leads to without anything being there on the day: should it be
    described later, a part of the index is not enough to be made anew.
    """

    facts: Facts
    sources: dict[str, int] | None
    loose: Sequence[str]
    judged: Sequence[tuple[str, str]]


def gathered(store: Store, day: str | None) -> tuple[Gathered, str]:
    """Return what a store keeps as it holds on a day, and the version it was gathered from.

    Raises
    ------
    ProjectInUse
        When others write to the project so often that no pass comes to its end.
    """
    trust = store.contents().settings.trust
    for _ in range(ATTEMPTS):
        version = store.version
        found = _gathered(store, day, trust)
        if store.version == version:
            return found, version
    what = "the project changes while it is read"
    raise ProjectInUse(what, where=store.address, hint="try again when the import has ended")


def _gathered(store: Store, day: str | None, trust: Sequence[str]) -> Gathered:
    gathering = Gathering(day=day, trust=trust)
    sources: Counter[str] = Counter()
    for subject, rows in groupby(_rows(store), key=itemgetter(_SUBJECT)):
        said = list(rows)
        sources.update([str(row[_SOURCE]) for row in said])
        gathering.take(str(subject), said)
    same = judged_same(gathering.same)
    facts = gathering.facts()
    if same:
        facts = _merged(facts, same, store, Gathering(day=day, trust=trust))
    return Gathered(
        facts=facts,
        sources=dict(sorted(sources.items())),
        loose=loose_ends(facts),
        judged=sorted({(claim.subject, claim.other) for claim in gathering.same}),
    )


def _rows(store: Store) -> Iterable[Row]:
    return store.rows() if isinstance(store, KeptInRows) else map(to_row, store.claims())


def _merged(known: Facts, same: Mapping[str, str], store: Store, anew: Gathering) -> Facts:
    """Return the facts with those things made one that were judged to be the same."""
    affected = {*same, *same.values()}
    by_subject = gather(store.claims(of=affected), same)
    for subject in sorted(set(same.values())):
        anew.take(subject, [to_row(claim) for claim in by_subject[subject]])
    return led_to(joined(without(known, affected), anew.facts()), same)


def loose_ends(known: Facts) -> list[str]:
    """Return what ties lead to without its being there, by id."""
    is_there = np.zeros(len(known.ids), dtype=np.bool_)
    is_there[known.described.things] = True
    is_led_to = np.zeros(len(known.ids), dtype=np.bool_)
    for _, others in known.ties.values():
        is_led_to[others] = True
    return sorted(known.ids[int(code)] for code in np.flatnonzero(is_led_to & ~is_there))
