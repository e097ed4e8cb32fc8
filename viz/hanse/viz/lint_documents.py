"""What a check of a guide or a chain finds, as a document: codes, lines, figures, remedies."""

from collections.abc import Sequence

from hanse.ingest.definition_reading import CodedFault, understand_chain, understand_guide
from hanse.queries.chain_lint import lint_chain
from hanse.queries.guide_lint import lint_guide
from hanse.queries.lint import Finding
from hanse.viz.documents import Document, common
from hanse.viz.session import Session

ERROR = "error"


def guide_lint_document(
    session: Session, name: str | None = None, *, rules: str | None = None
) -> Document:
    """Return what a check of a guide finds: of this id, in this file, or the project's own.

    Ratings out of reach are told after ``rules``, else after those of the project.
    """
    text, where = session.definition("guide", name)
    after = session.rules(rules) if rules or session.settings.rules else None
    read = understand_guide(text, where=where)
    found = (
        lint_guide(read.definition, graph=session.graph, rules=after, is_own=rules is None)
        if read.definition
        else ()
    )
    lines = [read.line(finding.path) for finding in found]
    return _document(session, read.id, where, read.faults, found, lines)


def chain_lint_document(session: Session, name: str | None = None) -> Document:
    """Return what a check of a chain finds: of this id, in this file, or the project's own."""
    text, where = session.definition("chain", name)
    read = understand_chain(text, where=where)
    found = lint_chain(read.definition, graph=session.graph) if read.definition else ()
    lines = [read.line(finding.path) for finding in found]
    return _document(session, read.id, where, read.faults, found, lines)


def has_errors(document: Document) -> bool:
    """Say whether anything found forbids the definition to be used."""
    findings = document["findings"]
    assert isinstance(findings, list)
    return any(finding["severity"] == ERROR for finding in findings)


def _document(
    session: Session,
    name: str,
    where: str,
    faults: Sequence[CodedFault],
    found: Sequence[Finding],
    lines: Sequence[int],
) -> Document:
    rows = [_row(where, f.line, f.code, ERROR, f.what, f.remedy) for f in faults]
    rows += [
        _row(where, line, f.code, f.severity, f.message, f.remedy)
        for line, f in zip(lines, found, strict=True)
    ]
    ordered = sorted(rows, key=lambda row: (row["line"], row["code"]))
    return {**common(session), "id": name, "findings": ordered}


def _row(where: str, line: int, code: str, *rest: str) -> Document:
    severity, message, remedy = rest
    return {
        "code": code,
        "severity": severity,
        "where": f"{where}:{line}",
        "message": message,
        "remedy": remedy,
        "line": line,
    }
