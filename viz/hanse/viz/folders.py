"""Write a folder of files so that a reader finds the old one or the new one."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from hanse.graph.errors import BadInput

HELP: Final = "help.txt"


def write_folder(folder: Path, files: Mapping[str, bytes], *, mark: str) -> None:
    """Write ``files`` as the whole content of ``folder``.

    A folder that is there is replaced only when it is empty or was written in this way: its
    ``help.txt`` begins with ``mark``. All files are written and synchronised beside it
    before the two change places.

    Raises
    ------
    BadInput
        When the folder holds anything else, or cannot be written.
    """
    _check(folder, mark)
    try:
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as beside:
            fresh = Path(beside) / "new"
            fresh.mkdir()
            for name, content in files.items():
                _write(fresh / name, content)
            _exchange(folder, fresh, Path(beside) / "old")
            _synchronise(folder.parent)
    except OSError as fault:
        hint = "choose a folder that may be written to"
        raise BadInput(fault.strerror or str(fault), where=str(folder), hint=hint) from None


def _check(folder: Path, mark: str) -> None:
    hint = "name a folder that is not there yet"
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise BadInput("this is not a folder", where=str(folder), hint=hint)
    if not folder.exists() or not any(folder.iterdir()):
        return
    note = folder / HELP
    if not (note.is_file() and note.read_bytes().startswith(mark.encode())):
        what = "the folder holds files that are no export of Hanse"
        raise BadInput(what, where=str(folder), hint=hint)


def _exchange(folder: Path, fresh: Path, old: Path) -> None:
    """Put the new folder where the old one was; whatever stops that, the old one comes back."""
    if folder.exists():
        folder.rename(old)
    try:
        fresh.rename(folder)
    except BaseException:
        if old.exists():
            old.rename(folder)
        raise


def _write(file: Path, content: bytes) -> None:
    with file.open("wb") as fresh:
        fresh.write(content)
        fresh.flush()
        os.fsync(fresh.fileno())


def _synchronise(folder: Path) -> None:
    """Let the exchange itself outlast a loss of power, where folders can be synchronised."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
