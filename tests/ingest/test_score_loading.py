"""Loading filled score sheets: all or nothing, every fault told, nothing changed by a wrong one."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.forms import Rows, form_file, store_with_guide
from tests.table_files import csv_file

from hanse.graph.errors import BadInput
from hanse.graph.model import Settings
from hanse.graph.store import Intake
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.score_loading import are_score_sheets, check_score_sheets, load_score_sheets

GOOD = [["biocat", "interest", 4, ""], ["optence", "interest", 3, "by phone"]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with closing(store_with_guide(tmp_path / "own.hanse")) as made:
        yield made


def ratings(store: SqliteStore) -> list[tuple[str, object]]:
    return [(c.subject, c.value) for c in store.claims() if c.predicate == "rating"]


def test_a_filled_form_is_loaded_with_its_assessor(store: SqliteStore, tmp_path: Path) -> None:
    loaded = load_score_sheets([form_file(tmp_path, GOOD)], store)

    assert (loaded.is_refused, loaded.has_changed, loaded.taken) == (False, True, {"rating": 2})
    assert [(f.file, f.format, f.rows) for f in loaded.files] == [("ana.csv", "csv", 2)]
    assert ratings(store) == [("biocat", 4), ("optence", 3)]
    assert "assessor:ana-example" in {source.id for source in store.contents().sources}


def test_the_same_file_loaded_again_replaces_what_it_brought(
    store: SqliteStore, tmp_path: Path
) -> None:
    load_score_sheets([form_file(tmp_path, GOOD)], store)
    again = load_score_sheets([form_file(tmp_path, [["biocat", "interest", 5, ""]])], store)

    assert again.has_changed
    assert ratings(store) == [("biocat", 5)]


def test_an_unchanged_form_changes_nothing(store: SqliteStore, tmp_path: Path) -> None:
    path = form_file(tmp_path, GOOD)
    load_score_sheets([path], store)
    again = load_score_sheets([path], store)

    assert (again.has_changed, again.unchanged) == (False, 2)


def test_several_assessors_are_loaded_at_once(store: SqliteStore, tmp_path: Path) -> None:
    ben = {"Guide": "laser-go-2017", "Assessor": "Ben", "Date": "2017-04-02"}
    files = [form_file(tmp_path, GOOD), form_file(tmp_path, GOOD, "ben.csv", head=ben)]
    load_score_sheets(files, store)

    assert {c.source for c in store.claims() if c.predicate == "rating"} == {
        "assessor:ana-example", "assessor:ben",
    }  # fmt: skip
    assert {origin.name for origin in store.contents().origins} >= {"ana.csv", "ben.csv"}


def test_a_wrong_form_is_refused_whole_with_all_its_faults_and_nothing_changes(
    store: SqliteStore, tmp_path: Path
) -> None:
    before = store.version
    wrong: Rows = [
        ["biocat", "interest", 7, ""],
        ["biocat", "culture", "strong", ""],
        ["nobody", "interest", 4, ""],
        ["optence", "interest", 4, ""],
        ["optence", "interest", 4, ""],
    ]
    loaded = load_score_sheets([form_file(tmp_path, wrong)], store)

    assert loaded.is_refused
    assert [(f.file, f.row, f.column) for f in loaded.faults] == [
        ("ana.csv", 6, "Rating"),
        ("ana.csv", 7, "Rating"),
        ("ana.csv", 8, "Candidate id"),
        ("ana.csv", 10, "Criterion"),
    ]
    assert all(fault.remedy for fault in loaded.faults)
    assert (loaded.taken, loaded.has_changed) == ({}, False)
    assert store.version == before


def test_one_wrong_form_keeps_the_good_ones_out_too(store: SqliteStore, tmp_path: Path) -> None:
    before = store.version
    files = [
        form_file(tmp_path, GOOD),
        form_file(tmp_path, [["biocat", "interest", 9, ""]], "ben.csv"),
    ]
    loaded = load_score_sheets(files, store)

    assert [fault.file for fault in loaded.faults] == ["ben.csv"]
    assert store.version == before


def test_a_missing_column_is_a_fault_of_the_file(store: SqliteStore, tmp_path: Path) -> None:
    path = form_file(tmp_path, [["biocat", "interest", 4]],
                     columns=["Candidate id", "Criterion", "Grade"])  # fmt: skip
    loaded = load_score_sheets([path], store)

    assert loaded.is_refused
    assert [fault.reason for fault in loaded.faults] == ["there is no column Rating"]


def test_a_table_of_another_kind_is_refused_with_what_to_do(
    store: SqliteStore, tmp_path: Path
) -> None:
    loaded = load_score_sheets([csv_file(tmp_path, "id,name\nbiocat,BIOCAT\n")], store)

    assert [fault.reason for fault in loaded.faults] == ["the file holds no score sheet"]
    assert "hanse scoresheet" in loaded.faults[0].remedy


def test_a_check_tells_the_same_and_changes_nothing(store: SqliteStore, tmp_path: Path) -> None:
    before = store.version
    good = check_score_sheets([form_file(tmp_path, GOOD)], store)
    bad = check_score_sheets([form_file(tmp_path, [["biocat", "interest", 7, ""]])], store)

    assert (good.is_good, good.taken) == (True, {"rating": 2})
    assert (bad.is_good, bad.faults[0].column) == (False, "Rating")
    assert store.version == before


def test_several_forms_may_go_by_one_name(store: SqliteStore, tmp_path: Path) -> None:
    load_score_sheets([form_file(tmp_path, GOOD)], store, origin="round 1")

    assert "round 1" in {origin.name for origin in store.contents().origins}


def test_ratings_that_the_projects_own_day_does_not_see_are_remarked_on(
    store: SqliteStore, tmp_path: Path
) -> None:
    store.write(Intake(origin="settings", settings=Settings(as_of="2017-03-31")))
    loaded = load_score_sheets([form_file(tmp_path, GOOD)], store)

    assert [remark.text for remark in loaded.remarks] == [
        "rated 2017-04-01, after the project's day 2017-03-31: ask with --as-of 2017-04-01"
    ]


def test_files_are_score_sheets_all_of_them_or_none(tmp_path: Path) -> None:
    form, clusters = form_file(tmp_path, GOOD), csv_file(tmp_path, "id,name\nbiocat,BIOCAT\n")

    assert are_score_sheets([form])
    assert not are_score_sheets([clusters])
    with pytest.raises(BadInput, match=r"ana\.csv is a score sheet, and clusters\.csv is none"):
        are_score_sheets([clusters, form])
