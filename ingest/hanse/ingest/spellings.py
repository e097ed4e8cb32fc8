"""What stays of a name when case, accents, legal forms and words that anyone uses are aside.

A name is split at brackets, slashes and dashes into the names it is made of. Each is compared
whole, and by its *core*: the words that are its own. Words for a field or a place are no part
of a core, but two names that name different ones are not the same.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from hanse.graph.ids import key
from hanse.ingest.countries import country_names

SHORTEST: Final = 3  # letters of a part or a core: fewer are anybody's
_BETWEEN: Final = re.compile('[()\\[\\]{}/|"“”„]|\\s[-\u2013\u2014]\\s|\\.-|,\\s')
_DIGRAPH: Final = re.compile(r"([aou])e")
_AMPERSAND: Final = re.compile(r"\s*&\s*")


@dataclass(frozen=True, slots=True)
class Core:
    """The words of a name that are its own, and the fields and places that it names."""

    words: str
    fields: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    def agrees(self, other: "Core") -> bool:
        """Say whether two names may be the same: equal words, and nothing that contradicts."""
        return (
            bool(self.words)
            and self.words == other.words
            and not _contradict(self.fields, other.fields)
            and not _contradict(self.places, other.places)
        )


@dataclass(frozen=True, slots=True)
class Spelling:
    """One name, or a part of one: as it is written, as it is compared, and its core.

    ``telling`` are its words but those that only say what kind of body it is.
    """

    written: str
    compared: str
    core: Core
    telling: str


def plain(text: str) -> str:
    """Return a name without case, accents and punctuation, ü written either way.

    >>> plain("microTEC Südwest") == plain("Microtec Suedwest")
    True
    """
    return _DIGRAPH.sub(r"\1", key(_AMPERSAND.sub(" and ", text)))


@lru_cache(maxsize=65536)
def spellings(name: str) -> tuple[Spelling, ...]:
    """Return a name and the names that it is made of, each once, the whole one first.

    A part is left out unless it has words of its own.

    >>> [spelling.compared for spelling in spellings("Hellenic BioCluster (HBio)")]
    ['hellenicbioclusterhbio', 'hbio']
    """
    whole = _spelling(name)
    parts = [_spelling(part) for part in _BETWEEN.split(name)] if _BETWEEN.search(name) else []
    found = {whole.compared: whole}
    for part in parts:
        if part.core.words:
            found.setdefault(part.compared, part)
    return tuple(found.values())


def _spelling(name: str) -> Spelling:
    words = _without_legal_form(plain(name).split())
    telling = [word for word in words if _sorts().get(word) != "types"] or words
    return Spelling(
        written=name.strip(),
        compared="".join(words),
        core=_core(words),
        telling=" ".join(telling),
    )


def _core(words: Iterable[str]) -> Core:
    sorts = _sorts()
    by_sort: dict[str, list[str]] = {"own": [], "types": [], "fields": [], "places": []}
    for word in words:
        by_sort[sorts.get(word, "own")].append(word)
    own = " ".join(by_sort["own"])
    return Core(
        words=own if len(own) >= SHORTEST else "",
        fields=frozenset(by_sort["fields"]),
        places=frozenset(by_sort["places"]),
    )


def _contradict(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not one & other


def _without_legal_form(words: list[str]) -> list[str]:
    """Return the words before the legal form that ends them; a name that is one stays."""
    while len(words) > 1:
        ending = next((n for n in range(4, 0, -1) if tuple(words[-n:]) in _legal_forms()), 0)
        if not 0 < ending < len(words):
            return words
        words = words[:-ending]
    return words


@cache
def _lists() -> Mapping[str, list[str]]:
    text = (files("hanse.ingest") / "spellings.toml").read_text(encoding="utf-8")
    lists: Mapping[str, list[str]] = tomllib.loads(text)
    return lists


@cache
def _legal_forms() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(plain(form).split()) for form in _lists()["legal_forms"])


@cache
def _sorts() -> Mapping[str, str]:
    """Return what sort of word each listed word is; countries are places."""
    countries = {
        word: "places" for name in country_names().values() for word in plain(name).split()
    }
    listed = {
        plain(word): sort for sort in ("places", "fields", "types") for word in _lists()[sort]
    }
    return {**countries, **listed}
