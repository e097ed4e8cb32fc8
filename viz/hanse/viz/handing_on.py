"""Write what is handed on: whole or not at all."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from hanse.graph.errors import BadInput, UnknownName
from hanse.viz.documents import Document, common
from hanse.viz.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a file is to hold besides the project: whose alliance, which chain and guide.

    ``None`` is the project's own. ``guard`` keeps spreadsheets from taking text for a formula;
    ``figure`` names a chart of the evaluation; ``anonymous`` are those that a scorecard shows
    under a pseudonym only.
    """

    alliance: str | None = None
    chain: str | None = None
    guide: str | None = None
    pool: tuple[str, ...] = ()
    guard: bool = True
    figure: str = "3"
    anonymous: tuple[str, ...] = ()


NOTHING_MORE: Final = Wanted()
Counts = dict[str, int]


def write_kind(session: Session, kind: str, file: Path, wanted: Wanted = NOTHING_MORE) -> Document:
    """Write what ``kind`` names to ``file`` and return what was written.

    Raises
    ------
    UnknownName
        When nothing of this name can be exported.
    BadInput
        When the file's ending or its folder does not fit, or names are to be hidden in what
        shows them all.
    """
    if kind not in _WRITERS:
        raise UnknownName(kind, kind="export", known=_WRITERS, list_with="hanse export --help")
    if wanted.anonymous and kind != "scorecard":
        what = f"an export of {kind} shows every name"
        raise BadInput(what, where="--anonymous", hint="hide names in a scorecard")
    counts = _WRITERS[kind](session, file, wanted)
    return {**common(session), "written": [str(file)], "counts": counts}


def _explorer(session: Session, file: Path, wanted: Wanted) -> Counts:
    from hanse.viz.explorer import page

    del wanted  # the page asks the project's own questions
    _demand(file, ".html")
    write_whole(file, page(session).encode("utf-8"))
    return {"clusters": len(session.graph.ids("cluster"))}


def _graph(session: Session, file: Path, wanted: Wanted) -> Counts:
    from hanse.viz.exports import export_graph

    scores = _scores(session, wanted)
    return dict(export_graph(session, file, scores=scores, guard=wanted.guard))


def _clusters(session: Session, file: Path, wanted: Wanted) -> Counts:
    from hanse.viz.exports import export_clusters

    scores = _scores(session, wanted)
    return dict(export_clusters(session, file, scores=scores, guard=wanted.guard))


def _scores(session: Session, wanted: Wanted) -> dict[str, dict[str, object]]:
    """Return the scores that the project's own alliance, chain and guide allow."""
    from hanse.viz.scoring import scores

    own = session.graph.settings
    alliance = wanted.alliance or own.alliance
    chain = wanted.chain or own.chain if alliance else None
    return scores(session, alliance, chain=chain, guide=wanted.guide or own.guide)


def _scorecard(session: Session, file: Path, wanted: Wanted) -> Counts:
    from hanse.viz.answers import evaluate_document
    from hanse.viz.exports import export_scorecard
    from hanse.viz.hiding import hidden_in

    has_alliance = bool(wanted.alliance or session.graph.settings.alliance)
    alliance = session.alliance(wanted.alliance) if has_alliance else None
    found = session.evaluate(session.guide(wanted.guide), session.pool(wanted.pool, alliance))
    whole = evaluate_document(session, found)
    document = hidden_in(session, whole, found, hidden=wanted.anonymous)
    return dict(export_scorecard(session, file, document, guard=wanted.guard))


def _figure(session: Session, file: Path, wanted: Wanted) -> Counts:
    from hanse.viz.figures import export_figure

    return export_figure(session, file, wanted.figure)


_WRITERS: Final[dict[str, Callable[[Session, Path, Wanted], Counts]]] = {
    "clusters": _clusters,
    "explorer": _explorer,
    "figure": _figure,
    "graph": _graph,
    "scorecard": _scorecard,
}


def _demand(file: Path, *endings: str) -> None:
    if file.suffix.lower() not in endings:
        hint = f"name a file that ends in {' or '.join(endings)}"
        raise BadInput(
            f"{file.suffix or 'no ending'} is not a format for this", where=str(file), hint=hint
        )


def write_whole(file: Path, content: bytes) -> None:
    """Write a file so that a crash leaves the old one or the new one, never a mix.

    Raises
    ------
    BadInput
        When the folder cannot be written to; nothing is left behind.
    """
    with whole(file) as fresh:
        fresh.write(content)


@contextmanager
def whole(file: Path) -> Iterator[IO[bytes]]:
    """Give a file to write to bit by bit, which takes its place only when all is written.

    Raises
    ------
    BadInput
        When the folder cannot be written to; nothing is left behind.
    """
    try:
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    except OSError as fault:
        raise _unwritable(file, fault) from None
    try:
        with os.fdopen(handle, "wb") as fresh:
            yield fresh
            fresh.flush()
            os.fsync(fresh.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(file)
    except OSError as fault:
        raise _unwritable(file, fault) from None
    finally:
        Path(name).unlink(missing_ok=True)


def _unwritable(file: Path, fault: OSError) -> BadInput:
    hint = "choose a folder that exists and may be written to"
    return BadInput(str(fault.strerror), where=str(file), hint=hint)
