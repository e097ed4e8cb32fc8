"""Regions and markets that a list of clusters describes in passing, by naming them.

A cell "Ile-de-France" in a row of France describes a region of France, unless one of that
name is known; "Brazil" among the target markets is the country. Anything else that is not
known is refused: no thing is made of a slip of the keyboard.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from hanse.graph.claims import Claim
from hanse.graph.errors import UserMistake
from hanse.graph.ids import slug
from hanse.ingest.cells import Statement
from hanse.ingest.countries import country_name, is_country, read_country
from hanse.ingest.names import Names
from hanse.ingest.rows import CellFault, Row


@dataclass(slots=True)
class Passing:
    """What was described in passing in one reading of the tables."""

    names: Names
    said: set[str] = field(default_factory=set)
    regions: dict[tuple[str, str | None], tuple[str, bool]] = field(default_factory=dict)

    def region(self, name: str, row: Row, rest: Statement, column: str) -> tuple[str, list[Claim]]:
        """Return the region that a row means, and the claims that describe it the first time.

        Raises
        ------
        CellFault
            When several regions of the row's country have the name.
        """
        country = _country(row)
        found = self.regions.get((name, country))
        if found is None:
            found = self.regions[name, country] = self._region(name, country, column)
        region, is_made = found
        if not is_made:
            return region, []
        return region, list(self._describe(region, "region", name, country, rest))

    def _region(self, name: str, country: str | None, column: str) -> tuple[str, bool]:
        """Return the id of a region, and whether it is described in passing."""
        made = f"region:{country.lower()}-{slug(name)}" if country else f"region:{slug(name)}"
        known = self._known(name, "region", country)
        if len(known) > 1:
            remedy = f"write the id: {' or '.join(known)}"
            raise CellFault("the name fits several", column=column, value=name, remedy=remedy)
        return (known[0], False) if known and known != (made,) else (made, True)

    def market(self, name: str, rest: Statement, column: str) -> tuple[str, list[Claim]]:
        """Return the market that a cell means, and the claims that describe it.

        Raises
        ------
        CellFault
            When it is neither a known market nor a country.
        """
        if not is_country(name):
            return self.names.find(name, column=column, kinds=("market",)), []
        code = read_country(name)
        english, made = country_name(code), f"market:{code.lower()}"
        known = self.names.among(name, ("market",)) or self.names.among(english, ("market",))
        if known and known != (made,):
            return self.names.find(known[0], column=column, kinds=("market",)), []
        return made, list(self._describe(made, "market", english, code, rest))

    def _known(self, name: str, kind: str, country: str | None) -> tuple[str, ...]:
        found = self.names.among(name, (kind,))
        if country is None:
            return found
        return tuple(t for t in found if (self.names.country(t) or country) == country)

    def _describe(
        self, made: str, kind: str, name: str, country: str | None, rest: Statement
    ) -> Iterator[Claim]:
        if made in self.said:
            return
        self.said.add(made)
        where: Statement = {"source": rest["source"], "locator": rest["locator"]}
        yield Claim(subject=made, predicate="kind", value=kind, **where)
        yield Claim(subject=made, predicate="name", value=name, **where)
        if country:
            yield Claim(subject=made, predicate="country", value=country, **where)


def _country(row: Row) -> str | None:
    """Return the country of a row; one that cannot be read is a fault of its own cell."""
    text = row.text("country")
    try:
        return read_country(text) if text else None
    except UserMistake:
        return None
