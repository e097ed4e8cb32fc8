"""Files are taken in by what they are."""

from pathlib import Path

import pytest
from tests.running import hanse

from hanse.graph.errors import BadInput
from hanse.viz.taking_in import are_rdf


def test_graphs_and_tables_are_not_mixed() -> None:
    assert are_rdf([Path("a.trig"), Path("b.ttl")])
    assert not are_rdf([Path("a.csv")])
    with pytest.raises(BadInput, match="is RDF, and others are not"):
        are_rdf([Path("a.trig"), Path("b.csv")])


@pytest.mark.parametrize("name", ["all.trig", "all.xlsx", "all"])
def test_what_was_exported_comes_back_as_the_same_statements(tmp_path: Path, name: str) -> None:
    file, copy = tmp_path / name, str(tmp_path / "copy.hanse")
    hanse("export", "graph", str(file))
    hanse("new", copy)

    loaded = hanse("load", str(file), "--project", copy, "--json")

    assert loaded.status == 0, loaded.err
    for question in (("conflicts",), ("show", "medicen")):
        ours = hanse(*question, "--project", copy, "--json").document
        theirs = hanse(*question, "--json").document
        assert {**ours, "project": ""} == {**theirs, "project": ""}


def test_a_check_of_tables_needs_no_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "list.csv"
    table.write_text("name,country\nPhotonics Valley,DE\n", encoding="utf-8")
    monkeypatch.setenv("HANSE_PROJECT", "no-such-project.hanse")

    assert hanse("check", str(table)).status == 0


def test_rdf_in_xml_is_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "all.rdf"
    file.write_text("<rdf/>", encoding="utf-8")

    ran = hanse("check", str(file))

    assert ran.status == 2
    assert "RDF/XML" in ran.err


def test_a_check_against_a_named_project_knows_what_the_project_knows(tmp_path: Path) -> None:
    table = tmp_path / "memberships.csv"
    table.write_text("cluster,partnership\nBiocat,LASER-GO\nNobody,LASER-GO\n", encoding="utf-8")

    alone = hanse("check", str(table), "--json").document["put_aside"]
    after = hanse("check", str(table), "--project", "laser-go", "--json").document["put_aside"]
    before = hanse("--project", "laser-go", "check", str(table), "--json").document["put_aside"]

    assert {fault["value"] for fault in alone} == {"Biocat", "LASER-GO", "Nobody"}
    assert [(fault["row"], fault["value"]) for fault in after] == [(3, "Nobody")]
    assert before == after


@pytest.mark.parametrize("command", ["check", "load"])
def test_a_graph_that_is_refused_whole_has_its_fault_in_the_document(
    tmp_path: Path, command: str
) -> None:
    file, mine = tmp_path / "bad.ttl", str(tmp_path / "mine.hanse")
    file.write_text('<http://a.example> <http://b.example> "', encoding="utf-8")
    hanse("new", mine)

    ran = hanse(command, str(file), "--project", mine, "--json")

    (fault,) = ran.document["put_aside"]
    assert ran.status == 2
    assert (fault["file"], fault["row"]) == ("bad.ttl", 1)
    assert fault["reason"] in ran.err
    assert fault["remedy"]
    assert not ran.document["changed_project"]


def test_the_other_case_loaded_beside_ones_own_leaves_every_default_as_it_was(
    tmp_path: Path,
) -> None:
    folder, mine = tmp_path / "escp", str(tmp_path / "mine.hanse")
    hanse("export", "graph", str(folder), "--project", "escp")
    hanse("new", mine, "--from", "laser-go")

    assert hanse("load", str(folder), "--project", mine).status == 0

    document = hanse("candidates", "--project", mine, "--json").document
    assert document["as_of"] == "2017-04-13"
    assert document["alliance"] == ["human-technology-styria", "litek", "opticsvalley"]
    assert hanse("screen", "--project", mine).status == 0
