"""What all invented clusters share: regions of real countries, categories, target markets.

As many of each as European lists have: about 250 regions, 51 sectoral industries, 10 emerging
industries, 400 technology fields, 100 S3 priorities, 60 target markets.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hanse.graph.claims import Claim, Value
from hanse.graph.ids import category_id

# Member States of the European Union by how many regions each is given here, which follows
# how many NUTS 2 regions it has.
REGIONS: Final = {
    "AT": 9, "BE": 11, "BG": 6, "CY": 1, "CZ": 8, "DE": 38, "DK": 5, "EE": 1, "ES": 19, "FI": 5,
    "FR": 27, "GR": 13, "HR": 4, "HU": 8, "IE": 3, "IT": 21, "LT": 2, "LU": 1, "LV": 1, "MT": 1,
    "NL": 12, "PL": 17, "PT": 7, "RO": 8, "SE": 8, "SI": 2, "SK": 4,
}  # fmt: skip
CATEGORIES: Final = {
    "sectoral_industry": ("sector", 51),
    "emerging_industry": ("emerging industry", 10),
    "technology_field": ("technology field", 400),
    "s3_priority": ("S3 priority", 100),
}
# Groups of countries that are markets of their own; the other markets lie in one of them.
MARKET_GROUPS: Final = 6
MARKETS: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who invents: the source that every statement names."""

    source: str

    def says(
        self,
        subject: str,
        predicate: str,
        value: Value,
        *,
        since: str | None = None,
        role: str | None = None,
        context: str | None = None,
    ) -> Claim:
        """Return a statement of this source; its place is the thing that it is about."""
        return Claim(
            subject=subject,
            predicate=predicate,
            value=value,
            source=self.source,
            locator=subject,
            since=since,
            role=role,
            context=context,
        )

    def describes(self, thing: str, kind: str, name: str) -> Iterator[Claim]:
        """Yield what is said of every thing: its kind, its name, and that it is invented."""
        yield self.says(thing, "kind", kind)
        yield self.says(thing, "name", name)
        yield self.says(thing, "synthetic", True)


def label(scheme: str, place: int) -> str:
    """Return the label of a category.

    >>> label("technology_field", 6)
    'Synthetic technology field 007'
    """
    return f"Synthetic {CATEGORIES[scheme][0]} {place + 1:03d}"


def category(scheme: str, place: int) -> str:
    """Return the id of a category."""
    return category_id(scheme, label(scheme, place))


def region(country: str, place: int) -> str:
    """Return the id of a region."""
    return f"synthetic-region-{country.lower()}-{place + 1:02d}"


def market(place: int) -> str:
    """Return the id of a target market; the first ones are groups of countries."""
    kind = "market-group" if place < MARKET_GROUPS else "market"
    return f"synthetic-{kind}-{place + 1:02d}"


def world(author: Author) -> Iterator[Claim]:
    """Yield the claims that describe regions, categories and markets."""
    for country, number in REGIONS.items():
        for place in range(number):
            thing = region(country, place)
            yield from author.describes(thing, "region", f"Synthetic Region {thing[-5:].upper()}")
            yield author.says(thing, "country", country)
    for scheme, (_, number) in CATEGORIES.items():
        for place in range(number):
            thing = category(scheme, place)
            yield from author.describes(thing, "category", label(scheme, place))
            yield author.says(thing, "scheme", scheme)
    for place in range(MARKETS):
        thing = market(place)
        yield from author.describes(thing, "market", thing.replace("-", " ").capitalize())
        if place >= MARKET_GROUPS:
            yield author.says(thing, "within", market(place % MARKET_GROUPS))
