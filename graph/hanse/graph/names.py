"""Find things by any name they are known by, and say what was meant when none is found."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hanse.graph.errors import UnknownName
from hanse.graph.ids import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hanse.graph.partnership_graph import PartnershipGraph


class Names:
    """Every name of every thing in a graph, as names are compared.

    Parameters
    ----------
    graph
        Whose things are looked up.
    absent
        Things left out of the graph for the day, each with the reason in words.
    merged
        Things that were judged to be the same as another, each with that one's id.
    """

    def __init__(
        self, graph: PartnershipGraph, *, absent: Mapping[str, str], merged: Mapping[str, str]
    ) -> None:
        self._graph, self._absent, self._merged = graph, absent, merged
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for thing in sorted(graph.networkx):
            for name in self._names_of(thing):
                found[key(name)][thing] = None
        for thing, stands in merged.items():
            found[key(thing)][stands] = None
        self._things = {name: tuple(things) for name, things in found.items()}

    def find(self, name: str, kinds: Sequence[str]) -> str:
        """Return the id of the one thing of ``kinds`` (none: any) that is called ``name``."""
        known = self._merged.get(name, name)
        if known in self._graph and self._is_one(known, kinds):
            return known
        found = [thing for thing in self._things.get(key(name), ()) if self._is_one(thing, kinds)]
        if len(found) == 1:
            return found[0]
        raise self._unknown(name, kinds, found)

    def _is_one(self, thing: str, kinds: Sequence[str]) -> bool:
        return thing in self._graph and (not kinds or self._graph.kind(thing) in kinds)

    def _names_of(self, thing: str) -> Iterator[str]:
        yield thing
        yield self._graph.name(thing)
        for attribute in ("name", "alias"):
            yield from map(str, self._graph.values(thing, attribute))

    def _unknown(self, name: str, kinds: Sequence[str], found: Sequence[str]) -> UnknownName:
        kind = kinds[0].replace("_", " ") if kinds else "thing"
        if found:
            error = UnknownName(name, kind=kind, known=())
            error.what = f"{name!r} may be {' or '.join(found)}"
            error.hint = "give the id"
            return error
        error = UnknownName(name, kind=kind, known=self._known(kinds))
        absent = next((thing for thing in self._absent if key(thing) == key(name)), None)
        if absent:
            error.what = f"{absent} {self._absent[absent]}"
            error.hint = "ask for another day with --as-of"
        return error

    def _known(self, kinds: Sequence[str]) -> Iterator[str]:
        for thing in sorted(self._graph.networkx):
            if self._is_one(thing, kinds):
                yield from self._names_of(thing)
