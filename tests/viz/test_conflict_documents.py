from hanse.viz.conflict_documents import conflicts_document
from hanse.viz.session import Session


def test_every_finding_says_what_would_settle_it() -> None:
    session = Session.open("laser-go", every_day=True)

    document = conflicts_document(session, session.conflicts)

    findings = [*document["conflicts"], *document["remarks"]]  # type: ignore[misc]
    assert findings
    assert all(f["settle"] and f["rule"] and f["message"] for f in findings)
    assert all(s["source"]["locator"] for f in findings for s in f["statements"])


def test_more_than_300_members_is_not_at_least_300() -> None:
    """D4.1, section 3.2: Medicen has over 300 members; section 2.2: around 250."""
    session = Session.open("laser-go", every_day=True)

    document = conflicts_document(session, session.conflicts)
    (medicen,) = [f for f in document["conflicts"] if f["subject"] == "medicen"]  # type: ignore[attr-defined]

    assert [(s["value"], s["strict"]) for s in medicen["statements"]] == [(250, False), (300, True)]
