"""Ratings that people gave, for tests: as claims, by the guide of LASER-GO D4.1."""

from importlib.resources import files
from typing import Final

from tests.builders import claim

from hanse.graph.claims import Claim
from hanse.ingest.guides import read_guide

GUIDE_TEXT: Final = (
    files("hanse.ingest") / "cases" / "photonics_for_health" / "guide.toml"
).read_text(encoding="utf-8")
GUIDE: Final = read_guide(GUIDE_TEXT, where="guide.toml")


def rating(
    candidate: str,
    criterion: str,
    value: float,
    *,
    by: str = "ana",
    as_of: str | None = None,
    note: str | None = None,
    guide: str = GUIDE.id,
) -> Claim:
    """Make the claim of one assessor's rating."""
    return claim(
        candidate, "rating", value, source=f"assessor:{by}", locator=f"{candidate}, {criterion}",
        context=f"{guide}:{criterion}", as_of=as_of, note=note,
    )  # fmt: skip


def ratings_of(criterion: str, **people: dict[str, float]) -> list[Claim]:
    """Make the claims of several assessors: by name, what they gave each candidate."""
    return [
        rating(candidate, criterion, value, by=person)
        for person, given in people.items()
        for candidate, value in given.items()
    ]
