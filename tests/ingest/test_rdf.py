"""RDF that a user brings: a project of Hanse, or a scheme of somebody else."""

from pathlib import Path

import pytest
from tests.builders import claim, cluster, intake, partnership

from hanse.graph.errors import BadInput
from hanse.graph.model import Settings, Source
from hanse.graph.rdf.project import project_quads
from hanse.graph.rdf.scanning import RdfLimits
from hanse.graph.rdf.writing import WRITTEN, serialise
from hanse.graph.store import Contents, Definition, Origin, PutAside
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.rdf import all_or_nothing, partly, read_rdf, read_rdf_bytes

CLAIMS = [*cluster(country="ES"), *partnership(members=["biocat"])]
HELD = Contents(
    sources=(Source(id="test", title="A test"),),
    definitions=(Definition(kind="guide", id="own", text='id = "own"\n'),),
    put_aside=(PutAside(file="old.csv", row=3, reason="no name", remedy="fill it in"),),
    origins=(Origin(name="old.csv", rows=98, written="2026-11-25T02:17:00+00:00"),),
    settings=Settings(title="Mine", alliance="laser-go"),
)
CONCEPTS = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<http://example.org/tech> a skos:ConceptScheme ; skos:prefLabel "Key technologies"@en .
<http://example.org/tech/light> a skos:Concept ; skos:prefLabel "Light"@en ;
    skos:inScheme <http://example.org/tech> ; skos:notation "L1" .
"""


@pytest.fixture(params=WRITTEN)
def exported(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    file = tmp_path / f"project{request.param}"
    file.write_bytes(serialise(project_quads(CLAIMS, HELD), request.param))
    return file


def test_an_exported_project_is_what_it_was(exported: Path) -> None:
    read = read_rdf(exported)

    assert set(all_or_nothing(read).claims) == set(CLAIMS)
    assert read.intake.sources == HELD.sources
    assert read.intake.definitions == HELD.definitions
    assert read.intake.settings == HELD.settings
    assert read.intake.put_aside == HELD.put_aside
    assert read.origins == HELD.origins
    assert read.intake.origin == exported.name


def test_an_exported_project_loaded_into_a_new_one_is_the_same_project(exported: Path) -> None:
    store = SqliteStore.in_memory([read_rdf(exported).intake], address="copy")

    assert {c.id for c in store.claims()} == {c.id for c in CLAIMS}
    assert store.contents().sources == HELD.sources
    assert store.contents().settings == HELD.settings


def test_loading_it_again_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "project.trig"
    file.write_bytes(serialise(project_quads(CLAIMS, HELD), ".trig"))
    store = SqliteStore.create(tmp_path / "mine.hanse")
    store.write(read_rdf(file).intake)

    assert not store.write(read_rdf(file).intake).has_changed
    store.close()


def test_a_project_without_settings_leaves_those_that_are_there() -> None:
    assert read_rdf_bytes(serialise(project_quads(CLAIMS), ".nq"), "a.nq").intake.settings is None


def test_all_or_nothing_tells_the_first_fault_and_how_many_there_are() -> None:
    text = serialise(project_quads(CLAIMS), ".ttl") + (
        b"\nid:biocat skos:altLabel 'one' , 'two' .\n"
    )
    read = read_rdf_bytes(text, "mine.ttl")

    assert len(read.faults) == 2
    assert len(set(read.intake.claims)) == len(set(CLAIMS))
    with pytest.raises(BadInput, match="no statement says who says this") as fault:
        all_or_nothing(read)
    assert fault.value.where.startswith("mine.ttl, line ")
    assert "id:biocat, skos:altLabel" in fault.value.where
    assert partly(read).put_aside == read.faults
    assert fault.value.hint.endswith("and 1 more fault")


def test_a_foreign_scheme_is_told_from_a_project() -> None:
    read = read_rdf_bytes(CONCEPTS.encode(), "tech.ttl")

    assert {c.value for c in read.intake.claims} == {"category", "Light", "example-org-tech"}
    assert read.intake.sources == (
        Source(id="file:tech.ttl", title="Key technologies", kind="scheme"),
    )
    assert read.notes == ("not read, for it says nothing of categories: skos:notation (1)",)
    assert (read.format, read.intake.rows) == ("ttl", 1)


def test_a_fault_of_a_concept_is_told_with_its_line() -> None:
    nameless = CONCEPTS + "<http://example.org/tech/none> a skos:Concept .\n"

    (fault,) = read_rdf_bytes(nameless.encode(), "tech.ttl").faults

    assert (fault.file, fault.row) == ("tech.ttl", 6)
    assert fault.reason == "the concept has no label"
    assert fault.remedy


def test_a_file_that_holds_neither_is_refused() -> None:
    with pytest.raises(BadInput, match="neither a project of Hanse nor concepts") as fault:
        read_rdf_bytes(b"<a:b> <a:c> <a:d> .", "odd.ttl")
    assert fault.value.where == "odd.ttl"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.rdf", b"<?xml version='1.0'?><x/>", "RDF/XML"),
        ("a.trix", b"<x/>", "TriX"),
        ("a.csv", b"id,name\n", "this is a table"),
        ("a.ttl", b"", "empty"),
        ("a.ttl", b"<a:b> <a:c> <a:d> .", "neither"),
    ],
)
def test_a_file_of_another_kind_is_refused_by_name(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)

    with pytest.raises(BadInput, match=reason) as fault:
        read_rdf(tmp_path / name)
    assert fault.value.hint


def test_a_file_that_is_not_there_is_told() -> None:
    with pytest.raises(BadInput, match="No such file"):
        read_rdf(Path("nowhere.ttl"))


def test_of_a_file_that_is_too_large_no_more_is_held_than_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a.nq").write_bytes(b"x" * 2000)

    with pytest.raises(BadInput, match="MB are taken"):
        read_rdf(tmp_path / "a.nq", limits=RdfLimits(file_size=1000))


def test_the_origin_may_be_given() -> None:
    text = serialise(project_quads([claim()]), ".nq")

    assert read_rdf_bytes(text, "a.nq", origin="mine").intake.origin == "mine"
    assert intake().origin == "test"
