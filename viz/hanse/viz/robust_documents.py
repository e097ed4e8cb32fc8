"""How robust an evaluation is, as a document in the shape of docs/json.md."""

from collections.abc import Mapping

from hanse.queries.agreement import Agreement, in_words
from hanse.queries.decisive_facts import DecisiveFact
from hanse.queries.decisive_facts import in_words as fact_in_words
from hanse.queries.robustness import Robustness
from hanse.queries.second_opinions import SecondOpinions
from hanse.queries.smaa import Acceptability
from hanse.queries.tie_weights import TieWeight
from hanse.queries.tie_weights import in_words as tie_in_words
from hanse.viz.documents import Document, common
from hanse.viz.session import Session


def robustness_document(session: Session, answer: Robustness) -> Document:
    """Return what it would take to change the order of an evaluation.

    ``ties`` are all pairs of the first candidates whose ratings are known, the nearest first;
    ``nearest_swaps`` the first of each criterion, in words.
    """
    cards = answer.evaluation.candidates
    return {
        **common(session),
        "guide": answer.evaluation.guide.id,
        "draws": answer.around.draws,
        "seed": answer.around.seed,
        "concentration": answer.around.concentration,
        "first": dict(answer.around.first),
        "top3": dict(answer.around.top3),
        "beats": _beats(answer.around),
        "ties": [_tie(tie) for tie in answer.ties],
        "facts": [_fact(session, fact) for fact in answer.facts],
        "open_weights": {"first": dict(answer.open.first), "top3": dict(answer.open.top3)},
        "nearest_swaps": [_swap(session, tie) for tie in answer.nearest],
        "agreement": agreement_document(session, answer.agreement),
        "second_opinions": _second(answer.second_opinions),
        "names": {card.id: session.graph.name(card.id) for card in cards},
        "not_enough_scored": [card.id for card in cards if card.rank is None],
        "synthetic": any(card.is_synthetic for card in cards),
    }


def agreement_document(session: Session, found: Agreement) -> Document:
    """Return how far assessors agree, with the customary words for it."""
    known = session.graph.sources
    return {
        "assessors": [
            {
                "id": name,
                "name": known[name].title if name in known else name,
                "synthetic": name in known and known[name].kind == "synthetic",
            }
            for name in found.assessors
        ],
        "alpha": found.alpha,
        "alpha_in_words": in_words(found.alpha),
        "criteria": list(found.criteria),
        "alpha_by_criterion": dict(found.by_criterion),
        "kendall_w": found.kendall_w,
        "candidates": list(found.candidates),
        "note": "Krippendorff's alpha, ordinal: 0.80 and 0.667 are customary marks, no more",
    }


def _beats(found: Acceptability) -> Mapping[str, dict[str, float]]:
    return {name: dict(others) for name, others in found.beats.items()}


def _tie(tie: TieWeight) -> Document:
    return {
        "criterion": tie.criterion,
        "a": tie.a,
        "b": tie.b,
        "weight_now": tie.weight_now,
        "weight_at_tie": tie.weight_at_tie,
    }


def _swap(session: Session, tie: TieWeight) -> Document:
    name = session.graph.name
    text = tie_in_words(tie, name=_spaced(tie.criterion), leader=name(tie.a), other=name(tie.b))
    return {**_tie(tie), "text": text}


def _fact(session: Session, fact: DecisiveFact) -> Document:
    name = session.graph.name(fact.candidate)
    return {
        "candidate": fact.candidate,
        "criterion": fact.criterion,
        "text": fact_in_words(fact, name=name, criterion=_spaced(fact.criterion)),
        "changes_order": fact.changes_order,
        "place": fact.place,
        "places": [{"rating": r, "place": place} for r, place in fact.places.items()],
        "decides_the_lead": fact.is_about_the_lead,
    }


def _second(found: SecondOpinions) -> Document:
    return {
        "note": found.note,
        "topsis": dict(found.topsis),
        "promethee2": dict(found.promethee2),
        "left_out": list(found.left_out),
    }


def _spaced(criterion: str) -> str:
    return criterion.replace("-", " ")
