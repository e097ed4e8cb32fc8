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
