"""How robust an evaluation is, as tables that people read in a terminal."""

from collections.abc import Mapping
from typing import Final, cast

from hanse.viz.documents import Document
from hanse.viz.tables import console, put, rows, say, table
from hanse.viz.words import listed

SYNTHETIC: Final = "These ratings are synthetic: invented for demonstration, of nobody's judgement."
TOLD: Final = 10  # swaps and facts that the table shows; --json has them all


def robustness(document: Document) -> None:
    """Print how often each would lead, what would change the order, and other opinions."""
    if document["synthetic"]:
        say(SYNTHETIC, "")
    _places(document)
    _swaps(document)
    _facts(document)
    agreement(cast("Document", document["agreement"]))


def _places(document: Document) -> None:
    names = cast("Mapping[str, str]", document["names"])
    first, top3 = _numbers(document["first"]), _numbers(document["top3"])
    loose = _numbers(cast("Document", document["open_weights"])["first"])
    second = cast("Document", document["second_opinions"])
    topsis, promethee = _numbers(second["topsis"]), _numbers(second["promethee2"])
    columns = ("P(first)", "P(top 3)", "P(first), any weights", "TOPSIS", "PROMETHEE II")
    made = table("candidate", *columns, right=columns)
    few = cast("list[str]", document["not_enough_scored"])
    for candidate, name in names.items():
        shares = (first[candidate], top3[candidate], loose[candidate])
        others = (_decimal(topsis.get(candidate)), _decimal(promethee.get(candidate)))
        put(made, name + " *" * (candidate in few), *(f"{s:.3f}" for s in shares), *others)
    console().print(made)
    say("", f"{document['draws']:,} draws, seed {document['seed']}, "
        f"concentration {document['concentration']:g}.")  # fmt: skip
    say(f"TOPSIS and PROMETHEE II are second opinions, {second['note']}.")
    if few:
        say("* not enough scored to be ranked: what is not known was drawn from its whole scale.")


def _swaps(document: Document) -> None:
    say("", "The nearest swap by each criterion, its weight alone moved:")
    for swap in rows(document, "nearest_swaps")[:TOLD]:
        say(f"  {swap['text']}")
    if not rows(document, "nearest_swaps"):
        say("  none: no two candidates have all their ratings known and trade places")


def _facts(document: Document) -> None:
    found = rows(document, "facts")
    say("", "Which single fact would change the order, the most decisive first:")
    for fact in found[:TOLD]:
        say(f"  {cast('float', fact['changes_order']):.0%}  {fact['text']}")
    if not found:
        say("  none: every rating is known")
    if len(found) > TOLD:
        say(f"  and {len(found) - TOLD} more (--json)")


def agreement(found: Document) -> None:
    """Print who rated, and how far they agree."""
    people = [str(one["name"]) for one in rows(found, "assessors")]
    if not people:
        say("", "No ratings by people: everything rests on facts.")
        return
    alpha, concordance = _decimal(found["alpha"]), _decimal(found["kendall_w"])
    say("", f"Rated by {listed(people)}.")
    say(f"Agreement: Krippendorff's alpha {alpha or 'none'} ({found['alpha_in_words']}), "
        f"Kendall's W {concordance or 'none'}; the marks of 0.80 and 0.667 are "
        "customary.")  # fmt: skip


def _numbers(value: object) -> Mapping[str, float]:
    return cast("Mapping[str, float]", value)


def _decimal(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else ""
