"""How large a file may be, checked before anything parses it.

What is beyond a limit is refused in plain words, with what to do about it. The limits leave
room for the largest lists people keep, and none for files that are made to exhaust a machine.
"""

import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hanse.graph.errors import BadInput

if TYPE_CHECKING:
    from zipfile import ZipFile

MEGABYTE: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What is taken at most: bytes of a file, entries and bytes of an archive, rows, cells.

    ``cell_length`` is that of a spreadsheet's own cells, in characters. ``ratio`` is how many
    times larger than its archive an entry may be once it is unpacked; entries below one
    megabyte do no harm and are not held to it. ``memory`` (bytes) and ``seconds`` (of computing;
    of waiting, three times as many) bound the process that parses a workbook; half a million
    cells take it about ten.
    """

    file_size: int = 200 * MEGABYTE
    entries: int = 1_000
    unpacked: int = 100 * MEGABYTE
    ratio: int = 100
    csv_rows: int = 2_000_000
    sheet_rows: int = 100_000
    sheets: int = 100
    columns: int = 1_000
    cells: int = 500_000
    cell_length: int = 32_767
    memory: int = 1_000 * MEGABYTE
    seconds: int = 20


LIMITS: Final = Limits()


def check_file(path: Path, *, limits: Limits = LIMITS) -> None:
    """Refuse what is no ordinary file, cannot be read, is empty, or is too large.

    Raises
    ------
    BadInput
        With the reason; nothing of the file has been read.
    """
    where = str(path)
    try:
        found = path.stat()
        if stat.S_ISREG(found.st_mode):
            path.open("rb").close()
    except OSError as fault:
        hint = "check the name; a folder of CSV files is taken too"
        raise BadInput(fault.strerror or str(fault), where=where, hint=hint) from None
    if not stat.S_ISREG(found.st_mode):
        raise BadInput("this is not a file", where=where, hint="name a file or a folder of files")
    if found.st_size == 0:
        hint = "check that it was saved; a new table is made with: hanse template FILE"
        raise BadInput("the file is empty", where=where, hint=hint)
    if found.st_size > limits.file_size:
        what = f"the file has {_megabytes(found.st_size)}; {_megabytes(limits.file_size)} are taken"
        raise BadInput(what, where=where, hint="split it into several files")


def check_archive(archive: "ZipFile", *, where: str, limits: Limits = LIMITS) -> None:
    """Refuse an archive of too many entries, or that would unpack to too much.

    The sizes are those that the archive states of itself; an entry that holds more than it
    states is refused when it is unpacked.

    Raises
    ------
    BadInput
        With the limit that is passed.
    """
    entries = archive.infolist()
    hint = "save the workbook anew with a spreadsheet program, or as CSV"
    if len(entries) > limits.entries:
        what = f"the workbook has {len(entries)} parts inside; {limits.entries} are taken"
        raise BadInput(what, where=where, hint=hint)
    total = sum(entry.file_size for entry in entries)
    if total > limits.unpacked:
        most = _megabytes(limits.unpacked)
        what = f"the workbook unpacks to {_megabytes(total)}; {most} are taken"
        raise BadInput(what, where=where, hint="split it, or save the sheets as CSV")
    for entry in entries:
        if entry.file_size > max(MEGABYTE, limits.ratio * entry.compress_size):
            what = f"a part of the workbook unpacks to over {limits.ratio} times its size"
            raise BadInput(what, where=where, hint=hint)


def too_many_rows(most: int, *, where: str) -> BadInput:
    """Return the refusal of a table with more than ``most`` rows."""
    hint = "split it into several files, or load it as CSV"
    return BadInput(f"there are more than {most:,} rows", where=where, hint=hint)


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:,.0f} MB"
