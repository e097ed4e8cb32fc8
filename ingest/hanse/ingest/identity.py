"""Is it the same organisation? Only what is certain is linked; the rest is for a person.

Two are the same without asking when a name of both, or the core of a name, is identical and
both are of the same country. A country that is not stated agrees with none. Everything else
that is alike is offered by :mod:`hanse.ingest.alike` and decided by a person.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from hanse.graph.claims import Claim
from hanse.ingest.spellings import Spelling, spellings

KIND: Final = "cluster"
_TOLD: Final = ("kind", "name", "alias", "country")


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A cluster organisation as it is told from others: all its names, its countries.

    ``weight`` is the number of claims on it: of two that are one, the better known stands.
    """

    id: str
    names: tuple[str, ...]
    countries: frozenset[str] = frozenset()
    weight: int = 0

    @property
    def name(self) -> str:
        """Return the name it is shown by: the first stated."""
        return self.names[0] if self.names else self.id

    @property
    def spellings(self) -> tuple[Spelling, ...]:
        """Return all its names and their parts, each once."""
        every = (spelling for name in self.names for spelling in spellings(name))
        return tuple({spelling.compared: spelling for spelling in every}.values())

    def shares_country(self, other: "Organisation") -> bool:
        """Say whether both are stated to be in one country."""
        return bool(self.countries & other.countries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A known organisation that is the same, and why, in words."""

    id: str
    reason: str


@dataclass(slots=True)
class _Told:
    kinds: set[str] = field(default_factory=set)
    names: dict[str, None] = field(default_factory=dict)
    aliases: dict[str, None] = field(default_factory=dict)
    countries: set[str] = field(default_factory=set)
    claims: int = 0


def organisations(claims: Iterable[Claim]) -> tuple[Organisation, ...]:
    """Return the cluster organisations that claims describe, as they are told apart, by id."""
    told: dict[str, _Told] = defaultdict(_Told)
    for claim in claims:
        about = told[claim.subject]
        about.claims += 1
        if claim.predicate in _TOLD and claim.is_fact:
            _take(about, claim.predicate, str(claim.value))
    return tuple(
        Organisation(
            id=thing,
            names=tuple({**about.names, **about.aliases}),
            countries=frozenset(about.countries),
            weight=about.claims,
        )
        for thing, about in sorted(told.items())
        if KIND in about.kinds
    )


def _take(about: _Told, predicate: str, value: str) -> None:
    match predicate:
        case "kind":
            about.kinds.add(value)
        case "name":
            about.names[value] = None
        case "alias":
            about.aliases[value] = None
        case "country":
            about.countries.add(value)


class Known:
    """Known organisations, found by what is identical.

    Parameters
    ----------
    known
        The organisations of a project.
    merged
        Those judged to be the same as another, each with that one's id.
    """

    def __init__(
        self, known: Iterable[Organisation], *, merged: Mapping[str, str] | None = None
    ) -> None:
        self._merged = merged or {}
        self._names: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._cores: dict[tuple[str, str], list[tuple[Spelling, str]]] = defaultdict(list)
        for organisation in known:
            self._add(organisation)

    def _add(self, organisation: Organisation) -> None:
        stands = self._merged.get(organisation.id, organisation.id)
        for country in organisation.countries:
            for spelling in organisation.spellings:
                self._names[country, spelling.compared].add(stands)
                if spelling.core.words:
                    self._cores[country, spelling.core.words].append((spelling, stands))

    def same(self, asked: Organisation) -> Link | None:
        """Return the one known organisation that is the same without asking.

        ``None`` when there is none, or several fit: then a person decides.
        """
        found = dict(self._fitting(asked))
        if len(found) != 1:
            return None
        ((known, reason),) = found.items()
        return Link(id=known, reason=reason)

    def _fitting(self, asked: Organisation) -> Iterator[tuple[str, str]]:
        for country in sorted(asked.countries):
            for spelling in asked.spellings:
                for other, known in self._cores.get((country, spelling.core.words), ()):
                    if spelling.core.agrees(other.core):
                        yield known, f"the same core, {spelling.core.words!r}, in {country}"
            for spelling in asked.spellings:
                for known in self._names.get((country, spelling.compared), ()):
                    yield known, f"the same name, {spelling.written!r}, in {country}"
