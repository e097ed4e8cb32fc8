"""Draw small projects in which everything a question may stumble over occurs, ties included.

Ids are few and short, so that clusters share categories, regions, markets and partnerships,
scores are equal, statements disagree, and things are named alike. A whole world is drawn from
one seed: drawing each part by itself would take longer than the questions.
"""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Final, TypeVar

from hypothesis import strategies as st
from tests.builders import claim

from hanse.graph.claims import Claim, Value
from hanse.graph.ids import category_id
from hanse.graph.model import Feed, Stage, ValueChain
from hanse.graph.quantities import Quantity

Item = TypeVar("Item")

CLUSTERS: Final = tuple(f"c{n}" for n in range(9))
PARTNERSHIPS: Final = ("p0", "p1", "p2", "n0", "k0")
REGIONS: Final = ("r0", "r1", "r2", "r3")
MARKETS: Final = ("m0", "m1", "m2", "m3", "m4")
COUNTRIES: Final = ("FR", "DE", "AT")
SCHEMES: Final = ("technology_field", "s3_priority", "of_no_known_kind")
LABELS: Final = ("Optics", "Health", "Lasers")
CATEGORIES: Final = tuple(category_id(scheme, label) for scheme in SCHEMES for label in LABELS)
NAMES: Final = ("Élan Photonics", "Elan photonics", "Optics Valley", "Valley", "Photonics BW")
DAYS: Final = (None, "2014", "2016-06", "2018-01-01")
UNITS: Final = ("companies", "smes", "members", "active_members")
QUALIFIERS: Final = ("exactly", "exactly", "about", "at_least", "at_most", "between")
_KINDS: Final = {"p": "partnership", "n": "network", "k": "consortium"}


class _World:
    """A project in the making."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def _one(self, items: Sequence[Item]) -> Item:
        return self._random.choice(items)

    def _some(self, items: Sequence[Item], most: int = 3) -> list[Item]:
        return self._random.sample(items, self._random.randint(0, most))

    def _happens(self, chance: float) -> bool:
        return self._random.random() < chance

    def _said(self, subject: str, predicate: str, value: Value) -> Claim:
        """Return a statement whose dates, status and source may be anything."""
        return claim(
            subject,
            predicate,
            value,
            source=self._one(("a", "b")),
            as_of=self._one((None,) * 4 + DAYS),
            since=self._one((None,) * 4 + DAYS),
            until=self._one((None, None, None, None, "2015", "2017")),
            status=self._one(("stated", "stated", "stated", "assumption", "conjecture")),
        )

    def _described(self, thing: str, kind: str) -> Iterator[Claim]:
        if self._happens(0.95):  # else nobody says what it is
            yield claim(thing, "kind", kind)
            yield claim(thing, "name", self._one((*NAMES, f"Name of {thing}")))

    def _quantity(self, unit: str) -> Quantity:
        qualifier = self._one(QUALIFIERS)
        low, high = sorted((self._random.randint(0, 40), self._random.randint(0, 40)))
        return Quantity(
            value=low,
            unit=self._one((unit, unit, unit, "jobs")),
            qualifier=qualifier,  # type: ignore[arg-type]  # one of the qualifiers
            strict=self._happens(0.5) and qualifier in ("at_least", "at_most"),
            upper=high if qualifier == "between" else None,
        )

    def background(self) -> Iterator[Claim]:
        """Yield regions, markets and categories, some within others."""
        for kind, things in (("region", REGIONS), ("market", MARKETS)):
            for thing in things:
                yield from self._described(thing, kind)
                yield from (claim(thing, "within", outer) for outer in self._some(things, 1))
                if self._happens(0.5):
                    yield claim(thing, "country", self._one(COUNTRIES))
        for category in CATEGORIES:
            yield from self._described(category, "category")
            if self._happens(0.9):
                yield claim(category, "scheme", category.split(":")[0])

    def cluster(self, cluster: str) -> Iterator[Claim]:
        yield from self._described(cluster, "cluster")
        if self._happens(0.8):
            yield self._said(cluster, "country", self._one(COUNTRIES))
        ties = {"located_in": REGIONS, "classified_as": CATEGORIES, "member_of": PARTNERSHIPS}
        for relation, others in ties.items():
            yield from (self._said(cluster, relation, other) for other in self._some(others))
        for market in self._some(MARKETS):
            context = self._one((None, None, None, "either", "or"))
            yield claim(cluster, "targets", market, role="targets", context=context)
        yield from self._sizes(cluster)
        if self._happens(0.2):
            yield claim(cluster, "alias", self._one(NAMES))
        if self._happens(0.3):
            yield claim(cluster, "in_group", "g0")

    def _sizes(self, cluster: str) -> Iterator[Claim]:
        for unit in self._some(UNITS, 2):
            for _ in range(self._random.randint(1, 2)):
                yield self._said(cluster, unit, self._quantity(unit))
        for _ in range(self._random.randint(0, 2)):
            yield self._said(cluster, "eccp_listed", self._happens(0.7))

    def partnership(self, partnership: str) -> Iterator[Claim]:
        yield from self._described(partnership, _KINDS[partnership[0]])
        for end in ("since", "until"):
            day = self._one((None, *DAYS))
            if day:
                yield self._said(partnership, end, day)
        yield from (self._said(partnership, "targets", m) for m in self._some(MARKETS, 2))
        if self._happens(0.3):
            unit = self._one(("companies", "clusters"))
            yield self._said(partnership, unit, self._quantity(unit))
        if self._happens(0.3):
            agreement = f"agreement-{self._one(PARTNERSHIPS)}"
            yield claim(agreement, "kind", "agreement")
            yield claim(agreement, "other_end", "gateway")
            yield claim(partnership, "party_to", agreement)

    def groups(self) -> Iterator[Claim]:
        yield claim("gateway", "kind", "gateway")
        yield claim("g0", "kind", "group")
        if self._happens(0.5):
            yield claim("g0", "companies", self._quantity("companies"))

    def judgements(self) -> Iterator[Claim]:
        """Yield who is said to be whom, and who not: rings, chains and contradictions."""
        for _ in range(self._one((0, 0, 0, 1, 2, 4))):
            one, other = self._random.sample(CLUSTERS, 2)
            yield self._said(one, self._one(("same_as", "same_as", "different_from")), other)
            if self._happens(0.2):
                yield claim(other, "different_from", one)


class Claims(list[Claim]):
    """A list that a failing test does not print whole: its seed makes it again."""

    def __repr__(self) -> str:
        return f"<{len(self)} claims>"


def world(random: Random, *, with_judgements: bool = True) -> Claims:
    """Return the claims of a project drawn at random."""
    made = _World(random)
    parts = [made.background(), made.groups(), *map(made.cluster, CLUSTERS)]
    parts += map(made.partnership, PARTNERSHIPS)
    parts += [made.judgements()] if with_judgements else []
    return Claims(said for part in parts for said in part)


worlds: st.SearchStrategy[list[Claim]] = st.randoms(use_true_random=True).map(world)
days: st.SearchStrategy[str | None] = st.sampled_from(DAYS)


def chain(random: Random) -> ValueChain:
    """Return a chain whose stages share categories, with weights and worths of any kind."""
    number = random.randint(1, 4)
    stages = tuple(
        Stage(id=f"s{n}", label=f"Stage {n}", weight=1 / number, feeds=tuple(_feeds(random)))
        for n in range(number)
    )
    worths = random.choice(((0.7, 0.3), (1.0,), (0.5, 0.3, 0.2)))
    return ValueChain(id="chain", label="Chain", stages=stages, provider_worths=worths)


def _feeds(random: Random) -> Iterator[Feed]:
    for _ in range(random.randint(1, 4)):
        yield Feed(
            scheme=random.choice(SCHEMES),
            label=random.choice((*LABELS, "Unheard of")),
            relevance=random.choice((1.0, 0.7, 0.5, 0.3)),
        )


chains: st.SearchStrategy[ValueChain] = st.randoms(use_true_random=True).map(chain)
