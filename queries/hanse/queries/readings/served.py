"""The reading of a server: it finds, counts and bounds there, and tells of the part asked about.

The graph in a server holds all days together, so that this reading answers for these. What must
look at everything (who completes whom, everybody by a guide) is left to the index.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final, overload

from hanse.graph.errors import UnknownName
from hanse.graph.model import ACCESS_KINDS, PARTNERSHIP_KINDS, Guide, ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.store import Store
from hanse.queries import complementarity, paths, rubric
from hanse.queries import reach as plain_reach
from hanse.queries.assessments import PeopleRatings
from hanse.queries.complementarity import Candidates
from hanse.queries.matching import Match
from hanse.queries.neighbourhood import Neighbourhood
from hanse.queries.paths import Way
from hanse.queries.reach import Reach
from hanse.queries.readings.indexed import LISTED, IndexedReading
from hanse.queries.readings.reading import CandidatesAsked, MatchesAsked, ReachAsked
from hanse.queries.rubric import Evaluation
from hanse.queries.search import COUNTRY, FACETS, Chosen, CountedValue, Hits, Passing
from hanse.queries.served import candidates as served_candidates
from hanse.queries.served.asking import Ground, Looking, Served
from hanse.queries.served.situation import Question

_TOGETHER: Final = ("partnership", "consortium", "network", "alliance", "group")


class EverybodyServed(Sequence[str]):
    """The ids of all clusters in a server, without fetching them all."""

    def __init__(self, lookups: Looking) -> None:
        self._lookups = lookups

    def __len__(self) -> int:
        """Return how many clusters there are."""
        return self._lookups.number_of_clusters()

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[str, ...]: ...

    def __getitem__(self, place: int | slice) -> str | tuple[str, ...]:
        """Return the id at a place, or those at some places."""
        if isinstance(place, int):
            place = range(len(self))[place]
            return self._lookups.clusters(skip=place, limit=1)[0]
        start, stop, step = place.indices(len(self))
        found = self._lookups.clusters(skip=start, limit=max(0, stop - start))
        return tuple(found[::step])


class ServedReading:
    """Reads a project in a server, as it was at one moment.

    Parameters
    ----------
    store
        The project, for what must look at all of it.
    served
        The project, to be asked part by part.
    """

    def __init__(self, store: Store, served: Served) -> None:
        self._store, self._served = store, served
        self._ground, self._lookups = Ground(served), served.lookups

    @cached_property
    def _whole(self) -> IndexedReading:
        """Return the reading of all that there is: the claims come a page at a time."""
        return IndexedReading(self._store)

    def find(self, name: str, *kinds: str) -> str:
        """Return the id of the thing called ``name``: an id or any known name.

        Raises
        ------
        UnknownName
            When nothing of these kinds has the name, or several have.
        """
        called = self._lookups.find(name)
        found = [known for known, kind in called if not kinds or kind in kinds]
        if name in found:
            return name
        if len(found) == 1:
            return found[0]
        kind = kinds[0].replace("_", " ") if kinds else "thing"
        if not found:
            raise UnknownName(name, kind=kind, known=self._lookups.names(kinds))
        error = UnknownName(name, kind=kind, known=())
        error.what, error.hint = f"{name!r} may be {' or '.join(found)}", "give the id"
        raise error

    def near(self, thing: str) -> PartnershipGraph:
        """Return a graph that holds a thing and what belongs to it."""
        return self.part([thing, *self._lookups.belonging(thing)])

    def part(self, things: Iterable[str], *, with_others: bool = True) -> PartnershipGraph:
        """Return a graph of some things with all that is told of them.

        ``with_others``: the outlines of those in the same partnerships, too.
        """
        own, behind = self._served.part_needs(things)
        background = [*self._ground.markets, *self._ground.regions]
        return self._served.graph([*own, *background], brief=behind if with_others else ())

    def clusters(self) -> EverybodyServed:
        """Return the ids of all clusters, in order."""
        return EverybodyServed(self._lookups)

    def search(self, words: str, *, most: int) -> Hits:
        """Find things by what they are called: :func:`hanse.queries.search.search`."""
        things, total = self._lookups.search(words, most=most)
        return Hits(things=tuple(things), total=total)

    def passing(self, chosen: Chosen, *, most: int | None) -> Passing:
        """Find clusters by country and category: :func:`hanse.queries.search.passing`."""
        asked = {facet: list(values) for facet, values in chosen.items()}
        counted = self._lookups.passing(asked, most=most)
        values: dict[str, list[CountedValue]] = {name: [] for name in FACETS}
        values[COUNTRY] = [CountedValue(id=c, label=c, clusters=n) for c, n in counted.countries]
        for scheme, category, label, many in counted.categories:
            values[scheme].append(CountedValue(id=category, label=label, clusters=many))
        facets = {name: tuple(sorted(found, key=_order)) for name, found in values.items()}
        return Passing(clusters=counted.clusters, total=counted.total, facets=facets)

    def neighbourhood(self, thing: str, *, hops: int, most: int) -> Neighbourhood:
        """Find what lies around a thing, at most four ties away."""
        centre = self.find(thing)
        ids, distances, total = self._lookups.around(centre, hops=hops, most=max(0, most - 1))
        return Neighbourhood(
            centre=centre,
            things=(centre, *ids)[:most],
            distances=(0, *distances)[:most],
            total=total + 1,
        )

    def path(self, start: str, end: str, *, include_networks: bool = False) -> Way:
        """Find the shortest way between two: :func:`hanse.queries.paths.path`."""
        ends = [self.find(name, "cluster", *_TOGETHER) for name in (start, end)]
        graph = self._served.graph(ends)
        together = [one for one in ends if graph.kind(one) != "cluster"]
        between = (
            self._lookups.between(*ends, ends=together, include_networks=include_networks)
            if ends[0] != ends[1]
            else []
        )
        part = self._served.graph([*ends, *between])
        return paths.path(part, *ends, include_networks=include_networks)

    def candidates(self, asked: CandidatesAsked) -> Candidates:
        """Find who completes an alliance; of those that are not ranked the first are listed."""
        question = Question(
            alliance=self._found(asked["alliance"], "cluster"),
            chain=asked["chain"],
            targets=self._found(asked.get("targets", ()), "market"),
            without=self._found(asked.get("without", ()), "cluster"),
            include_networks=asked.get("include_networks", False),
        )
        pool, top = asked.get("pool"), asked.get("top")
        if pool is None or isinstance(pool, EverybodyServed):
            return served_candidates.candidates(self._ground, question, top=top, listed=LISTED)
        left = [one for one in self._found(pool, "cluster") if one not in question.without]
        told = served_candidates.told(self._ground, question, left)
        return complementarity.first(told, top=top, listed=LISTED)

    def _found(self, names: Iterable[str], kind: str) -> list[str]:
        wanted = list(names)
        kinds = self._lookups.kinds(wanted) if wanted else {}
        return [name if kinds.get(name) == kind else self.find(name, kind) for name in wanted]

    def evaluate(self, guide: Guide, pool: Sequence[str], *, top: int | None) -> Evaluation:
        """Say how well candidates meet a guide: the best ``top`` of them."""
        if isinstance(pool, EverybodyServed):
            return self._whole.evaluate(guide, self._whole.clusters(), top=top)
        graph = self.part(pool)
        ratings = PeopleRatings(graph, guide)
        told = rubric.evaluate(graph, guide, candidates=pool, ratings=ratings)
        best = told.candidates[:top]
        is_cut = len(best) < len(told.candidates)
        return replace(told, candidates=best, considered=len(told.candidates) if is_cut else None)

    def reach(self, asked: ReachAsked) -> Reach:
        """Say how far an alliance reaches."""
        members = self._found(asked["alliance"], "cluster")
        joining = self._found(asked.get("candidates", ()), "cluster")
        figures = (f for one in asked.get("assumptions", ()) for f in one.figures)
        assumed = [name for figure in figures for name in figure.clusters]
        kinds = PARTNERSHIP_KINDS if asked.get("include_networks") else ACCESS_KINDS
        reached = self._served.reach_needs([*members, *joining, *assumed], kinds)
        part = self.part(reached, with_others=False)
        asked = {**asked, "alliance": members, "candidates": joining}
        return plain_reach.reach(part, **asked)

    def matches(self, chain: ValueChain, asked: MatchesAsked) -> Iterator[Match]:
        """Find who completes whom, among all."""
        return self._whole.matches(chain, asked)


def _order(value: CountedValue) -> tuple[int, str, str]:
    return -value.clusters, value.label, value.id
