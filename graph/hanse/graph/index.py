"""The columnar index: everything the heavy questions need of a project, as arrays.

It holds what the :class:`~hanse.graph.partnership_graph.PartnershipGraph` of the same day
holds, a hundred times smaller, and answers the same. Things go by their numbers in the order of
their ids, so that a lower number is an earlier id.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self, cast

import numpy as np
from numpy.typing import NDArray

from hanse.graph.dates import check_date
from hanse.graph.indexing.finding import find
from hanse.graph.indexing.making import ties_of
from hanse.graph.indexing.opening import Columns, opened
from hanse.graph.indexing.placing import Places
from hanse.graph.indexing.renewing import texts_of
from hanse.graph.indexing.texts import Texts
from hanse.graph.indexing.ties import Codes, Ties
from hanse.graph.store import Store

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Choices:
    """The sides of every "either ... or both": who states it, in which set, which market."""

    things: Codes
    contexts: Codes
    markets: Codes


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Counts:
    """What is known of one unit, by thing; an end that nobody stated is NaN.

    ``marks`` are those of :mod:`hanse.graph.indexing.facts`.
    """

    things: Codes
    lows: NDArray[np.float64]
    highs: NDArray[np.float64]
    marks: NDArray[np.int8]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """The words of all names in order, and which things each occurs in a name of."""

    texts: Texts
    starts: NDArray[np.int64]
    things: Codes


class Index:
    """What is known on one day, in columns.

    Parameters
    ----------
    columns
        See :mod:`hanse.graph.indexing.making`.
    as_of
        The day it stands for; ``None`` is all days together.
    """

    def __init__(self, columns: Columns, *, as_of: str | None = None) -> None:
        self._columns = columns
        self._texts: tuple[str, ...] = tuple(columns.head["texts"])
        self._ties: dict[str, Ties] = {}
        self._masks: dict[tuple[str, ...], Mask] = {}
        self.as_of = as_of

    @classmethod
    def of(cls, store: Store, *, as_of: str | None = None) -> Self:
        """Return the index of what ``store`` keeps on the day ``as_of``: as kept, or made now.

        Raises
        ------
        ImpossibleDate
            When ``as_of`` is not a date.
        """
        as_of = None if as_of is None else check_date(as_of)
        return cls(opened(store, as_of), as_of=as_of)

    @property
    def version(self) -> str:
        """Return the version of the project that it was made from."""
        return str(self._columns.head["version"])

    @property
    def sources(self) -> dict[str, int] | None:
        """Return how many claims each source makes; ``None`` where that is not known here."""
        return cast("dict[str, int] | None", self._columns.head["sources"])

    @cached_property
    def judged_with(self) -> dict[str, frozenset[str]]:
        """Return for each thing that was judged to be another, or not to be, all it hangs with."""
        found: dict[str, set[str]] = {}
        for one, other in self._columns.head["judged"]:
            both = found.get(one, {one}) | found.get(other, {other})
            for thing in both:
                found[thing] = both
        return {thing: frozenset(others) for thing, others in found.items()}

    def with_judged(self, ids: Iterable[str]) -> set[str]:
        """Return ids with those of all that was judged to be the same, or not to be."""
        found = set(ids)
        return found.union(*(self.judged_with[one] for one in found if one in self.judged_with))

    # -- things --------------------------------------------------------------------------

    @cached_property
    def ids(self) -> Texts:
        """Return the ids of all things, in order."""
        return texts_of(self._columns, "ids")

    @cached_property
    def labels(self) -> Texts:
        """Return the name of each thing."""
        return texts_of(self._columns, "labels")

    def __len__(self) -> int:
        """Return how many things there are."""
        return len(self.ids)

    def codes(self, ids: Sequence[str]) -> Codes:
        """Return the numbers of things by their ids; what is not there is left out."""
        found = (self.ids.find(one) for one in ids)
        return np.array([code for code in found if code is not None], dtype=np.int32)

    @cached_property
    def clusters(self) -> Codes:
        """Return the numbers of the cluster organisations, in order."""
        return cast("Codes", self._columns["clusters"])

    @cached_property
    def row_of(self) -> NDArray[np.int64]:
        """Return the place of each thing among all clusters; -1 where it is none."""
        rows = np.full(len(self), -1, dtype=np.int64)
        rows[self.clusters] = np.arange(len(self.clusters))
        return rows

    @cached_property
    def kinds(self) -> NDArray[np.int32]:
        """Return the kind of each thing, as a number."""
        return cast("NDArray[np.int32]", self._columns["kinds"])

    def number_of(self, text: str) -> int:
        """Return the number of a kind, country, scheme, unit or flag; -2 where there is none."""
        return self._texts.index(text) if text in self._texts else -2

    def text_of(self, number: int) -> str | None:
        """Return what a number stands for; ``None`` of -1, which is unknown."""
        return self._texts[number] if number >= 0 else None

    def kind(self, thing: int) -> str:
        """Return the kind of a thing."""
        return self._texts[int(self.kinds[thing])]

    def are(self, *kinds: str) -> Mask:
        """Say of each thing whether it is of one of the kinds."""
        if kinds not in self._masks:
            found = np.zeros(len(self), dtype=np.bool_)
            for kind in kinds:
                found |= self.kinds == self.number_of(kind)
            self._masks[kinds] = found
        return self._masks[kinds]

    def of_kinds(self, *kinds: str) -> Codes:
        """Return all things of some kinds, in order."""
        return np.flatnonzero(self.are(*kinds)).astype(np.int32)

    @cached_property
    def countries(self) -> NDArray[np.int32]:
        """Return the country of each thing, as a number; -1 is unknown."""
        return cast("NDArray[np.int32]", self._columns["countries"])

    @cached_property
    def schemes(self) -> NDArray[np.int32]:
        """Return the scheme of each category, as a number; -1 for anything else."""
        return cast("NDArray[np.int32]", self._columns["schemes"])

    @cached_property
    def is_category(self) -> Mask:
        """Say of each thing whether it is a category of a known scheme."""
        return cast("Mask", self._columns["is_category"])

    @cached_property
    def is_categorised(self) -> Mask:
        """Say of each cluster whether any of its categories is stated."""
        return cast("Mask", self._columns["is_categorised"])

    # -- ties ----------------------------------------------------------------------------

    @cached_property
    def relations(self) -> tuple[str, ...]:
        """Return the relations of which there are any ties, in order."""
        names = (name for name in self._columns if name.startswith("out."))
        return tuple(sorted({name.split(".")[1] for name in names}))

    def out(self, relation: str) -> Ties:
        """Return who leads to whom by a relation."""
        return self._tied(f"out.{relation}")

    def into(self, relation: str) -> Ties:
        """Return who is led to by whom."""
        return self._tied(f"in.{relation}")

    def _tied(self, name: str) -> Ties:
        if name not in self._ties:
            self._ties[name] = ties_of(self._columns, name)
        return self._ties[name]

    @property
    def wider(self) -> Ties:
        """Return everything that contains a region or a market, at whatever distance."""
        return self._tied("wider")

    @property
    def sure_targets(self) -> Ties:
        """Return the markets of a thing that no "either ... or" leaves open."""
        return self._tied("sure")

    @cached_property
    def choices(self) -> Choices:
        """Return the markets that an "either ... or" leaves open, by thing."""
        parts = ("things", "contexts", "markets")
        return Choices(**{p: cast("Codes", self._columns[f"choices.{p}"]) for p in parts})

    @cached_property
    def places(self) -> Places:
        """Return where the clusters sit."""
        return Places(
            of_clusters=cast("Codes", self._columns["places.of_clusters"]),
            countries=cast("Codes", self._columns["places.countries"]),
            regions=self._tied("places.regions"),
        )

    # -- what is said --------------------------------------------------------------------

    def counts(self, unit: str) -> Counts:
        """Return what is known of a unit, by thing."""
        span = self._span("counts.units", unit)
        parts = ("things", "lows", "highs", "marks")
        return Counts(**{p: self._columns[f"counts.{p}"][span] for p in parts})  # type: ignore[arg-type]  # columns of their types

    def flags(self, name: str) -> tuple[Codes, NDArray[np.int8]]:
        """Return of whom a flag is stated, and whether it is no, yes or both (0, 1, 2)."""
        span = self._span("flags.names", name)
        things, states = self._columns["flags.things"][span], self._columns["flags.states"][span]
        return cast("Codes", things), cast("NDArray[np.int8]", states)

    def stated_of(self, attribute: str) -> Codes:
        """Return of whom a flag or a rating is stated, whatever it says."""
        return self.flags(attribute)[0]

    def _span(self, column: str, text: str) -> slice:
        numbers = self._columns[column]
        number = np.array(self.number_of(text), dtype=numbers.dtype)
        ends = (int(np.searchsorted(numbers, number, side=s)) for s in ("left", "right"))
        return slice(*ends)

    # -- names ---------------------------------------------------------------------------

    @cached_property
    def names(self) -> tuple[Texts, Codes]:
        """Return all names, folded and in order, and the thing that each names."""
        return texts_of(self._columns, "names"), cast("Codes", self._columns["names.things"])

    @cached_property
    def words(self) -> Words:
        """Return the words of all names."""
        return Words(
            texts=texts_of(self._columns, "words"),
            starts=cast("NDArray[np.int64]", self._columns["words.starts"]),
            things=cast("Codes", self._columns["words.things"]),
        )

    @cached_property
    def listing(self) -> Codes:
        """Return the place of each thing in a list: clusters first, by name, then by id."""
        return cast("Codes", self._columns["listing"])

    def find(self, name: str, *kinds: str) -> str:
        """Return the id of the thing called ``name``: an id or any known name.

        Raises
        ------
        UnknownName
            When nothing of these kinds has the name, or several have; near ones are named.
        """
        return find(self, name, kinds)
