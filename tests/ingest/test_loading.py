"""All or nothing, with every fault told; what is loaded twice is loaded once."""

import hashlib
from pathlib import Path

import pytest
from tests.builders import cluster, intake
from tests.table_files import csv_file, workbook_file

from hanse.graph.errors import BadInput, ReadOnlyProject
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.loading import FileRead, check, load
from hanse.ingest.names import Names

GOOD = "id,name,country,members\nc1,Alpha,France,about 250\nc2,Beta,DE,110\n"
BAD = "id,name,country,members\nc1,Alpha,FR,250\nc2,Beta,Germny,many\n"


@pytest.fixture
def project(tmp_path: Path) -> SqliteStore:
    return SqliteStore.create(tmp_path / "mine.hanse")


def digest(store: SqliteStore) -> str:
    return hashlib.sha256(Path(store.address).read_bytes()).hexdigest()


def names(store: SqliteStore) -> list[str]:
    return [c.name for c in PartnershipGraph.of(store).clusters()]


def test_a_check_counts_what_would_be_loaded_and_needs_no_project(tmp_path: Path) -> None:
    found = check([csv_file(tmp_path, GOOD)])

    assert found.is_good
    assert found.files == (FileRead(file="clusters.csv", format="csv", rows=2),)
    assert found.taken == {"cluster": 2}
    assert [r.text for r in found.remarks] == [
        "understood as FR",
        "understood as about 250 members",
    ]


def test_a_check_tells_every_fault_with_place_reason_and_remedy(tmp_path: Path) -> None:
    found = check([csv_file(tmp_path, BAD)])

    assert not found.is_good
    assert [(f.file, f.sheet, f.row, f.column, f.value, f.reason) for f in found.faults] == [
        ("clusters.csv", "clusters", 3, "country", "Germny", "no country is called 'Germny'"),
        ("clusters.csv", "clusters", 3, "members", "many",
         "'many' is not a figure that is understood"),
    ]  # fmt: skip
    assert all(fault.remedy for fault in found.faults)


def test_a_check_may_know_what_a_project_knows(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "subject,value,unit\nBIOCAT,5,smes\n", "counts.csv")
    store = SqliteStore.in_memory([intake(cluster("BIOCAT"))], address="test")

    assert not check([path]).is_good
    assert check([path], known=lambda: Names.of_store(store)).is_good


def test_faults_stand_in_the_order_of_the_users_rows(tmp_path: Path) -> None:
    text = "id,name,members\nc1,A,x\nc2\nc3,C,y\nc3,D,5\n"

    assert [fault.row for fault in check([csv_file(tmp_path, text)]).faults] == [2, 3, 4, 5]


def test_good_tables_are_loaded_with_their_file_as_source(
    tmp_path: Path, project: SqliteStore
) -> None:
    done = load([csv_file(tmp_path, GOOD)], project)

    assert (done.is_refused, done.has_changed, done.taken) == (False, True, {"cluster": 2})
    assert names(project) == ["Alpha", "Beta"]
    (source,) = project.contents().sources
    assert source.id == "file:clusters.csv"
    assert source.note == f"SHA-256 {hashlib.sha256(GOOD.encode()).hexdigest()}"


def test_one_fault_refuses_all_and_changes_no_byte(tmp_path: Path, project: SqliteStore) -> None:
    before = digest(project)
    done = load([csv_file(tmp_path, BAD)], project)

    assert (done.is_refused, done.has_changed, done.taken) == (True, False, {})
    assert len(done.faults) == 2
    assert digest(project) == before


def test_a_fault_in_one_file_refuses_the_others_too(tmp_path: Path, project: SqliteStore) -> None:
    before = digest(project)
    paths = [csv_file(tmp_path, GOOD), csv_file(tmp_path, "cluster\n", "memberships.csv")]

    assert load(paths, project).is_refused
    assert digest(project) == before


def test_a_refused_load_keeps_what_was_loaded_before(tmp_path: Path, project: SqliteStore) -> None:
    load([csv_file(tmp_path, GOOD)], project)
    before = digest(project)
    load([csv_file(tmp_path, BAD)], project)

    assert digest(project) == before


def test_the_same_file_again_changes_nothing(tmp_path: Path, project: SqliteStore) -> None:
    path = csv_file(tmp_path, GOOD)
    load([path], project)
    before = digest(project)
    again = load([path], project)

    assert (again.has_changed, again.taken) == (False, {"cluster": 2})
    assert again.unchanged == len(list(project.claims()))
    assert digest(project) == before


def test_a_file_replaces_what_it_said_before(tmp_path: Path, project: SqliteStore) -> None:
    load([csv_file(tmp_path, GOOD)], project)
    load([csv_file(tmp_path, GOOD.replace("Beta", "Gamma"))], project)

    assert names(project) == ["Alpha", "Gamma"]


def test_regions_described_in_passing_survive_a_second_load(
    tmp_path: Path, project: SqliteStore
) -> None:
    path = csv_file(tmp_path, "id,name,country,region\nc1,A,FR,Bretagne\n")
    load([path], project)
    load([path], project)

    assert PartnershipGraph.of(project).clusters()[0].regions == ("region:fr-bretagne",)


def test_an_origin_of_ones_own_keeps_files_of_one_name_apart(
    tmp_path: Path, project: SqliteStore
) -> None:
    load([csv_file(tmp_path, GOOD)], project, origin="spring")
    load([csv_file(tmp_path, "id,name,country\nc3,Gamma,ES\n")], project, origin="autumn")

    assert names(project) == ["Alpha", "Beta", "Gamma"]
    assert [origin.name for origin in project.contents().origins] == ["autumn", "spring"]


def test_partial_loads_the_good_rows_and_keeps_the_others_in_the_project(
    tmp_path: Path, project: SqliteStore
) -> None:
    done = load([csv_file(tmp_path, BAD)], project, partial=True)

    assert (done.is_refused, done.taken, len(done.faults)) == (False, {"cluster": 1}, 2)
    assert names(project) == ["Alpha"]
    assert project.contents().put_aside == done.faults


def test_partial_loads_the_same_rows_the_second_time(tmp_path: Path, project: SqliteStore) -> None:
    path = csv_file(tmp_path, BAD)
    load([path], project, partial=True)
    again = load([path], project, partial=True)

    assert (again.is_refused, again.has_changed) == (False, False)


def test_partial_puts_aside_what_names_a_row_put_aside(
    tmp_path: Path, project: SqliteStore
) -> None:
    folder = tmp_path / "list"
    folder.mkdir()
    csv_file(folder, BAD)
    csv_file(folder, "id,name,kind\np,P,network\n", "partnerships.csv")
    csv_file(folder, "cluster,partnership\nAlpha,P\nBeta,P\n", "memberships.csv")
    done = load([folder], project, partial=True)

    assert [f.reason for f in done.faults if f.file == "memberships.csv"] == [
        "c2 is described in row 3 of clusters.csv, which was put aside"
    ]
    assert PartnershipGraph.of(project).members("p") == ("c1",)


def test_partial_with_no_good_row_loads_nothing(tmp_path: Path, project: SqliteStore) -> None:
    before = digest(project)
    done = load([csv_file(tmp_path, "id,name,members\nc1,A,x\n")], project, partial=True)

    assert done.is_refused
    assert digest(project) == before


def rows(number: int) -> str:
    return "id,name\n" + "".join(f"c{n},Cluster {n}\n" for n in range(number))


@pytest.mark.parametrize(("left", "is_taken"), [(80, True), (79, False), (0, False)])
def test_a_file_that_has_lost_a_fifth_of_its_rows_is_refused(
    tmp_path: Path, project: SqliteStore, left: int, *, is_taken: bool
) -> None:
    load([csv_file(tmp_path, rows(100))], project)
    before = digest(project)
    path = csv_file(tmp_path, rows(left))

    if is_taken:
        assert load([path], project).has_changed
    else:
        with pytest.raises(BadInput, match=f"rows now {left}, last time 100") as refused:
            load([path], project)
        assert "--accept-shrink" in refused.value.hint
        assert digest(project) == before


def test_a_smaller_file_is_taken_when_that_is_said_to_be_meant(
    tmp_path: Path, project: SqliteStore
) -> None:
    load([csv_file(tmp_path, rows(10))], project)

    assert load([csv_file(tmp_path, rows(2))], project, accept_shrink=True).has_changed
    assert len(names(project)) == 2


def test_a_table_without_rows_loads_nothing_and_says_so(
    tmp_path: Path, project: SqliteStore
) -> None:
    done = load([csv_file(tmp_path, "id,name\n")], project)

    assert (done.is_refused, done.taken) == (False, {})
    assert [r.text for r in done.remarks] == ["no rows under the header"]


def test_a_table_that_breaks_off_far_down_is_refused_whole(
    tmp_path: Path, project: SqliteStore
) -> None:
    before = digest(project)
    done = load([csv_file(tmp_path, rows(500) + 'c500,"never closed\n')], project)

    assert [(f.row, f.reason) for f in done.faults] == [
        (502, "a quote that opens in this row is never closed")
    ]
    assert digest(project) == before


def test_a_workbook_of_several_sheets_is_loaded_as_one(
    tmp_path: Path, project: SqliteStore
) -> None:
    book = workbook_file(
        tmp_path,
        {
            "Clusters": [["id", "name", "country"], ["c1", "Alpha", "France"]],
            "Partnerships": [["id", "name", "kind"], ["p1", "P", "partnership"]],
            "Memberships": [["cluster", "partnership", "since"], ["Alpha", "P", 2016]],
        },
    )
    done = load([book], project)

    assert done.faults == ()
    assert done.taken == {"cluster": 1, "partnership": 1, "memberships": 1}
    assert PartnershipGraph.of(project).members("p1") == ("c1",)


def test_a_shipped_project_cannot_be_loaded_into(tmp_path: Path) -> None:
    with pytest.raises(ReadOnlyProject):
        load([csv_file(tmp_path, GOOD)], SqliteStore.in_memory([], address="test"))
