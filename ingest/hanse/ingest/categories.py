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
from hanse.ingest.rows import Row


@dataclass(slots=True)
class Lexicon:
    """Standard labels by scheme and spelling; a label not listed is its own standard."""

    standards: dict[tuple[str, str], str] = field(default_factory=dict)
    variants: dict[str, tuple[str, ...]] = field(default_factory=dict)
    described: set[str] = field(default_factory=set)
    labels: dict[str, tuple[str, str]] = field(default_factory=dict)
    placed: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def take(self, row: Row) -> None:
        """Take in a row of the table ``categories``.

        Raises
        ------
        CellFault
            When it names no scheme or no label.
        """
        scheme, label = row.required("scheme"), row.required("label")
        variants = row.texts("variants")
        for spelling in (label, *variants):
            self.standards[scheme, fold(spelling)] = label
        self.variants[category_id(scheme, label)] = variants

    def anew(self) -> Self:
        """Return the lexicon as it was before anything was described."""
        return type(self)(standards=self.standards, variants=self.variants)

    def place(self, scheme: str, label: str) -> tuple[str, str]:
        """Return the id and the standard label of the category that ``label`` means."""
        placed = self.placed.get((scheme, label))
        if placed is None:
            placed = self.placed[scheme, label] = self._place(scheme, label)
        return placed

    def _place(self, scheme: str, label: str) -> tuple[str, str]:
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
