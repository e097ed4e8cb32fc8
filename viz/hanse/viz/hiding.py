"""An evaluation to hand round with some candidates under pseudonyms, and who could tell them.

What would give them away is said to the author alone, on standard error: the document itself is
for its readers and holds no name.
"""

import sys
from collections.abc import Sequence

from hanse.graph.errors import BadInput
from hanse.queries.anonymity import Leak, leaks
from hanse.queries.rubric import Evaluation
from hanse.queries.searches import searches
from hanse.viz.anonymous_documents import anonymised
from hanse.viz.documents import Document
from hanse.viz.session import Session


def hidden_in(
    session: Session, document: Document, evaluation: Evaluation, *, hidden: Sequence[str]
) -> Document:
    """Return a document on an evaluation with candidates under pseudonyms, and warn.

    Readers may know all that were evaluated, the project's own pool, or whom a search took up;
    the warning is the worst of these.
    Without ``hidden`` the document is returned as it is.

    Raises
    ------
    UnknownName
        When no cluster is called so.
    BadInput
        When one to hide is not among those evaluated.
    """
    if not hidden:
        return document
    order = [card.id for card in evaluation.candidates]
    ids = [session.graph.find(name, "cluster") for name in hidden]
    for cluster in ids:
        if cluster not in order:
            hint = "hide those that are evaluated, or name them with --candidates"
            raise BadInput(f"{cluster} is no candidate here", where="--anonymous", hint=hint)
    found = _leaks(session, evaluation, hidden=ids)
    for leak in found:
        sys.stderr.write(f"warning: who is hidden can be told ({leak.kind}): {leak.text}\n")
    made = anonymised(session.graph, document, hidden=ids, order=order)
    told = [{"kind": leak.kind, "pseudonyms": list(leak.pseudonyms)} for leak in found]
    return {**made, "reidentification": told}


def _leaks(session: Session, evaluation: Evaluation, *, hidden: Sequence[str]) -> list[Leak]:
    """Return how who is hidden can be told, whichever of the lists of names a reader has."""
    order = [card.id for card in evaluation.candidates]
    own = session.pool() if session.settings.pool else ()
    named = [search.named for search in searches(session.graph)]
    found: dict[tuple[str, tuple[str, ...]], Leak] = {}
    for pool in ((*order, *own), order, *named):
        for leak in leaks(evaluation, hidden=hidden, pool=pool):
            found.setdefault((leak.kind, leak.pseudonyms), leak)
    is_told = any(leak.kind == "by subtraction" for leak in found.values())
    return [one for one in found.values() if not (is_told and one.kind == "few are left")]
