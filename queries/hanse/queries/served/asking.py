"""What a server is asked for, and what is known of a project before any question."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, Protocol, TypeVar, cast, runtime_checkable

from hanse.graph.claims import Claim
from hanse.graph.fold import fold
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.store import Contents
from hanse.graph.stores.neo4j.kinds import Apart, Circumstances, Counted, Unranked

if TYPE_CHECKING:
    from hanse.graph.stores.neo4j.packed import Columns, Numbers

Made = TypeVar("Made")
Feed = tuple[str, int, float]
LATELY: Final = 16  # situations of alliances that are kept, for one is asked of several times
_NOBODY: Final = "place"  # who says that a made-up cluster is at a place; it is never shown


class Groups(Protocol):
    """A chain as the server keeps it, with the clusters that cover it alike."""

    places: list[list[str]]
    covers: list[list[float]]
    sizes: list[int]

    def unranked(self) -> Unranked:
        """Return who is on no stage, or of no known category."""
        ...

    def apart(
        self, about: Circumstances, *, reached: Iterable[str], without: Iterable[str]
    ) -> list[Apart]:
        """Return the clusters that must be looked at one by one."""
        ...

    @property
    def columns(self) -> "Columns":
        """Return what every cluster is held against, by its number."""
        ...

    def aiming(self, markets: Iterable[str]) -> "dict[str, Numbers]":
        """Return the numbers of the clusters in each of some markets."""
        ...

    def ids(self, numbers: Iterable[int]) -> dict[int, str]:
        """Return the ids of clusters by their numbers."""
        ...


class Looking(Protocol):
    """A graph in a server, to be looked things up in."""

    def search(self, words: str, *, most: int) -> tuple[list[str], int]:
        """Return the first things whose names hold all ``words``, and how many there are."""
        ...

    def find(self, name: str) -> list[tuple[str, str]]:
        """Return the id and the kind of each thing that is called ``name``, by id."""
        ...

    def kinds(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the kinds of things by their ids, of those that are there."""
        ...

    def names(self, kinds: Sequence[str]) -> list[str]:
        """Return all names of things of some kinds."""
        ...

    def passing(self, chosen: dict[str, list[str]], *, most: int | None) -> Counted:
        """Return the clusters that have one value of each facet chosen, and what they have."""
        ...

    def around(self, thing: str, *, hops: int, most: int) -> tuple[list[str], list[int], int]:
        """Return what lies around a thing, nearest first, how far each is, and how many."""
        ...

    def between(
        self, start: str, end: str, *, ends: Sequence[str], include_networks: bool = False
    ) -> list[str]:
        """Return all that shortest ways lead through."""
        ...

    def belonging(self, thing: str) -> list[str]:
        """Return the ids of what belongs to a thing."""
        ...

    def clusters(self, *, skip: int, limit: int) -> list[str]:
        """Return the ids of some clusters, in order."""
        ...

    def number_of_clusters(self) -> int:
        """Return how many clusters there are."""
        ...


class Served(Protocol):
    """A project in a server, as it was at one moment, asked part by part."""

    @property
    def contents(self) -> Contents:
        """Return everything but the claims."""
        ...

    def graph(self, ids: Iterable[str], *, brief: Iterable[str] = ()) -> PartnershipGraph:
        """Return the graph of some things alone; of those in ``brief`` names and memberships."""
        ...

    def claims(self, ids: Iterable[str]) -> list[Claim]:
        """Return all claims on some things, and on what was judged to be the same."""
        ...

    def of_kind(self, kind: str) -> list[str]:
        """Return the ids of all things of a kind."""
        ...

    @property
    def lookups(self) -> Looking:
        """Return the graph to be looked things up in."""
        ...

    def part_needs(self, things: Iterable[str]) -> tuple[list[str], list[str]]:
        """Return the ids of all that is told of some things, the second in brief."""
        ...

    def reach_needs(self, members: Iterable[str], kinds: Sequence[str]) -> list[str]:
        """Return the ids of all clusters and figured groups that clusters reach."""
        ...

    def candidate_needs(self, clusters: Iterable[str]) -> tuple[list[str], list[str]]:
        """Return the ids of all that the scores of clusters rest on, the second in brief."""
        ...

    def saved_chain(self, feeds: Sequence[Feed], stages: int) -> Groups:
        """Return a chain as the server keeps it, after making that when it is new."""
        ...


@runtime_checkable
class KeptInServer(Protocol):
    """A store that can be asked part by part, where it lies."""

    @property
    def size(self) -> int:
        """Return about how many claims there are, never fewer."""
        ...

    def parts(self) -> Served:
        """Return the project as it is now, to be asked part by part."""
        ...


class Ground:
    """What all questions of one version of a project stand on: its places and its markets."""

    def __init__(self, served: Served) -> None:
        self.served = served
        self._places: tuple[list[list[str]], PartnershipGraph] | None = None
        self._made: OrderedDict[Hashable, object] = OrderedDict()

    @cached_property
    def markets(self) -> list[str]:
        """Return the ids of all markets."""
        return self.served.of_kind("market")

    @cached_property
    def regions(self) -> list[str]:
        """Return the ids of all regions."""
        return self.served.of_kind("region")

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what was made of ``key`` lately, or make it now."""
        made = self._made.pop(key) if key in self._made else make()
        self._made[key] = made
        if len(self._made) > LATELY:
            self._made.popitem(last=False)
        return cast("Made", made)

    def places(self, stated: list[list[str]]) -> PartnershipGraph:
        """Return a graph with one made-up cluster at each place, called by its number."""
        if self._places is None or self._places[0] != stated:
            self._places = (stated, self._placed(stated))
        return self._places[1]

    def _placed(self, stated: Sequence[list[str]]) -> PartnershipGraph:
        regions = {region for _, *named in stated for region in named}
        claims = self.served.claims(regions.union(self.regions))
        for number, (country, *named) in enumerate(stated):
            claims += _made_up(str(number), country, named)
        return PartnershipGraph(fold(claims), self.served.contents)


def _made_up(number: str, country: str, regions: Iterable[str]) -> list[Claim]:
    said = [("kind", "cluster"), *([("country", country)] if country else [])]
    said += [("located_in", region) for region in regions]
    return [
        Claim(subject=number, predicate=p, value=v, source=_NOBODY, locator=_NOBODY)
        for p, v in said
    ]
