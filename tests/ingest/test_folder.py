"""A folder of tables, chains and guides; one bad file does not hide what is wrong with others."""

from importlib.resources import files
from pathlib import Path

from tests.table_files import csv_file, said

from hanse.ingest.findings import Findings
from hanse.ingest.folder import open_folder, read_folder
from hanse.ingest.names import Names


def test_tables_are_read_whatever_the_order_of_their_names(tmp_path: Path) -> None:
    csv_file(tmp_path, "subject,alias\nBiocat,BC\n", "aliases.csv")
    csv_file(tmp_path, "id,name\nc1,Biocat\n", "clusters.csv")
    intake = read_folder(tmp_path, origin="mine")

    assert intake.origin == "mine"
    assert said(list(intake.claims), "c1", "alias") == ["BC"]
    assert (intake.rows, intake.put_aside) == (2, ())


def test_a_folder_may_name_what_another_describes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    csv_file(tmp_path / "a", "id,name\nc1,Biocat\n")
    csv_file(tmp_path / "b", "subject,value,unit\nBiocat,5,smes\n", "counts.csv")
    names = Names()
    read_folder(tmp_path / "a", origin="a", known=names)

    assert read_folder(tmp_path / "b", origin="b", known=names).put_aside == ()


def test_chains_guides_rules_and_settings_are_kept_as_people_wrote_them(tmp_path: Path) -> None:
    csv_file(tmp_path, "id,name\nc1,A\n")
    (tmp_path / "chain-light.toml").write_text('id = "light"\n', encoding="utf-8")
    (tmp_path / "project.toml").write_text('title = "Mine"\nas_of = "2017"\n', encoding="utf-8")
    intake = read_folder(tmp_path, origin="mine")

    assert [(d.kind, d.id, d.text) for d in intake.definitions] == [
        ("chain", "light", 'id = "light"\n')
    ]
    assert intake.settings is not None
    assert (intake.settings.title, intake.settings.as_of) == ("Mine", "2017")


def test_every_file_at_fault_is_told(tmp_path: Path) -> None:
    csv_file(tmp_path, "id,name\nc1,A\n")
    csv_file(tmp_path, "cluster\n", "memberships.csv")
    csv_file(tmp_path, 'subject,alias\nc1,"open\n', "aliases.csv")
    (tmp_path / "guide.toml").write_text("id = \n", encoding="utf-8")
    (tmp_path / "project.toml").write_text('colour = "red"\n', encoding="utf-8")
    findings = Findings()
    open_folder(tmp_path, findings)

    assert {
        (fault.file, fault.reason.split(";")[0].split(":")[0]) for fault in findings.faults
    } == {
        ("memberships.csv", "a table of memberships needs a column partnership"),
        ("aliases.csv", "a quote that opens in this row is never closed"),
        ("guide.toml", "this is not TOML"),
        ("project.toml", "no setting is called 'colour'"),
    }


def test_a_table_of_notes_beside_tables_that_are_read_is_left_aside_and_said_to_be(
    tmp_path: Path,
) -> None:
    csv_file(tmp_path, "id,name\nc1,A\n")
    csv_file(tmp_path, "to do,by\ncall,Ana\n", "notes.csv")
    findings = Findings()
    opened = open_folder(tmp_path, findings)

    assert [table.sheet for table in opened.tables] == ["clusters"]
    assert findings.faults == []
    assert [r.file for r in findings.remarks] == ["notes.csv"]


def test_hidden_files_are_none_of_ours(tmp_path: Path) -> None:
    csv_file(tmp_path, "id,name\nc1,A\n")
    csv_file(tmp_path, "\x00\x01", "._clusters.csv")
    findings = Findings()

    assert len(open_folder(tmp_path, findings).tables) == 1
    assert findings.faults == []


def test_a_folder_within_a_package_is_read_like_one_on_disk() -> None:
    intake = read_folder(files("hanse.ingest.cases") / "annex", origin="annex")

    assert intake.put_aside == ()
    assert len({c.subject for c in intake.claims if c.value == "cluster"}) == 98
