from pathlib import Path

import pytest
from tests.running import hanse


def test_an_export_that_nobody_knows_suggests_the_nearest(tmp_path: Path) -> None:
    ran = hanse("export", "explorr", str(tmp_path / "a.html"))

    assert ran.status == 2
    assert "explorer" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_the_ending_of_the_file_has_to_fit(tmp_path: Path) -> None:
    ran = hanse("export", "explorer", str(tmp_path / "page.pdf"))

    assert ran.status == 2
    assert ".html" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    ran = hanse("export", "explorer", str(tmp_path / "no" / "page.html"))

    assert ran.status == 2
    assert "choose a folder" in ran.err


def test_the_explorer_is_written_as_one_file(tmp_path: Path) -> None:
    file = tmp_path / "page.html"

    ran = hanse("export", "explorer", str(file), "--json")

    assert ran.document["written"] == [str(file)]
    assert file.read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    "name", ["g.gexf", "g.graphml", "g.json", "g.xlsx", "g.trig", "g.ttl", "g.nq", "g.jsonld", "g"]
)
def test_the_graph_is_written_in_the_format_that_the_ending_names(
    tmp_path: Path, name: str
) -> None:
    ran = hanse("export", "graph", str(tmp_path / name), "--json")

    assert ran.document["written"] == [str(tmp_path / name)]
    assert sum(ran.document["counts"].values()) > 100
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_scores_are_attributes_of_the_nodes_in_gephi_s_format(tmp_path: Path) -> None:
    """GEXF opens in Gephi; complementarity and fit are columns of its data laboratory."""
    file = tmp_path / "g.gexf"
    hanse("export", "graph", str(file))

    text = file.read_text(encoding="utf-8")
    assert "complementarity" in text
    assert "fit" in text


def test_an_evaluation_is_handed_on_as_a_table(tmp_path: Path) -> None:
    file = tmp_path / "scores.csv"

    ran = hanse("export", "scorecard", str(file), "--candidates", "biocat,optence", "--json")

    assert ran.document["counts"]["candidates"] == 2
    assert "biocat" in file.read_text(encoding="utf-8-sig")


def test_experts_may_ask_in_sparql_and_change_nothing(tmp_path: Path) -> None:
    query = tmp_path / "all.rq"
    query.write_text("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", encoding="utf-8")

    ran = hanse("sparql", str(query), "--json")

    assert int(ran.document["results"]["bindings"][0]["n"]["value"]) > 1000


@pytest.mark.parametrize(
    "text", ["DELETE WHERE { ?s ?p ?o }", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"]
)
def test_a_query_that_would_change_or_fetch_anything_is_refused(tmp_path: Path, text: str) -> None:
    query = tmp_path / "bad.rq"
    query.write_text(text, encoding="utf-8")

    ran = hanse("sparql", str(query))

    assert ran.status == 2
    assert "hint:" in ran.err


def test_a_query_that_is_refused_is_named_by_its_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("SELECT *\nWHERE { ?s ?p }", encoding="utf-8")

    ran = hanse("sparql", str(file))

    assert ran.status == 2
    assert f"error: {file}, line 2: the query is not understood" in ran.err


def test_a_filter_on_rows_is_a_name_and_a_value() -> None:
    assert hanse("sparql", "search", "--where", "Biocat").status == 2
