"""A progress bar for long readings, on standard error, once a second has passed."""

import time
from typing import Final

from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import TaskID

from hanse.ingest.progress import Progress

PATIENCE: Final = 1.0  # seconds without a bar


def progress(console: Console | None = None) -> Progress:
    """Return what a reading tells how far it has come."""
    bar = Bar(console=console or Console(stderr=True), transient=True)
    tasks: dict[str, TaskID] = {}
    began = time.monotonic()

    def tell(file: str, done: int, total: int | None) -> None:
        if time.monotonic() - began < PATIENCE:
            return
        if file not in tasks:
            bar.start()
            tasks[file] = bar.add_task(file, total=total)
        bar.update(tasks[file], completed=done, total=total)
        if total is not None and done >= total:
            bar.stop()

    return tell
