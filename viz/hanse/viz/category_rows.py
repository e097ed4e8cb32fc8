"""Rows of the tables ``focus`` and ``categories``: what clusters are classified as.

A category has no row of its own: the first row that names it describes it, on that row's word.
So a category is only written here where it was described in this way.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.model import SCHEMES
from hanse.viz.flat_values import SEPARATOR
from hanse.viz.planned_rows import PlannedRow, is_bare, place, row, where

_DESCRIBING: Final = ("kind", "name", "scheme")


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribedCategory:
    """A category, what describes it and where, and other spellings stated there."""

    scheme: str
    label: str
    source: str
    locator: str
    said: tuple[Claim, ...] = ()
    variants: tuple[Claim, ...] = ()


def described_categories(claims: Sequence[Claim]) -> dict[str, DescribedCategory]:
    """Return the categories that are described once, where a cluster is classified as one."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.predicate in (*_DESCRIBING, "alias") and is_bare(claim):
            told[claim.subject].append(claim)
    named_at = {(c.other, c.source, c.locator) for c in claims if c.predicate == "classified_as"}
    found = {thing: _described(said) for thing, said in told.items()}
    return {
        thing: category
        for thing, category in found.items()
        if category and (thing, category.source, category.locator) in named_at
    }


def _described(claims: Sequence[Claim]) -> DescribedCategory | None:
    by_name = {name: [c for c in claims if c.predicate == name] for name in _DESCRIBING}
    if any(len(said) != 1 for said in by_name.values()):
        return None
    kind, name, scheme = (by_name[part][0] for part in _DESCRIBING)
    if kind.value != "category" or scheme.value not in SCHEMES:
        return None
    if not place(kind) == place(name) == place(scheme):
        return None
    variants = [c for c in claims if c.predicate == "alias" and place(c) == place(kind)]
    return DescribedCategory(
        scheme=str(scheme.value),
        label=str(name.value),
        source=kind.source,
        locator=kind.locator,
        said=(kind, name, scheme),
        variants=tuple(variants),
    )


def category_rows(
    claims: Sequence[Claim], categories: Mapping[str, DescribedCategory]
) -> list[PlannedRow]:
    """Return the rows that classify clusters, those that describe a category first."""
    ties = [c for c in claims if c.predicate == "classified_as" and c.other in categories]
    ties.sort(key=lambda tie: not _describes(tie, categories[tie.other]))
    first = {tie.other: tie.id for tie in reversed(ties)}
    focus = [_focus(t, categories[t.other], is_first=first[t.other] == t.id) for t in ties]
    spelled = [categories[thing] for thing in sorted(categories) if categories[thing].variants]
    return [*focus, *map(_spellings, spelled)]


def _describes(tie: Claim, category: DescribedCategory) -> bool:
    return (tie.source, tie.locator) == (category.source, category.locator)


def _focus(tie: Claim, category: DescribedCategory, *, is_first: bool) -> PlannedRow:
    said = {"cluster": tie.subject, "category": category.label, "scheme": category.scheme}
    return row("focus", {**said, **where(place(tie))}, tie, *(category.said if is_first else ()))


def _spellings(category: DescribedCategory) -> PlannedRow:
    spellings = SEPARATOR.join(str(claim.value) for claim in category.variants)
    said = {"scheme": category.scheme, "label": category.label, "variants": spellings}
    return row("categories", said, *category.variants)
