"""An answer with some candidates under pseudonyms: their ids, names and all that tells of them.

Ratings stay; notes, comments, evidence and what facts say are taken out of hidden candidates,
for a figure with its page is as good as a name.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final, cast

from hanse.graph.ids import slug
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.anonymity import Leak, pseudonyms
from hanse.viz.documents import Document

SHORTEST: Final = 3  # letters of a name that is looked for within a text
_EMPTIED: Final[Document] = {"note": "", "evidence": [], "assessments": [], "facts": None}


def anonymised(
    graph: PartnershipGraph,
    document: Document,
    *,
    hidden: Collection[str],
    order: Sequence[str],
    leaks: Sequence[Leak] = (),
) -> Document:
    """Return a document in which hidden candidates have pseudonyms.

    Parameters
    ----------
    graph
        Knows their names, of which none may be left in any text.
    document
        An answer, as it would be printed.
    hidden, order
        Their ids, and the order in which the report shows all candidates.
    leaks
        How a reader could tell who they are; told under ``reidentification``, for the author
        of the report and not for its readers.
    """
    known = pseudonyms(order, hidden)
    words = _Words(graph, known)
    emptied = _emptied(document, known)
    changed = cast("Document", words.within(emptied))
    told = [{"kind": leak.kind, "pseudonyms": list(leak.pseudonyms), "text": leak.text,
             "possible": list(leak.possible)} for leak in leaks]  # fmt: skip
    return {**changed, "pseudonyms": list(known.values()), "reidentification": told}


def _emptied(document: Document, hidden: Mapping[str, str]) -> Document:
    candidates = document.get("candidates")
    if not isinstance(candidates, list):
        return document
    return {**document, "candidates": [_without_facts(c, hidden) for c in candidates]}


def _without_facts(candidate: Document, hidden: Mapping[str, str]) -> Document:
    if candidate["id"] not in hidden or "ratings" not in candidate:
        return candidate
    ratings = cast("Mapping[str, Document]", candidate["ratings"])
    return {**candidate, "ratings": {name: {**r, **_EMPTIED} for name, r in ratings.items()}}


class _Words:
    """What is written in place of the ids and names of hidden candidates."""

    def __init__(self, graph: PartnershipGraph, hidden: Mapping[str, str]) -> None:
        self._ids = {candidate: slug(pseudonym) for candidate, pseudonym in hidden.items()}
        self._names = {
            str(name).casefold(): pseudonym
            for candidate, pseudonym in hidden.items()
            for name in (candidate, graph.name(candidate), *graph.values(candidate, "alias"))
            if len(str(name)) >= SHORTEST
        }
        longest = sorted(self._names, key=lambda name: (-len(name), name))
        pattern = "|".join(map(re.escape, longest))
        self._pattern = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)" if pattern else r"(?!)", re.I)

    def within(self, value: object) -> object:
        """Return a value with every id and name exchanged."""
        if isinstance(value, Mapping):
            return {self._key(key): self.within(part) for key, part in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.within(part) for part in value]
        return self._text(value) if isinstance(value, str) else value

    def _key(self, key: object) -> str:
        return self._ids.get(str(key), str(key))

    def _text(self, text: str) -> str:
        if text in self._ids:
            return self._ids[text]
        return self._pattern.sub(lambda match: self._names[match[0].casefold()], text)
