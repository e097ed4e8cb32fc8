"""What is stated of single sets, each by itself: as stated, as read leniently, and the ways out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hanse.graph.quantities import UNKNOWN, Interval
from hanse.queries.consistency import Names, untangle


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """The size of a set when some of its statements are set aside; ``stated`` may still clash."""

    stated: Interval | None
    lenient: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSize:
    """The size of one set; ``None`` where its statements cannot all be true.

    ``ways_out`` are given where they clash even when read leniently.
    """

    stated: Interval | None = UNKNOWN
    lenient: Interval | None = UNKNOWN
    ways_out: tuple[WayOut, ...] = ()
    contradictions: tuple[Names, ...] = ()


NOTHING_STATED = OwnSize()


def own_size(stated: Mapping[str, Interval], lenient: Mapping[str, Interval]) -> OwnSize:
    """Return the size of one set from what is stated of it, by the ids of the statements.

    >>> sizes = {"members": Interval(None, 80), "smes": Interval(100, None)}
    >>> found = own_size(sizes, sizes)
    >>> found.stated, [way.lenient.high for way in found.ways_out]
    (None, [None, 80])
    """
    own, read = common(stated.values()), common(lenient.values())
    if read is not None:
        return OwnSize(stated=own, lenient=read)
    clashes = untangle(sorted(lenient), lambda kept: _without(lenient, kept) is not None)
    ways = [(_left(stated, way), _left(lenient, way)) for way in clashes.ways_out]
    return OwnSize(
        stated=own,
        lenient=None,
        ways_out=tuple(WayOut(stated=one, lenient=wide) for one, wide in ways if wide is not None),
        contradictions=clashes.contradictions,
    )


def common(sizes: Iterable[Interval]) -> Interval | None:
    """Return what all ranges have in common, ``None`` when there is nothing."""
    every = list(sizes)
    low = max((size.low for size in every if size.low is not None), default=None)
    high = min((size.high for size in every if size.high is not None), default=None)
    return None if low is not None and high is not None and low > high else Interval(low, high)


def _without(sizes: Mapping[str, Interval], kept: Names) -> Interval | None:
    return common(sizes[name] for name in kept)


def _left(sizes: Mapping[str, Interval], way: Names) -> Interval | None:
    return common(size for name, size in sizes.items() if name not in way)
