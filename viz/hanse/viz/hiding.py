"""An evaluation to hand round with some candidates under pseudonyms, and who could tell them.

What would give them away is said to the author alone, on standard error: the document itself is
for its readers and holds no name.
"""

import sys
from collections.abc import Sequence

from hanse.graph.errors import BadInput
from hanse.queries.anonymity import leaks
from hanse.queries.rubric import Evaluation
from hanse.viz.anonymous_documents import anonymised
from hanse.viz.documents import Document
from hanse.viz.session import Session


def hidden_in(
    session: Session, document: Document, evaluation: Evaluation, *, hidden: Sequence[str]
) -> Document:
    """Return a document on an evaluation with candidates under pseudonyms, and warn.

    The pool that readers may know is all that was evaluated, and the project's own pool.
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
    pool = {*order, *(session.pool() if session.graph.settings.pool else ())}
    found = leaks(evaluation, hidden=ids, pool=pool)
    for leak in found:
        sys.stderr.write(f"warning: who is hidden can be told ({leak.kind}): {leak.text}\n")
    made = anonymised(session.graph, document, hidden=ids, order=order)
    told = [{"kind": leak.kind, "pseudonyms": list(leak.pseudonyms)} for leak in found]
    return {**made, "reidentification": told}
