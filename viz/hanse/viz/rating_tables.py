"""What an evaluation owes to people, below its table: who rated, disputes, vetoes, swaps."""

from collections.abc import Iterator, Mapping
from typing import cast

from hanse.viz.documents import Document
from hanse.viz.robust_tables import SYNTHETIC, agreement
from hanse.viz.tables import rows, say
from hanse.viz.words import listed


def people(document: Document) -> None:
    """Print what people rated; nothing for a document that does not say."""
    if "agreement" not in document:
        return
    if document.get("synthetic"):
        say("", SYNTHETIC)
    if rows(cast("Document", document["agreement"]), "assessors"):
        agreement(cast("Document", document["agreement"]))
    for line in _lines(document):
        say(line)


def _lines(document: Document) -> Iterator[str]:
    names = {str(c["id"]): str(c["name"]) for c in rows(document, "candidates")}
    for candidate in rows(document, "candidates"):
        ratings = cast("Mapping[str, Document]", candidate["ratings"])
        disputed = [name for name, rating in ratings.items() if rating.get("disputed")]
        if disputed:
            yield f"  Disputed, {candidate['name']}: {listed(map(_spaced, disputed))}"
        replaced = [name for name, rating in ratings.items() if rating.get("facts")]
        for name in replaced:
            facts = cast("Document", ratings[name]["facts"])
            told = f"people gave {ratings[name]['low']:g}, the facts say: {facts['note']}"
            yield f"  {candidate['name']}, {_spaced(name)}: {told}"
    for excluded, criteria in cast("Mapping[str, list[str]]", document["vetoes"]).items():
        yield f"  {names[excluded]} may be excluded by {listed(map(_spaced, criteria))}."
    for swap in rows(document, "swaps"):
        first, second = names[str(swap["by_fit"])], names[str(swap["by_fit_scaled"])]
        yield f"  {first} leads {second} by fit, and the other way round by fit scaled."


def _spaced(criterion: str) -> str:
    return criterion.replace("-", " ")
