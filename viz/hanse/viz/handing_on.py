"""Write what is handed on: whole or not at all."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from hanse.graph.errors import BadInput, UnknownName
from hanse.viz.documents import Document, common
from hanse.viz.session import Session


def write_kind(session: Session, kind: str, file: Path) -> Document:
    """Write what ``kind`` names to ``file`` and return what was written.

    Raises
    ------
    UnknownName
        When nothing of this name can be exported.
    BadInput
        When the file's ending or its folder does not fit.
    """
    if kind not in _WRITERS:
        raise UnknownName(kind, kind="export", known=_WRITERS, list_with="hanse export --help")
    counts = _WRITERS[kind](session, file)
    return {**common(session), "written": [str(file)], "counts": counts}


def _explorer(session: Session, file: Path) -> dict[str, int]:
    from hanse.viz.explorer import page

    _demand(file, ".html")
    write_whole(file, page(session).encode("utf-8"))
    return {"clusters": len(session.graph.ids("cluster"))}


_WRITERS: Final[dict[str, Callable[[Session, Path], dict[str, int]]]] = {"explorer": _explorer}


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
    fresh = None
    try:
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
        fresh = Path(name)
        with os.fdopen(handle, "wb") as open_file:
            open_file.write(content)
            open_file.flush()
            os.fsync(open_file.fileno())
        fresh.chmod(0o644)
        fresh.replace(file)
    except OSError as fault:
        if fresh is not None:
            fresh.unlink(missing_ok=True)
        hint = "choose a folder that exists and may be written to"
        raise BadInput(str(fault.strerror), where=str(file), hint=hint) from None
