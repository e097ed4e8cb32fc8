"""Read CSV files as people's programs write them: their encoding, delimiter and quoting.

UTF-8 with or without a byte order mark, UTF-16, Windows-1252; comma, semicolon or tab, or
what a first line ``sep=;`` says. Quoting is strict: a quote that is never closed is refused,
with the row it opens in, instead of swallowing the rest of the file.
"""

import codecs
import csv
import hashlib
import io
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from itertools import islice
from pathlib import Path, PurePath
from typing import IO, Final

from hanse.graph.errors import BadInput
from hanse.ingest.grids import Grid, Line, UnreadableTable
from hanse.ingest.limits import LIMITS, MEGABYTE, too_many_rows

DELIMITERS: Final = (",", ";", "\t")
SAMPLE_ROWS: Final = 30  # rows in which the delimiter shows
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NAMES: Final = {
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32": "UTF-32",
    "cp1252": "Windows-1252 (Latin-1), for it is not UTF-8; look at the accented letters",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How a CSV file is written; ``skipped`` lines stand before its first row."""

    encoding: str
    delimiter: str
    skipped: int = 0


def csv_grid(file: Traversable, *, choose: Callable[[list[list[str]]], int] | None = None) -> Grid:
    """Return a CSV file as a grid; nothing is read of it yet but what tells how it is written.

    Parameters
    ----------
    file
        A file on disk or within a package.
    choose
        Returns how well rows taken apart by one delimiter look like a table; where that does
        not decide, the delimiter that is met most is taken.

    Raises
    ------
    BadInput
        When the file is no text, is in no encoding that is read, or is too large.
    """
    stamp = _stamp(file)
    encoding, digest = _encoding(file)
    dialect = _dialect(file, encoding, choose)
    shown = _NAMES.get(encoding)
    return Grid(
        file=file.name,
        sheet=PurePath(file.name).stem,
        format="csv",
        read=lambda: _lines(file, dialect, stamp),
        digest=digest,
        has_even_rows=True,
        notes=(f"read as {shown}",) if shown else (),
    )


def _encoding(file: Traversable) -> tuple[str, str]:
    """Return the encoding in which all of the file can be read, and its SHA-256."""
    with file.open("rb") as stream:
        start = stream.read(4096)
        first = _marked(start) or "utf-8"
    candidates = (first, "cp1252") if first == "utf-8" else (first,)
    for encoding in candidates:
        digest = _digest_if_readable(file, encoding)
        if digest:
            return encoding, digest
    hint = "save it as CSV in UTF-8"
    raise BadInput("the encoding of the text is not known", where=file.name, hint=hint)


def _marked(start: bytes) -> str | None:
    """Return the encoding that the first bytes give away."""
    for mark, encoding in _BOMS:
        if start.startswith(mark):
            return encoding
    half = max(1, len(start) // 2)
    if start[1::2].count(0) > 0.4 * half:
        return "utf-16-le"
    return "utf-16-be" if start[::2].count(0) > 0.4 * half else None


def _digest_if_readable(file: Traversable, encoding: str) -> str:
    decoder, seen, size = codecs.getincrementaldecoder(encoding)(), hashlib.sha256(), 0
    with file.open("rb") as stream:
        while chunk := stream.read(MEGABYTE):
            seen.update(chunk)
            size += len(chunk)
            _refuse_no_text(chunk, size, encoding, where=file.name)
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                return ""
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return ""
    return seen.hexdigest()


def _refuse_no_text(chunk: bytes, size: int, encoding: str, *, where: str) -> None:
    if size > LIMITS.file_size:
        raise BadInput("the file is too large", where=where, hint="split it into several files")
    if b"\0" in chunk and not encoding.startswith(("utf-16", "utf-32")):
        hint = "save the table as CSV in UTF-8, or as a workbook (.xlsx)"
        raise BadInput("the file holds NUL characters: it is no text", where=where, hint=hint)


def _dialect(
    file: Traversable, encoding: str, choose: Callable[[list[list[str]]], int] | None
) -> Dialect:
    with _opened(file, encoding) as text:
        start = [text.readline(LIMITS.cell_length) for _ in range(SAMPLE_ROWS)]
    stated = start[0].strip().strip('"')
    if stated[:4].casefold() == "sep=":
        return Dialect(encoding=encoding, delimiter=stated[4:] or "\t", skipped=1)
    sample = "".join(start)
    scores = {mark: _score(sample, mark, choose) for mark in DELIMITERS}
    best = max(DELIMITERS, key=lambda mark: scores[mark])
    return Dialect(encoding=encoding, delimiter=best)


def _score(
    sample: str, delimiter: str, choose: Callable[[list[list[str]]], int] | None
) -> tuple[int, int]:
    rows: list[list[str]] = []
    with suppress(csv.Error):  # what could be taken apart before it decides
        rows.extend(islice(csv.reader(io.StringIO(sample), delimiter=delimiter), SAMPLE_ROWS))
    return (choose(rows) if choose else 0), max((len(row) for row in rows), default=0)


def _opened(file: Traversable, encoding: str) -> IO[str]:
    return io.TextIOWrapper(file.open("rb"), encoding=encoding, newline="")


def _stamp(file: Traversable) -> tuple[int, int]:
    """Return what differs when a file on disk is written anew."""
    if not isinstance(file, Path):
        return (0, 0)
    found = file.stat()
    return (found.st_size, found.st_mtime_ns)


def _lines(file: Traversable, dialect: Dialect, stamp: tuple[int, int]) -> Iterator[Line]:
    """Yield the rows as lines, numbered as an editor does where no cell spans several."""
    if _stamp(file) != stamp:
        raise BadInput("the file changed while it was read", where=file.name, hint=AGAIN)
    with _opened(file, dialect.encoding) as text:
        for _ in range(dialect.skipped):
            text.readline()
        yield from _records(text, dialect, file.name)


def _records(text: IO[str], dialect: Dialect, where: str) -> Iterator[Line]:
    reader = csv.reader(text, delimiter=dialect.delimiter, strict=True)
    number = dialect.skipped
    while True:
        number += 1
        if number > LIMITS.csv_rows:
            raise too_many_rows(LIMITS.csv_rows, where=where)
        try:
            cells = next(reader, None)
        except csv.Error as fault:
            yield Line(number, (), fault=_in_words(str(fault), number, where))
            continue
        except UnicodeDecodeError:
            raise BadInput("the file changed while it was read", where=where, hint=AGAIN) from None
        if cells is None:
            return
        yield Line(number, tuple(cells))


AGAIN: Final = "close it in other programs and try again"


def _in_words(fault: str, number: int, where: str) -> str:
    """Return why a row cannot be taken apart; refuse the file when nothing can follow it."""
    if "unexpected end" in fault:
        what = "a quote that opens in this row is never closed"
        raise UnreadableTable(what, where=where, hint='write "" for a quote in a text', row=number)
    if "field limit" in fault or "field larger" in fault:
        what = f"a cell has more than {LIMITS.cell_length:,} characters"
        hint = "shorten it, or close the quote that opens in this row"
        raise UnreadableTable(what, where=where, hint=hint, row=number)
    return "text follows a closing quote"
