"""Where clusters and alliances stand among partnerships, as documents."""

from hanse.queries.brokerage import Bridges
from hanse.queries.comparison import Comparison, Features, Unknowns
from hanse.queries.paths import Way
from hanse.queries.positions import Position
from hanse.viz.answers import evidence
from hanse.viz.documents import Document, common
from hanse.viz.session import Session


def bridges_document(session: Session, answer: Bridges) -> Document:
    """Return the access points, and the pairs of clusters that depend on them."""
    pairs = answer.dependent_pairs
    return {
        **common(session),
        "access_points": [_position(position) for position in answer.access_points],
        "dependent_pairs": {"total": pairs.total, "through": dict(pairs.through),
                            "apart": pairs.apart},
        "positions": [_position(position) for position in answer.positions],
        "not_connected": list(answer.not_connected),
    }  # fmt: skip


def _position(position: Position) -> Document:
    return {
        "id": position.id,
        "partnerships": list(position.partnerships),
        "articulation": position.is_articulation,
        "brokered_pairs": position.brokered_pairs,
        "constraint": position.constraint,
        "effective_size": position.effective_size,
        "betweenness": position.betweenness,
        "degree": position.degree,
    }


def compare_document(session: Session, answer: Comparison) -> Document:
    """Return what two alliances have in common, and what only one of them has."""
    return {
        **common(session),
        "a": answer.a.name,
        "b": answer.b.name,
        "both": _features(answer.both),
        "only_a": _features(answer.only_a),
        "only_b": _features(answer.only_b),
        "unknown_of_a": _unknowns(answer.unknown_of_a),
        "unknown_of_b": _unknowns(answer.unknown_of_b),
    }


def _features(features: Features) -> Document:
    names = ("members", "stages", "regions", "countries", "markets")
    return {name: list(getattr(features, name)) for name in names}


def _unknowns(unknowns: Unknowns) -> Document:
    return {name: list(getattr(unknowns, name)) for name in type(unknowns).__dataclass_fields__}


def path_document(session: Session, answer: Way) -> Document:
    """Return the shortest way between two alliances or clusters, in words too."""
    return {
        **common(session),
        "path": list(answer.path),
        "steps": [
            {"from": s.start, "relation": s.relation, "to": s.end, "sources": evidence(s.evidence)}
            for s in answer.steps
        ],
        "text": answer.text,
    }
