"""Whether there is memory for what is about to be made, told before it is begun."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from hanse.graph.errors import HanseError

# Bytes a claim takes, as measured (docs/performance.md): in the graph with all its objects, and
# at the most while an index is made.
OF_A_GRAPH: Final = 750
OF_AN_INDEX: Final = 110
# What is at hand is not taken to the last byte.
SHARE: Final = 0.8
_GROUP_LIMITS: Final = (
    (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory.current")),
    (
        Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"),
        Path("/sys/fs/cgroup/memory/memory.usage_in_bytes"),
    ),
)


class TooLarge(HanseError):
    """What was asked for does not fit into the memory of this machine."""


def at_hand() -> int | None:
    """Return how many bytes of memory may be taken; ``None`` where the system does not say."""
    known = [_of_the_system(), *(_of_a_group(*limit) for limit in _GROUP_LIMITS)]
    return min((room for room in known if room is not None), default=None)


def _of_the_system() -> int | None:
    with suppress(OSError, ValueError, IndexError):
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        free = (line.split()[1] for line in lines if line.startswith("MemAvailable:"))
        return 1024 * int(next(free, ""))
    with suppress(AttributeError, OSError, ValueError):
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return None


def _of_a_group(limit: Path, used: Path) -> int | None:
    """Return what is left to a group of processes, such as those of a container."""
    with suppress(OSError, ValueError):
        return max(0, int(limit.read_text("ascii")) - int(used.read_text("ascii")))
    return None


def demand_room(claims: int, *, each: int, what: str, where: str, hint: str) -> None:
    """Refuse what would take more memory than there is at hand.

    Raises
    ------
    TooLarge
        With an estimate, before anything is begun.
    """
    needed, room = claims * each, at_hand()
    if room is not None and needed > SHARE * room:
        size = f"{what} would take about {_in_words(needed)} for {claims:,} claims"
        raise TooLarge(f"{size}, and {_in_words(room)} are free", where=where, hint=hint)


def _in_words(amount: float) -> str:
    """Return an amount of memory as people write it.

    >>> _in_words(15_700_000_000), _in_words(2_000_000)
    ('15.7 GB', '2 MB')
    """
    giga = amount / 1e9
    return f"{giga:,.1f} GB" if giga >= 1 else f"{amount / 1e6:,.0f} MB"
