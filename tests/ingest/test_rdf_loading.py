"""Several files of RDF are read at once, and a bad one does not hide the others."""

from pathlib import Path

from hanse.ingest.rdf_loading import read_graphs

GOOD = (
    "<http://a.example/x> a <http://www.w3.org/2004/02/skos/core#Concept> ;"
    ' <http://www.w3.org/2004/02/skos/core#prefLabel> "Optic"@en .\n'
)
LITERALS = "".join(
    f'<http://a.example/{n}> <http://a.example/n> "x{n}"^^'
    "<http://www.w3.org/2001/XMLSchema#integer> .\n"
    for n in range(12)
)


def file(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_every_file_is_read_and_every_fault_told(tmp_path: Path) -> None:
    paths = [
        file(tmp_path, "broken.ttl", "<a"),
        file(tmp_path, "literals.ttl", LITERALS),
        file(tmp_path, "good.ttl", GOOD),
    ]
    found = read_graphs(paths)

    assert [(f.file, f.rows) for f in found.files] == [
        ("broken.ttl", 0), ("literals.ttl", 0), ("good.ttl", 2),
    ]  # fmt: skip
    assert [fault.row for fault in found.faults] == [1, *range(1, 13)]
    assert len(found.intakes) == 1
    assert found.taken["claims"] == len(tuple(found.intakes[0].claims))


def test_two_files_of_one_name_would_replace_each_other_and_are_refused(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    paths = [file(tmp_path, "a.ttl", GOOD), file(tmp_path / "b", "a.ttl", GOOD)]

    assert [fault.reason for fault in read_graphs(paths).faults] == [
        "another file of this name is loaded with it"
    ]
    assert not read_graphs(paths, origin="both").faults
