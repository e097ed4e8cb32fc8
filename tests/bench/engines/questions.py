"""What every engine is asked, and what makes two answers the same."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, Self

import numpy as np
from tests.bench.engines.columns import Columns

from hanse.graph.model import ValueChain
from hanse.ingest.chains import read_chain
from hanse.ingest.synthetic.definitions import chain_text
from hanse.ingest.synthetic.world import category, market

DECIMALS = 9
TOP, PAIRS_TOP, CAPPED, LISTED = 20, 10, 200, 20
SAMPLE = 5
Scored = tuple[str, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The same questions for all engines, of one project.

    ``known`` are the clusters that state country, region and categories: alliances are made of
    these, and the pairs are asked of them; ``sample`` are some of them.
    """

    words: str
    facet: dict[str, tuple[str, ...]]
    alliance: tuple[str, ...]
    targets: tuple[str, ...]
    ten: tuple[str, ...]
    centre: str
    chain: ValueChain
    sample: tuple[str, ...]
    known: frozenset[str]

    @classmethod
    def of(cls, columns: Columns) -> Self:
        """Return the questions of a project: the same for the same project."""
        known = _known(columns)
        partners = np.intersect1d(known, columns.ties["member_of"][0])
        spread = [columns.ids[n] for n in partners[:: max(1, len(partners) // 20)]]
        return cls(
            words="photonics va",
            facet={
                "country": ("DE", "FR"),
                "sectoral_industry": (category("sectoral_industry", 3),),
            },
            alliance=tuple(spread[1:4]),
            targets=tuple(market(place) for place in (2, 7, 11, 20)),
            ten=tuple(spread[5:15]),
            centre=spread[0],
            chain=read_chain(chain_text(), where="the bench"),
            sample=tuple(spread[-SAMPLE:]),
            known=frozenset(columns.ids[n] for n in known),
        )


def _known(columns: Columns) -> "np.ndarray[Any, np.dtype[np.int32]]":
    known = columns.clusters[columns.countries[columns.clusters] >= 0]
    for relation in ("located_in", "classified_as"):
        known = np.intersect1d(known, columns.ties[relation][0])
    return known


class Engine(Protocol):
    """One way of answering; each returns plain values that are compared by their digests."""

    def search(self) -> Any:
        """Return the first twenty ids that hold all words, and how many do."""
        ...

    def facet(self) -> Any:
        """Return the first ids that pass, how many do, and what they have by facet."""
        ...

    def candidates(self) -> Any:
        """Return the twenty best candidates with both ends of their scores."""
        ...

    def reach(self) -> Any:
        """Return each access point with the clusters first reached through it."""
        ...

    def neighbourhood(self) -> Any:
        """Return the first two hundred things around another, and how many there are."""
        ...

    def pairs(self, clusters: Sequence[str]) -> Any:
        """Return the ten best candidates of each of these clusters."""
        ...


QUESTIONS = ("search", "facet", "candidates", "reach", "neighbourhood")


def digest(answer: Any) -> str:
    """Return a short hash of an answer; scores to nine decimals."""
    text = json.dumps(_plain(answer), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _plain(answer: Any) -> Any:
    if isinstance(answer, dict):
        return {str(name): _plain(part) for name, part in answer.items()}
    if isinstance(answer, str):
        return answer
    if isinstance(answer, Iterable):
        return [_plain(part) for part in answer]
    return round(float(answer), DECIMALS) + 0.0 if isinstance(answer, float) else int(answer)


def best_first(scored: Iterable[Scored], top: int) -> list[Scored]:
    """Return the best: by low end, then high end, then id."""
    return sorted(scored, key=lambda one: (-round(one[1], 12), -round(one[2], 12), one[0]))[:top]
