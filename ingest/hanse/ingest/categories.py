"""The categories of the schemes: one for each label, with the spellings that mean the same.

Schemes are never merged: "Biopharmaceuticals" the sectoral industry is not
"Bio-pharmaceuticals" the emerging industry.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Self

from hanse.graph.claims import Claim
from hanse.graph.ids import category_id, fold
from hanse.ingest.cells import Statement
from hanse.ingest.rows import Table


@dataclass(slots=True)
class Lexicon:
    """Standard labels by scheme and spelling; a label not listed is its own standard."""

    standards: dict[tuple[str, str], str] = field(default_factory=dict)
    variants: dict[str, tuple[str, ...]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    described: set[str] = field(default_factory=set)
    labels: dict[str, tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def read(cls, table: Table | None) -> Self:
        """Return the lexicon of a sheet ``categories``; empty when there is none."""
        lexicon = cls()
        for row in table or ():
            scheme, label = row.required("scheme"), row.required("label")
            variants = row.texts("variants")
            for spelling in (label, *variants):
                lexicon.standards[scheme, fold(spelling)] = label
            lexicon.variants[category_id(scheme, label)] = variants
        return lexicon

    def place(self, scheme: str, label: str) -> tuple[str, str]:
        """Return the id and the standard label of the category that ``label`` means."""
        standard = self.standards.get((scheme, fold(label)), label)
        category = category_id(scheme, standard)
        self.labels.setdefault(category, (scheme, standard))
        return category, self.labels[category][1]

    def describe(self, category: str, rest: Statement) -> Iterator[Claim]:
        """Yield what the category is, the first time it is met, on that row's word."""
        if category in self.described:
            return
        self.described.add(category)
        scheme, label = self.labels[category]
        where: Statement = {"source": rest["source"], "locator": rest["locator"]}
        yield Claim(subject=category, predicate="kind", value="category", **where)
        yield Claim(subject=category, predicate="name", value=label, **where)
        yield Claim(subject=category, predicate="scheme", value=scheme, **where)
        for spelling in self.variants.get(category, ()):
            yield Claim(subject=category, predicate="alias", value=spelling, **where)
