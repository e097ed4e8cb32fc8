"""Files are taken in by what they are."""

from pathlib import Path

import pytest
from tests.running import Ran, hanse

CHAIN = """\
id = "light"
label = "Light in medicine"
[[stages]]
id = "components"
label = "Components"
categories = [{ scheme = "technology_field", label = "Optics", relevance = 1 }]
[[stages]]
id = "care"
label = "Care"
categories = [{ scheme = "s3_priority", label = "Ageing societies", relevance = 0.5 }]
"""
SCHEME = (
    "<http://a.example/x> a <http://www.w3.org/2004/02/skos/core#Concept> ;"
    ' <http://www.w3.org/2004/02/skos/core#prefLabel> "Optic"@en .\n'
)
LIST = "id,name,country\nours-1,Photonics Valley,DE\n"


@pytest.fixture
def mine(tmp_path: Path) -> str:
    address = str(tmp_path / "mine.hanse")
    hanse("new", address, "--from", "laser-go")
    return address


def written(folder: Path, **texts: str) -> list[str]:
    """Write files, the last underscore of their names a dot, and return their paths."""
    paths = [folder / ".".join(name.rsplit("_", 1)) for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


def places(ran: Ran) -> list[tuple[object, object]]:
    return [(fault["file"], fault["row"]) for fault in ran.document["put_aside"]]


def test_graphs_tables_and_chains_are_taken_in_one_go(tmp_path: Path, mine: str) -> None:
    files = written(tmp_path, light_toml=CHAIN, list_csv=LIST, scheme_ttl=SCHEME)

    checked = hanse("check", *files, "--json")
    loaded = hanse("load", *files, "--project", mine, "--json")
    again = hanse("load", *files, "--project", mine, "--json")

    assert (checked.status, loaded.status, again.status) == (0, 0, 0)
    assert checked.document["loaded"] == loaded.document["loaded"]
    assert loaded.document["loaded"]["chain"] == loaded.document["loaded"]["cluster"] == 1
    assert not again.document["changed_project"]


def test_a_chain_alone_is_loaded_and_then_goes_by_its_id(tmp_path: Path, mine: str) -> None:
    (file,) = written(tmp_path, light_toml=CHAIN)

    assert hanse("load", file, "--project", mine).status == 0

    asked = hanse("candidates", "--chain", "light", "--project", mine, "--json")
    assert asked.status == 0, asked.err
    assert hanse("chain", "lint", "light", "--project", mine).status == 0


@pytest.mark.parametrize("command", ["check", "load"])
def test_every_file_is_looked_at_and_one_fault_refuses_all(
    tmp_path: Path, mine: str, command: str
) -> None:
    files = written(
        tmp_path,
        bad_toml=CHAIN.replace("relevance = 1", "relevance = 7").replace('Care"', 'Care"\nx = 1'),
        broken_ttl="<a",
        scheme_ttl=SCHEME + '<http://a.example/y> <http://a.example/n> "x"^^'
        "<http://www.w3.org/2001/XMLSchema#integer> .",
        list_csv=LIST + "ours-2,Nowhere,Germny\n",
        good_csv=LIST.replace("ours-1", "ours-3"),
    )
    before = Path(mine).read_bytes()

    ran = hanse(command, *files, "--project", mine, "--faults", str(tmp_path / "f.xlsx"), "--json")

    assert ran.status == 2
    assert places(ran) == [
        ("broken.ttl", 1), ("scheme.ttl", 2), ("bad.toml", 6), ("bad.toml", 10), ("list.csv", 3),
    ]  # fmt: skip
    assert (tmp_path / "f.xlsx").exists()
    assert Path(mine).read_bytes() == before


def test_a_check_against_a_project_tells_what_a_load_would_link(tmp_path: Path, mine: str) -> None:
    (file,) = written(tmp_path, list_csv="id,name,country\nours-1,Biocat,ES\n")

    checked = hanse("check", file, "--project", mine, "--json")
    loaded = hanse("load", file, "--project", mine, "--json")

    assert any("linked to biocat" in remark["text"] for remark in checked.document["remarks"])
    assert checked.document["remarks"] == loaded.document["remarks"]


def test_two_graphs_under_one_origin_do_not_replace_each_other(tmp_path: Path, mine: str) -> None:
    files = written(tmp_path, one_ttl=SCHEME, two_ttl=SCHEME.replace("/x>", "/y>"))

    hanse("load", *files, "--origin", "ours", "--project", mine)
    again = hanse("load", *files, "--origin", "ours", "--project", mine, "--json")

    assert not again.document["changed_project"]
    assert again.document["unchanged"] == again.document["loaded"]["claims"]


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
    assert "RDF/XML" in ran.out


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
    assert fault["reason"] == "this cannot be read: Unexpected end of file"
    assert "this cannot be read" in hanse(command, str(file), "--project", mine).out
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
