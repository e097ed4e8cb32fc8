"""Faults are all kept; remarks that repeat themselves are counted."""

from hanse.graph.errors import BadInput
from hanse.ingest.findings import MOST_REMARKS, Findings, Remark
from hanse.ingest.grids import UnreadableTable


def remark(value: str, *, row: int = 2, text: str = "understood as FR") -> Remark:
    return Remark(file="a.csv", sheet="a", row=row, column="Pays", value=value, text=text)


def test_the_same_remark_is_made_once_and_its_cells_are_counted() -> None:
    findings = Findings()
    for row in (2, 3, 7):
        findings.remark(remark("France", row=row))

    assert [(r.row, r.cells) for r in findings.remarks] == [(2, 3)]
    assert str(findings.remarks[0]) == (
        "a.csv, sheet a, row 2, column Pays: 'France' understood as FR (3 cells)"
    )


def test_a_column_of_ever_new_remarks_is_cut_off_and_the_rest_counted() -> None:
    findings = Findings()
    for number in range(MOST_REMARKS + 25):
        findings.remark(remark(str(number)))

    assert len(findings.remarks) == MOST_REMARKS + 1
    assert (findings.remarks[-1].text, findings.remarks[-1].cells) == (
        "more were understood in this way",
        25,
    )


def test_a_refused_file_is_a_fault_with_its_row_where_that_is_known() -> None:
    findings = Findings()
    findings.refuse(BadInput("damaged", hint="save it anew"), file="a.xlsx")
    findings.refuse(
        UnreadableTable("never closed", hint="close it", row=7), file="b.csv", sheet="b"
    )

    assert [(f.file, f.row, f.reason, f.remedy) for f in findings.faults] == [
        ("a.xlsx", None, "damaged", "save it anew"),
        ("b.csv", 7, "never closed", "close it"),
    ]
