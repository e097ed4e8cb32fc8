"""Tables become claims; what is put aside takes nothing else down in silence."""

from tests.table_files import learnt, read, said

from hanse.ingest.findings import Findings
from hanse.ingest.reading import Reading

TEXTS = {
    "clusters": "id,name,members\nc1,A,5\nc2,B,many\nc3,C,7\n",
    "partnerships": "id,name,kind\np1,P,partnership\n",
    "memberships": "cluster,partnership\nA,P\nC,P\n",
}


def test_good_rows_are_counted_by_what_they_describe() -> None:
    findings = Findings()
    reading = Reading(learnt(findings, **TEXTS), findings)
    list(reading.claims())

    assert dict(reading.taken) == {"cluster": 2, "partnership": 1, "memberships": 2}
    assert reading.kept == {"c1", "c3", "p1"}
    assert reading.lost == {"c2": "row 3 of clusters.csv"}


def test_a_row_may_name_what_is_described_further_down() -> None:
    turned = dict(reversed(TEXTS.items()))
    claims, findings = read(**turned)

    assert said(claims, "c1", "member_of") == ["p1"]
    assert [fault.column for fault in findings.faults] == ["members"]


def test_a_second_reading_says_the_same_as_the_first() -> None:
    known = learnt(**TEXTS)

    assert [c.id for c in Reading(known, Findings()).claims()] == [
        c.id for c in Reading(known, Findings()).claims()
    ]


def test_a_row_that_was_barred_yields_nothing() -> None:
    claims, _ = read(clusters="id,name\nc1,A\nc1,B\n")

    assert said(claims, "c1", "name") == ["A"]
