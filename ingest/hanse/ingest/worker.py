"""Parse untrusted files in a process of their own, with limits on memory and time.

The process can open no socket, start no program and write no file. What it finds comes back
as lines of JSON, never as pickled objects. A file that is made to exhaust a machine ends the
process, not the program, and is refused in plain words.
"""

import json
import os
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Final

from hanse.graph.errors import BadInput, UserMistake
from hanse.ingest.limits import LIMITS, MEGABYTE, Limits

# What may be run in the process: functions of a path that yield lists for JSON to carry.
READERS: Final = {"workbook": "hanse.ingest.workbook_parts:read_parts"}
Message = list[object]
PATIENCE: Final = 3  # times as long as a file may be computed on: other programs run too
_OUT_OF_TIME: Final = 24  # the signal of a process that has used up its computing time
_HINT: Final = "save it anew with the program that made it, or as CSV in UTF-8"
# Events that a reader of files has no business with; the name or its beginning.
_FORBIDDEN: Final = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork",
                     "os.remove", "os.rename", "os.rmdir", "os.mkdir", "shutil.", "ftplib.",
                     "urllib.", "http.client.", "smtplib.")  # fmt: skip


def parse(reader: str, path: Path, *, limits: Limits = LIMITS) -> Iterator[Message]:
    """Yield what the reader of this name finds in a file, from a process with limits.

    Raises
    ------
    BadInput
        When the file is refused by the reader, or passes the limit of memory or time.
    """
    command = (sys.executable, "-P", "-B", "-m", "hanse.ingest.worker")
    process = subprocess.Popen(
        [*command, reader, str(path.resolve()), str(limits.memory), str(limits.seconds)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    deadline = threading.Timer(PATIENCE * limits.seconds, process.kill)
    deadline.daemon = True
    deadline.start()
    try:
        yield from _messages(process, path.name, limits, deadline)
    finally:
        deadline.cancel()
        process.kill()
        process.communicate()


def _messages(
    process: "subprocess.Popen[bytes]", name: str, limits: Limits, deadline: threading.Timer
) -> Iterator[Message]:
    """Yield messages until the last one, which says how the reading ended."""
    for line in process.stdout or ():
        message: Message = json.loads(line) if line.endswith(b"\n") else ["cut off"]
        if message[0] == "end":
            return
        if message[0] == "refused":
            _, what, where, hint = map(str, message)
            raise BadInput(what, where=where or name, hint=hint or _HINT)
        if message[0] != "cut off":
            yield message
    if not deadline.is_alive() or process.wait() == -_OUT_OF_TIME:
        what = f"reading it takes more than {limits.seconds} seconds"
        raise BadInput(what, where=name, hint=_HINT)
    what = f"it cannot be read within {limits.memory / MEGABYTE:,.0f} MB of memory"
    raise BadInput(what, where=name, hint=_HINT)


def main(reader: str, path: str, memory: str, seconds: str) -> None:
    """Run in the process: read the file and write what is found, line by line."""
    warnings.simplefilter("ignore")
    sys.modules["numpy"] = None  # type: ignore[assignment]  # openpyxl would load it for nothing
    module, function = READERS[reader].split(":")
    read: Callable[[Path], Iterator[Message]] = getattr(import_module(module), function)
    _limit(memory=int(memory), seconds=int(seconds))
    sys.addaudithook(_refuse)
    try:
        for message in read(Path(path)):
            _send(message)
        _send(["end"])
    except UserMistake as fault:
        _send(["refused", fault.what, fault.where, fault.hint])
    except (MemoryError, RecursionError):
        sys.exit(1)
    except Exception as fault:  # noqa: BLE001  # parsers raise anything on a damaged file
        _send(["refused", f"the file is damaged: {_short(fault)}", "", ""])


def _send(message: Message) -> None:
    sys.stdout.write(json.dumps(message) + "\n")


def _short(fault: Exception) -> str:
    text = " ".join(str(fault).split())
    return f"{type(fault).__name__} {text[:120]}".strip()


def _limit(*, memory: int, seconds: int) -> None:
    """Bound the memory and the computing time of this process, where the system can."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Stop this process from doing anything but read."""
    is_writing = event == "open" and _is_for_writing(*arguments[1:3])
    if is_writing or event.startswith(_FORBIDDEN):
        raise PermissionError(f"{event} is not allowed while a file is parsed")


def _is_for_writing(mode: object = None, flags: object = 0) -> bool:
    in_words = isinstance(mode, str) and bool(set("wax+") & set(mode))
    in_flags = isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return in_words or in_flags


if __name__ == "__main__":
    main(*sys.argv[1:])
