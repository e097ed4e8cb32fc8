"""A grid becomes a table; what of it is not read is said."""

from tests.table_files import table

from hanse.ingest.findings import Findings


def remarks(text: str, sheet: str = "clusters") -> list[tuple[str | None, str]]:
    findings = Findings()
    table(text, sheet, findings)
    return [(remark.value, remark.text) for remark in findings.remarks]


def test_titles_in_other_words_are_shown_as_they_were_understood() -> None:
    assert remarks("Cluster name,Pays\nBiocat,ES\n", "Sheet1") == [
        ("Cluster name", "read as name"),
        ("Pays", "read as country"),
    ]


def test_a_column_that_is_not_known_is_said_not_to_be_read() -> None:
    assert remarks("name,country,Phone\nBiocat,ES,1\n") == [
        ("Phone", "is no column of clusters and was not read")
    ]


def test_a_column_that_is_nearly_known_is_asked_about() -> None:
    assert remarks("name,contry\nBiocat,ES\n") == [
        ("contry", "is no column of clusters and was not read; is country meant?")
    ]


def test_what_stands_above_the_header_is_said_not_to_be_read() -> None:
    assert remarks("Screening 2017,\n,\nname,country\nBiocat,ES\n") == [
        ("Screening 2017", "stands above the header and was not read")
    ]


def test_a_table_without_rows_is_said_to_be_so() -> None:
    assert remarks("id,name,country\n") == [(None, "no rows under the header")]


def test_rows_are_read_anew_each_time() -> None:
    read = table("id,name\nc1,A\nc2,B\n")

    assert [row.number for row in read.rows(Findings())] == [2, 3]
    assert [row.cells for row in read.rows(Findings())][1] == {"id": "c2", "name": "B"}


def test_a_first_look_takes_only_what_tells_what_rows_describe() -> None:
    read = table("id,name,country,members\nc1,A,FR,5\n")

    assert [row.cells for row in read.learnable(Findings())] == [
        {"id": "c1", "name": "A", "country": "FR"}
    ]
