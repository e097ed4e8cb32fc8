"""Tell how far a long reading has come."""

from collections.abc import Callable
from typing import Final

# Told a file, how many of its rows were looked at, and how many there are where that is known.
Progress = Callable[[str, int, int | None], None]
STEP: Final = 1_000  # rows between two words
