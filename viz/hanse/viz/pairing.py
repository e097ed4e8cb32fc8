"""Who completes whom, as a document and as a table that is written while it is answered."""

import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from hanse.graph.errors import BadInput
from hanse.graph.model import ValueChain
from hanse.ingest.progress import Progress
from hanse.queries.matching import Match
from hanse.viz.documents import Document, common, interval
from hanse.viz.handing_on import whole
from hanse.viz.session import Session

if TYPE_CHECKING:
    from _csv import Writer

COLUMNS: Final = ("cluster", "place", "completed_by", "score_low", "score_high")
SHOWN: Final = 1_000  # pairs that the document of a large project holds
STEP: Final = 100  # clusters between two words on how far it is


@dataclass(frozen=True, slots=True, kw_only=True)
class PairsAsked:
    """Along which chain, for which markets, how many for each cluster, by whose access."""

    chain: ValueChain
    targets: tuple[str, ...] = ()
    top: int
    include_networks: bool = False


def pairs_document(
    session: Session,
    asked: PairsAsked,
    *,
    file: Path | None = None,
    progress: Progress | None = None,
) -> Document:
    """Return who completes whom; with ``file``, write all pairs to it as CSV on the way.

    Of a large project the document holds the first pairs alone, and ``counts`` says of how
    many; without a file it is refused, since the rest would be lost.

    Raises
    ------
    BadInput
        When the file is no CSV or cannot be written, or a large project is asked without one.
    """
    _demand_a_table(session, file)
    most = SHOWN if session.engine.is_large else None
    with _table(file) as put:
        shown, counts = _handed_on(_found(session, asked, progress), put, most)
    written = {"written": [str(file)]} if file else {}
    return {**common(session), "pairs": shown, **written, "counts": counts}


def _found(session: Session, asked: PairsAsked, progress: Progress | None) -> Iterator[Match]:
    """Yield the pairs; tell how many of the clusters are answered."""
    total = len(session.engine.clusters())
    pairs = session.engine.matches(
        asked.chain,
        targets=asked.targets,
        top=asked.top,
        include_networks=asked.include_networks,
    )
    for done, (_, found) in enumerate(groupby(pairs, key=lambda pair: pair.a), start=1):
        yield from found
        if progress and done % STEP == 0:
            progress("clusters", done, total)
    if progress:
        progress("clusters", total, total)


def _handed_on(
    pairs: Iterable[Match], put: "Writer | None", most: int | None
) -> tuple[list[Document], dict[str, int]]:
    """Write the pairs where there is a table; return the first as rows, and how many there are."""
    shown: list[Document] = []
    counts = {"clusters": 0, "pairs": 0}
    for _, found in groupby(pairs, key=lambda pair: pair.a):
        counts["clusters"] += 1
        for place, pair in enumerate(found, start=1):
            counts["pairs"] += 1
            if put:
                put.writerow((pair.a, place, pair.b, pair.score.low, pair.score.high))
            if most is None or len(shown) < most:
                shown.append({"a": pair.a, "b": pair.b, "score": interval(pair.score)})
    return shown, counts


@contextmanager
def _table(file: Path | None) -> Iterator["Writer | None"]:
    if file is None:
        yield None
        return
    with whole(file) as fresh, _text(fresh) as text:
        put = csv.writer(text, lineterminator="\r\n")
        put.writerow(COLUMNS)
        yield put


@contextmanager
def _text(fresh: IO[bytes]) -> Iterator[io.TextIOWrapper]:
    """Give text over bytes that someone else closes."""
    text = io.TextIOWrapper(fresh, encoding="utf-8", newline="")
    yield text
    text.flush()
    text.detach()


def _demand_a_table(session: Session, file: Path | None) -> None:
    if file is None and session.engine.is_large:
        what = f"{len(session.engine.clusters()):,} clusters have too many pairs to print"
        raise BadInput(what, where=session.store.address, hint="name a file: hanse matches out.csv")
    if file is not None and file.suffix.casefold() != ".csv":
        raise BadInput(
            f"{file.suffix or 'no ending'} is not a format for pairs",
            where=str(file),
            hint=f"call it {file.with_suffix('.csv')}",
        )
