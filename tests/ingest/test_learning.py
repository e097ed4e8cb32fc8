"""What tables describe is learnt before any row becomes a claim."""

import pytest
from tests.table_files import learnt

from hanse.graph.model import Source
from hanse.ingest.findings import Findings
from hanse.ingest.learning import LONGEST_ID, described_id
from hanse.ingest.rows import CellFault, Row
from hanse.ingest.sheets import BY_NAME

CLUSTERS = BY_NAME["clusters"]


def row(**cells: str) -> Row:
    return Row("clusters.csv", "clusters", 2, cells)


def faults(**texts: str) -> list[tuple[int | None, str | None, str]]:
    findings = Findings()
    learnt(findings, **texts)
    return [(fault.row, fault.column, fault.reason) for fault in findings.faults]


def test_a_thing_goes_by_its_id_or_else_by_its_name() -> None:
    assert described_id(row(id="c1", name="BIOCAT"), CLUSTERS) == "c1"
    assert described_id(row(name="Côte d'Optique"), CLUSTERS) == "cote-d-optique"


def test_a_row_that_names_nothing_is_refused() -> None:
    with pytest.raises(CellFault, match="the row names nothing") as fault:
        described_id(row(country="FR"), CLUSTERS)

    assert fault.value.remedy == "fill in id or name"


def test_an_id_longer_than_any_name_is_refused() -> None:
    with pytest.raises(CellFault, match=f"at most {LONGEST_ID} characters"):
        described_id(row(id="x" * 300), CLUSTERS)


def test_two_rows_of_one_sheet_that_describe_the_same_thing_are_a_fault() -> None:
    assert faults(clusters="id,name\nc1,A\nc1,B\n") == [
        (3, "id", "'c1' is described in row 2 already")
    ]


def test_two_names_that_make_the_same_id_are_a_fault() -> None:
    assert faults(clusters="name,country\nBioValley,FR\nBIOVALLEY,CH\n") == [
        (3, "name", "'biovalley' is described in row 2 already")
    ]


def test_one_id_cannot_be_two_kinds_of_thing() -> None:
    texts = {"clusters": "id,name\noptence,Optence\n", "regions": "id,name\noptence,Optence\n"}

    assert faults(**texts) == [(2, "id", "'optence' is described as a cluster already")]


def test_two_ids_of_one_name_are_two_things_and_that_is_remarked_on() -> None:
    findings = Findings()
    learnt(findings, clusters="id,name\nc1,Pôle Santé\nc2,Pôle Santé\n")

    assert findings.faults == []
    assert [(r.row, r.text) for r in findings.remarks] == [
        (3, "has the name of row 2; if both are one, remove one of the rows")
    ]


def test_aliases_are_learnt_even_if_they_name_their_thing_by_its_name() -> None:
    names = learnt(aliases="subject,alias\nBiocat,BC\n", clusters="id,name\nc1,Biocat\n").names

    assert names.find("bc", column="cluster") == "c1"


def test_a_file_whose_rows_name_no_source_is_one_itself() -> None:
    sources = learnt(
        clusters="id,name,source\nc1,A,d41\nc2,B,\n", sources="id,title\nd41,The guide\n"
    ).sources

    assert sources == (
        Source(id="d41", title="The guide"),
        Source(id="file:clusters.csv", title="clusters.csv", kind="file"),
    )


def test_a_source_that_is_only_named_goes_by_its_name() -> None:
    assert learnt(clusters="id,name,source\nc1,A,annual report\n").sources == (
        Source(id="annual report", title="annual report"),
    )


def test_a_faulty_row_of_sources_is_put_aside() -> None:
    assert faults(sources="id,title,date\nd41,,2017\nd42,B,2017-13\n") == [
        (2, "title", "title is empty"),
        (3, "date", "'2017-13' is not a date"),
    ]
