"""What is known by name while tables are read, so that a row may name another thing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Self

from hanse.graph.ids import key
from hanse.graph.model import Source
from hanse.graph.store import Store
from hanse.ingest.rows import CellFault

if TYPE_CHECKING:
    from hanse.ingest.linking import Linking

NEAREST: Final = 2  # names offered where none is known
LIKENESS: Final = 75  # of 100, for a name to be offered
MOST_OFFERED: Final = 200  # faults for which near names are looked for: it takes time
_DESCRIBE: Final = "describe it in its own sheet, or write the id or a name of one that is known"
_TOLD: Final = ("kind", "name", "alias", "country")


@dataclass(slots=True)
class Names:
    """Ids by every name they are known by, case, accents and punctuation aside.

    ``beyond`` gives what a project knows already; it is asked once, and only when a name is
    not among those of the tables. ``linking`` says which rows mean a cluster of the project.
    """

    kinds: dict[str, str] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    beyond: Callable[[], "Names"] | None = None
    linking: "Linking | None" = None
    withdrawn: dict[str, str] = field(default_factory=dict)
    _told: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    _by_key: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    _known: "Names | None" = None
    _offers: int = MOST_OFFERED

    @classmethod
    def of_store(cls, store: Store) -> Self:
        """Return what the things of a project are called."""
        from hanse.graph.merging import (
            JUDGEMENTS,
            judged_same,
        )  # slow to load, and not always asked

        names, judged = cls(), []
        called: list[tuple[str, str, str]] = []
        for claim in store.claims():
            if claim.predicate in JUDGEMENTS:
                judged.append(claim)
            if claim.predicate in _TOLD and claim.is_fact:
                called.append((claim.predicate, claim.subject, str(claim.value)))
        names.kinds = {thing: kind for said, thing, kind in called if said == "kind"}
        names.countries = {thing: country for said, thing, country in called if said == "country"}
        merged = judged_same(judged)
        for said, thing, name in called:
            if said in ("name", "alias"):
                names.call(merged.get(thing, thing), name)
        names.sources = {source.id: source for source in store.contents().sources}
        return names

    def learn(self, thing: str, name: str, kind: str) -> None:
        """Remember that ``thing``, of a kind, is called ``name``; an empty name is none."""
        self.kinds.setdefault(thing, kind)
        self.call(thing, thing)
        if name:
            self.call(thing, name)

    def call(self, thing: str, name: str) -> None:
        """Remember one more name of a thing whose kind is known."""
        self._told.setdefault(self.kinds.get(thing, ""), []).append((thing, name))

    def withdraw(self, thing: str, where: str) -> None:
        """Forget a thing whose description was put aside; rows that name it are told so."""
        self.kinds.pop(thing, None)
        self.withdrawn[thing] = where

    def kind(self, thing: str) -> str | None:
        """Return the kind of a thing; ``None`` when it is not known."""
        kind = self.kinds.get(thing)
        if kind is None and (known := self._asked()):
            return known.kinds.get(thing)
        return kind

    def country(self, thing: str) -> str | None:
        """Return the country of a thing; ``None`` when it is not known."""
        country = self.countries.get(thing)
        if country is None and (known := self._asked()):
            return known.countries.get(thing)
        return country

    def source(self, source: str) -> Source | None:
        """Return what is known of a source."""
        if source not in self.sources and (known := self._asked()):
            return known.sources.get(source)
        return self.sources.get(source)

    def among(self, name: str, kinds: Sequence[str] = ()) -> tuple[str, ...]:
        """Return the ids of the things of ``kinds`` (none: any) that are called ``name``.

        Those of the tables come first; where there are none, those of the project.
        """
        if self._is_one(name, kinds):
            return (name,)
        found = tuple(thing for thing in self._called(name, kinds) if self._is_one(thing, kinds))
        if not found and (known := self._asked()):
            found = tuple(t for t in known.among(name, kinds) if t not in self.withdrawn)
        return found

    def find(self, name: str, *, column: str, kinds: Sequence[str] = ()) -> str:
        """Return the id of what is called ``name``.

        Raises
        ------
        CellFault
            When nothing of ``kinds`` has the name, with the nearest; or several things do.
        """
        found = self.among(name, kinds)
        if len(found) == 1:
            return found[0]
        if found:
            remedy = f"write the id: {' or '.join(found)}"
            raise CellFault("the name fits several", column=column, value=name, remedy=remedy)
        reason, remedy = self._why_not(name, kinds)
        raise CellFault(reason, column=column, value=name, remedy=remedy)

    def _is_one(self, thing: str, kinds: Sequence[str]) -> bool:
        kind = self.kinds.get(thing)
        return kind is not None and (not kinds or kind in kinds)

    def _called(self, name: str, kinds: Sequence[str] = ()) -> tuple[str, ...]:
        """Return the ids of what is called ``name``, withdrawn ones among them."""
        wanted = kinds or tuple(self._told.keys() | self._by_key.keys())
        found = (thing for kind in sorted(wanted) for thing in self._index(kind).get(key(name), ()))
        return tuple(dict.fromkeys(found))

    def _index(self, kind: str) -> dict[str, tuple[str, ...]]:
        """Return the ids of a kind by comparable name, with what was told since the last time."""
        index = self._by_key.setdefault(kind, {})
        for thing, name in self._told.pop(kind, ()):
            known = index.get(key(name), ())
            if thing not in known:
                index[key(name)] = (*known, thing)
        return index

    def _asked(self) -> "Names | None":
        if self._known is None and self.beyond is not None:
            self._known = self.beyond()
        return self._known

    def _why_not(self, name: str, kinds: Sequence[str]) -> tuple[str, str]:
        """Return why a name leads to nothing, and what to do."""
        for thing in (name, *self._called(name)):
            if thing in self.withdrawn:
                reason = f"{thing} is described in {self.withdrawn[thing]}, which was put aside"
                return reason, "mend that row first"
        wanted = " or ".join(kind.replace("_", " ") for kind in kinds) or "thing"
        for thing in self.among(name)[:1]:
            is_a = f"{thing} is a {str(self.kind(thing)).replace('_', ' ')}"
            return f"{is_a}; a {wanted} is asked for", f"write the id or a name of a {wanted}"
        near = self._near(name, kinds)
        remedy = f"did you mean {' or '.join(near)}?" if near else _DESCRIBE
        return f"no {wanted} is called {name!r}", remedy

    def _near(self, name: str, kinds: Sequence[str]) -> tuple[str, ...]:
        if self._offers <= 0:
            return ()
        self._offers -= 1
        from rapidfuzz import process

        names = self._names_of(kinds)
        if known := self._asked():
            names |= known._names_of(kinds)
        near = process.extract(key(name), sorted(names), limit=NEAREST, score_cutoff=LIKENESS)
        found = (thing for near_name, _, _ in near for thing in self.among(near_name, kinds))
        return tuple(sorted(set(found)))

    def _names_of(self, kinds: Sequence[str]) -> set[str]:
        wanted = kinds or tuple(self._told.keys() | self._by_key.keys())
        return {name for kind in wanted for name in self._index(kind)}
