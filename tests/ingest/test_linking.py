"""A row that certainly means a known cluster is linked to it; the rest is kept apart."""

from pathlib import Path

import pytest
from tests.builders import claim, cluster, intake, thing
from tests.table_files import csv_file

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.loading import Loaded, load

KNOWN = (
    cluster("LYONBIOPOLE", country="FR")
    + cluster("LITEK", country="LT")
    + thing("managing_body", "LITEKA")
    + cluster("Optence", country="DE")
    + cluster("Unplaced")
)


@pytest.fixture
def project(tmp_path: Path) -> SqliteStore:
    store = SqliteStore.create(tmp_path / "mine.hanse")
    store.write(intake(KNOWN, origin="known"))
    return store


def loaded(store: SqliteStore, folder: Path, text: str, name: str = "list.csv") -> Loaded:
    return load([csv_file(folder, text, name)], store)


def links(store: SqliteStore) -> list[tuple[str, str]]:
    return [(c.subject, c.other) for c in store.claims() if c.predicate == "same_as"]


def test_an_identical_core_links_a_row_and_the_remark_says_so(
    tmp_path: Path, project: SqliteStore
) -> None:
    done = loaded(project, tmp_path, "id,name,country\nc1,Lyonbiopole healthcare cluster,FR\n")
    graph = PartnershipGraph.of(project)

    assert [r.text for r in done.remarks] == [
        "linked to lyonbiopole: the same core, 'lyonbiopole', in FR; 'hanse review' can part them"
    ]
    assert graph.find("c1") == graph.find("Lyonbiopole healthcare cluster") == "lyonbiopole"
    assert graph.name("lyonbiopole") == "LYONBIOPOLE"


def test_a_link_is_made_again_and_once_at_the_next_import(
    tmp_path: Path, project: SqliteStore
) -> None:
    text = "id,name,country\nc1,Lyonbiopole cluster,FR\n"
    loaded(project, tmp_path, text)
    again = loaded(project, tmp_path, text)

    assert not again.has_changed
    assert links(project) == [("c1", "lyonbiopole")]


@pytest.mark.parametrize(
    "row", ["c1,LITEKA,LT", "c1,Lyonbiopole cluster,CH", "c1,Lyonbiopole cluster,", "c1,Optonet,DE"]
)
def test_what_is_alike_or_elsewhere_is_not_linked(
    tmp_path: Path, project: SqliteStore, row: str
) -> None:
    loaded(project, tmp_path, f"id,name,country\n{row}\n")

    assert links(project) == []


def test_an_id_made_of_a_name_is_kept_apart_from_what_others_use_it_for(
    tmp_path: Path, project: SqliteStore
) -> None:
    rows = ["LITEKA,LT", "Optence,ES", "Optence e.V.,DE", "LYONBIOPOLE,", "Unplaced,"]
    loaded(project, tmp_path, "\n".join(["name,country", *rows]) + "\n")
    graph = PartnershipGraph.of(project)

    assert graph.kind("liteka") == "managing_body"
    assert graph.ids("cluster") == (
        "cluster:lyonbiopole", "litek", "liteka-lt", "lyonbiopole", "optence", "optence-es",
        "unplaced",
    )  # fmt: skip


def test_what_was_said_to_be_different_is_not_linked(tmp_path: Path, project: SqliteStore) -> None:
    project.write(intake([claim("lyonbiopole", "different_from", "c1")], origin="judgement:c1"))
    loaded(project, tmp_path, "id,name,country\nc1,Lyonbiopole cluster,FR\n")

    assert links(project) == []


def test_rows_of_other_files_may_use_either_name_of_what_is_linked(
    tmp_path: Path, project: SqliteStore
) -> None:
    loaded(project, tmp_path, "id,name,country\nc1,Lyonbiopole,FR\n")
    more = loaded(project, tmp_path, "subject,value,unit\nLyonbiopole,5,smes\nc1,9,jobs\n",
                  "counts.csv")  # fmt: skip

    assert not more.faults
    assert set(PartnershipGraph.of(project).counts("lyonbiopole")) == {"smes", "jobs"}


def test_a_name_that_changes_stays_as_a_former_name(tmp_path: Path, project: SqliteStore) -> None:
    loaded(project, tmp_path, "id,name,country\nc9,Alpha,BE\n")
    loaded(project, tmp_path, "id,name,country\nc9,Beta,BE\n")
    graph = PartnershipGraph.of(project)

    assert (graph.name("c9"), graph.find("alpha")) == ("Beta", "c9")
    assert [c.role for c in graph.claims_of("c9", "alias")] == ["former_name"]
    assert not loaded(project, tmp_path, "id,name,country\nc9,Beta,BE\n").has_changed


def test_a_name_written_otherwise_is_no_former_name(tmp_path: Path, project: SqliteStore) -> None:
    loaded(project, tmp_path, "id,name,country\nc9,ALPHA,BE\n")
    loaded(project, tmp_path, "id,name,country\nc9,Alpha,BE\n")

    assert PartnershipGraph.of(project).values("c9", "alias") == ()
