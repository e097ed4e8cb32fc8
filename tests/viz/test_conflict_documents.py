from hanse.viz.conflict_documents import conflicts_document
from hanse.viz.session import Session


def test_every_finding_says_what_would_settle_it() -> None:
    session = Session.open("laser-go", every_day=True)

    document = conflicts_document(session, session.conflicts)

    findings = [*document["conflicts"], *document["remarks"]]  # type: ignore[misc]
    assert findings
    assert all(f["settle"] and f["rule"] and f["message"] for f in findings)
    assert all(s["source"]["locator"] for f in findings for s in f["statements"])
