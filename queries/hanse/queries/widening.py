"""What a filter would have to look for besides, so that it finds the known clusters of a field.

Only the field's own categories are added, so that a wider filter finds nobody outside the field.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hanse.graph.model import ClusterOrganisation
from hanse.graph.rules import Field, scheme_of

# Choices looked at before the best set of categories found so far is taken as it is.
MOST_CHOICES: Final = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Widening:
    """A filter with some of the field's categories besides: whom of the field it finds.

    ``pool`` counts everybody the wider filter finds. ``is_smallest``: no fewer categories find
    as many.
    """

    categories: tuple[str, ...]
    found: tuple[str, ...]
    missed: tuple[str, ...]
    pool: int
    is_smallest: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Widenings:
    """The smallest widening that finds all known clusters of a field, and every simple one.

    ``best`` is ``None`` where nothing is missed. ``options`` add one category, or all those of
    one scheme; the ones that leave the fewest out come first, then those of fewest categories.
    """

    best: Widening | None
    options: tuple[Widening, ...] = ()


def widenings(
    field: Field, inside: Sequence[ClusterOrganisation], found: frozenset[str]
) -> Widenings:
    """Return how a filter can be widened.

    Parameters
    ----------
    field
        The field that is looked for.
    inside
        Every known cluster of the field.
    found
        Ids of everybody the filter finds, in the field or not.
    """
    finders = _finders(field, [cluster for cluster in inside if cluster.id not in found])
    if not finders:
        return Widenings(best=None)
    commonness = {category: _number(category, inside) for category in finders}
    chosen, is_smallest = fewest(finders, commonness)
    known = tuple(sorted(cluster.id for cluster in inside))
    schemes = sorted({scheme_of(category) for category in finders})
    sets: list[tuple[str, ...]] = [(category,) for category in finders]
    sets += [tuple(c for c in finders if scheme_of(c) == scheme) for scheme in schemes]
    options = {chosen: _widening(chosen, finders, known, found) for chosen in sets}
    best = _widening(chosen, finders, known, found, is_smallest=is_smallest)
    return Widenings(best=best, options=tuple(sorted(options.values(), key=_order)))


def _finders(field: Field, missed: Sequence[ClusterOrganisation]) -> dict[str, frozenset[str]]:
    """Return the field's categories by which missed clusters would be found, and which."""
    found: dict[str, set[str]] = {}
    for cluster in missed:
        for category in field.matched(cluster):
            found.setdefault(category, set()).add(cluster.id)
    return {category: frozenset(found[category]) for category in sorted(found)}


def _widening(
    categories: tuple[str, ...],
    finders: Mapping[str, frozenset[str]],
    known: Sequence[str],
    found: frozenset[str],
    *,
    is_smallest: bool = True,
) -> Widening:
    wider = found.union(*(finders[category] for category in categories))
    return Widening(
        categories=categories,
        found=tuple(cluster for cluster in known if cluster in wider),
        missed=tuple(cluster for cluster in known if cluster not in wider),
        pool=len(wider),
        is_smallest=is_smallest,
    )


def _order(option: Widening) -> tuple[int, int, tuple[str, ...]]:
    return (len(option.missed), len(option.categories), option.categories)


def _number(category: str, inside: Sequence[ClusterOrganisation]) -> int:
    return sum(category in cluster.category_ids for cluster in inside)


def fewest(
    finders: Mapping[str, frozenset[str]], commonness: Mapping[str, int]
) -> tuple[tuple[str, ...], bool]:
    """Return the fewest categories that together find everybody, and whether that is proved.

    Of sets of the same size the one of the commonest categories is taken, then the first in
    order of ids.

    >>> finders = {"laser": frozenset("a"), "light": frozenset("bc"), "optics": frozenset("ac")}
    >>> fewest(finders, {"laser": 3, "light": 2, "optics": 1})
    (('laser', 'light'), True)
    """
    search = _Search(finders=finders, commonness=commonness)
    search.look(frozenset().union(*finders.values()), ())
    return search.best, search.left > 0


@dataclass(slots=True)
class _Search:
    """Take in turn each category that finds the cluster which fewest categories find."""

    finders: Mapping[str, frozenset[str]]
    commonness: Mapping[str, int]
    best: tuple[str, ...] = ()
    left: int = MOST_CHOICES

    def _order(self, chosen: tuple[str, ...]) -> tuple[int, int, tuple[str, ...]]:
        return (len(chosen), -sum(self.commonness[c] for c in chosen), chosen)

    def look(self, open_: frozenset[str], chosen: tuple[str, ...]) -> None:
        if not open_:
            ordered = tuple(sorted(chosen))
            if not self.best or self._order(ordered) < self._order(self.best):
                self.best = ordered
            return
        if self.best and len(chosen) + self._at_least(open_) > len(self.best):
            return
        for category in self._ways(open_):
            self.left -= 1
            if self.best and self.left <= 0:
                return
            self.look(open_ - self.finders[category], (*chosen, category))

    def _at_least(self, open_: frozenset[str]) -> int:
        """Return how many categories more are needed at the least."""
        most = max(len(found & open_) for found in self.finders.values())
        return -(-len(open_) // most)

    def _ways(self, open_: frozenset[str]) -> list[str]:
        """Return the categories that find the hardest cluster, the most finding ones first."""
        by_cluster = {
            cluster: [c for c, found in self.finders.items() if cluster in found]
            for cluster in sorted(open_)
        }
        ways = min(by_cluster.values(), key=len)
        return sorted(ways, key=lambda way: (-len(self.finders[way] & open_), way))
