"""Open the index that is kept beside a project, or make it: whichever way, it is the right one.

What is kept is used only if it is whole and was made by this Hanse, from these very claims, for
this day. Everything else is told in a remark and made anew. A place that takes no file, or a
full disk, costs time and never an answer. The claims are only ever read.
"""

import logging
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib import metadata
from pathlib import Path
from typing import Final

from hanse.graph.errors import ProjectInUse
from hanse.graph.indexing.building import Gathered, KeptInRows, gathered
from hanse.graph.indexing.keeping import UNFINISHED, Head, KeptColumns, Unusable, keep
from hanse.graph.indexing.making import made
from hanse.graph.indexing.renewing import changed_subjects, marks_of, renewed
from hanse.graph.indexing.room import OF_AN_INDEX, demand_room
from hanse.graph.indexing.texts import Texts
from hanse.graph.indexing.wording import Column
from hanse.graph.store import Store
from hanse.graph.stores.beside import make_folder

FORMAT: Final = 2  # of the columns: their names, types and meaning
LONG: Final = 200_000  # claims of which an index takes so long to make that it is announced
DAYS_KEPT: Final = 4  # files of the latest days asked for
OLD: Final = 3600  # seconds after which an unfinished file is taken for one left behind
log: Final = logging.getLogger("hanse")


class Columns(Mapping[str, Column]):
    """The columns of an index; one that turns out to be damaged is made anew, with a remark.

    ``head`` says what they were made from.
    """

    def __init__(self, store: Store, columns: Mapping[str, Column], head: Head) -> None:
        self._store, self._columns, self.head = store, columns, head

    def __getitem__(self, name: str) -> Column:
        """Return a column."""
        try:
            return self._columns[name]
        except Unusable as fault:
            _remark(self._store, str(fault))
        fresh = _built(self._store, self.head["day"])
        if fresh.head["version"] != self.head["version"]:
            what = "the project was changed while a question was being answered"
            raise ProjectInUse(what, where=self._store.address, hint="ask again")
        self._columns = dict(fresh)
        return self._columns[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the columns."""
        return iter(self._columns)

    def __len__(self) -> int:
        """Return how many columns there are."""
        return len(self._columns)


def opened(store: Store, day: str | None) -> Columns:
    """Return the columns for a day: those kept, where they fit, else made now and kept.

    Raises
    ------
    TooLarge
        When making them would take more memory than there is.
    """
    place = place_of(store, day)
    if place is None:
        return _built(store, day)
    try:
        kept = KeptColumns.of(place)
    except Unusable as fault:
        if place.exists():
            _remark(store, str(fault))
        return _built(store, day)
    if kept.head.get("made_by") != _maker() or kept.head["day"] != day:
        _remark(store, "it is of another version of Hanse")
        return _built(store, day)
    if kept.head["version"] == store.version:
        return Columns(store, kept, kept.head)
    return _followed(store, day, kept)


def place_of(store: Store, day: str | None) -> Path | None:
    """Return the file that an index is kept in; ``None`` for a project held in memory."""
    project = store.path if isinstance(store, KeptInRows) else None
    if project is None:
        return None
    folder = project.resolve().with_name(f"{project.resolve().name}-index")
    return folder / f"{day or 'all-days'}.columns"


def _maker() -> list[object]:
    return [FORMAT, metadata.version("hanse")]


def _remark(store: Store, why: str) -> None:
    log.warning("%s: the index is not used (%s); it is made anew", store.address, why)


def _followed(store: Store, day: str | None, kept: KeptColumns) -> Columns:
    """Return the columns after a change: in part from those kept, where the change is small."""
    head = kept.head
    version, now = store.version, marks_of(store)
    before = {name: (mark[0], mark[1]) for name, mark in head["origins"].items()}
    subjects = changed_subjects(before, now)
    is_followed = not head["judged"] and head["trust"] == _trust(store)
    found = None
    if subjects is not None and is_followed:
        with suppress(Unusable):
            found = renewed(kept, tuple(head["texts"]), store, subjects, day)
    if found is None or store.version != version:
        return _built(store, day)
    return _kept(store, day, found, version)


def _built(store: Store, day: str | None) -> Columns:
    if isinstance(store, KeptInRows):
        claims = store.size
        demand_room(
            claims,
            each=OF_AN_INDEX,
            what="the index",
            where=store.address,
            hint="ask on a machine with more memory, or of a part of the project",
        )
        if claims > LONG:
            log.warning("%s: making the index of %s claims, once", store.address, f"{claims:,}")
    found, version = gathered(store, day)
    return _kept(store, day, found, version)


def _kept(store: Store, day: str | None, found: Gathered, version: str) -> Columns:
    columns, texts = made(found.facts)
    loose = Texts.of(found.loose)
    columns |= {"loose.letters": loose.letters, "loose.ends": loose.ends}
    head: Head = {
        "made_by": _maker(),
        "version": version,
        "day": day,
        "trust": _trust(store),
        "texts": list(texts),
        "sources": found.sources,
        "judged": [list(pair) for pair in found.judged],
        "origins": marks_of(store),
    }
    place = place_of(store, day)
    if place is not None:
        _keep(store, place, head, columns)
    return Columns(store, columns, head)


def _trust(store: Store) -> list[str]:
    return list(store.contents().settings.trust)


def _keep(store: Store, place: Path, head: Head, columns: Mapping[str, Column]) -> None:
    try:
        if isinstance(store, KeptInRows) and store.path is not None:
            make_folder(store.path)
        _clear(store, place.parent)
        keep(place, head, columns)
    except OSError as fault:
        reason = fault.strerror or fault
        log.warning(
            "%s: the index cannot be kept (%s); answers are right, and take longer",
            store.address,
            reason,
        )


def _clear(store: Store, folder: Path) -> None:
    """Remove what was left unfinished long ago, and the files of days not asked for lately."""
    for unfinished in sorted(folder.glob(f"{UNFINISHED}*")):
        log.warning("%s: an index that was begun is not finished; it is not used", store.address)
        with suppress(OSError):
            if time.time() - unfinished.stat().st_mtime > OLD:
                unfinished.unlink()
    with suppress(OSError):
        files = sorted(folder.glob("*.columns"), key=lambda file: file.stat().st_mtime)
        for file in files[: -(DAYS_KEPT - 1)]:
            file.unlink()
