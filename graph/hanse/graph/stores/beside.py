"""The folder beside a project file that holds what can always be made again from it.

``NAME.hanse-index`` may be deleted at any time: answers stay the same, the next one takes
longer. Nothing in it is ever needed, and nothing in it is trusted without being checked.
"""

import json
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

# Smaller files are checked whole each time they are opened: that takes no time to speak of.
LARGE: Final = 16 * 2**20  # bytes
_WHOLE: Final = "whole.json"
_LONGEST_NOTE: Final = 1000  # bytes


def folder_beside(project: Path) -> Path:
    """Return the path of the folder, the same one by whatever link the project is reached."""
    real = project.resolve()
    return real.with_name(f"{real.name}-index")


def make_folder(project: Path) -> Path:
    """Return the folder, made if need be.

    Raises
    ------
    OSError
        When it cannot be made, or something else stands there (a link to elsewhere, a file).
    """
    folder = folder_beside(project)
    folder.mkdir(exist_ok=True)
    if folder.is_symlink():
        raise NotADirectoryError(f"{folder.name} leads elsewhere")
    return folder


def is_known_whole(project: Path) -> bool:
    """Say whether the very file that stands there now was checked from end to end before.

    To check a file of gigabytes takes longer than to answer. A file of the same size, place
    and times on the disk is the one that was checked. What SQLite reads of it later is checked
    for its form, and each claim for what it says, whether or not this says yes.
    """
    if project.stat().st_size < LARGE:
        return False
    try:
        note = folder_beside(project) / _WHOLE
        if note.is_symlink() or note.stat().st_size > _LONGEST_NOTE:
            return False
        return bool(json.loads(note.read_bytes()) == _state(project))
    except (OSError, ValueError):
        return False


def keep_known_whole(project: Path) -> None:
    """Keep that the file, as it stands there now, is whole; without a place for it, nothing."""
    if project.stat().st_size < LARGE:
        return
    with suppress(OSError):
        folder = make_folder(project)
        with tempfile.NamedTemporaryFile(
            "w", dir=folder, prefix=".whole-", delete=False, encoding="utf-8"
        ) as note:
            json.dump(_state(project), note)
        Path(note.name).replace(folder / _WHOLE)


def _state(project: Path) -> list[int]:
    known = project.stat()
    return [known.st_size, known.st_mtime_ns, known.st_ctime_ns, known.st_ino, known.st_dev]
