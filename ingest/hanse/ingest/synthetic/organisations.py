"""Invented clusters and the partnerships they form, one after the other."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, Self

from hanse.graph.claims import Claim
from hanse.graph.quantities import Qualifier, Quantity
from hanse.ingest.synthetic.drawing import Draw, Popular
from hanse.ingest.synthetic.world import (
    CATEGORIES,
    MARKETS,
    REGIONS,
    Author,
    category,
    market,
    region,
)

# How many categories of a scheme a cluster has, from the least to the most.
LABELS: Final = {
    "sectoral_industry": (1, 3),
    "emerging_industry": (1, 3),
    "technology_field": (0, 4),
    "s3_priority": (0, 3),
}
MOST_MARKETS: Final = 4
MOST_PARTNERSHIPS: Final = 3
SMALLEST: Final = 2
RUNS_ON: Final = 2023  # the last year of a partnership that has not ended
SMALL: Final = range(3, 7)  # members of the alliance that the project opens with
LARGEST: Final = 60  # members of a partnership; a network has up to five times as many
KINDS: Final = ("partnership",) * 7 + ("consortium",) * 2 + ("network",)
SEATS: Final = tuple((country, place) for country, n in REGIONS.items() for place in range(n))
# What is stated of a cluster's size: the share of clusters, the least and the most.
COUNTS: Final = {
    "companies": (0.8, 5, 900),
    "smes": (0.4, 3, 700),
    "members": (0.3, 8, 1200),
    "research_bodies": (0.3, 1, 40),
}
NESTED: Final = ("smes", "companies", "members")  # each is counted among the next
QUALIFIERS: Final[tuple[Qualifier, ...]] = ("exactly", "exactly", "exactly", "about", "at_least")
FIELDS: Final = (
    "Optics", "Photonics", "Health", "Élan", "Mobility", "Agrifood", "Energy", "Textile",
    "Biotech", "Maritime", "Materials", "Mécatronique", "Plastics", "Space", "Packaging", "ICT",
    "Ökologie", "Medical", "Wood", "Robotics",
)  # fmt: skip
BODIES: Final = ("Valley", "Cluster", "Network", "Pôle", "Alliance", "Campus", "Hub", "Park")


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnerships:
    """The invented partnerships: kinds, sizes and periods, and the seats in them in any order.

    ``seats`` names a partnership for each seat; clusters take their seats one by one. Periods
    are years; the last of one that has not ended is ``RUNS_ON``.
    """

    kinds: tuple[str, ...]
    sizes: Sequence[int]
    seats: Sequence[int]
    first_years: Sequence[int]
    last_years: Sequence[int]

    @classmethod
    def of(cls, draw: Draw, clusters: int) -> Self:
        """Draw as many partnerships as the clusters have seats for, sizes by a power law."""
        wanted = clusters * MOST_PARTNERSHIPS // 2
        kinds: list[str] = []
        sizes, seats = array("l"), array("l")
        while len(seats) < wanted:
            kind = draw.one_of(KINDS)
            most = 5 * LARGEST if kind == "network" else LARGEST
            size = draw.size(least=SMALLEST, most=most, steepness=1.2)
            seats.extend([len(kinds)] * size)
            kinds.append(kind)
            sizes.append(size)
        mixed = array("l", [seats[place] for place in draw.shuffled(len(seats))])
        begun = array("l", [draw.between(2008, 2020) for _ in kinds])
        last = array("l", [y + draw.between(1, 3) if draw.happens(0.2) else RUNS_ON for y in begun])
        made = cls(kinds=tuple(kinds), sizes=sizes, seats=mixed, first_years=begun, last_years=last)
        last[made.first_small()] = RUNS_ON
        return made

    def first_small(self) -> int:
        """Return the place of the first partnership with three to six members, else 0."""
        sizes = enumerate(zip(self.kinds, self.sizes, strict=True))
        small = (p for p, (kind, size) in sizes if kind == "partnership" and size in SMALL)
        return next(small, 0)


def partnership(place: int) -> str:
    """Return the id of a partnership."""
    return f"synthetic-partnership-{place + 1:07d}"


def cluster(place: int) -> str:
    """Return the id of a cluster."""
    return f"synthetic-cluster-{place + 1:07d}"


def partnerships(author: Author, draw: Draw, made: Partnerships) -> Iterator[Claim]:
    """Yield what is said of the partnerships themselves."""
    first = made.first_small()
    for place, kind in enumerate(made.kinds):
        thing = partnership(place)
        yield from author.describes(thing, kind, f"Synthetic {kind.capitalize()} {place + 1:07d}")
        yield author.says(thing, "since", str(made.first_years[place]))
        if made.last_years[place] != RUNS_ON:
            yield author.says(thing, "until", str(made.last_years[place]))
        number = 3 if place == first else draw.below(MOST_MARKETS + 1)
        for target in draw.some_of(_MARKETS, number):
            yield author.says(thing, "targets", market(target), role="targets")


def clusters(author: Author, draw: Draw, made: Partnerships, number: int) -> Iterator[Claim]:
    """Yield what is said of the clusters, each with its categories, markets and memberships."""
    seats = iter(made.seats)
    for place in range(number):
        thing = cluster(place)
        name = f"Synthetic {draw.one_of(FIELDS)} {draw.one_of(BODIES)} {place + 1:07d}"
        yield from author.describes(thing, "cluster", name)
        yield from _seat(author, draw, thing)
        yield from _labels(author, draw, thing)
        yield from _markets(author, draw, thing)
        yield from _sizes(author, draw, thing)
        taken = islice(seats, draw.between(0, MOST_PARTNERSHIPS))
        yield from _memberships(author, draw, thing, taken, made)


def _memberships(
    author: Author, draw: Draw, thing: str, seats: Iterable[int], made: Partnerships
) -> Iterator[Claim]:
    for seat in dict.fromkeys(seats):
        year = draw.between(made.first_years[seat], made.last_years[seat])
        since = str(year) if draw.happens(0.5) else None
        yield author.says(thing, "member_of", partnership(seat), since=since)


def _seat(author: Author, draw: Draw, thing: str) -> Iterator[Claim]:
    country, place = draw.one_of(SEATS)
    if draw.happens(0.99):
        yield author.says(thing, "country", country)
    if draw.happens(0.95):
        yield author.says(thing, "located_in", region(country, place))


def _labels(author: Author, draw: Draw, thing: str) -> Iterator[Claim]:
    if draw.happens(0.05):
        return  # nobody states its categories
    for scheme, (least, most) in LABELS.items():
        for place in draw.some_of(_POPULAR[scheme], draw.between(least, most)):
            yield author.says(thing, "classified_as", category(scheme, place))


def _markets(author: Author, draw: Draw, thing: str) -> Iterator[Claim]:
    targets = draw.some_of(_MARKETS, draw.between(0, MOST_MARKETS))
    is_open = len(targets) > 1 and draw.happens(0.005)
    context = f"{thing}-either-or" if is_open else None
    for target in targets:
        yield author.says(thing, "targets", market(target), role="targets", context=context)


def _sizes(author: Author, draw: Draw, thing: str) -> Iterator[Claim]:
    sizes = {
        unit: draw.size(least=least, most=most, steepness=0.8)
        for unit, (share, least, most) in COUNTS.items()
        if draw.happens(share)
    }
    nested = [unit for unit in NESTED if unit in sizes]
    sizes |= dict(zip(nested, sorted(sizes[unit] for unit in nested), strict=True))
    for unit, size in sizes.items():
        quantity = Quantity(value=size, unit=unit, qualifier=draw.one_of(QUALIFIERS))
        yield author.says(thing, unit, quantity)
    if draw.happens(0.6):
        yield author.says(thing, "eccp_listed", draw.happens(0.9))


_POPULAR: Final = {scheme: Popular(number, fall=0.6) for scheme, (_, number) in CATEGORIES.items()}
_MARKETS: Final = Popular(MARKETS, fall=0.4)
