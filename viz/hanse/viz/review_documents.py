"""What a review shows: as a document, and as a table for people."""

import sys

from hanse.graph.store import Store
from hanse.ingest.alike import Pair
from hanse.ingest.judgements import Contradiction, Judged
from hanse.viz.documents import Document
from hanse.viz.projects import version
from hanse.viz.reviewing import Review
from hanse.viz.tables import console, put, rows, say, table


def review_document(store: Store, found: Review) -> Document:
    """Return the pairs to decide, most alike first, then those decided, by their ids."""
    return {
        "project": store.address,
        "as_of": None,
        "version": version(),
        "pairs": [_pair(found, pair) for pair in found.pairs],
        "contradictions": [_contradiction(one) for one in found.contradictions],
    }


def _pair(found: Review, pair: Pair) -> Document:
    decided = found.judgements.get(pair.id)
    return {
        "id": pair.id,
        "a": pair.a,
        "b": pair.b,
        "score": pair.score,
        "reasons": list(pair.reasons),
        "judgement": decided.verdict if decided else None,
        "names": [found.names.get(end, end) for end in (pair.a, pair.b)],
        **_by(decided),
    }


def _by(decided: Judged | None) -> Document:
    if decided is None:
        return {"judged_by": None, "judged_on": None, "note": None}
    return {"judged_by": decided.source, "judged_on": decided.day, "note": decided.note}


def _contradiction(one: Contradiction) -> Document:
    return {
        "a": one.a,
        "b": one.b,
        "chain": list(one.chain),
        "sources": list(one.sources),
        "message": one.message,
    }


def warn(found: Review) -> None:
    """Say on standard error which judgements contradict each other."""
    for one in found.contradictions:
        sys.stderr.write(f"warning: {one.message} ({', '.join(one.sources)})\n")


def pairs(document: Document) -> None:
    """Print the pairs with their reasons."""
    every = rows(document, "pairs")
    made = table("pair", "names", "alike", "why", "judgement", right=("alike",))
    for pair in every:
        score = pair["score"]
        alike = f"{score:.0f}" if isinstance(score, float) else "-"
        put(made, pair["id"], _listed(pair["names"], " = "), alike,
            _listed(pair["reasons"], "; "), _judgement(pair))  # fmt: skip
    console().print(made)
    undecided = sum(pair["judgement"] is None for pair in every)
    say("", f"{undecided} pairs to decide, {len(every) - undecided} decided.")
    if undecided:
        say("Decide with: hanse review --accept PAIR, --reject PAIR or --different PAIR")


def _listed(texts: object, between: str) -> str:
    return between.join(map(str, texts)) if isinstance(texts, list) else ""


def _judgement(pair: Document) -> str:
    if pair["judgement"] is None:
        return ""
    when = f", {pair['judged_on']}" if pair["judged_on"] else ""
    return f"{pair['judgement']} ({pair['judged_by']}{when})"
