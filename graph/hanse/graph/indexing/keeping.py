"""Columns kept in one file: written whole or not at all, mapped into memory, checked when used.

The file begins with a mark, then the length and the checksum of a head in JSON, then the head,
then the columns, each where the head says. A column is checked against its checksum when it is
first used, so that a question pays only for what it reads.
"""

import json
import os
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Self

import numpy as np

from hanse.graph.indexing.wording import Column

MARK: Final = b"HansIdx1"
ALIGNED: Final = 64  # bytes at whose multiples columns begin
LONGEST_HEAD: Final = 2**26  # bytes
UNFINISHED: Final = ".unfinished-"
_PREFIX: Final = len(MARK) + 8 + 4  # the mark, the length of the head, its checksum
_TYPES: Final = ("uint8", "int8", "int16", "int32", "int64", "uint64", "float64", "bool")

Head = dict[str, Any]


class Unusable(Exception):
    """What is kept cannot be used; the text says why."""


class KeptColumns(Mapping[str, Column]):
    """Columns by their names, out of a file.

    Raises
    ------
    Unusable
        When the file, or a column asked for, is not what was written.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            prefix = file.read(_PREFIX)
            length = int.from_bytes(prefix[len(MARK) : len(MARK) + 8], "little")
            if prefix[: len(MARK)] != MARK or length > LONGEST_HEAD:
                raise Unusable("it is damaged, or of another version of Hanse")
            head = file.read(length)
            if zlib.crc32(head) != int.from_bytes(prefix[-4:], "little"):
                raise Unusable("it is damaged")
            self.head: Head = json.loads(head)
            self._check_size(os.fstat(file.fileno()).st_size)
            self._bytes = np.memmap(file, dtype=np.uint8, mode="r") if self._size else None
        self._checked: dict[str, Column] = {}

    @classmethod
    def of(cls, path: Path) -> Self:
        """Return the columns of a file; whatever hinders that makes it unusable."""
        try:
            return cls(path)
        except (OSError, ValueError, KeyError, TypeError) as fault:
            raise Unusable(getattr(fault, "strerror", None) or "it is damaged") from None

    def _check_size(self, size: int) -> None:
        self._size = int(self.head["size"])
        if size != self._size:
            raise Unusable("it is cut short, or something stands behind its end")

    def __getitem__(self, name: str) -> Column:
        """Return a column, after checking it the first time."""
        if name not in self._checked:
            self._checked[name] = self._column(*self.head["columns"][name])
        return self._checked[name]

    def _column(self, kind: str, start: int, length: int, checksum: int) -> Column:
        if self._bytes is None or kind not in _TYPES:
            raise Unusable("it is damaged")
        part = self._bytes[start : start + length]
        if len(part) != length or zlib.crc32(part.data) != checksum:
            raise Unusable("it is damaged")
        return np.asarray(part).view(kind)

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the columns."""
        return iter(self.head["columns"])

    def __len__(self) -> int:
        """Return how many columns there are."""
        return len(self.head["columns"])


def keep(path: Path, head: Mapping[str, object], columns: Mapping[str, Column]) -> None:
    """Write columns so that a crash leaves the old file or the new one, never a mix.

    Raises
    ------
    OSError
        When the folder or the disk does not take it; nothing is left behind then.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{UNFINISHED}{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            for part in _parts(dict(head), columns):
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _parts(head: Head, columns: Mapping[str, Column]) -> Iterator[bytes | memoryview]:
    """Yield what the file is made of; places in it depend on how long the head is."""
    entries: dict[str, list[object]] = {}
    for name, column in columns.items():
        content = np.ascontiguousarray(column)
        entries[name] = [content.dtype.name, 0, content.nbytes, zlib.crc32(_bytes(content))]
    start = _aligned(_PREFIX + _room_for(head, entries))
    size = start
    for entry in entries.values():
        entry[1] = size
        size = _aligned(size + int(str(entry[2])))
    text = json.dumps({**head, "columns": entries, "size": size}).encode("ascii")
    text = text.ljust(start - _PREFIX)
    yield MARK + len(text).to_bytes(8, "little") + zlib.crc32(text).to_bytes(4, "little") + text
    for column in columns.values():
        content = np.ascontiguousarray(column)
        yield _bytes(content)
        yield bytes(_aligned(content.nbytes) - content.nbytes)


def _room_for(head: Head, entries: Mapping[str, object]) -> int:
    """Return how long the head may become once places and the size are filled in."""
    digits = 20 * (len(entries) + 1)
    return len(json.dumps({**head, "columns": entries, "size": 0})) + digits


def _bytes(column: Column) -> memoryview:
    return column.reshape(-1).view(np.uint8).data


def _aligned(place: int) -> int:
    return -(-place // ALIGNED) * ALIGNED
