"""What does not add up as a document: conflicts, and apart from them what is only left open."""

from collections.abc import Sequence

from hanse.queries.conflicts import Conflict, StatedValue
from hanse.viz.documents import Document, common, interval
from hanse.viz.session import Session


def conflicts_document(session: Session, findings: Sequence[Conflict]) -> Document:
    """Return the conflicts, and the remarks apart from them."""
    return {
        **common(session),
        "conflicts": [_finding(f) for f in findings if f.severity == "conflict"],
        "remarks": [_finding(f) for f in findings if f.severity == "remark"],
    }


def _finding(finding: Conflict) -> Document:
    return {
        "code": finding.code,
        "subject": finding.subject,
        "attribute": finding.attribute,
        "statements": [_statement(statement) for statement in finding.statements],
        "computed": None if finding.computed is None else interval(finding.computed),
        "rule": finding.rule,
        "message": finding.message,
        "class": finding.kind,
        "severity": finding.severity,
        "settle": finding.settle,
    }


def _statement(statement: StatedValue) -> Document:
    place = statement.evidence
    return {
        "value": statement.value,
        "unit": statement.unit,
        "qualifier": statement.qualifier,
        "source": {
            "document": place.document, "locator": place.locator, "as_of": place.as_of,
        },
        "subject": statement.subject,
        "attribute": statement.attribute,
        "strict": statement.strict,
    }  # fmt: skip
