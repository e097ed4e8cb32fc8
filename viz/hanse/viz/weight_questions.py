"""The weights of a guide by trade-off questions, as a document and as lines."""

import re
from collections.abc import Sequence
from typing import Final

from hanse.graph.errors import BadInput
from hanse.graph.model import Guide
from hanse.queries.elicitation import CONSISTENT, TradeOff, elicited, next_question
from hanse.viz.documents import Document, common
from hanse.viz.session import Session
from hanse.viz.tables import console, put, rows, say, table

_ANSWER: Final = re.compile(r"\s*([^:=]+?)\s*:\s*([^:=]+?)\s*=(.+)")


def trade_off(text: str) -> TradeOff:
    """Return the answer that ``a:b=2`` says: the scale of a is worth 2 times that of b.

    Raises
    ------
    BadInput
        When the text is no such answer.
    """
    found = _ANSWER.fullmatch(text)
    try:
        a, b, number = found.groups() if found else ("", "", "")
        return TradeOff(a=a, b=b, times=float(number))
    except ValueError:
        hint = "write A:B=2 where A is worth twice as much as B"
        raise BadInput(f"{text!r} is no A:B=NUMBER", where="--answer", hint=hint) from None


def weights_document(session: Session, guide: Guide, answers: Sequence[TradeOff]) -> Document:
    """Return the weights that fit the answers, how far these agree, and what to ask next.

    ``weights`` and ``weights_now`` are percent of the whole; the first are ``None`` while
    answers do not tie all criteria together.
    """
    found, question = elicited(guide, answers), next_question(guide, answers)
    weights = found.weights and {name: share * 100 for name, share in found.weights.items()}
    return {
        **common(session),
        "guide": guide.id,
        "weights": weights and dict(weights),
        "weights_now": {criterion.id: criterion.weight * 100 for criterion in guide.criteria},
        "typical_factor": found.typical_factor,
        "consistent": found.is_consistent,
        "contradictions": [
            {"a": c.answer.a, "b": c.answer.b, "times": c.answer.times, "implied": c.implied,
             "factor": c.factor}
            for c in found.contradictions
        ],
        "next": question and {"a": question.a, "b": question.b, "check": question.is_check,
                              "text": question.text},
    }  # fmt: skip


def print_weights(document: Document) -> None:
    """Print the weights beside those of the guide, and the next question."""
    weights, now = document["weights"], document["weights_now"]
    assert isinstance(now, dict)
    if isinstance(weights, dict):
        made = table("criterion", "in the guide", "by the answers",
                     right=("in the guide", "by the answers"))  # fmt: skip
        for name, weight in weights.items():
            put(made, name, f"{now[name]:.1f} %", f"{weight:.1f} %")
        console().print(made)
    _agreement(document)
    _next(document["next"])


def _next(question: object) -> None:
    if not isinstance(question, dict):
        return
    kind = "A question that checks the others" if question["check"] else "The next question"
    answer = f"--answer {question['a']}:{question['b']}=NUMBER"
    say("", f"{kind}: {question['text']}", f"Answer: {answer}, with those given so far.")


def _agreement(document: Document) -> None:
    factor = document["typical_factor"]
    if not isinstance(factor, float):
        return
    word = "fit together" if document["consistent"] else "contradict each other"
    say("", f"The answers {word}: typically {factor:.2f} times apart (up to {CONSISTENT:g} is "
        "taken to fit; a mark of our own).")  # fmt: skip
    for c in rows(document, "contradictions")[:1]:
        if not document["consistent"]:
            say(f"  most of all {c['a']} beside {c['b']}: {c['times']:g} was said, "
                f"{c['implied']:.2f} follows from all answers")  # fmt: skip
