"""Titles as people and exports write them, and the line that is the header."""

import pytest

from hanse.ingest.columns import (
    column_called,
    find_header,
    header_likeness,
    nearest_column,
    table_called,
    unit_called,
)
from hanse.ingest.grids import Line, UnreadableTable
from hanse.ingest.sheets import TABLES, columns_of

# The titles that issue 5 names of an export of cluster profiles.
EXPORT = {
    "Cluster name": "name",
    "Country": "country",
    "Region": "regions",
    "Sectoral industries": "sectoral_industry",
    "Emerging industries": "emerging_industry",
    "Technology fields": "technology_field",
    "S3 priority areas": "s3_priority",
    "Total number of cluster members": "members",
    "SMEs": "smes",
    "Website": "homepage",
}


def lines(*rows: str) -> list[Line]:
    return [Line(number, tuple(row.split(","))) for number, row in enumerate(rows, start=1)]


@pytest.mark.parametrize(("title", "column"), EXPORT.items())
def test_the_titles_of_an_export_are_understood(title: str, column: str) -> None:
    assert column_called(title, "clusters") == column


@pytest.mark.parametrize("title", ["Pays", "Land", "País", "Paese", "COUNTRY", " country code "])
def test_titles_in_five_languages_are_understood(title: str) -> None:
    assert column_called(title, "clusters") == "country"


@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_called_by_its_own_name(table: str) -> None:
    assert [c for c in columns_of(table) if column_called(c, table) != c] == []


def test_a_table_is_told_by_the_name_of_its_sheet_in_one_or_many() -> None:
    assert [
        table_called(name) for name in ("Clusters", "membership", " AGREEMENTS ", "Sheet1")
    ] == [
        "clusters",
        "memberships",
        "agreements",
        None,
    ]


def test_the_header_is_found_below_titles() -> None:
    header = find_header(
        lines("Partner screening 2017,,", ",,", "id,name,country", "c1,Biocat,ES"),
        sheet="clusters",
        where="a.xlsx",
    )

    assert (header.row, header.columns) == (3, ((0, "id"), (1, "name"), (2, "country")))


def test_a_sheet_of_any_name_that_looks_like_clusters_is_one() -> None:
    header = find_header(lines("Cluster name,Country", "Biocat,ES"), sheet="Sheet1", where="a")

    assert header.table == "clusters"
    assert header.titles == {"name": "Cluster name", "country": "Country"}


@pytest.mark.parametrize("row", ["source,target,type", "cluster,criterion,score", "identifier;nom"])
def test_a_table_that_cannot_be_told_is_refused_with_what_was_seen(row: str) -> None:
    with pytest.raises(UnreadableTable, match="which table this is cannot be told") as refused:
        find_header(lines(row, "a,b,c"), sheet="data", where="data.csv")

    assert row.split(",")[0] in refused.value.what
    assert "for clusters, add a column" in refused.value.hint


def test_a_missing_column_is_named_with_those_that_are_there() -> None:
    with pytest.raises(UnreadableTable) as refused:
        find_header(lines("cluster,Rolle"), sheet="memberships", where="memberships.csv")

    assert refused.value.what == (
        "a table of memberships needs a column partnership;"
        " there are 'cluster', 'Rolle' (read as role)"
    )


def test_a_column_that_stands_twice_is_refused() -> None:
    with pytest.raises(UnreadableTable, match="column 'name' stands twice: 'name' and 'name'"):
        find_header(lines("id,name,name,country"), sheet="clusters", where="clusters.csv")


def test_two_titles_for_one_column_are_refused_unless_one_is_its_very_name() -> None:
    chosen = find_header(lines("id,name,homepage,URL"), sheet="clusters", where="clusters.csv")

    assert chosen.unread == {3: "URL"}
    with pytest.raises(UnreadableTable, match="column 'homepage' stands twice"):
        find_header(lines("id,name,Website,URL"), sheet="clusters", where="clusters.csv")


def test_no_header_at_all_is_refused_with_the_rows_that_were_seen() -> None:
    with pytest.raises(UnreadableTable, match=r"no header was found .* row 1: 1, 2"):
        find_header(lines("1,2", "3,4"), sheet="clusters", where="clusters.csv")


def test_an_empty_table_is_refused() -> None:
    with pytest.raises(UnreadableTable, match="the table is empty"):
        find_header(lines("", ","), sheet="clusters", where="clusters.csv")


def test_a_title_that_is_nearly_one_is_offered_and_not_taken() -> None:
    assert column_called("Contry", "clusters") is None
    assert nearest_column("Contry", "clusters") == "country"
    assert nearest_column("Telephone", "clusters") == ""


def test_likeness_counts_known_titles() -> None:
    assert header_likeness([["x", "y"], ["name", "Land", "z"]], sheet="a") == 2


def test_units_are_understood_as_titles_are() -> None:
    assert [unit_called(text) for text in ("PME", "Members", "regions", "name")] == [
        "smes",
        "members",
        "regions",
        "name",
    ]
