"""A project as tables is the whole project: what no table for people says stands in exact ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import strategies
from tests.builders import claim, cluster

from hanse.graph.errors import BadInput
from hanse.graph.model import Settings, Source
from hanse.graph.store import Contents, Definition, PutAside
from hanse.viz.project_tables import ProjectTables, project_tables
from hanse.viz.spreadsheets import Sheet

CHAIN = Definition(kind="chain", id="light", text='id = "light"\nlabel = "Light"\n')
PLAIN = Source(id="d41", title="The guide", publisher="LASER-GO", date="2017-07")


def tables(contents: Contents, *, has_texts: bool = True) -> ProjectTables:
    return project_tables(cluster("BIOCAT"), contents, has_texts=has_texts)


def names(made: ProjectTables) -> set[str]:
    return {sheet.name for sheet in made.sheets}


def sheet(made: ProjectTables, name: str) -> Sheet:
    (found,) = (sheet for sheet in made.sheets if sheet.name == name)
    return found


def test_an_ordinary_project_has_no_table_that_people_would_not_fill_in() -> None:
    made = project_tables(cluster("BIOCAT"), Contents(sources=(Source(id="test", title="A test"),)),
                          has_texts=True)  # fmt: skip

    assert names(made) == {"clusters", "sources"}


def test_chains_and_settings_are_files_beside_the_tables() -> None:
    made = tables(Contents(definitions=(CHAIN,), settings=Settings(title="Mine", trust=("a",))))

    assert made.texts["chain-light.toml"] == CHAIN.text
    assert made.texts["project.toml"] == 'title = "Mine"\ntrust = ["a"]\n'
    assert names(made).isdisjoint({"definitions", "settings"})


def test_in_a_workbook_they_are_rows() -> None:
    made = tables(Contents(definitions=(CHAIN,), settings=Settings(title="x")), has_texts=False)

    assert made.texts == {}
    assert names(made) >= {"definitions", "settings"}


@pytest.mark.parametrize(
    "odd",
    [
        Definition(kind="chain", id="light", text='id = "dark"\n'),
        Definition(kind="chain", id="../light", text='id = "../light"\n'),
        Definition(kind="chain", id="light", text='id = "light"\r\n'),
        Definition(kind="chain", id="light", text="no TOML"),
        Definition(kind="song", id="light", text='id = "light"\n'),
    ],
)
def test_a_definition_that_a_file_would_not_bring_back_is_a_row(odd: Definition) -> None:
    made = tables(Contents(definitions=(odd,)))

    assert made.texts == {}
    assert len(sheet(made, "definitions").rows) == 1


def test_a_plain_source_is_one_of_the_table_of_sources() -> None:
    made = tables(Contents(sources=(PLAIN,)))

    assert sheet(made, "sources").rows[0][:4] == ("d41", "The guide", "LASER-GO", "2017-07")


@pytest.mark.parametrize(
    "odd",
    [
        Source(id="d41", title=""),
        Source(id="d41", title="=1"),
        Source(id="d41", title=" The guide"),
        Source(id="d41", title="x", date="spring"),
        Source(id="d41", title="x", kind=""),
        Source(id="d41", title="unknown"),
    ],
)
def test_a_source_that_the_table_would_change_is_kept_exactly(odd: Source) -> None:
    made = tables(Contents(sources=(odd,)))

    assert len(sheet(made, "source_records").rows) == 1
    assert "sources" not in names(made)


def test_rows_put_aside_are_kept() -> None:
    row = PutAside(file="a.csv", row=3, reason="no name", remedy="fill it in")

    assert sheet(tables(Contents(put_aside=(row,))), "put_aside").rows[0][2] == "3"


def test_a_text_that_no_reader_would_take_is_refused_and_not_cut_off() -> None:
    with pytest.raises(BadInput, match="more than 32,767 characters") as fault:
        project_tables([claim(note="a" * 40_000)], Contents(), has_texts=True)
    assert ".trig" in fault.value.hint


@given(st.lists(strategies.claims(), max_size=4), strategies.project_settings)
def test_no_text_makes_it_fail(claims: list, settings: Settings) -> None:  # type: ignore[type-arg]
    made = project_tables(claims, Contents(settings=settings), has_texts=True)

    assert len({sheet.name for sheet in made.sheets}) == len(made.sheets)
